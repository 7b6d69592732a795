import CivilTime
import Content
import Schemas

/// What search engines look for: `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt` (RFC 9309).
struct SearchEngineFiles {
    let plans: Plans

    private var plan: Plan { plans.original }

    func files() -> [SiteFile] {
        plan.edition == .public
            ? [
                SiteFile(path: "sitemap.xml", bytes: sitemap()),
                SiteFile(
                    path: "robots.txt",
                    bytes: Array("User-agent: *\nAllow: /\n\nSitemap: \(plan.base.url)sitemap.xml\n".utf8)),
            ]
            : [SiteFile(path: "robots.txt", bytes: Array("User-agent: *\nDisallow: /\n".utf8))]
    }

    private func sitemap() -> [UInt8] {
        var xml = XMLWriter()
        let isTranslated = !plans.others.isEmpty
        xml.open(
            "urlset",
            [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]
                + (isTranslated ? [("xmlns:xhtml", "http://www.w3.org/1999/xhtml")] : []))
        for page in plans.all.flatMap(\.pages) {
            xml.open("url")
            xml.text("loc", plan.base.url(of: Route(page.id)))
            if let reviewed = page.front.reviewed { xml.text("lastmod", reviewed.description) }
            for other in plan.alternates(of: page) {
                xml.empty("xhtml:link", [("rel", "alternate"), ("hreflang", other.tag), ("href", other.url)])
            }
            xml.close("url")
        }
        for made in plans.all.flatMap(\.made) {
            xml.open("url")
            xml.text("loc", plan.base.url(of: made.route))
            xml.close("url")
        }
        xml.close("urlset")
        return xml.bytes
    }
}
