import Diagnostics
import Disk
import Site

/// What a check found, as the next one reads it again: in the answer of a ``BuildRecord``.
struct KeptFindings: Hashable {
    let pageCount: Int
    /// What comes from nothing but the file of the page that it is about.
    let textFaults: [Diagnostic]
    let otherFaults: [Diagnostic]
    /// The posts that keep pages with faults, by the path of the page.
    let owners: [String: String]
    /// The digest of the ``SurroundingsRecord`` beside it; empty where there is none.
    let surroundings: String

    init(
        pageCount: Int, textFaults: [Diagnostic], otherFaults: [Diagnostic], owners: [String: String],
        surroundings: String
    ) {
        self.pageCount = pageCount
        self.textFaults = textFaults
        self.otherFaults = otherFaults
        self.owners = owners
        self.surroundings = surroundings
    }

    /// `nil` where nothing may be kept: after errors, and where a fault is in a file of which no line may be shown. Those are
    /// the records, and what is said of them may be about somebody.
    init?(_ outcome: Assembly.Outcome) {
        let faults = outcome.diagnostics
        guard let site = outcome.site, !faults.hasErrors,
            faults.flatMap(\.paths).allSatisfy({ outcome.files[$0] != nil })
        else { return nil }
        let paths = Set(faults.compactMap { $0.location?.path })
        self.init(
            pageCount: site.pageCount, textFaults: faults.filter(outcome.textFaults.contains),
            otherFaults: faults.filter { !outcome.textFaults.contains($0) },
            owners: outcome.owners.filter { paths.contains($0.key) },
            surroundings: outcome.surroundings?.digest ?? "")
    }

    var findings: Findings {
        Findings(faults: (textFaults + otherFaults).sortedByPlace(), pageCount: pageCount, owners: owners) {
            path, number in
            (try? OneFile.read(path, limit: SourceTree.Limits().fileBytes)).flatMap { LineOfFile.text($0, number) }
        }
    }

    /// The same with what is found of some pages now.
    ///
    /// - Parameters:
    ///   - pages: Their paths, as messages write them, and the posts that keep them.
    ///   - faults: All that comes from nothing but their files.
    func replacing(_ pages: [String: String?], by faults: [Diagnostic]) -> KeptFindings {
        let rest = textFaults.filter { $0.location.map { pages.keys.contains($0.path) } != true }
        return KeptFindings(
            pageCount: pageCount, textFaults: rest + faults, otherFaults: otherFaults,
            owners: owners.merging(pages.compactMapValues(\.self)) { $1 }, surroundings: surroundings)
    }

    /// Whether what is said of a page beside its own faults stands as long as nothing but its text changes: it is about the
    /// page as a whole or about the facts at its top, and no fault of another file points at it.
    ///
    /// - Parameters:
    ///   - path: As messages write it.
    ///   - lines: How many lines the facts take.
    func letsTextChange(of path: String, facts lines: Int) -> Bool {
        otherFaults.allSatisfy { fault in
            let isItsOwn = fault.location?.path == path
            return ([fault.location] + fault.notes.map(\.location)).compactMap(\.self).allSatisfy { place in
                place.path != path || isItsOwn && (place.isWholeFile || place.start.line <= lines)
            }
        } && textFaults.allSatisfy { $0.location?.path == path || !$0.paths.contains(path) }
    }
}

// As texts.
extension KeptFindings {
    private static let heading = "check 1"

    var texts: [String] {
        let (text, other) = (KeptFaults.texts(of: textFaults), KeptFaults.texts(of: otherFaults))
        let kept = owners.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        return [Self.heading, String(pageCount), surroundings, String(kept.count), String(text.count)] + kept + text
            + other
    }

    /// `nil` for what ``texts`` did not write.
    init?(_ texts: [String]) {
        guard texts.count > 5, texts[0] == Self.heading, let pages = Int(texts[1]), let kept = Int(texts[3]),
            let count = Int(texts[4]), kept >= 0, kept % 2 == 0, count >= 0, count <= texts.count,
            5 + kept + count <= texts.count,
            let text = KeptFaults.faults(in: texts[(5 + kept)..<(5 + kept + count)]),
            let other = KeptFaults.faults(in: texts[(5 + kept + count)...])
        else { return nil }
        let pairs = stride(from: 5, to: 5 + kept, by: 2).map { (texts[$0], texts[$0 + 1]) }
        self.init(
            pageCount: pages, textFaults: text, otherFaults: other,
            owners: Dictionary(pairs, uniquingKeysWith: { first, _ in first }), surroundings: texts[2])
    }
}
