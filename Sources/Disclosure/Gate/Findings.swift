import Content
import Schemas
import Training

/// Something in one reading of a file that should not be there, or that excuses what is.
struct Finding: Sendable {
    let what: What
    /// In bytes of the reading.
    let range: Range<Int>

    enum What: Sendable, Hashable {
        case name(Int32)
        case id(Int32)
        case address(Int32)
        case consent(Int32)
        case phrase(Int32)
        /// An e-mail address that the board does not publish, without the part before the `@`.
        case strayAddress(domain: String)
        case strayTelephone
        case number(NationalNumber)

        /// Whether it was found by its shape alone, and is a number.
        var isShapeOfNumber: Bool {
            switch self {
            case .strayTelephone, .number: true
            default: false
            }
        }

        fileprivate func excuses(_ other: What) -> Bool {
            switch (self, other) {
            case (.phrase, _): true
            case (.consent, .name), (.consent, .id): true
            default: false
            }
        }

        var isExcuse: Bool {
            switch self {
            case .phrase, .consent: true
            default: false
            }
        }
    }
}

extension [Finding] {
    /// Without what stands inside of an excuse of its kind; the excuses stay.
    ///
    /// Excuses are few, and findings fewer: a file that has neither costs nothing.
    func excused() -> [Finding] {
        let excuses = filter(\.what.isExcuse)
        guard !excuses.isEmpty else { return self }
        return filter { finding in
            finding.what.isExcuse
                || !excuses.contains { excuse in
                    excuse.what.excuses(finding.what) && excuse.range.lowerBound <= finding.range.lowerBound
                        && excuse.range.upperBound >= finding.range.upperBound
                }
        }
    }
}
