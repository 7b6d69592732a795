import Content
public import Diagnostics
public import Schemas
import YAMLData

/// The files of a records folder that hold what schools and businesses said.
public struct CollectedFiles: Sendable {
    /// The lists at the top of the folder, for suggestions.
    public static let lists = [assessment, outreach]

    private static let assessment = "self-assessment.yaml"
    private static let outreach = "outreach.yaml"
    private static let returns = "returns/"

    /// Whether it is one of these files.
    public static func holds(_ path: String) -> Bool {
        lists.contains(path) || (path.hasPrefix(returns) && path.hasSuffix(".yaml"))
    }

    private let files: [SourceFile]
    private let shown: @Sendable (String) -> String

    /// - Parameters:
    ///   - files: All of the folder, with paths from it.
    ///   - shown: A path as the user would type it.
    public init(_ files: [SourceFile], shown: @escaping @Sendable (String) -> String) {
        self.files = files.filter { Self.holds($0.path) }
        self.shown = shown
    }

    /// What they say, each `nil` where there is no such file; `nil` altogether where one has a fault.
    public func read(_ reading: inout Reading) -> (assessment: SelfAssessment?, outreach: Outreach?)? {
        let assessment = selfAssessment(&reading)
        let outreach = file(Self.outreach).map { file in
            reading.declare(IndicatorTable.entity, CollectedTable.outreach, at: .wholeFile(shown(file.path)))
            return node(of: file, &reading).flatMap { Outreach.reader.value(of: $0, &reading) }
        }
        if case .some(.none) = outreach { return nil }
        guard let assessment else { return nil }
        return (assessment, outreach ?? nil)
    }

    private func file(_ path: String) -> SourceFile? { files.first { $0.path == path } }

    private func node(of file: SourceFile, _ reading: inout Reading) -> YAMLNode? {
        let (node, faults) = YAMLReader.read(file.bytes, path: shown(file.path))
        reading.diagnostics += faults
        return node
    }

    /// `.some(nil)` where there is none, `nil` where it has a fault.
    private func selfAssessment(_ reading: inout Reading) -> SelfAssessment?? {
        let answers = files.filter { $0.path.hasPrefix(Self.returns) }
        guard let file = file(Self.assessment) else {
            for stray in answers {
                reading.report(
                    .unlistedAnswer, "these returns belong to no round", at: .wholeFile(shown(stray.path)),
                    help: "list the rounds in \(Self.assessment)")
            }
            return answers.isEmpty ? .some(nil) : nil
        }
        guard let sheet = node(of: file, &reading).flatMap({ SelfAssessment.sheet.value(of: $0, &reading) }) else {
            reading.couldNotRead(AskedSchool.entity)
            reading.couldNotRead(IndicatorTable.entity)
            return nil
        }
        for id in CollectedTable.ids(of: sheet.frame) {
            reading.declare(IndicatorTable.entity, id, at: .wholeFile(shown(file.path)))
        }
        let read = answers.map { returns(in: $0, sheet.frame, &reading) }
        let whole = read.compactMap(\.self)
        guard whole.count == read.count else { return nil }
        return SelfAssessment(
            frame: sheet.frame, schools: Registry(sheet.schools),
            returns: Dictionary(whole, uniquingKeysWith: { first, _ in first }))
    }

    private func returns(
        in file: SourceFile, _ frame: SelfAssessment.Frame, _ reading: inout Reading
    ) -> (String, [SchoolReturn])? {
        let round = String(file.path.dropFirst(Self.returns.count).dropLast(".yaml".count))
        let before = reading.diagnostics.count
        reading.expect(
            Located(round, at: .wholeFile(shown(file.path))), in: frame.rounds.map(\.id.value), "round")
        guard let node = node(of: file, &reading),
            let answers = SelfAssessment.answers(to: frame).value(of: node, &reading)
        else { return nil }
        var places: [ID<AskedSchool>: Location] = [:]
        for answer in answers {
            guard let first = places.updateValue(answer.location, forKey: answer.school) else { continue }
            reading.report(
                .returnTwice, "\"\(answer.school)\" stands twice among the returns of \"\(round)\"",
                at: answer.location, notes: [.init("the other one is here", at: first)],
                help: "keep the one that counts")
        }
        return reading.diagnostics[before...].hasErrors ? nil : (round, answers)
    }
}

/// The tables of figures that are computed from what was collected, as pages name them.
public enum CollectedTable {
    public static let returns = "returns"
    public static let evidence = "returns-evidence"
    public static let outreach = "outreach"

    public static func ratings(_ round: String) -> String { "returns-ratings-\(round)" }

    public static func ids(_ assessment: SelfAssessment?, _ outreach: Outreach?) -> [String] {
        (assessment.map { ids(of: $0.frame) } ?? []) + (outreach.map { _ in [Self.outreach] } ?? [])
    }

    static func ids(of frame: SelfAssessment.Frame) -> [String] {
        [returns] + (frame.evidence.isEmpty ? [] : [evidence]) + frame.rounds.map { ratings($0.id.value) }
    }
}
