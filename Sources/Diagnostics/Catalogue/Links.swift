// SP050–SP059: links and images.
extension DiagnosticCode {
    static let links: [DiagnosticCode] = [
        brokenLink, brokenAnchor, missingMedia, notInEdition, linkForm, imageWithoutSize, activeImage,
    ]

    public static let brokenLink = DiagnosticCode(
        "SP050", "a link to a page that is not there",
        """
        Links between pages are written as paths to their Markdown files, from the file that holds the link. They work \
        in the editor, on a code host, and on the site.

            [what to do now](../parents/notice.md)

        The message suggests the page that was most likely meant.
        """)

    public static let brokenAnchor = DiagnosticCode(
        "SP051", "a link to a place on a page that is not there",
        """
        What stands behind `#` must be the name of a heading of that page: its words in lower case, with hyphens for \
        spaces. The heading was most likely reworded.
        """)

    public static let missingMedia = DiagnosticCode(
        "SP052", "a picture or a download that is not there",
        """
        Pictures live in `content/images/`, downloads in `content/files/`. Pages name them by their path from the page:

            ![A signpost](../images/signpost.svg)
        """)

    public static let notInEdition = DiagnosticCode(
        "SP053", "something that this edition does not have",
        """
        The page, course or resource exists, but it is not part of what is being built: it is a draft, its day has not \
        come, it has expired, or it is for trainers only. A link to it would lead nowhere, and it could tell readers of \
        something that is not meant for them. Take the mention out, or publish the thing.
        """)

    public static let linkForm = DiagnosticCode(
        "SP054", "a link in a form that does not work everywhere",
        """
        Addresses that start with a slash break when the site lives in a subfolder or on a USB stick. Name the \
        Markdown file instead, from the file that holds the link: `../parents/index.md`.
        """)

    public static let imageWithoutSize = DiagnosticCode(
        "SP055", "a picture whose size cannot be read",
        """
        A page keeps a picture's place free before the picture has loaded, so that nothing jumps under a reader's \
        finger. For that its size must be known. PNG, JPEG, GIF and WebP files say it by themselves; an SVG drawing \
        needs a `viewBox`.
        """)

    public static let activeImage = DiagnosticCode(
        "SP056", "a drawing that can do things",
        """
        SVG drawings can hold scripts and can load things from elsewhere. On these pages nothing may run and nothing \
        may be fetched, so such a drawing is refused. Export it again as a plain drawing, without scripts, events, \
        links or embedded pages.
        """)
}
