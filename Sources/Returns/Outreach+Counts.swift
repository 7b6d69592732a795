public import CivilTime
import Content
import Schemas

extension Outreach {
    /// How many businesses of a sector were reached, by how they took it last.
    public struct Reach: Sendable, Hashable {
        /// In the order of the responses.
        public let byResponse: [Int]

        public var businesses: Int { byResponse.reduce(0, +) }

        public static func + (a: Reach, b: Reach) -> Reach {
            Reach(byResponse: zip(a.byResponse, b.byResponse).map { $0 + $1 })
        }
    }

    /// Each business counts once in a period, however often somebody went there, with its last response in that period. So
    /// sectors and responses add up, and periods do not.
    public func reaches(in period: Period) -> [(sector: Choice, reach: Reach)] {
        var last: [ID<Business>: String] = [:]
        for contact in contacts where period.contains(contact.on.value) {
            last[contact.business] = contact.response.value
        }
        return sectors.map { sector in
            let own = last.filter { businesses[$0.key].sector.value == sector.id }.values
            return (sector, Reach(byResponse: responses.map { response in own.count { $0 == response.id } }))
        }
    }

    /// Of all sectors together.
    public func reach(in period: Period) -> Reach {
        reaches(in: period).map(\.reach).reduce(Reach(byResponse: responses.map { _ in 0 }), +)
    }

    /// A business that somebody is to go to again.
    public struct FollowUp: Sendable {
        public let contact: BusinessContact
        public let due: CivilDate
    }

    /// Who is still to be seen again, the most urgent first. The last contact with a business decides: it settles the
    /// follow-ups of those before it, and may ask for one of its own.
    public var followUps: [FollowUp] {
        var last: [ID<Business>: BusinessContact] = [:]
        for contact in contacts { last[contact.business] = contact }
        return last.values.compactMap { contact in contact.followUp.map { FollowUp(contact: contact, due: $0) } }
            .sorted { ($0.due, $0.contact.business) < ($1.due, $1.contact.business) }
    }

    /// Follow-ups whose day had passed by then.
    public func overdue(on date: CivilDate) -> [FollowUp] { followUps.filter { $0.due < date } }

    /// Contacts that no period counts.
    public var uncounted: [BusinessContact] {
        contacts.filter { contact in !periods.contains { $0.contains(contact.on.value) } }
    }
}
