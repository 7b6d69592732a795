/// What a site's `robots.txt` asks of us (RFC 9309, the Robots Exclusion Protocol).
struct RobotsRules: Sendable {
    private var rules: [(path: String, allows: Bool)] = []

    static let none = RobotsRules()

    private init() {}

    /// The rules of the groups that name `agent`; where none does, of those for `*`.
    init(_ text: String, for agent: String) {
        var groups: [(agents: [String], rules: [(String, Bool)])] = []
        var isNaming = false
        for line in text.split(whereSeparator: \.isNewline) {
            let content = line.prefix { $0 != "#" }
            guard let colon = content.firstIndex(of: ":") else { continue }
            let key = content[..<colon].trimmed.lowercased()
            let value = content[content.index(after: colon)...].trimmed
            switch key {
            case "user-agent":
                if !isNaming { groups.append(([], [])) }
                groups[groups.count - 1].agents.append(value.lowercased())
                isNaming = true
            case "allow", "disallow":
                isNaming = false
                if !groups.isEmpty, !value.isEmpty { groups[groups.count - 1].rules.append((value, key == "allow")) }
            default: break
            }
        }
        let own = groups.filter { $0.agents.contains(agent.lowercased()) }
        rules = (own.isEmpty ? groups.filter { $0.agents.contains("*") } : own).flatMap(\.rules)
            .map { (path: $0.0, allows: $0.1) }
    }

    /// The longest rule that fits decides; of two equally long ones the one that allows (section 2.2.2).
    func allow(_ path: String) -> Bool {
        let fitting = rules.filter { Self.fits(Array($0.path.utf8)[...], Array(path.utf8)[...]) }
        return fitting.max { ($0.path.utf8.count, $0.allows ? 1 : 0) < ($1.path.utf8.count, $1.allows ? 1 : 0) }?.allows
            ?? true
    }

    /// `*` stands for any bytes, and `$` at the end for the end of the path. Goes back to the last star only, so that
    /// hostile rules cost no more than rule times path.
    private static func fits(_ rule: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        let isWhole = rule.last == UInt8(ascii: "$")
        let pattern = isWhole ? rule.dropLast() : rule
        var (at, place) = (pattern.startIndex, path.startIndex)
        var star: (at: Int, place: Int)?
        while true {
            if at == pattern.endIndex, !isWhole || place == path.endIndex { return true }
            if at < pattern.endIndex, pattern[at] == UInt8(ascii: "*") {
                star = (at + 1, place)
                at += 1
            } else if at < pattern.endIndex, place < path.endIndex, pattern[at] == path[place] {
                (at, place) = (at + 1, place + 1)
            } else if let last = star, last.place < path.endIndex {
                star = (last.at, last.place + 1)
                (at, place) = (last.at, last.place + 1)
            } else {
                return false
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
