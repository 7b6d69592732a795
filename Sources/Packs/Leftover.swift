/// What stands in the place of a file that a newer version of a copy no longer has.
///
/// An archive that is unpacked over an older copy can replace files and cannot remove any. So that no page is left that
/// says what no longer holds, an update brings these in their place: a page that leads to the front page at once, and
/// an empty file for anything else.
enum Leftover {
    /// The same for the same path, so that whoever checks a copy needs no list of them.
    static func bytes(inPlaceOf path: String) -> [UInt8] {
        guard path.hasSuffix(".html") else { return [] }
        let up = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
        let policy = "default-src 'none'"
        return Array(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>This page is gone</title>
            <meta http-equiv="Content-Security-Policy" content="\(policy)"><meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex"><meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="0; url=\(up)index.html"></head>
            <body><p>This page is gone. <a href="\(up)index.html">Go to the front page</a>.</p></body></html>

            """.utf8)
    }
}
