public import Diagnostics
public import Languages
import Schemas
import Templates
import YAMLData

/// Reads a theme with the themes it builds on.
public struct ThemeReader: Sendable {
    private let library: ThemeLibrary
    /// The types of parameters that the site can fill.
    private let hostTypes: [HostType]

    /// - Parameter shelves: All folders of themes. Where two have a theme of one name, the first one's counts.
    public init(shelves: [ThemeShelf], hostTypes: [HostType]) {
        library = ThemeLibrary(shelves)
        self.hostTypes = hostTypes
    }

    /// - Parameters:
    ///   - name: The theme to use.
    ///   - place: Where it is named, where that is in a file.
    ///   - language: The language of the interface; English stands in where a theme does not speak it.
    ///   - others: The languages that pages are translated into.
    public func read(
        _ name: String, namedAt place: Location? = nil, language: Language = .english, others: [Language] = []
    ) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        var reading = Reading()
        let chain = ThemeChain.find(name, namedAt: place, in: library, &reading)
        let theme = chain.flatMap { read($0, language, others, &reading) }
        return (reading.diagnostics.hasErrors ? nil : theme, reading.diagnostics)
    }

    private func read(
        _ chain: ThemeChain, _ language: Language, _ others: [Language], _ reading: inout Reading
    ) -> Theme? {
        guard let own = chain.manifests.last else { return nil }
        let files = ThemeFiles(chain: chain.links.map(\.files))
        let settings = ThemeSettings(chain.manifests, &reading)
        let words = StringsReader(files, &reading)
        let strings = words.strings(language, &reading)
        var translations: [Language: Strings] = [:]
        for other in others { translations[other] = words.strings(other, &reading) }
        let partials = templates("partials", files)
        let layouts = templates("layouts", files)
        reportSameNames(layouts, partials, &reading)
        let components = components(files, strings, partials, &reading)
        let styles = chain.styled.flatMap { contents($0.styles, files, &reading) }
        let printStyles = chain.styled.flatMap { contents($0.printStyles, files, &reading) }
        let handoutStyles = chain.styled.flatMap { contents($0.handoutStyles, files, &reading) }
        let handoutPrintStyles = chain.styled.flatMap { contents($0.handoutPrintStyles, files, &reading) }
        let scripts = chain.manifests.flatMap { contents($0.scripts, files, &reading) }
        let searchScript = chain.manifests.compactMap(\.searchScript).last.map { contents([$0], files, &reading) }
        let deskStyles = chain.styled.flatMap { contents($0.deskStyles, files, &reading) }
        let deskScripts = chain.manifests.flatMap { contents($0.deskScripts, files, &reading) }
        let listed = Set(chain.manifests.flatMap(\.listed).map(\.value))
        let assets = assets(files, except: listed)
        checkStyles(chain, files, Set(assets.keys), &reading)
        return Theme(
            name: own.name.value, title: own.title, summary: own.summary,
            place: .wholeFile(files.shownPath("theme.yaml")),
            stringsPlace: .wholeFile(files.shownPath("strings/en.yaml")),
            templates: TemplateLibrary(partials + layouts), components: components,
            strings: strings, translations: translations,
            stylesheet: styles + settings.stylesheet
                + components.values.sorted { $0.name < $1.name }.flatMap(\.style),
            printStylesheet: printStyles, handoutStylesheet: handoutStyles,
            handoutPrintStylesheet: handoutPrintStyles, settings: settings, script: scripts, deskStylesheet: deskStyles,
            deskScript: deskScripts, searchScript: searchScript,
            pictureSizes: chain.manifests.compactMap(\.pictureSizes).last ?? "100vw",
            assets: assets)
    }
}

extension ThemeReader {
    private func templates(_ folder: String, _ files: ThemeFiles) -> [TemplateSource] {
        files.paths(below: folder).filter { $0.hasSuffix(".html") }.compactMap { name in
            let path = "\(folder)/\(name)"
            return files[path].map { TemplateSource(path: files.shownPath(path), bytes: $0) }
        }
    }

    /// Both are included by name, so one of the two could never be meant.
    private func reportSameNames(
        _ layouts: [TemplateSource], _ partials: [TemplateSource], _ reading: inout Reading
    ) {
        let named = Dictionary(layouts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for partial in partials {
            guard let layout = named[partial.name] else { continue }
            reading.diagnostics.append(
                Diagnostic(
                    .sameTemplateName, "the theme has a layout and a partial \"\(partial.name)\"",
                    at: .wholeFile(partial.path), notes: [.init("the layout is here", at: .wholeFile(layout.path))],
                    help: "rename the partial"))
        }
    }

    private func components(
        _ files: ThemeFiles, _ strings: Strings, _ partials: [TemplateSource], _ reading: inout Reading
    ) -> [String: Component] {
        let folders = files.paths(below: "components").map { $0.split(separator: "/") }.filter { $0.count > 1 }
        let names = Set(folders.map { String($0[0]) })
        let reader = ComponentReader(hostTypes: hostTypes, strings: strings, partials: TemplateLibrary(partials))
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
                help: Spelling.suggestion(for: path.value, in: files.paths(below: "assets").map { "assets/\($0)" }))
            return []
        }
    }

    /// Where the style sheets lead, each of which is looked at once.
    private func checkStyles(
        _ chain: ThemeChain, _ files: ThemeFiles, _ assets: Set<String>, _ reading: inout Reading
    ) {
        let own = chain.styled.flatMap { $0.styles + $0.printStyles + $0.handoutStyles + $0.handoutPrintStyles }
        let names =
            own.map(\.value) + chain.styled.flatMap(\.deskStyles).map(\.value)
            + files.paths(below: "components").filter { $0.hasSuffix("/style.css") }.map { "components/\($0)" }
        let links = StyleLinks(assets: assets)
        for name in Set(names).sorted() {
            if let css = files[name] { links.check(css, path: files.shownPath(name), &reading) }
        }
    }

    private func assets(_ files: ThemeFiles, except listed: Set<String>) -> [String: SourceFile] {
        var assets: [String: SourceFile] = [:]
        for name in files.paths(below: "assets") where !listed.contains("assets/\(name)") {
            let path = "assets/\(name)"
            assets[name] = files[path].map { SourceFile(path: files.shownPath(path), bytes: $0) }
        }
        return assets
    }
}
