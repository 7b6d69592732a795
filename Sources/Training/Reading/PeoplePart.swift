import Content
import Schemas

/// The people of a part of `people.yaml`, with every id that stands there, read byte by byte.
struct PeoplePart: Sendable {
    private(set) var people: [Person] = []
    private var reading = Reading()
    private var ids: MentionList
    private var agencies: MentionList
    private var roleGroups: MentionList
    private var siteKinds: MentionList
    /// Of all rows; `nil` where there are none.
    private var indentation: Int?

    /// `nil` where the part leaves the subset that the scanner is sure of, or has a fault.
    init?(_ part: LinesOfFile, path: String) {
        guard PlainText.holdsOnly(part.bytes) else { return nil }
        ids = MentionList(of: Person.entity, in: path)
        agencies = MentionList(of: Agency.entity, in: path)
        roleGroups = MentionList(of: RoleGroup.entity, in: path)
        siteKinds = MentionList(of: SiteKind.entity, in: path)
        var scanner = RowScanner(part, path: path)
        do throws(RowScanner.LeavesSubset) {
            while try scanner.next() { people.append(try person(scanner)) }
        } catch {
            return nil
        }
        guard reading.diagnostics.isEmpty else { return nil }
        indentation = scanner.indentation
    }

    /// - Parameter next: What follows in the file.
    /// - Returns: Whether the two make one list.
    mutating func append(_ next: PeoplePart) -> Bool {
        if let mine = indentation, let theirs = next.indentation, mine != theirs { return false }
        people += next.people
        reading.merge(next.reading)
        ids.append(next.ids)
        agencies.append(next.agencies)
        roleGroups.append(next.roleGroups)
        siteKinds.append(next.siteKinds)
        indentation = indentation ?? next.indentation
        return true
    }

    func note(in all: inout Reading) {
        all.merge(reading)
        all.declare(ids)
        for list in [agencies, roleGroups, siteKinds] { all.refer(to: list) }
    }

    private mutating func person(_ row: RowScanner) throws(RowScanner.LeavesSubset) -> Person {
        guard row.fields.allSatisfy({ Self.keys.contains($0.key) }) else { throw RowScanner.LeavesSubset() }
        return Person(
            id: try row.id("id", &ids), name: try row.text(row.field("name"), &reading),
            email: try row.valueIfAny("email", .emailAddress, &reading),
            agency: try row.id("agency", &agencies), roleGroup: try row.id("role_group", &roleGroups),
            siteKind: try row.idIfAny("site_kind", &siteKinds), site: try row.valueIfAny("site", .text, &reading),
            manager: try row.valueIfAny("manager", .emailAddress, &reading),
            consent: try row.valueIfAny("consent", .date, &reading),
            keepUntil: try row.valueIfAny("keep_until", .date, &reading),
            left: try row.valueIfAny("left", .date, &reading),
            sameAs: try row.referredIfAny("same_as", &reading),
            notSameAs: try row.referredIfAny("not_same_as", &reading))
    }

    private static let keys: [ShortWord] = [
        "id", "name", "email", "agency", "role_group", "site_kind", "site", "manager", "consent", "keep_until", "left",
        "same_as", "not_same_as",
    ]
}
