import Diagnostics
import Schemas
import YAMLData

/// The files under `data/`, each holding one registry or one document.
struct DataFolder {
    let root: String
    let files: [String: SourceFile]

    /// All entries of a registry; none where the file is not there, `nil` where an entry has a fault.
    func registry<Item: Entity>(_ reader: Reader<Item>, _ reading: inout Reading) -> Registry<Item>? {
        guard let file = files[Item.entity.home] else { return Registry([]) }
        guard let node = node(of: file, &reading) else {
            reading.couldNotRead(Item.entity)
            return nil
        }
        if case .sequence = node.value {} else { reading.couldNotRead(Item.entity) }
        return Reader.list(of: reader).value(of: node, &reading).map(Registry.init)
    }

    /// All entries of a registry that lies in several files of one folder.
    func registries<Item: Entity>(in folder: String, _ reader: Reader<Item>, _ reading: inout Reading) -> Registry<
        Item
    >? {
        let paths = files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }.sorted()
        let parts = paths.map { document($0, .list(of: reader), declaring: [Item.entity], &reading) }
        let whole = parts.compactMap { $0?.flatMap { $0 } }
        return whole.count == paths.count ? Registry(whole.flatMap(\.self)) : nil
    }

    /// What a file says as a whole: `.some(nil)` where it is not there, `nil` where it has a fault.
    func document<Value>(
        _ name: String, _ reader: Reader<Value>, declaring entities: [EntityKind] = [], _ reading: inout Reading
    ) -> Value?? {
        guard let file = files[name] else { return .some(nil) }
        guard let node = node(of: file, &reading) else {
            for entity in entities { reading.couldNotRead(entity) }
            return nil
        }
        return reader.value(of: node, &reading).map { .some($0) }
    }

    func framework(_ reading: inout Reading) -> TrainingFramework?? {
        document(
            "data/training.yaml", TrainingFramework.reader,
            declaring: [TrainingLevel.entity, RoleGroup.entity, SiteKind.entity], &reading)
    }

    /// A file that holds nothing but comments is an empty list to a registry, and that is no fault.
    private func node(of file: SourceFile, _ reading: inout Reading) -> YAMLNode? {
        let (node, faults) = YAMLReader.read(file.bytes, path: Board.shownPath(root, file.path))
        reading.diagnostics += faults
        guard let node else { return nil }
        return node.value == .mapping([]) ? YAMLNode(.sequence([]), at: node.location) : node
    }
}

/// All of `data/`, read.
struct Registries {
    let agencies: Registry<Agency>
    let contacts: Registry<Contact>
    let services: Registry<Service>
    let sources: Registry<Source>
    let glossary: Registry<GlossaryEntry>
    let resources: Registry<Resource>
    let campaigns: Registry<Campaign>
    let governance: Registry<GovernanceGroup>
    let actionPlan: ActionPlan?
    let training: TrainingFramework?
    let schools: Registry<School>
    let language: LanguageRules
    let indicators: Registry<IndicatorTable>

    /// `nil` where a file has a fault; all files are read before.
    init?(_ data: DataFolder, _ reading: inout Reading) {
        let agencies = data.registry(Agency.reader, &reading)
        let contacts = data.registry(Contact.reader, &reading)
        let services = data.registry(Service.reader, &reading)
        let sources = data.registry(Source.reader, &reading)
        let glossary = data.registry(GlossaryEntry.reader, &reading)
        let resources = data.registry(Resource.reader, &reading)
        let campaigns = data.registry(Campaign.reader, &reading)
        let governance = data.registry(GovernanceGroup.reader, &reading)
        let actionPlan = data.document("data/action-plan.yaml", ActionPlan.reader, &reading)
        let training = data.framework(&reading)
        let schools = data.registry(School.reader, &reading)
        let language = data.document("data/language.yaml", LanguageRules.reader, &reading)
        let indicators = data.registries(in: ContentFolder.indicators, IndicatorTable.reader, &reading)
        guard let agencies, let contacts, let services, let sources, let glossary, let resources, let campaigns,
            let governance, let actionPlan, let training, let schools, let language, let indicators
        else { return nil }
        self.agencies = agencies
        self.contacts = contacts
        self.services = services
        self.sources = sources
        self.glossary = glossary
        self.resources = resources
        self.campaigns = campaigns
        self.governance = governance
        self.actionPlan = actionPlan
        self.training = training
        self.schools = schools
        self.indicators = indicators
        self.language = LanguageRules.english().changed(by: language, &reading)
    }
}
