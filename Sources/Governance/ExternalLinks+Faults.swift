public import Diagnostics
public import LinkChecking

extension ExternalLinks {
    /// What became of each link, at each place that has it.
    public func faults(_ results: [String: LinkResult]) -> [Diagnostic] {
        uses.compactMap { use in results[use.address].flatMap { Self.fault(use, $0) } }
    }

    private static func fault(_ use: Use, _ result: LinkResult) -> Diagnostic? {
        switch result {
        case .fine: nil
        case .moved(let place):
            Diagnostic(
                .movedAddress, "\(use.address) has moved for good", at: use.location, help: "write \(place)")
        case .broken(let reason):
            Diagnostic(
                .deadAddress, "\(use.address) does not work: \(reason)", at: use.location,
                help: "find where it has gone, or take the link out")
        case .unclear(let reason):
            Diagnostic(
                .uncheckedAddress, "\(use.address) could not be checked: \(reason)", at: use.location,
                help: "open it in a browser")
        }
    }
}
