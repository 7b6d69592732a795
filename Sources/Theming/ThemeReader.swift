public import Diagnostics
import Schemas
import Templates
import YAMLData

/// Reads a theme with the themes it builds on.
public struct ThemeReader: Sendable {
    /// The folder of themes as the user typed it, for messages.
    let folder: String
    /// The types of parameters that the site can fill.
    let hostTypes: [HostType]

    public init(folder: String, hostTypes: [HostType]) {
        self.folder = folder
        self.hostTypes = hostTypes
    }

    /// - Parameters:
    ///   - name: The theme to use.
    ///   - language: The language of the interface; English stands in where a theme does not speak it.
    ///   - files: All files of the themes' folder.
    public func read(_ name: String, language: String, _ files: [SourceFile]) -> (
        theme: Theme?, diagnostics: [Diagnostic]
    ) {
        var reading = Reading()
        let theme = read(name, language, Self.byTheme(files), &reading)
        return (reading.diagnostics.hasErrors ? nil : theme, reading.diagnostics)
    }

    private func read(
        _ name: String, _ language: String, _ themes: [String: [SourceFile]], _ reading: inout Reading
    ) -> Theme? {
        let chain = chain(name, themes, &reading)
        guard let own = chain.last?.manifest else { return nil }
        let files = ThemeFiles(folder, chain: chain.map { ($0.folder, $0.files) })
        let strings = strings(language, files, &reading)
        let partials = templates("partials", files)
        let components = components(files, strings, partials, &reading)
        let styles = chain.flatMap { contents($0.manifest.styles, files, &reading) }
        let scripts = chain.flatMap { contents($0.manifest.scripts, files, &reading) }
        let searchScript = chain.compactMap(\.manifest.searchScript).last.map { contents([$0], files, &reading) }
        let settings = chain.reduce(into: [:]) { $0.merge($1.manifest.settings) { $1 } }
        let listed = Set(
            chain.flatMap { $0.manifest.styles + $0.manifest.scripts + [$0.manifest.searchScript].compactMap(\.self) }
                .map(\.value))
        return Theme(
            name: own.name.value, title: own.title, summary: own.summary,
            templates: TemplateLibrary(partials + templates("layouts", files)), components: components,
            strings: strings,
            stylesheet: Self.properties(settings) + styles
                + components.values.sorted { $0.name < $1.name }.flatMap(\.style),
            script: scripts, searchScript: searchScript, assets: assets(files, except: listed))
    }

    private static func byTheme(_ files: [SourceFile]) -> [String: [SourceFile]] {
        var themes: [String: [SourceFile]] = [:]
        for file in files {
            guard let slash = file.path.firstIndex(of: "/") else { continue }
            let rest = String(file.path[file.path.index(after: slash)...])
            themes[String(file.path[..<slash]), default: []].append(SourceFile(path: rest, bytes: file.bytes))
        }
        return themes
    }
}

extension ThemeReader {
    private typealias Link = (folder: String, manifest: ThemeManifest, files: [SourceFile])

    /// The theme and its ancestors, the oldest first; empty where one of them cannot be read.
    private func chain(_ name: String, _ themes: [String: [SourceFile]], _ reading: inout Reading) -> [Link] {
        var chain: [Link] = []
        var next: String? = name
        var asked: Location?
        while let wanted = next {
            let path = "\(folder)/\(wanted)/theme.yaml"
            guard !chain.contains(where: { $0.folder == wanted }) else {
                reading.report(
                    .themeCycle, "the theme \"\(wanted)\" builds on itself",
                    at: asked ?? Location(path: path, start: .start))
                return []
            }
            guard let files = themes[wanted], let file = files.first(where: { $0.path == "theme.yaml" }) else {
                reading.report(
                    .unknownTheme, "there is no theme \"\(wanted)\" in \(folder)",
                    at: asked ?? Location(path: path, start: .start),
                    help: Spelling.nearest(wanted, in: themes.keys.sorted()).map { "did you mean \"\($0)\"?" })
                return []
            }
            let (node, faults) = YAMLReader.read(file.bytes, path: path)
            reading.diagnostics += faults
            guard let node, let manifest = ThemeManifest.reader.value(of: node, &reading) else { return [] }
            check(manifest.name, isCalled: wanted, &reading)
            chain.insert((wanted, manifest, files), at: 0)
            next = manifest.parent?.value
            asked = manifest.parent?.location
        }
        return chain
    }

    private func check(_ name: Located<String>, isCalled folder: String, _ reading: inout Reading) {
        guard name.value != folder else { return }
        reading.report(
            .conflictingKeys, "the theme calls itself \"\(name.value)\", and its folder is called \"\(folder)\"",
            at: name.location, help: "give both the same name")
    }

    private func strings(_ language: String, _ files: ThemeFiles, _ reading: inout Reading) -> Strings {
        let english = texts("strings/en.yaml", files, &reading)
        let spoken =
            language == "en" ? english : english.merging(texts("strings/\(language).yaml", files, &reading)) { $1 }
        return Strings(spoken.sorted { $0.key < $1.key }.map { (key: $0.key, text: $0.value) })
    }

    private func texts(_ path: String, _ files: ThemeFiles, _ reading: inout Reading) -> [String: String] {
        guard let node = files.node(path, &reading) else { return [:] }
        return Reader.texts(named: "text").value(of: node, &reading) ?? [:]
    }

    private func templates(_ folder: String, _ files: ThemeFiles) -> [TemplateSource] {
        files.paths(below: folder).filter { $0.hasSuffix(".html") }.compactMap { name in
            let path = "\(folder)/\(name)"
            return files[path].map { TemplateSource(path: files.shownPath(path), bytes: $0) }
        }
    }

    private func components(
        _ files: ThemeFiles, _ strings: Strings, _ partials: [TemplateSource], _ reading: inout Reading
    ) -> [String: Component] {
        let folders = files.paths(below: "components").map { $0.split(separator: "/") }.filter { $0.count > 1 }
        let names = Set(folders.map { String($0[0]) })
        let reader = ComponentReader(hostTypes: hostTypes, strings: strings, partials: partials)
        var components: [String: Component] = [:]
        for name in names.sorted() { components[name] = reader.read(name, files, &reading) }
        return components
    }

    /// The listed files, one after the other.
    private func contents(_ paths: [Located<String>], _ files: ThemeFiles, _ reading: inout Reading) -> [UInt8] {
        paths.flatMap { path -> [UInt8] in
            if let bytes = files[path.value] { return bytes + [UInt8(ascii: "\n")] }
            reading.report(
                .missingFile, "the theme has no file \"\(path.value)\"", at: path.location,
                help: Spelling.nearest(path.value, in: files.paths(below: "assets").map { "assets/\($0)" })
                    .map { "did you mean \"\($0)\"?" })
            return []
        }
    }

    private func assets(_ files: ThemeFiles, except listed: Set<String>) -> [String: [UInt8]] {
        var assets: [String: [UInt8]] = [:]
        for name in files.paths(below: "assets") where !listed.contains("assets/\(name)") {
            assets[name] = files["assets/\(name)"]
        }
        return assets
    }

    /// `accent_dark: "#123"` becomes `--accent-dark: #123`.
    private static func properties(_ settings: [String: String]) -> [UInt8] {
        guard !settings.isEmpty else { return [] }
        let lines = settings.sorted { $0.key < $1.key }.map { key, value in
            "--\(key.split(separator: "_").joined(separator: "-")):\(value);"
        }
        return Array(":root{\(lines.joined())}\n".utf8)
    }
}
