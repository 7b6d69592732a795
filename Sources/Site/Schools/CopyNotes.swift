public import CivilTime
import Content
import Integrity
import Templates

/// What a school's copy says of itself, on a page that no menu of the board's leads to.
public struct CopyNotes: Sendable {
    /// Which copy it is: changes when anything in it changes.
    public let version: String
    /// The day for which it was made.
    public let made: CivilDate
    /// The day from which it should no longer be relied on.
    public let reviewBy: CivilDate
    /// The public key with which it can be checked, as people write it.
    public let publicKey: String?

    public init(version: String, made: CivilDate, reviewBy: CivilDate, publicKey: String?) {
        self.version = version
        self.made = made
        self.reviewBy = reviewBy
        self.publicKey = publicKey
    }

    /// A file at the top of the copy, where a technician finds it.
    public static let path = "about-this-copy.html"

    /// Shows the notice that the copy is too old, by the clock of the reader's computer. It is a part of the page, so
    /// that a theme cannot leave it out, and it needs no network. Without scripts the date stands there to be read.
    static let script = InlineScript(
        """
        document.querySelectorAll("[data-copy-review-by]").forEach(function (notice) {
          var now = new Date(), two = function (n) { return (n < 10 ? "0" : "") + n; };
          var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
          if (today >= notice.getAttribute("data-copy-review-by")) notice.hidden = false;
        });
        """)
}

/// A script that stands in a page, and is named in the page's policy by its digest (CSP Level 3, §2.3.1).
struct InlineScript: Sendable {
    let text: String
    let digest: Digest

    init(_ text: String) {
        self.text = text
        digest = .sha256(Array(text.utf8))
    }

    var html: [UInt8] { Array("<script>\(text)</script>\n".utf8) }
}

extension Views {
    static let copyNotes = View<Seen<CopyNotes>>(
        "notes on a copy",
        [
            .text("version", "Which copy it is.") { $0.version },
            .object("made", "The day for which it was made.", date) { $0.scene.seen($0.made) },
            .object("review_by", "The day from which it should no longer be relied on.", date) {
                $0.scene.seen($0.reviewBy)
            },
            .optionalText("key", "The public key with which it can be checked.") { $0.publicKey },
            .html(
                "script",
                "Shows each element with `data-copy-review-by` (an ISO date) and `hidden` once that day has come; put "
                    + "it behind them."
            ) { _ in CopyNotes.script.html },
        ])
}
