public import Schemas

/// What may stand in the YAML files of a theme, for the reference and for editors.
public enum ThemeSchemas {
    /// - Parameters:
    ///   - folder: The folder of themes as globs should name it: `themes`.
    ///   - hostTypes: The types of parameters that the site can fill.
    public static func schemas(folder: String, hostTypes: [HostType]) -> [NamedSchema] {
        [
            NamedSchema(
                fileName: "theme.schema.json", title: "A theme", appliesTo: "\(folder)/*/theme.yaml",
                shape: ThemeManifest.reader.shape),
            NamedSchema(
                fileName: "component.schema.json", title: "A component of a theme",
                appliesTo: "\(folder)/*/components/*/component.yaml", shape: Declaration.reader(hostTypes).shape),
            NamedSchema(
                fileName: "strings.schema.json", title: "The words of a theme's interface",
                appliesTo: "\(folder)/*/strings/*.yaml", shape: Reader.texts(named: "text").shape),
        ]
    }
}
