import Content
import Schemas
import Training

/// Something in one reading of a file that should not be there, or that excuses what is.
struct Finding: Sendable {
    let what: What
    /// In bytes of the reading.
    let range: Range<Int>
    /// Where the words of a name start, in bytes of the reading; none for one that is written in one word.
    var words: [Int] = []
    /// Whether one of these words is written small in the file.
    var isSmall = false

    enum What: Sendable, Hashable {
        case name(Int32)
        case id(Int32)
        case canary(Int32)
        case address(Int32)
        case consent(Int32)
        case phrase(Int32)
        /// An e-mail address that the board does not publish, without the part before the `@`.
        case strayAddress(domain: String)
        case strayTelephone
        case number(NationalNumber)

        fileprivate func excuses(_ other: What) -> Bool {
            switch (self, other) {
            case (_, .canary): false
            case (.phrase, _): true
            case (.consent, .name), (.consent, .id): true
            default: false
            }
        }

        /// Whose name it is.
        var named: Int32? {
            if case .name(let owner) = self { owner } else { nil }
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
