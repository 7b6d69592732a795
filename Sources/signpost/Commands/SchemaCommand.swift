import ArgumentParser
import Desk
import Diagnostics
import Disk
import JSONText
import Schemas
import Site

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "JSON Schemas for all files, so that editors complete and check them.",
        discussion: """
              signpost schema                       list the schemas and the files they are for
              signpost schema page                  print one
              signpost schema -o .schemas           write all of them into a folder
              signpost schema --reference           the same as a page for people, in Markdown
              signpost schema --theme-reference     every name that a theme's layouts can use

            In VS Code with the YAML extension by Red Hat, put this into .vscode/settings.json after writing them (it
            completes the files under data/ and records/; it does not look into the front matter of pages):

              { "yaml.schemas": { ".schemas/data-contacts.schema.json": "content/data/contacts.yaml" } }
            """)

    @Argument(help: "The name of one schema, such as page or data-contacts.")
    var name: String?

    @Option(name: [.short, .long], help: "The folder to write all schemas to.")
    var output: String?

    @Flag(help: "Print the content reference as Markdown.")
    var reference = false

    @Flag(help: "Print the names that a theme's layouts can use, as Markdown.")
    var themeReference = false

    func run() throws {
        if reference { return Console.data(Self.referenceIntro + ContentReference.markdown(AllSchemas.list)) }
        if themeReference { return Console.data(LayoutReference.markdown(and: DeskLayouts.all)) }
        if let output { return try write(to: output) }
        guard let name else { return Console.data(overview) }
        guard let schema = AllSchemas.list.first(where: { $0.shortName == name || $0.fileName == name }) else {
            let names = AllSchemas.list.map(\.shortName)
            let near = Spelling.nearest(name, in: names).map { " Did you mean \($0)?" } ?? ""
            throw ValidationError("There is no schema \"\(name)\".\(near)")
        }
        Console.data(JSONSchema.document(schema).text(indented: true))
    }

    private static let referenceIntro = """
        # Content reference

        Every key of every file that people write: what to put there, and what it means. A key that is not listed here is
        an error with its line, and so is a word that is not among the ones allowed.

        This page is made by `signpost schema --reference`.


        """

    private var overview: String {
        let widest = AllSchemas.list.map(\.shortName.count).max() ?? 0
        return AllSchemas.list.map { schema in
            let gap = String(repeating: " ", count: widest - schema.shortName.count + 2)
            return schema.shortName + gap + schema.appliesTo + "\n"
        }.joined()
    }

    private func write(to folder: String) throws {
        do {
            let files = AllSchemas.list.map { schema in
                OutputFile(
                    path: schema.fileName, bytes: Array(JSONSchema.document(schema).text(indented: true).utf8))
            }
            try FolderFiles.add(files, to: folder)
        } catch {
            Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }))
            throw ExitCode(1)
        }
        Console.note("Wrote \(AllSchemas.list.count) schemas to \(folder)/.\n")
    }
}

extension NamedSchema {
    /// The file's name without its endings.
    fileprivate var shortName: String { String(fileName.prefix { $0 != "." }) }
}
