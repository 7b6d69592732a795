import Diagnostics
import Schemas
import YAMLData

extension LanguageRules {
    /// What Signpost brings: `english.yaml` beside this file.
    ///
    /// - Precondition: the file is sound; a test reads it.
    static func english() -> LanguageRules {
        var reading = Reading()
        let (node, faults) = YAMLReader.read(PackageResources.english_yaml, path: "english.yaml")
        guard let rules = node.flatMap({ reader.value(of: $0, &reading) }) else {
            preconditionFailure("english.yaml: \((faults + reading.diagnostics).map(\.message))")
        }
        return rules
    }
}
