import CivilTime

/// The board that `signpost new` makes: small, complete, and useful before anything is changed.
///
/// It holds real national helplines and real sources, and nothing that is made up: a placeholder for a telephone number
/// could reach the public. What a board has to fill in stands in comments instead.
enum StarterBoard {
    /// Every file of the new board, with its path from the board's folder.
    ///
    /// - Parameters:
    ///   - boardName: The partnership's full name.
    ///   - area: The place it serves.
    ///   - today: The day on which the board is made. Its pages are due for review 90 days later.
    static func files(boardName: String, area: String, today: CivilDate) -> [(path: String, text: String)] {
        let text = StarterText(
            boardName: StarterText.quoted(boardName), area: StarterText.quoted(area), reviewBy: today.adding(days: 90))
        return text.board + text.data + text.home + text.readers + text.training + text.about + text.records
    }
}

/// The texts of the starter board, with the blanks filled in.
struct StarterText {
    typealias File = (path: String, text: String)

    /// In the quotation marks of YAML.
    let boardName: String
    let area: String
    /// Soon, because nobody in the board has read these pages yet.
    let reviewBy: CivilDate

    /// The day on which the helplines and the addresses of sources below were last checked by Signpost's authors.
    static let checked = "2026-11-02"

    /// A text as a double-quoted scalar (YAML 1.2.2, §7.3.1).
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
