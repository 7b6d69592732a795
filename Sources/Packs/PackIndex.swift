public import CivilTime
public import Integrity
import Diagnostics
import JSONText
import Schemas
import YAMLData

/// The list of the copies of all schools that one run made, or one part of it.
public struct PackIndex: Sendable, Hashable {
    /// What must be the same for all parts of one run.
    public struct Run: Sendable, Hashable {
        /// The board's name.
        public let board: String
        public let made: CivilDate
        /// SHA-256 of all that the copies are made from, as 64 hexadecimal digits.
        public let sources: String
        /// The ids of all schools, in the board's order.
        public let schools: [String]

        public init(board: String, made: CivilDate, sources: String, schools: [String]) {
            self.board = board
            self.made = made
            self.sources = sources
            self.schools = schools
        }
    }

    /// One of so many parts, each with every so many-th school.
    public struct Part: Sendable, Hashable {
        /// From 1.
        public let number: Int
        public let count: Int

        public init?(number: Int, count: Int) {
            guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
            self.number = number
            self.count = count
        }

        /// More jobs than schools in the United Kingdom make no sense.
        private static let most = 100_000

        /// Those of its turn; together the parts have each element once.
        public func share<Element>(of all: [Element]) -> [Element] {
            stride(from: number - 1, to: all.count, by: count).map { all[$0] }
        }
    }

    public let run: Run
    /// `nil` for the whole.
    public let part: Part?
    /// In the board's order of schools.
    public let releases: [PackRelease]

    public init(_ run: Run, part: Part?, _ releases: [PackRelease]) {
        self.run = run
        self.part = part
        self.releases = releases
    }

    /// The file that holds it, and the one with the board's signature under it.
    public static func path(of part: Part?) -> String { "\(stem(part)).json" }
    public static func signaturePath(of part: Part?) -> String { "\(stem(part)).sig" }
    private static func stem(_ part: Part?) -> String {
        // No school's file has such a name: ids hold no full stop.
        (part.map { "part-\($0.number)-of-\($0.count)" } ?? "packs") + ".index"
    }

    private static let format = "signpost-index-1"

    public var bytes: [UInt8] {
        let value: JSONValue = .present([
            ("format", .string(Self.format)), ("board", .string(run.board)), ("made", .string(run.made.description)),
            ("sources", .string(run.sources)),
            ("part", part.map { ["number": .integer($0.number), "of": .integer($0.count)] }),
            ("schools", .strings(run.schools)), ("packs", .array(releases.map(\.json))),
        ])
        return value.bytes(indented: true)
    }

    /// Reads ``bytes``; `nil` for anything else.
    public init?(bytes: [UInt8]) {
        guard let node = YAMLReader.read(bytes, path: Self.path(of: nil)).node else { return nil }
        var reading = Reading()
        guard let index = Self.reader.value(of: node, &reading), index.bytes == bytes,
            index.releases.allSatisfy(\.namesItsOwn)
        else { return nil }
        self = index
    }

    private static let reader: Reader<PackIndex> = .object(
        "index", "The copies that one run made.",
        required("format", .oneOf([format], noun: "format"), "The form of this file."),
        required("board", .text, "The board."),
        required("made", .date, "The day for which they were made."),
        required("sources", .text, "The digest of all that they are made from."),
        optional("part", part, "Which part it is."),
        list("schools", .word, "All schools."),
        list("packs", PackRelease.reader, "The copies."),
        as: { _, board, made, sources, part, schools, releases in
            PackIndex(Run(board: board, made: made, sources: sources, schools: schools), part: part ?? nil, releases)
        })

    private static let part: Reader<Part?> = .object(
        "part", "Which part it is.",
        required("number", .integer(1...Int(Int32.max)), "Its number."),
        required("of", .integer(1...Int(Int32.max)), "How many there are."),
        as: Part.init(number:count:))
}

extension PackIndex {
    /// Why parts do not make one whole, in sentences.
    public struct Mismatch: Error, Sendable, Hashable {
        public let reasons: [String]
    }

    /// Puts the parts of one run together: the same as the index of a run that was never parted.
    public static func merged(_ parts: [PackIndex]) throws(Mismatch) -> PackIndex {
        guard let first = parts.first, let count = first.part?.count else {
            throw Mismatch(reasons: ["there is no part of a run among them"])
        }
        var reasons: [String] = []
        for other in parts.dropFirst() where other.run != first.run || other.part?.count != count {
            reasons.append(
                "\(path(of: first.part)) and \(path(of: other.part)) are not of one run: "
                    + difference(first, other))
        }
        let numbers = parts.compactMap(\.part?.number)
        for number in 1...count where numbers.count(where: { $0 == number }) != 1 {
            reasons.append("part \(number) of \(count) is \(numbers.contains(number) ? "there twice" : "missing")")
        }
        guard reasons.isEmpty else { throw Mismatch(reasons: reasons) }
        for case let (index, part?) in parts.map({ ($0, $0.part) })
        where index.releases.map(\.school) != part.share(of: first.run.schools) {
            reasons.append("\(path(of: part)) does not have the schools that are its share")
        }
        guard reasons.isEmpty else { throw Mismatch(reasons: reasons) }
        let all = Dictionary(parts.flatMap(\.releases).map { ($0.school, $0) }, uniquingKeysWith: { first, _ in first })
        return PackIndex(first.run, part: nil, first.run.schools.compactMap { all[$0] })
    }

    private static func difference(_ one: PackIndex, _ other: PackIndex) -> String {
        if one.part?.count != other.part?.count { return "they are of another number of parts" }
        if one.run.made != other.run.made { return "they were made for \(one.run.made) and \(other.run.made)" }
        if one.run.sources != other.run.sources { return "their content or theme differs" }
        return "their boards or schools differ"
    }

    /// The index after a run that made some copies anew: theirs take the place of their older ones, and those of schools
    /// that the board no longer has leave it. The others stay, each with the day for which it was made.
    public func replacing(_ releases: [PackRelease], in run: Run) -> PackIndex {
        let all = Dictionary((self.releases + releases).map { ($0.school, $0) }, uniquingKeysWith: { _, new in new })
        return PackIndex(run, part: nil, run.schools.compactMap { all[$0] })
    }

    /// The index and, where there is a key, the signature under it, as files.
    public func files(signedWith key: SigningKey?) -> [(name: String, bytes: [UInt8])] {
        let text = bytes
        let signature = key.map {
            (Self.signaturePath(of: part), PackSignature(of: text, by: $0, for: .index).bytes)
        }
        return [(Self.path(of: part), text), signature].compactMap(\.self)
    }
}
