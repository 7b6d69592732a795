import CivilTime
import Content
import Schemas
import Testing

@testable import Training

@Suite struct ArithmeticTests {
    @Test(arguments: [
        (Attendance.Status.booked, 1), (.attended, 1), (.part, 1), (.noShow, 1), (.walkIn, 1), (.cancelled, 2),
        (.lateCancelled, 2), (.waiting, 2),
    ])
    func `a place is left unless somebody has it`(status: Attendance.Status, left: Int) throws {
        #expect(try run("a", on: "2026-03-12", places: 2, [1: status]).placesLeft == left)
    }

    @Test func `places left never fall below none`() throws {
        #expect(try run("a", on: "2026-03-12", places: 1, [1: .booked, 2: .walkIn]).placesLeft == 0)
    }

    @Test func `today's run is to come and counts as held tomorrow`() throws {
        let run = try run("a", on: "2026-02-28", [:])
        let day = try date("2026-02-28")
        #expect(run.isUpcoming(asOf: day) && !run.wasHeld(asOf: day))
        #expect(!run.isUpcoming(asOf: day.adding(days: 1)) && run.wasHeld(asOf: day.adding(days: 1)))
    }

    @Test func `a cancelled run stays in sight and was never held`() throws {
        let records = records([try run("a", on: "2026-03-12", status: .cancelled, [:])])
        #expect(records.upcomingRuns(asOf: try date("2026-03-01")).map(\.isCancelled) == [true])
        #expect(records.heldRuns(asOf: try date("2026-04-01")).isEmpty)
    }

    @Test func `a person at two runs is one person, and leaving early is not attending`() throws {
        let delivery = try delivery([
            run("a", on: "2026-01-01", [1: .attended, 2: .part, 3: .walkIn]),
            run("b", on: "2026-03-31", [1: .attended, 4: .noShow]),
        ])
        #expect(delivery.runs == 2)
        #expect(delivery.attendances == 3)
        #expect(delivery.people == 2)
        #expect(delivery.agencies == 1, "1 and 3 work for the agency of odd numbers")
    }

    @Test func `a period holds its first and last day, and nothing that is still to come`() throws {
        let delivery = try delivery([
            run("a", on: "2025-12-31", [1: .attended]), run("b", on: "2026-01-01", [2: .attended]),
            run("c", on: "2026-03-31", [3: .attended]), run("d", on: "2026-04-01", [4: .attended]),
        ])
        #expect(delivery.runs == 2 && delivery.people == 2 && delivery.agencies == 2)
        let early = try DeliveryLedger(
            records([run("c", on: "2026-03-31", [3: .attended])]), asOf: date("2026-03-31")
        ).delivery(in: date("2026-01-01")...date("2026-03-31"))
        #expect(early.runs == 0)
    }

    @Test func `a course's figures leave out other courses`() throws {
        let delivery = try DeliveryLedger(
            records([run("a", on: "2026-01-05", [1: .attended])]), asOf: date("2027-01-01")
        ).delivery(in: date("2026-01-01")...date("2026-12-31"), course: ID("other"))
        #expect(delivery == (try self.delivery([])))
    }

    @Test(arguments: [(0, 3), (2, 1), (3, 0), (4, 0)])
    func `a gap is what is wanting`(champions: Int, gap: Int) {
        #expect(Coverage.Cell(champions: champions, target: 3).gap == gap)
        #expect(Coverage.Cell(champions: champions, target: nil).gap == nil)
    }

    @Test func `consent holds from its first day until the day it is withdrawn`() throws {
        let consent = NameConsent(given: try date("2026-02-01"), withdrawn: try date("2026-03-01"))
        #expect(!consent.isGiven(on: try date("2026-01-31")))
        #expect(consent.isGiven(on: try date("2026-02-01")))
        #expect(consent.isGiven(on: try date("2026-02-28")))
        #expect(!consent.isGiven(on: try date("2026-03-01")))
    }

    private func delivery(_ runs: [Run]) throws -> Delivery {
        DeliveryLedger(records(runs), asOf: try date("2026-12-31")).delivery(
            in: try date("2026-01-01")...date("2026-03-31"), course: ID("aware"))
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func run(
        _ id: String, on date: String, places: Int = 10, status: Run.Status = .scheduled,
        _ attendance: KeyValuePairs<Int, Attendance.Status>
    ) throws -> Run {
        Run(
            id: ID(id), course: ID("aware"), date: try self.date(date), start: try #require(ClockTime(iso: "09:30")),
            end: try #require(ClockTime(iso: "12:30")), venue: .online, trainer: nil, places: places, status: status,
            sequence: 0, attendance: attendance.map { Attendance(person: ID("p-\($0.key)"), status: $0.value) })
    }

    /// Four people; those with odd numbers work for one agency, those with even numbers for another.
    private func records(_ runs: [Run]) -> TrainingRecords {
        let people = (1...4).map { number in
            Person(
                id: ID("p-\(number)"), name: "N", email: nil, agency: ID(number.isMultiple(of: 2) ? "even" : "odd"),
                roleGroup: ID("r"), siteKind: nil)
        }
        return TrainingRecords(people: Registry(people), runs: runs, champions: [])
    }
}
