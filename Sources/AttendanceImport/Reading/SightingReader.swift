import CivilTime
import Tables
import Training

/// Reads the rows of one register.
struct SightingReader: Sendable {
    let register: Register
    let clock: Clock
    let mapping: ColumnMapping
    let passMark: Double?
    /// The column of the run's session, in a file with one for each.
    var session: Int?

    private struct Unusable: Error {
        let reason: String
        var isOfNoConcern = false
    }

    func read() -> (sightings: [Sighting], rejected: [RejectedRow]) {
        var sightings: [Sighting] = []
        var rejected: [RejectedRow] = []
        for row in register.rows {
            do throws(Unusable) {
                sightings.append(try sighting(row))
            } catch {
                rejected.append(
                    RejectedRow(
                        row: row.number, name: names(row).first ?? "", reason: error.reason,
                        isOfNoConcern: error.isOfNoConcern))
            }
        }
        return (sightings, rejected)
    }

    private func sighting(_ row: Table.Row) throws(Unusable) -> Sighting {
        let names = names(row)
        let email = (register.text(.email, row).flatMap(\.asAddress) ?? register.text(.principalName, row)?.asAddress)
        let id = register.text(.id, row)
        guard !names.isEmpty || email != nil || id != nil else {
            throw Unusable(reason: "no name and no e-mail address")
        }
        return Sighting(
            row: row.number, names: names, email: email, agency: register.text(.agency, row), id: id,
            presence: try presence(row))
    }

    /// `Ma (Marta Rundlewhistle)` is shown as "Ma" and registered as "Marta Rundlewhistle". What Teams and Zoom add for
    /// people from outside is no name.
    private func names(_ row: Table.Row) -> [String] {
        if let name = register.text(.name, row) { return PersonName.variants(name) }
        let parts = [register.text(.firstName, row), register.text(.lastName, row)].compactMap(\.self)
        return parts.isEmpty ? [] : [parts.joined(separator: " ")]
    }

    private func presence(_ row: Table.Row) throws(Unusable) -> Sighting.Presence {
        switch register.format {
        case .eventbrite: try .word(order(row))
        case .forms: .word(mapping.status ?? .attended)
        case .moodleGrades: .word(try grade(row))
        case .moodleAttendance: .word(try mark(row))
        case .teams, .zoom, .table: try time(row)
        }
    }
}

extension SightingReader {
    private func time(_ row: Table.Row) throws(Unusable) -> Sighting.Presence {
        if let waiting = register.text(.waitingRoom, row), waiting.lowercased() == "yes" {
            throw Unusable(reason: "in the waiting room", isOfNoConcern: true)
        }
        if let word = register.text(.status, row) { return .word(try status(word)) }
        // Of somebody who left and came back, one row from first to last says less than how long they were there.
        let isTotal =
            register.format == .teams && register.headings.cells.contains { $0.asHeading.hasPrefix("first join") }
        if !isTotal, let joined = register.text(.joined, row) {
            if let left = register.text(.left, row) { return try session(joined, left) }
            if register.columns[.duration] == nil, register.columns[.minutes] == nil {
                throw Unusable(reason: "it says when they came and not when they left")
            }
        }
        if let text = register.text(.duration, row) {
            guard let seconds = DurationText.seconds(text) else {
                throw Unusable(reason: "\"\(text)\" is no length of time")
            }
            return .time(seconds)
        }
        if let text = register.text(.minutes, row) {
            guard let seconds = DurationText.minutes(text) else {
                throw Unusable(reason: "\"\(text)\" is no number of minutes")
            }
            return .time(seconds)
        }
        let saysTimes = [Column.joined, .left, .duration, .minutes, .status].contains { register.columns[$0] != nil }
        guard !saysTimes else { throw Unusable(reason: "it does not say whether they were there") }
        return .word(mapping.status ?? .attended)
    }

    private func session(_ joined: String, _ left: String) throws(Unusable) -> Sighting.Presence {
        let (start, end) = (try moment(joined), try moment(left))
        if start <= end { return .session(start, end) }
        // Times without dates may run past midnight; dates may not run backwards.
        guard let written = WrittenTime(left), written.day == .none else {
            throw Unusable(reason: "they leave (\(left)) before they come (\(joined))")
        }
        return .session(start, Moment(seconds: end.seconds + Moment.day))
    }

    private func moment(_ text: String) throws(Unusable) -> Moment {
        guard let written = WrittenTime(text), let moment = clock.moment(written) else {
            throw Unusable(reason: "\"\(text)\" is no time")
        }
        return moment
    }

    private func status(_ word: String) throws(Unusable) -> Attendance.Status {
        let wanted = word.asHeading
        if let known = mapping.words.first(where: { $0.text.asHeading == wanted }) { return known.status }
        if let known = Self.words[wanted] ?? Attendance.Status(rawValue: wanted) { return known }
        throw Unusable(reason: "the word \"\(word)\" is not known; a mapping can say what it means")
    }

    private static let words: [String: Attendance.Status] = [
        "yes": .attended, "y": .attended, "present": .attended, "true": .attended, "1": .attended, "p": .attended,
        "no": .noShow, "n": .noShow, "absent": .noShow, "false": .noShow, "0": .noShow, "did not attend": .noShow,
        "no show": .noShow, "partly attended": .part, "partial": .part, "canceled": .cancelled,
        "late cancelled": .lateCancelled, "walk in": .walkIn, "waiting list": .waiting,
    ]

    private func order(_ row: Table.Row) throws(Unusable) -> Attendance.Status {
        if let count = register.text(.quantity, row).flatMap({ Int($0) }), count > 1 {
            throw Unusable(reason: "one order for \(count) places: export the list of attendees, which has all names")
        }
        guard let text = register.text(.status, row) else { throw Unusable(reason: "it has no status") }
        switch text.asHeading {
        case "checked in": return .attended
        case "attending": return .booked
        case "not attending", "deleted", "refunded", "cancelled", "canceled", "transferred": return .cancelled
        default: return try status(text)
        }
    }

    /// Somebody without a grade has not finished, and keeps the place.
    private func grade(_ row: Table.Row) throws(Unusable) -> Attendance.Status {
        guard let text = register.text(.grade, row), text != "-" else { return .booked }
        guard let passMark else { return .attended }
        let digits = text.prefix { $0.isNumber || $0 == "." }
        guard let grade = Double(digits) else { throw Unusable(reason: "the grade \"\(text)\" is no number") }
        return grade >= passMark ? .attended : .part
    }

    /// `P`, `L`, `E`, `A` are Moodle's own marks: present, late, excused, absent. Coming late is attending in part.
    private func mark(_ row: Table.Row) throws(Unusable) -> Attendance.Status {
        guard let session, row.cells.indices.contains(session) else {
            throw Unusable(reason: "the session is not marked")
        }
        let text = row.cells[session].tidied
        switch text.prefix(while: { $0 != " " && $0 != "(" }).lowercased() {
        case "p": return .attended
        case "l": return .part
        case "e": return .cancelled
        case "a": return .noShow
        case "", "-", "?": throw Unusable(reason: "the session is not marked")
        default: return try status(text)
        }
    }
}

extension String {
    /// An e-mail address in small letters; `nil` for what programs write where they have none.
    var asAddress: String? {
        let text = lowercased()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(" ") ? text : nil
    }
}
