import Diagnostics

extension Diagnostic {
    /// The same fault of a records file, without quoted values that may be somebody's name or address.
    ///
    /// Messages quote what is wrong, and what is wrong in a record may be a name in the place of an id. A value is
    /// repeated only if it could be an id, a date, a time or a file's name: small letters, digits and `-._:/`.
    var discreet: Diagnostic {
        Diagnostic(
            code, message.withoutTellingQuotations, at: location, severity: severity,
            label: label?.withoutTellingQuotations,
            notes: notes.map { Note($0.message.withoutTellingQuotations, at: $0.location) },
            help: help?.withoutTellingQuotations)
    }

    /// Whether it is about a file of a folder.
    func isInside(_ folder: String) -> Bool {
        location.map { folder == "." || $0.path.hasPrefix("\(folder)/") } ?? false
    }
}

extension String {
    /// A value may hold quotation marks itself, so everything from the first telling piece to the last mark goes.
    fileprivate var withoutTellingQuotations: String {
        let pieces = split(separator: "\"", omittingEmptySubsequences: false)
        let telling = pieces.indices.first { $0 % 2 == 1 && !pieces[$0].utf8.allSatisfy(Self.mayStandInID) }
        guard let telling, let last = pieces.last else { return self }
        return (pieces[..<telling] + ["…", last]).joined(separator: "\"")
    }

    private static func mayStandInID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
