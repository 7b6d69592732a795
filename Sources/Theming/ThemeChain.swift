import Diagnostics
import Schemas
import YAMLData

/// A theme with the themes it builds on, the oldest ancestor first.
struct ThemeChain {
    let links: [Link]

    struct Link {
        let manifest: ThemeManifest
        let files: [ThemeFile]
    }

    var manifests: [ThemeManifest] { links.map(\.manifest) }

    /// The manifests whose styles count: from the last theme on that keeps its ancestors' styles out.
    var styled: ArraySlice<ThemeManifest> {
        let manifests = manifests
        return manifests[(manifests.lastIndex { !$0.inheritsStyles } ?? 0)...]
    }

    /// Follows `parent:` from theme to theme; `nil` where one of them cannot be read.
    ///
    /// - Parameter place: Where the first theme is named, where that is in a file.
    static func find(
        _ name: String, namedAt place: Location?, in library: ThemeLibrary, _ reading: inout Reading
    ) -> ThemeChain? {
        var links: [Link] = []
        var seen: Set<String> = []
        var next = name
        var place = place
        while true {
            guard seen.insert(next).inserted else {
                reading.report(.themeCycle, "the theme \"\(next)\" builds on itself", at: place)
                return nil
            }
            guard let link = link(next, namedAt: place, library, &reading) else { return nil }
            links.insert(link, at: 0)
            guard let parent = link.manifest.parent else { return ThemeChain(links: links) }
            (next, place) = (parent.value, parent.location)
        }
    }

    private static func link(
        _ name: String, namedAt place: Location?, _ library: ThemeLibrary, _ reading: inout Reading
    ) -> Link? {
        guard let files = library[name], let file = files.first(where: { $0.path == "theme.yaml" }) else {
            reading.report(
                .unknownTheme, "there is no theme \"\(name)\" in \(library.whereItLooked)", at: place,
                help: Spelling.suggestion(for: name, in: library.names))
            return nil
        }
        let (node, faults) = YAMLReader.read(file.bytes, path: file.shownPath)
        reading.diagnostics += faults
        guard let node, let manifest = ThemeManifest.reader.value(of: node, &reading) else { return nil }
        if manifest.name.value != name {
            reading.report(
                .conflictingKeys,
                "the theme calls itself \"\(manifest.name.value)\", and its folder is called \"\(name)\"",
                at: manifest.name.location, help: "give both the same name")
        }
        return Link(manifest: manifest, files: files)
    }
}

extension Reading {
    /// Reports a fault that may be in no file, such as a theme named on the command line.
    fileprivate mutating func report(
        _ code: DiagnosticCode, _ message: String, at location: Location?, help: String? = nil
    ) {
        diagnostics.append(Diagnostic(code, message, at: location, help: help))
    }
}
