public import Diagnostics

/// All templates of a theme, parsed once, to be compiled against as many shapes as there are kinds of page.
public struct TemplateLibrary: Sendable {
    let sources: [ParsedSource]
    let numbers: [String: Int]

    /// Where two sources share a name the later one counts, so that a theme listed after its parent replaces it.
    public init(_ sources: [TemplateSource]) {
        self.sources = sources.map(Parser.parse)
        numbers = Dictionary(sources.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
    }

    private init(_ sources: [ParsedSource], _ numbers: [String: Int]) {
        (self.sources, self.numbers) = (sources, numbers)
    }

    /// The same with one more, which replaces one of its name. The others are not parsed again.
    public func adding(_ source: TemplateSource) -> TemplateLibrary {
        TemplateLibrary(
            sources + [Parser.parse(source)], numbers.merging([source.name: sources.count]) { $1 })
    }

    /// The faults of syntax in all sources, also in those that no template uses.
    public var diagnostics: [Diagnostic] { sources.flatMap(\.faults).sortedByPlace() }

    /// Compiles a template, with all that it includes, for values of the shape `root`.
    ///
    /// - Parameter place: Where the template is asked for, for a fault that says there is none.
    /// - Returns: the template, or every fault of syntax and linking in the sources that it uses.
    public func compile(
        _ name: String, against root: Shape, namedAt place: Location? = nil
    ) -> (Template?, [Diagnostic]) {
        guard let number = numbers[name] else { return (nil, [Fault.missingTemplate(name, known: names, at: place)]) }
        var linker = Linker(self, root: root)
        linker.link(number)
        let faults = linker.faults.sortedByPlace()
        return (faults.hasErrors ? nil : Template(name: name, program: linker.program), faults)
    }

    /// What can be included, in the order of the alphabet.
    public var names: [String] { numbers.keys.sorted() }

    /// The blocks that an inclusion of a source can fill, in the order in which they are met.
    func blockNames(of number: Int) -> [String] {
        var found: [String] = []
        var visited: Set<Int> = []
        collectBlocks(in: number, &found, &visited)
        return found
    }

    private func collectBlocks(in number: Int, _ found: inout [String], _ visited: inout Set<Int>) {
        guard visited.insert(number).inserted else { return }
        collectBlocks(in: sources[number].nodes, &found, &visited)
    }

    private func collectBlocks(in nodes: [Node], _ found: inout [String], _ visited: inout Set<Int>) {
        for node in nodes {
            switch node {
            case .text, .variable: break
            case .section(let section): collectBlocks(in: section.body, &found, &visited)
            case .block(let block):
                if !found.contains(block.name.text) { found.append(block.name.text) }
                collectBlocks(in: block.body, &found, &visited)
            case .inclusion(let inclusion):
                if let number = numbers[inclusion.name.text] { collectBlocks(in: number, &found, &visited) }
                for block in inclusion.overrides { collectBlocks(in: block.body, &found, &visited) }
            }
        }
    }
}
