import Content
public import JSONText
import Schemas

/// What was looked through and what was looked for, for the release report: numbers, ids and the board's own words, no
/// names.
public struct GateEvidence: Sendable {
    public let files: Int
    public let bytes: Int
    /// Files whose contents are packed, so that nobody can tell what is in them.
    public let sealedFiles: [String]
    let counts: WatchList.Counts
    private let publishedContacts: Int
    /// The ids of people whose names were taken for words of the language where they are written small.
    let namesLikeWords: [String]
    private let consentsInForce: Int
    private let consentsUsed: [String]
    private let phrases: [(phrase: BoardSettings.AllowedPhrase, isUsed: Bool)]

    init(
        files: Int, bytes: Int, watch: WatchList, publishedContacts: Int, excuses: Set<Finding.What>, sealed: [String],
        ordinary: [String]
    ) {
        self.files = files
        self.bytes = bytes
        sealedFiles = sealed
        counts = watch.counts
        self.publishedContacts = publishedContacts
        namesLikeWords = ordinary
        consentsInForce = watch.consents
        consentsUsed = excuses.compactMap { what in
            if case .consent(let owner) = what { watch.people[Int(owner)].text } else { nil }
        }.sorted()
        phrases = watch.phrases.enumerated().map { ($1, excuses.contains(.phrase(Int32($0)))) }
    }

    public var json: JSONValue {
        [
            "scanned": ["files": .integer(files), "bytes": .integer(bytes), "not_unpacked": .strings(sealedFiles)],
            "searched_for": [
                "names": .integer(counts.names), "email_addresses": .integer(counts.addresses),
                "ids": .integer(counts.ids), "canaries": .integer(counts.canaries),
                "patterns": ["e-mail addresses", "telephone numbers", "NI numbers", "NHS numbers", "UPNs"],
            ],
            "not_searched_for": [
                "names_of_one_word_or_initials": .integer(counts.namesTooShort),
                "ids_too_plain": .integer(counts.idsTooPlain),
            ],
            "taken_for_ordinary_words": .strings(namesLikeWords),
            "published_contacts": .integer(publishedContacts),
            "consents": ["in_force": .integer(consentsInForce), "used": .strings(consentsUsed)],
            "allowed_phrases": .array(
                phrases.map {
                    ["text": .string($0.phrase.text), "reason": .string($0.phrase.reason), "used": .bool($0.isUsed)]
                }),
        ]
    }
}
