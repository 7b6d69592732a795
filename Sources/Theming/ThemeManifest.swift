import Schemas

/// `theme.yaml`
struct ThemeManifest: Sendable {
    let name: Located<String>
    let title: String
    let summary: String
    let parent: Located<String>?
    let settings: [Setting]
    let contrast: [ContrastRule]
    let scripts: [Located<String>]
    let styles: [Located<String>]
    let printStyles: [Located<String>]
    let handoutStyles: [Located<String>]
    let handoutPrintStyles: [Located<String>]
    let inheritsStyles: Bool
    let searchScript: Located<String>?
    let pictureSizes: String?
    let deskStyles: [Located<String>]
    let deskScripts: [Located<String>]

    /// The files that it names: they become parts of others and are not published by themselves.
    var listed: [Located<String>] {
        styles + printStyles + handoutStyles + handoutPrintStyles + scripts + [searchScript].compactMap(\.self)
            + deskStyles + deskScripts
    }

    static let reader: Reader<ThemeManifest> = .object(
        "theme", "A theme: the look of a site.",
        required("name", Reader.word.located, "The name of its folder."),
        required("title", .text, "Its title."),
        required("summary", .text, "What it is like."),
        optional("parent", Reader.word.located, "The theme it builds on; files of its own replace the parent's."),
        optional(
            "settings", .settings, "Values that the styles use as custom properties: `accent_dark` is `--accent-dark`.",
            otherwise: [], spelled: "none"),
        list(
            "contrast", ContrastRule.reader,
            "How far its colours must stand out; takes the place of the parent's list."),
        list("scripts", Reader.text.located, "Scripts, in order."),
        list("styles", Reader.text.located, "Style sheets, in order; files of the parents can be named too."),
        list("print_styles", Reader.text.located, "Style sheets for paper, in order; a screen does not wait for them."),
        list(
            "handout_styles", Reader.text.located,
            "Style sheets of the pages that are there to be printed, such as posters; no other page loads them."),
        list(
            "handout_print_styles", Reader.text.located,
            "The same for paper alone; a screen does not wait for them. They come after `handout_styles`."),
        optional(
            "inherit_styles", .flag, "Whether the style sheets that the parents list come first.", otherwise: true,
            spelled: "true"),
        optional(
            "search_script", Reader.text.located,
            "The script of the search page, which no other page loads. Without one the site has no search page."),
        optional(
            "picture_sizes", .text,
            "How wide pictures stand in texts, for the attribute `sizes`; `100vw`, the whole window, where no theme "
                + "says so."),
        list("desk_styles", Reader.text.located, "Style sheets of the training team's own pages, in order."),
        list("desk_scripts", Reader.text.located, "Scripts of the training team's own pages, in order."),
        as: ThemeManifest.init)
}
