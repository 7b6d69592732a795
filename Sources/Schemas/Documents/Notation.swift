/// The form of a value for editors: the rule of its reader as a regular expression, in the part of the syntax that
/// ECMA-262 and Python share. The tests hold each against its reader.
struct Notation {
    let pattern: String
    /// What an editor that knows `patternErrorMessage` says where the pattern does not match.
    let advice: String
    let example: String
}

extension Notation {
    static let id = Notation(
        pattern: "^[a-z0-9-]+$", advice: "Use lower-case letters, digits and hyphens.", example: "front-door")

    /// Whether the month has such a day is left to Signpost.
    static let date = Notation(
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        advice: "Write the date as year-month-day, such as 2026-09-01.", example: "2026-09-01")

    static let clockTime = Notation(
        pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        advice: "Write the time on the 24-hour clock, such as \"09:30\".", example: "09:30")

    static let webAddress = Notation(
        pattern: #"^https?://[!$-.0-;=A-\[\]^_a-z{|}~]+([/?#][!#-;=?-\[\]^_a-z{|}~]*)?$"#,
        advice: "Write the whole address, such as https://www.example.org/page.",
        example: "https://www.example.org/page")

    static let emailAddress = Notation(
        pattern: "^[A-Za-z0-9._~!#$%&'*+/=?^`{|}-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$",
        advice: "Write an e-mail address, such as hello@example.org.", example: "hello@example.org")

    /// The example is one of the numbers that Ofcom keeps free for films and books.
    static let telephone = Notation(
        pattern: "^[+]? *[0-9][0-9 ]*[0-9]$", advice: "Write digits and spaces only.", example: "01632 960001")

    static let sitePath = Notation(
        pattern: "^/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)+$",
        advice: "Start and end the path with a slash, and use letters, digits and hyphens.", example: "/old/page/")

    static let languageTag = Notation(
        pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", advice: "Write a language tag such as en or cy.",
        example: "en")
}
