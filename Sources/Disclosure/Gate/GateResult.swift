import Content
public import Diagnostics
import Schemas
import Training

/// What the gate found, and what it did to find it.
public struct GateResult: Sendable {
    /// Errors where personal data stands in the site; warnings about what could not be looked into.
    public let diagnostics: [Diagnostic]
    public let evidence: GateEvidence
    /// The files in which anything was found, even what is excused: all others are clean by themselves.
    public let unclean: Set<String>
    /// Whether some names were taken for words of the language, which depends on the words of all files.
    public let hangsTogether: Bool

    /// - Parameters:
    ///   - results: Of the files in which anything was found.
    ///   - files: How many were looked through.
    ///   - unclean: The paths of files with findings.
    ///   - ordinary: Whose names stand in the site as words of the language.
    init(
        _ results: [FileScan.Result], files: Int, size: Int, unclean: Set<String>, for watch: WatchList,
        published: PublishedContacts, ordinary: Set<Int32>
    ) {
        self.unclean = unclean
        hangsTogether = !ordinary.isEmpty
        let faults = results.flatMap { result in result.found.map { Fault($0, in: result) } }
        let excuses = results.reduce(into: Set<Finding.What>()) { $0.formUnion($1.excuses) }
        let sealed = results.filter { $0.seal != nil }
        let unused = watch.phrases.enumerated().filter { !excuses.contains(.phrase(Int32($0.offset))) }
        diagnostics =
            Fault.diagnostics(faults, watch) + sealed.map(Self.warning(sealed:))
            + unused.map { Self.warning(unused: $0.element) }
        evidence = GateEvidence(
            files: files, bytes: size, watch: watch, publishedContacts: published.count, excuses: excuses,
            sealed: sealed.map(\.path), ordinary: ordinary.map { watch.people[Int($0)].text }.sorted())
    }

    private static func warning(sealed file: FileScan.Result) -> Diagnostic {
        Diagnostic(
            .sealedFile, "nobody can tell what is in \"\(file.path)\": it is \(file.seal ?? "packed")", at: nil,
            help: "open it and look for names before you publish it, or publish it as plain text")
    }

    private static func warning(unused phrase: BoardSettings.AllowedPhrase) -> Diagnostic {
        Diagnostic(
            .unusedAllowance, "the allowed phrase \"\(phrase.text)\" stands nowhere on the site", at: nil,
            help: "take it out of `allowed_phrases:` in signpost.yaml")
    }
}

/// One thing that was found, in one file.
private struct Fault {
    let what: Finding.What
    let place: FileScan.Place
    let location: Location

    init(_ found: FileScan.Found, in file: FileScan.Result) {
        what = found.what
        place = found.place
        let position =
            switch found.place {
            case .path: Position.start
            case .byte(let position), .wrapped(let position): position
            }
        location = Location(path: Self.shownPath(file), start: position)
    }

    /// A path that holds somebody's name is not printed.
    private static func shownPath(_ file: FileScan.Result) -> String {
        guard file.found.contains(where: { $0.place == .path }) else { return "site/\(file.path)" }
        let folder = ["files/", "images/"].first(where: file.path.hasPrefix) ?? ""
        return "site/\(folder)…" + (file.path.split(separator: "/").last?.suffix(from: ".") ?? "")
    }

    /// One diagnostic for each thing, at the first of its places: a name in the menu stands on every page.
    static func diagnostics(_ faults: [Fault], _ watch: WatchList) -> [Diagnostic] {
        var order: [Finding.What] = []
        var places: [Finding.What: [Fault]] = [:]
        for fault in faults {
            if places[fault.what] == nil { order.append(fault.what) }
            places[fault.what, default: []].append(fault)
        }
        return order.compactMap { what in places[what].flatMap { diagnostic($0, watch) } }
    }

    private static let shownPlaces = 3

    private static func diagnostic(_ faults: [Fault], _ watch: WatchList) -> Diagnostic? {
        guard let first = faults.first else { return nil }
        let (code, thing, help) = first.wording(watch)
        let more = faults.dropFirst()
        var notes = more.prefix(shownPlaces).map { Diagnostic.Note("it also \($0.standing)", at: $0.location) }
        if more.count > shownPlaces { notes.append(Diagnostic.Note("and in \(more.count - shownPlaces) more files")) }
        return Diagnostic(code, "\(thing) \(first.standing)", at: first.location, notes: notes, help: help)
    }

    private var standing: String {
        switch place {
        case .path: "stands in the name of a file of the finished site"
        case .byte: "stands in the finished site"
        case .wrapped:
            "stands in the finished site, in a form that hides it: as base64, as UTF-16, or as words of the search index"
        }
    }

    private func wording(_ watch: WatchList) -> (DiagnosticCode, String, help: String) {
        func id(_ owner: Int32) -> String { watch.people[Int(owner)].text }
        let phrase = "if it is not a person, add it to `allowed_phrases:` in signpost.yaml"
        switch what {
        case .name(let owner):
            return (
                .personNamed, "the name of \(id(owner))",
                "take it out of the page, file or setting that it comes from, or record the champion's consent; \(phrase)"
            )
        case .address(let owner):
            return (.personsAddress, "the e-mail address of \(id(owner))", "give a shared address in its place")
        case .id(let owner):
            return (.personsID, "the id of \(id(owner))", "take it out; \(phrase)")
        case .canary(let owner):
            return (
                .canaryOnSite, "the canary \"\(watch.canaries[Int(owner)])\"",
                "find out which way it came; what it was planted beside may have come with it"
            )
        case .strayAddress(let domain):
            return (
                .strayAddress, "an e-mail address at \(domain)",
                "add the address to data/contacts.yaml if it is meant for everybody, or to `allowed_phrases:`"
            )
        case .strayTelephone:
            return (
                .strayTelephone, "a telephone number that is no contact's",
                "add the number to data/contacts.yaml if it is meant for everybody, or to `allowed_phrases:`"
            )
        case .number(let kind):
            return (.nationalNumber, "what looks like \(kind.withArticle)", "take it out; \(phrase)")
        case .consent, .phrase: preconditionFailure("an excuse is no fault")
        }
    }
}

extension NationalNumber {
    fileprivate var withArticle: String { self == .pupil ? "a \(rawValue)" : "an \(rawValue)" }
}

extension Substring {
    /// The last of its endings, with the full stop.
    fileprivate func suffix(from mark: Character) -> String { lastIndex(of: mark).map { String(self[$0...]) } ?? "" }
}
