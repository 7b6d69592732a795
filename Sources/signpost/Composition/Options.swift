public import ArgumentParser
public import CivilTime
public import Diagnostics
public import Site

/// Where things are.
struct SourceOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "The content folder; it holds signpost.yaml.")
    var source = "content"

    @Option(help: "The folder of training records. (default: `records:` in signpost.yaml)")
    var records: String?

    @Option(
        help: """
            The summary of training that `signpost report publish` wrote; no records are read then. (default: \
            `summary:` in signpost.yaml, where the records are not there)
            """)
    var summary: String?

    @Option(help: "The theme to use. (default: `theme:` in signpost.yaml)")
    var theme: String?

    @Option(
        help: """
            A folder of themes. Themes beside the content folder, in the working folder and installed ones are found too.
            """)
    var themes: String?
}

/// What is built.
struct EditionOptions: ParsableArguments {
    @Option(help: "public, school or trainer.")
    var edition = Edition.public

    @Option(name: [.customShort("b"), .long], help: "The address the site will have. (default: `base_url:`)")
    var baseURL: String?

    @Option(help: ArgumentHelp("Build as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    @Flag(help: "Build pages marked `draft: true` too.")
    var drafts = false

    @Option(
        help: ArgumentHelp(
            "The board's secret key, which signs the certificates of the trainer edition.", valueName: "file"))
    var key: String?

    func siteOptions() throws -> SiteOptions {
        guard key == nil || edition == .trainer else {
            throw ValidationError("--key signs certificates, which only the trainer edition has: --edition trainer.")
        }
        var base = baseURL
        if let given = baseURL {
            guard given.hasPrefix("https://") || given.hasPrefix("http://"), !given.contains("\"") else {
                throw ValidationError("--base-url must start with https:// or http://, and \"\(given)\" does not.")
            }
            base = given.hasSuffix("/") ? given : given + "/"
        }
        return SiteOptions(edition: edition, today: asOf ?? Today.date(), drafts: drafts, baseURL: base)
    }
}

/// How faults are reported.
struct ReportOptions: ParsableArguments {
    @Option(help: "How faults are reported: human (on standard error); json, sarif or github (on standard output).")
    var format = ReportFormat.human

    @Flag(help: "Treat warnings as faults: exit status 2. The same as --fail-on warning.")
    var strict = false

    @Flag(name: [.short, .long], help: "Print nothing but faults.")
    var quiet = false
}

/// What `check` lets pass, and what it does not.
struct ToleranceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The least that makes the exit status other than 0: error, warning or note.", valueName: "severity"))
    var failOn: Diagnostic.Severity?

    @Option(
        help: ArgumentHelp(
            "Leave out the warnings and notes of this file, which --write-baseline made.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Write the warnings and notes of today to this file, so that later runs report new ones only.",
            valueName: "file"))
    var writeBaseline: String?
}

/// What is asked of other sites; nothing, unless somebody says so.
struct OnlineOptions: ParsableArguments {
    @Flag(help: "Ask other sites whether the links to them still work. Nothing else goes to the network.")
    var online = false

    @Option(
        help: ArgumentHelp(
            "For how many days a link that works is not asked for again; 0 asks for all.", valueName: "days"))
    var maxAge = 7

    func validate() throws {
        guard (0...3660).contains(maxAge) else { throw ValidationError("--max-age is a number of days, such as 7.") }
    }
}

extension Diagnostic.Severity: ExpressibleByArgument {}
extension Edition: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}
