import Diagnostics
import Site

/// What is said of a site, whether all of it was looked at or only what is new.
struct Findings {
    var faults: [Diagnostic]
    /// Of the site, without redirects; `nil` where there is none because of an error.
    let pageCount: Int?
    /// The posts that keep pages, by the path of the page.
    let owners: [String: String]
    /// One line of a file, where it may be shown: by the path that messages use, and its number from 1.
    let line: (String, Int) -> String?

    /// The post that has to see to a fault, where it is in a page that somebody keeps.
    func owner(of fault: Diagnostic) -> String? { fault.location.flatMap { owners[$0.path] } }

    func with(_ faults: [Diagnostic]) -> Findings {
        Findings(faults: faults, pageCount: pageCount, owners: owners, line: line)
    }

    /// The same, with no more faults of a kind than people can read.
    var counted: Findings { with(faults.counted()) }
}

extension Findings {
    init(_ outcome: Assembly.Outcome) {
        self.init(
            faults: outcome.diagnostics, pageCount: outcome.site?.pageCount, owners: outcome.owners,
            line: outcome.line)
    }
}
