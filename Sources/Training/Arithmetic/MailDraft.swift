import CivilTime

/// A link that opens a finished letter in the mail program of whoever follows it: nothing is sent by Signpost.
public struct MailDraft: Sendable, Hashable {
    public let to: String
    public let subject: String
    /// Lines without line ends.
    public let body: [String]

    /// A `mailto:` address (RFC 6068): everything but letters, digits and `-._~` is encoded, and a line ends with CRLF.
    public var link: String {
        let address = to.utf8.split(separator: UInt8(ascii: "@")).map(Self.encoded).joined(separator: "@")
        let text = body.map { Self.encoded($0.utf8) }.joined(separator: "%0D%0A")
        return "mailto:\(address)?subject=\(Self.encoded(subject.utf8))&body=\(text)"
    }

    private static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in bytes {
            let scalar = Unicode.Scalar(byte)
            if byte.isUnreserved {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return text
    }
}

extension UInt8 {
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension DueList {
    /// A letter to each manager about their people.
    public var drafts: [MailDraft] {
        byManager.map { manager, entries in
            let lines = entries.map { "- \($0.person.name): \($0.status.phrase)" }
            return MailDraft(
                to: manager, subject: "Safeguarding training that is due",
                body: ["Hello,", "", "On \(asOf) our records say:", ""] + lines + [
                    "", "Please help them to book a place, or tell us if this is wrong.", "", "Thank you",
                ])
        }
    }
}

extension TrainingStatus {
    /// For a letter: `runs out on 2026-12-01`.
    fileprivate var phrase: String {
        switch self {
        case .current: "is up to date"
        case .due(let day): "runs out on \(day)"
        case .overdue(let day): "ran out on \(day)"
        case .never: "has not been taken yet"
        }
    }
}
