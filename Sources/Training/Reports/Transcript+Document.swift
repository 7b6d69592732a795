import CivilTime
import Content
public import JSONText
public import Reporting
import Schemas

extension Transcript {
    public var document: ReportDocument {
        ReportDocument(
            title: person.name, facts: facts, sentences: sentences, tables: [lineTable, levelTable])
    }

    private var facts: [JSONValue.Member] {
        [
            .init("id", .string(person.id.text)), .init("name", .string(person.name)),
            .init("as_of", .string(asOf.description)), .init("status", .string(status?.word ?? "not known")),
            .init("last_day", status?.lastDay.map { .string($0.description) } ?? .null),
        ]
    }

    private var sentences: [String] {
        let now = status.map { status in
            "On \(asOf): \(status.word)" + (status.lastDay.map { ", last day \($0)" } ?? "") + "."
        }
        let others = merged.isEmpty ? nil : "Also recorded as \(merged.map(\.id.text).joined(separator: ", "))."
        return ["\(person.id), \(person.agency), \(person.roleGroup).", now, others].compactMap(\.self)
    }

    private var lineTable: ReportTable {
        ReportTable(
            "courses", title: "Courses",
            columns: [
                .init("date", "Date"), .init("run", "Run"), .init("course", "Course"), .init("status", "Status"),
                .init("minutes", "Minutes"), .init("certificate", "Certificate"),
            ],
            rows: lines.map { line in
                [
                    .text(line.run.date.description), .text(line.run.id.text), .text(line.run.course.text),
                    .text(line.run.isCancelled ? "run cancelled" : line.attendance.status.rawValue),
                    line.attendance.minutes.map { .number($0) } ?? .none, .present(line.attendance.certificate),
                ]
            }, empty: "They have no line in any run.")
    }

    private var levelTable: ReportTable {
        ReportTable(
            "levels", title: "At each level",
            columns: [.init("level", "Level"), .init("status", "Status"), .init("last_day", "Last day")],
            rows: levels.map { [.text($0.level.text), .text($0.status.word), .present($0.status.lastDay)] },
            empty: "The board has no levels.")
    }
}

extension Transcript {
    /// Everything that is kept about somebody, for their right of access (UK GDPR, article 15). Evaluations have no
    /// names, so nothing of them is here.
    public var export: JSONValue {
        [
            "exported_as_of": .string(asOf.description),
            "records": .array(([person] + merged).map(\.export)),
            "moves": .array(moves.map { ["from": .string($0.from.text), "until": .string($0.until.description)] }),
            "attendance": .array(lines.map(\.export)),
            "training_status": .string(status?.word ?? "not known"),
            "champion": .array(champion.map(\.export)),
            "trainer": .array(trainer.map(\.export)),
            "trainers_they_trained": .strings(trained.map(\.text)),
            "runs_they_gave": .strings(given.map(\.text)),
        ]
    }
}

extension Person {
    fileprivate var export: JSONValue {
        .present([
            ("id", .string(id.text)), ("name", .string(name)), ("email", email.map { .string($0) }),
            ("agency", .string(agency.text)), ("role_group", .string(roleGroup.text)),
            ("site_kind", siteKind.map { .string($0.text) }), ("site", site.map { .string($0) }),
            ("manager", manager.map { .string($0) }), ("consent", consent.json), ("keep_until", keepUntil.json),
            ("left", left.json), ("same_as", sameAs.map { .string($0.text) }),
            ("not_same_as", notSameAs.map { .string($0.text) }),
        ])
    }
}

extension Transcript.Line {
    fileprivate var export: JSONValue {
        .present([
            ("run", .string(run.id.text)), ("course", .string(run.course.text)),
            ("date", .string(run.date.description)), ("run_status", .string(run.status.rawValue)),
            ("status", .string(attendance.status.rawValue)), ("minutes", attendance.minutes.map { .integer($0) }),
            ("certificate", attendance.certificate.map { .string($0) }),
        ])
    }
}

extension Champion {
    fileprivate var export: JSONValue {
        .present([
            ("agency", .string(agency.text)), ("site_kind", .string(siteKind.text)), ("since", Optional(since).json),
            ("until", until.json), ("trained", trained.json), ("induction", induction.json), ("days", .integer(days)),
            ("workshops", .strings(workshops.map(\.description))),
            (
                "cascades",
                .array(cascades.map { ["date": .string($0.date.description), "people": .integer($0.people)] })
            ),
            ("manager", manager.map { .string($0) }), ("name_consent_given", (consent?.given).json),
            ("name_consent_withdrawn", (consent?.withdrawn).json),
        ])
    }
}

extension Trainer {
    fileprivate var export: JSONValue {
        .present([
            ("trained", Optional(trained).json), ("trained_by", trainedBy.map { .string($0.text) }),
            ("valid_to", validTo.json), ("courses", .strings(courses.map(\.text))),
        ])
    }
}

extension CivilDate? {
    fileprivate var json: JSONValue? { map { .string($0.description) } }
}
