import Content
import Markdown
import Schemas
import Theming

/// Which files of `images/` and `files/` the pages of an edition use, and how.
struct MediaUses {
    /// All that are used.
    private(set) var paths: Set<String> = []
    /// The pictures that stand in texts; the others are downloads.
    private(set) var shown: Set<String> = []
    /// The pictures in the texts of each page.
    private(set) var byPage: [ID<Page>: Set<String>] = [:]

    /// - Parameter resolvers: One for each language.
    init(_ resolvers: [LinkResolver]) {
        for resolver in resolvers { add(resolver.plan, resolver) }
    }

    private mutating func add(_ plan: Plan, _ resolver: LinkResolver) {
        for page in plan.pages {
            func files(_ uses: [Located<String>]) -> [String] {
                uses.compactMap { use in
                    if case .success(.file(let path)) = resolver.resolve(use.value, from: page, at: use.location) {
                        path
                    } else {
                        nil
                    }
                }
            }
            let links =
                page.documents.flatMap { $0.links.map { Located($0.destination, at: $0.location) } }
                + page.componentLinks
            let images = files(page.documents.flatMap { $0.images.map { Located($0.source, at: $0.location) } })
            paths.formUnion(files(links.filter { Self.isMedia($0.value) }) + images)
            shown.formUnion(images)
            if !images.isEmpty { byPage[page.id] = Set(images) }
        }
        paths.formUnion(plan.signedFiles.map(\.value))
        for resource in plan.resources.items {
            if case .file(let path) = resource.place { paths.insert("files/\(path.value)") }
        }
    }

    /// Most links lead to pages or other sites, and need not be followed to know that.
    private static func isMedia(_ destination: String) -> Bool {
        !destination.hasScheme && !destination.cut(at: UInt8(ascii: "#")).0.hasSuffix(".md")
    }
}

extension Plan {
    /// The files of films in sign language.
    var signedFiles: [Located<String>] {
        pages.flatMap { page -> [Located<String>] in
            if case .file(let film)? = page.front.bsl?.place { film.files } else { [] }
        }
    }
}
