import CivilTime
import Glibc

/// The only place where the clock is read.
enum Today {
    /// The day on the calendar of this computer.
    static func date() -> CivilDate {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let date = CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        guard let date else { preconditionFailure("the system's calendar gave a day that does not exist") }
        return date
    }
}
