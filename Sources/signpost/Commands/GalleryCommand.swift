import ArgumentParser
import CivilTime
import Site

struct GalleryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery", abstract: "Build a gallery of the theme's components, for whoever makes a theme.",
        discussion: """
            Builds the site with one page more for each component, gallery/NAME/: its examples as authors write them and
            as readers see them. The examples name contacts, pages and courses; they are those of the content folder.
            Open gallery/gallery/index.html in a browser. It is not for publishing: it holds the drafts too.

              signpost gallery
              signpost gallery --theme northmere -o /tmp/gallery
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(help: ArgumentHelp("Build as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    @Option(name: [.short, .long], help: "Where it is written. The folder must be empty or made by Signpost.")
    var output = "gallery"

    func run() async throws {
        var progress = Progress()
        // The copies for schools open from a disk and ask search engines to stay out; so should this.
        let options = SiteOptions(edition: .school, today: asOf ?? Today.date(), drafts: true)
        let assembly = Assembly(sources: sources, options: options, showsGallery: true)
        let outcome =
            switch await assembly.settle(&progress) {
            case .faulty(let outcome): outcome
            case .settled(let site): await site.write(to: output, report, &progress)
            }
        progress.end()
        let report = Report(options: report, outcome: outcome)
        report.print()
        if outcome.site != nil, !self.report.quiet { Console.note("The gallery is in \(output)/gallery/index.html.\n") }
        if report.exitCode != .success { throw report.exitCode }
    }
}
