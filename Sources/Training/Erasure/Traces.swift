import Diagnostics
import Schemas

/// Finds what is still written of people in the text of a file: full names, e-mail addresses and ids, whatever their
/// letter case.
///
/// It is for comments, notes and other people's `manager:`, and no promise: "rang Ann" is not found.
struct Traces {
    /// Texts by their first word.
    private var texts: [ArraySlice<UInt8>: [(text: [UInt8], person: ID<Person>)]] = [:]

    init(of people: [Person]) {
        for person in people {
            add(person.id.text, person.id)
            if let email = person.email { add(email, person.id) }
            if !person.isErased, person.name.contains(" ") { add(person.name, person.id) }
        }
    }

    private mutating func add(_ text: String, _ person: ID<Person>) {
        let bytes = text.utf8.map(\.lowered)
        texts[bytes.prefix(while: \.isOfWord), default: []].append((bytes, person))
    }

    func find(in file: SourceFile) -> [Erasure.Leftover] {
        let bytes = file.bytes.map(\.lowered)
        var found: [Erasure.Leftover] = []
        var (at, line) = (0, 1)
        while at < bytes.count {
            guard bytes[at].isOfWord else {
                if bytes[at] == UInt8(ascii: "\n") { line += 1 }
                at += 1
                continue
            }
            var end = at
            while end < bytes.count, bytes[end].isOfWord { end += 1 }
            for person in people(named: bytes[at...], word: at..<end) {
                let leftover = Erasure.Leftover(path: file.path, line: line, person: person)
                if found.last != leftover { found.append(leftover) }
            }
            at = end
        }
        return found
    }

    private func people(named rest: ArraySlice<UInt8>, word: Range<Int>) -> [ID<Person>] {
        // A full stop may end the sentence, or stand in an address.
        let words = [rest[word], rest[word].prefix { $0 != UInt8(ascii: ".") }]
        return Set(words).flatMap { texts[$0] ?? [] }.filter { text, _ in
            guard rest.starts(with: text) else { return false }
            return rest.dropFirst(text.count).first.map { !$0.isLetterOrDigit } ?? true
        }.map(\.person).sorted()
    }
}

extension UInt8 {
    fileprivate var lowered: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

    /// In ids, addresses and names. A hyphen and a full stop are among them, spaces and quotation marks are not.
    fileprivate var isOfWord: Bool {
        isLetterOrDigit || "-._+@'".utf8.contains(self)
    }

    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || self >= 0x80
    }
}
