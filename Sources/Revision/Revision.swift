import PackagePlugin

import struct Foundation.URL

/// Tells the program which commit it is built from, so that `signpost --version` can say it.
@main
struct Revision: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) -> [Command] {
        let package = context.package.directoryURL
        let output = context.pluginWorkDirectoryURL
        return [
            .prebuildCommand(
                displayName: "Looking up the commit", executable: URL(filePath: "/bin/sh"),
                arguments: [package.appending(path: ".ci/revision").path(), package.path(), output.path()],
                outputFilesDirectory: output)
        ]
    }
}
