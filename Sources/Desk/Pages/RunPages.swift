import Certification
import CivilTime
import Content
import Integrity
import Reporting
import Schemas
import Site
import Templates
import Training

/// A run: who was booked and what became of them, its registers, its certificates.
struct RunPages: Sendable {
    let desk: DeskRecords
    let run: Run

    private var path: String { DeskPath.run(run.id) }

    var page: DeskPage {
        DeskPage(
            path: path, title: desk.title(of: run),
            summary: "Who was booked for this run, and what became of their places.", above: [.desk, .runs],
            facts: facts, links: links, parts: [attendance])
    }

    private var facts: [DeskPage.Fact] {
        let counts = Dictionary(grouping: run.attendance, by: \.status).mapValues(\.count)
        let marked = Attendance.Status.allCases.compactMap { status in
            counts[status].map { DeskPage.Fact(status.title, .number($0)) }
        }
        return [
            run.isCancelled ? DeskPage.Fact("This run", .text("Called off", tone: .danger)) : nil,
            DeskPage.Fact("Date", .day(run.date)), DeskPage.Fact("Time", .text("\(run.start)–\(run.end)")),
            DeskPage.Fact("Place", .text(run.placeName ?? "Online")),
            run.trainer.map { DeskPage.Fact("Trainer", desk.cell(of: $0)) },
            DeskPage.Fact("Places", .number(run.places)), DeskPage.Fact("Places left", .number(run.placesLeft)),
        ].compactMap(\.self) + marked
    }

    private var links: [DeskPage.Link] {
        [
            DeskPage.Link(title: "Register to sign", path: path + "register/"),
            DeskPage.Link(title: "Register as filled in", path: path + "register-filled/"),
            certified.isEmpty ? nil : DeskPage.Link(title: "Certificates", path: path + "certificates/"),
        ].compactMap(\.self)
    }

    private var attendance: DeskPage.Part {
        let rows = sorted.map { row in
            [
                desk.cell(of: row.person), desk.cell(of: agency(of: row)), .status(row.status),
                row.minutes.map { .number($0) } ?? .nothing, certificateCell(row),
            ]
        }
        let text =
            desk.key == nil && run.attendance.contains { $0.status.countsAsAttended }
            ? "Certificates are made when the site is built with the board's key: signpost build --edition trainer --key FILE."
            : nil
        return DeskPage.Part(
            id: "attendance", title: "Attendance", text: text,
            table: .init(
                columns: ["Name", "Agency", "Status", "Minutes", "Certificate"], rows: rows,
                empty: """
                    Nobody is booked yet. Bookings are lines under `attendance:` in the file of the run, or come from \
                    `signpost attendance import`.
                    """))
    }

    /// By name.
    private var sorted: [Attendance] {
        run.attendance.sorted {
            (desk.records.main($0.person).name, $0.person) < (desk.records.main($1.person).name, $1.person)
        }
    }

    private func agency(of row: Attendance) -> ID<Agency> {
        desk.records.agency(of: desk.records.main(row.person), on: run.date)
    }

    private func certificateCell(_ row: Attendance) -> Cell {
        guard let certificate = desk.certificate(for: row, of: run) else { return .text(row.certificate ?? "") }
        return Cell(
            value: .text(certificate.number), path: path + "certificates/", fragment: certificate.number)
    }

    private var certified: [Certificate] { sorted.compactMap { desk.certificate(for: $0, of: run) } }
}

extension RunPages {
    /// What is made to be printed.
    var sheets: [InternalPage] {
        [register(isFilled: false), register(isFilled: true), certificates].compactMap(\.self)
    }

    private func register(isFilled: Bool) -> InternalPage {
        let rows = sorted.filter { isFilled || $0.status.takesPlace }.map { row in
            Register.Row(
                name: desk.records.main(row.person).name, agency: desk.name(of: agency(of: row)),
                status: row.status.title, minutes: row.minutes.map(String.init) ?? "")
        }
        let register = Register(
            run: run, course: desk.title(of: run.course), trainer: run.trainer.map { desk.records.main($0).name },
            rows: rows, isFilled: isFilled)
        return InternalPage(
            path: path + (isFilled ? "register-filled/" : "register/"),
            title: isFilled ? "Register as filled in: \(desk.title(of: run))" : "Register: \(desk.title(of: run))",
            summary: isFilled ? "What became of each place." : "To be printed and signed.",
            layout: DeskLayouts.register.name, above: [.desk, .runs, page.crumb]
        ) { scene in Register.view.value(of: Placed(model: register, scene: scene)) }
    }

    private var certificates: InternalPage? {
        let certified = certified
        guard let key = desk.key, !certified.isEmpty else { return nil }
        let sheets = CertificateSheets(
            sheets: certified.map { .init(certificate: $0, code: CertificateCode($0, signedBy: key)) },
            publicKey: key.verifyingKey.text)
        return InternalPage(
            path: path + "certificates/", title: "Certificates: \(desk.title(of: run))",
            summary: "A sheet for each person who was there to the end.", layout: DeskLayouts.certificates.name,
            above: [.desk, .runs, page.crumb]
        ) { scene in CertificateSheets.view.value(of: Placed(model: sheets, scene: scene)) }
    }
}

extension DeskRecords {
    /// The certificate that a row entitles to: to whoever was there to the end of a run that was not called off. Leaving
    /// early brings none.
    func certificate(for row: Attendance, of run: Run) -> Certificate? {
        let person = records.main(row.person)
        guard let key, row.status.countsAsAttended, !run.isCancelled, run.date <= today, !person.isErased else {
            return nil
        }
        return Certificate(
            number: row.certificate ?? Certificate.number(run: run.id.text, person: row.person.text, by: key),
            holder: person.name, course: title(of: run.course), date: run.date,
            hours: board.courses.find(run.course)?.hours.plain ?? "", board: board.settings.board.name)
    }
}

extension Double {
    /// `3` for 3.0, `3.5` for 3.5.
    fileprivate var plain: String { Int(exactly: self).map(String.init) ?? description }
}
