import Content
import Schemas

/// The people of a part of `people.yaml`, with every id that stands there, read byte by byte.
struct PeoplePart: Sendable {
    private(set) var people: [Person] = []
    /// Every id that somebody has, in order.
    private(set) var ids: MentionList
    private(set) var reading = Reading()
    /// Of all rows; `nil` where there are none.
    private(set) var indentation: Int?
    private var agencies: InternedIDs<Agency>
    private var roleGroups: InternedIDs<RoleGroup>
    private var siteKinds: InternedIDs<SiteKind>

    private typealias Row = RowScanner<PersonKey>

    /// `nil` where the part leaves the subset that the scanner is sure of, or has a fault.
    init?(_ part: LinesOfFile, path: String) {
        ids = MentionList(of: Person.entity, in: path)
        agencies = InternedIDs(in: path)
        roleGroups = InternedIDs(in: path)
        siteKinds = InternedIDs(in: path)
        let isRead = part.file.withUnsafeBufferPointer { bytes in read(part, bytes, path) }
        guard isRead, reading.diagnostics.isEmpty else { return nil }
    }

    private mutating func read(_ part: LinesOfFile, _ bytes: UnsafeBufferPointer<UInt8>, _ path: String) -> Bool {
        guard let text = PlainText(UnsafeBufferPointer(rebasing: bytes[part.range])) else { return false }
        people.reserveCapacity(part.lineCount)
        ids.reserve(part.lineCount)
        var row = Row(bytes, text, part.range, firstLine: part.firstLine, path: path)
        do throws(LeavesSubset) {
            while try row.next() { people.append(try person(row)) }
        } catch {
            return false
        }
        indentation = row.indentation
        return true
    }

    /// What its people refer to, by kind.
    var referred: [MentionList] { [agencies.list, roleGroups.list, siteKinds.list] }

    private mutating func person(_ row: borrowing Row) throws(LeavesSubset) -> Person {
        let field = try row.field(.id)
        let id = try row.id(field)
        ids.mention(ids.add(id), at: row.spot(of: field))
        return Person(
            id: ID(id), name: try row.text(row.field(.name), &reading),
            email: try row.emailIfAny(.email, &reading),
            agency: try agencies.id(row, row.field(.agency)),
            roleGroup: try roleGroups.id(row, row.field(.roleGroup)),
            siteKind: try siteKinds.idIfAny(row, row.fieldIfAny(.siteKind)),
            site: try row.valueIfAny(.site, .text, &reading),
            manager: try row.emailIfAny(.manager, &reading),
            consent: try row.valueIfAny(.consent, .date, &reading),
            keepUntil: try row.valueIfAny(.keepUntil, .date, &reading),
            left: try row.valueIfAny(.left, .date, &reading),
            sameAs: try row.referredIfAny(.sameAs, &reading),
            notSameAs: try row.referredIfAny(.notSameAs, &reading))
    }
}

private enum PersonKey: Int, RowKey {
    case id, name, email, agency, roleGroup, siteKind, site, manager, consent, keepUntil, left, sameAs, notSameAs

    static let words: [KeyText] = [
        "id", "name", "email", "agency", "role_group", "site_kind", "site", "manager", "consent", "keep_until", "left",
        "same_as", "not_same_as",
    ]
}

/// Ids of a few things that are named again and again: each is made into text once.
private struct InternedIDs<Item: Entity> {
    var list: MentionList
    /// Those that were named last, each in the place that its hash gives it.
    private var recent = [(word: ShortWord, number: Int)](repeating: (ShortWord(), -1), count: 64)
    private var known: [ID<Item>] = []

    init(in path: String) { list = MentionList(of: Item.entity, in: path) }

    mutating func id<Key>(
        _ row: borrowing RowScanner<Key>, _ field: Field
    ) throws(LeavesSubset) -> ID<Item> {
        let number = try number(row, field)
        list.mention(number, at: row.spot(of: field))
        return known[number]
    }

    mutating func idIfAny<Key>(
        _ row: borrowing RowScanner<Key>, _ field: Field?
    ) throws(LeavesSubset) -> ID<Item>? {
        guard let field else { return nil }
        return try id(row, field)
    }

    private mutating func number<Key>(
        _ row: borrowing RowScanner<Key>, _ field: Field
    ) throws(LeavesSubset) -> Int {
        guard let word = row.word(field) else { return number(of: try row.id(field)) }
        let slot = word.slot(of: recent.count)
        if recent[slot].number >= 0, recent[slot].word == word { return recent[slot].number }
        let number = number(of: try row.id(field))
        recent[slot] = (word, number)
        return number
    }

    private mutating func number(of id: String) -> Int {
        if let number = known.firstIndex(of: ID(id)) { return number }
        known.append(ID(id))
        return list.add(id)
    }
}

extension InternedIDs: Sendable {}
