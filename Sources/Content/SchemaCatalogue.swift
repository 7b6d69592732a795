public import Schemas

/// What may stand in each file of a content folder, for the content reference and for editors.
public enum SchemaCatalogue {
    /// The settings first, then pages, then the files of `data/`.
    ///
    /// - Parameter folder: The content folder as globs should name it: `content`.
    public static func schemas(folder: String) -> [NamedSchema] {
        [
            NamedSchema(
                fileName: "signpost.schema.json", title: "The board's settings",
                appliesTo: "\(folder)/signpost.yaml", shape: BoardSettings.reader.shape),
            NamedSchema(
                fileName: "page.schema.json", title: "Front matter of pages", appliesTo: "\(folder)/**/*.md",
                variants: Variants(
                    by: "kind", otherwise: PageKind.Word.page.rawValue, completedWith: "translated_from",
                    PageKind.Word.allCases.map { ($0.rawValue, $0.reader.shape) })),
            registry(Agency.reader, "The agencies of the partnership", folder),
            registry(Contact.reader, "Contacts and helplines", folder),
            NamedSchema(
                fileName: "data-contacts-translated.schema.json", title: "Contacts in another language",
                appliesTo: "\(folder)/data/contacts.*.yaml", shape: .list(ContactWords.reader.shape, atLeastOne: false)),
            registry(Service.reader, "The directory of services", folder),
            registry(Source.reader, "The bibliography", folder),
            registry(GlossaryEntry.reader, "The glossary", folder),
            registry(Resource.reader, "Resources to use or pass on", folder),
            registry(Campaign.reader, "Campaigns", folder),
            registry(GovernanceGroup.reader, "The groups of the partnership", folder),
            data("action-plan.yaml", "The action plan", ActionPlan.reader.shape, folder),
            registry(School.reader, "Schools that host copies", folder),
            data("training.yaml", "The frame of training", TrainingFramework.reader.shape, folder),
            NamedSchema(
                fileName: "data-indicators.schema.json", title: "Tables of figures",
                appliesTo: "\(folder)/data/indicators/*.yaml",
                shape: .list(IndicatorTable.reader.shape, atLeastOne: false)),
            data("language.yaml", "Rules for wording", LanguageRules.reader.shape, folder),
        ]
    }

    private static func registry<Item: Entity>(
        _ reader: Reader<Item>, _ title: String, _ folder: String
    ) -> NamedSchema {
        let file = Item.entity.home.split(separator: "/").last.map(String.init) ?? Item.entity.home
        return data(file, title, .list(reader.shape, atLeastOne: false), folder)
    }

    private static func data(_ file: String, _ title: String, _ shape: SchemaShape, _ folder: String) -> NamedSchema {
        NamedSchema(
            fileName: "data-\(file.prefix { $0 != "." }).schema.json", title: title,
            appliesTo: "\(folder)/data/\(file)", shape: shape)
    }
}
