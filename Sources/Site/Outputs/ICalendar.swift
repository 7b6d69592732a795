import CivilTime

/// A calendar in the iCalendar format (RFC 5545), as Outlook, Google and Apple read it.
struct ICalendar {
    /// The calendar's name in those programs.
    let name: String
    /// The day it was made; nothing finer, so that a build gives the same bytes all day.
    let made: CivilDate
    let events: [Event]

    struct Event {
        /// Never changes, so that an update replaces what was there (§3.8.4.7).
        let uid: String
        /// Raised by whoever changes the details.
        let revision: Int
        let isCancelled: Bool
        let date: CivilDate
        /// `nil` for a whole day.
        let start: ClockTime?
        let end: ClockTime?
        let summary: String
        let place: String
        let details: String
        let url: String

        /// What calendars tell the newer of two by (§3.8.7.4). Calling a run off raises it by itself, since that is when
        /// people must hear of it and when a number is forgotten; and a revision is worth two, so that a run that is on
        /// again, with its number raised, is newer than the one that was off.
        var sequence: Int { 2 * revision + (isCancelled ? 1 : 0) }
    }

    func bytes() -> [UInt8] {
        var lines = Lines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Signpost//Training calendar//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("METHOD", "PUBLISH")
        lines.addText("X-WR-CALNAME", name)
        lines.add("X-WR-TIMEZONE", Self.zone)
        for line in Self.zoneRules { lines.addWhole(line) }
        for event in events { add(event, to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }

    private func add(_ event: Event, to lines: inout Lines) {
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", event.uid)
        lines.add("SEQUENCE", String(event.sequence))
        lines.add("DTSTAMP", Self.compact(made) + "T000000Z")
        if let start = event.start, let end = event.end {
            lines.add("DTSTART;TZID=\(Self.zone)", Self.compact(event.date, start))
            lines.add("DTEND;TZID=\(Self.zone)", Self.compact(event.date, end))
        } else {
            // Without an end it takes that day (§3.6.1).
            lines.add("DTSTART;VALUE=DATE", Self.compact(event.date))
        }
        lines.addText("SUMMARY", event.summary)
        if !event.place.isEmpty { lines.addText("LOCATION", event.place) }
        lines.addText("DESCRIPTION", event.details)
        if !event.url.isEmpty { lines.add("URL", event.url) }
        lines.add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
        lines.add("TRANSP", event.isCancelled || event.start == nil ? "TRANSPARENT" : "OPAQUE")
        lines.add("END", "VEVENT")
    }

    private static let zone = "Europe/London"

    /// The rules of ``CivilTime/LondonTime``, for programs that do not know the zone by its name (§3.6.5).
    private static let zoneRules = [
        "BEGIN:VTIMEZONE", "TZID:Europe/London",
        "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "DTSTART:19700329T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "DTSTART:19701025T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ]

    private static func compact(_ date: CivilDate, _ time: ClockTime? = nil) -> String {
        let day = date.description.filter { $0 != "-" }
        return time.map { "\(day)T\($0.description.filter { $0 != ":" })00" } ?? day
    }
}

extension ICalendar {
    /// Content lines: CRLF at the end, folded at 75 bytes without cutting a character (§3.1).
    private struct Lines {
        private(set) var bytes: [UInt8] = []

        mutating func add(_ name: String, _ value: String) { addWhole("\(name):\(value)") }

        /// A value of type TEXT (§3.3.11).
        mutating func addText(_ name: String, _ value: String) {
            var escaped = ""
            for scalar in value.unicodeScalars {
                switch scalar {
                case "\\", ";", ",":
                    escaped.unicodeScalars.append("\\")
                    escaped.unicodeScalars.append(scalar)
                case "\n": escaped += "\\n"
                case "\r": break
                default: escaped.unicodeScalars.append(scalar)
                }
            }
            add(name, escaped)
        }

        mutating func addWhole(_ line: String) {
            var room = 75
            for character in line.unicodeScalars {
                let encoded = Array(String(character).utf8)
                if encoded.count > room {
                    bytes += "\r\n ".utf8
                    room = 74
                }
                bytes += encoded
                room -= encoded.count
            }
            bytes += "\r\n".utf8
        }
    }
}
