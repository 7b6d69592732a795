import Diagnostics
import Schemas

/// The settings of a theme and its ancestors, and the rules for their colours.
struct ThemeSettings: Sendable {
    /// The setting that counts for each name: the youngest theme's.
    private var settings: [String: Setting] = [:]
    private let rules: [ContrastRule]

    /// - Parameter chain: The themes, the oldest ancestor first. It says which settings there are; the others give
    ///   them other values.
    init(_ chain: [ThemeManifest], _ reading: inout Reading) {
        rules = chain.last { !$0.contrast.isEmpty }?.contrast ?? []
        for (index, manifest) in chain.enumerated() {
            for setting in manifest.settings {
                guard isGood(setting, isDeclaration: index == 0, &reading) else { continue }
                settings[setting.name.value] = setting
            }
        }
        for rule in rules { check(rule, rules, &reading) }
    }

    /// The same settings with other values for some of them.
    func changed(by changes: [Setting], _ reading: inout Reading) -> ThemeSettings {
        var changed = self
        for change in changes where isGood(change, isDeclaration: false, &reading) {
            changed.settings[change.name.value] = change
        }
        let names = Set(changes.map(\.name.value))
        for rule in rules where names.contains(rule.setting.value) { changed.check(rule, rules, &reading) }
        return changed
    }

    /// A style sheet that gives every setting to the others. It stands behind those that set the same properties.
    var stylesheet: [UInt8] {
        guard !settings.isEmpty else { return [] }
        let lines = settings.values.map { "\($0.property):\($0.value.value);" }.sorted()
        return Array(":root{\(lines.joined())}\n".utf8)
    }

    private func isGood(_ setting: Setting, isDeclaration: Bool, _ reading: inout Reading) -> Bool {
        let name = setting.name.value
        if isDeclaration {
            guard setting.value.value.hasPrefix("#"), setting.colour == nil else { return true }
        } else {
            guard let inherited = settings[name] else {
                reportUnknown(setting.name, .unknownKey, &reading)
                return false
            }
            guard inherited.colour != nil, setting.colour == nil else { return true }
        }
        reading.report(
            .badColour, "\"\(setting.value.value)\" is not a colour, and \"\(name)\" is one",
            at: setting.value.location, help: Colour.notation)
        return false
    }

    private func check(_ rule: ContrastRule, _ rules: [ContrastRule], _ reading: inout Reading) {
        guard let setting = settings[rule.setting.value] else {
            return reportUnknown(rule.setting, .unknownWord, &reading)
        }
        guard let colour = setting.colour else {
            return reading.report(
                .badColour, "\"\(setting.value.value)\" is not a colour, and its contrast is to be checked",
                at: setting.value.location, notes: [.init("the rule stands here", at: rule.setting.location)],
                help: Colour.notation)
        }
        guard !rule.isKept(by: colour) else { return }
        let nearest = colour.nearest(keeping: rules.filter { $0.setting.value == rule.setting.value })
        let measured = colour.contrast(with: rule.ground)
        reading.report(
            .lowContrast, "the colour \(colour) has a contrast of \(measured.roundedDown) : 1 against \(rule.ground)",
            at: setting.value.location,
            label: "\"\(rule.setting.value)\" needs at least \(rule.ratio.plain) : 1",
            notes: [.init("the rule stands here", at: rule.setting.location)],
            help: nearest.map { "the nearest colour that people can read is \"\($0)\"" }
                ?? "no shade of this colour keeps all rules for \"\(rule.setting.value)\"; try another colour")
    }

    private func reportUnknown(_ name: Located<String>, _ code: DiagnosticCode, _ reading: inout Reading) {
        let known = settings.keys.sorted()
        reading.report(
            code, "the theme has no setting \"\(name.value)\"", at: name.location,
            label: known.isEmpty ? nil : "expected one of: \(known.joined(separator: ", "))",
            help: Spelling.suggestion(for: name.value, in: known))
    }
}

extension Setting {
    fileprivate var colour: Colour? { Colour(hex: value.value) }
}

extension Double {
    /// With two digits and never more than it is: a contrast of 6.998 is not shown as the 7.00 that it fails.
    fileprivate var roundedDown: String {
        let hundredths = Int(self * 100)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
