import AttendanceImport
import Content
import Schemas
import Site
import Theming
import Training

/// What may stand in every file that people write, from all the libraries that read one.
enum AllSchemas {
    /// Globs are as seen from a board's folder, the one that holds `content/` and `records/`.
    static let list: [NamedSchema] =
        SchemaCatalogue.schemas(folder: "content")
        + TrainingReader.shapes.map { path, shape in
            NamedSchema(
                fileName: "records-\(name(path)).schema.json", title: "Training records: \(name(path))",
                appliesTo: "**/records/\(path)", shape: shape)
        }
        + [
            NamedSchema(
                fileName: "attendance-mapping.schema.json", title: "Importing a register: which column is which",
                appliesTo: "**/*.mapping.yaml", shape: ColumnMapping.reader.shape)
        ]
        + ThemeSchemas.schemas(folder: "themes", hostTypes: HostTypes.all)

    /// `runs` for `runs/**/*.yaml`, `people` for `people.yaml`.
    private static func name(_ path: String) -> String {
        String(path.prefix { $0 != "/" && $0 != "." })
    }
}
