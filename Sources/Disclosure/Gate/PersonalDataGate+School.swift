public import CivilTime
public import Content

extension PersonalDataGate {
    /// The gate for the copy of one school, which lets pass what that school has agreed to publish of its staff: their
    /// names from the day of its agreement on, and how to reach them. In any other school's copy, and on the board's
    /// own site, the same names are found.
    public func allowing(_ school: School, on day: CivilDate) -> PersonalDataGate {
        let posts = [school.staff.lead] + school.staff.deputies
        // Whoever the gate would find in just these words is whom the school means by them.
        let told = posts.flatMap { [school.name(of: $0, on: day), $0.email] }.compactMap(\.self)
        let scan = FileScan(watch: watch, published: published)
        var gate = self
        gate.published = published.adding(posts)
        gate.agreed = Set(
            told.flatMap { scan.scan(path: "", Array($0.utf8)).found.map(\.what) }.filter(\.isOfPerson))
        return gate
    }
}

extension Finding.What {
    /// Whether it is a name or an address of somebody in the records.
    fileprivate var isOfPerson: Bool {
        switch self {
        case .name, .address: true
        default: false
        }
    }
}
