extension Colour {
    /// The nearest colour of the same hue that keeps all rules; `nil` where neither a darker nor a lighter one does.
    ///
    /// In linear light, scaling all channels alike leaves hue and saturation as they are, and mixing in white leaves
    /// the hue. Both change luminance in proportion, so the amount needed is found by division instead of search; then
    /// channels are rounded to the safe side. Of the two the one nearer to this colour is taken.
    func nearest(keeping rules: [ContrastRule]) -> Colour? {
        let darkest = rules.map { ($0.ground.luminance + 0.05) / $0.ratio - 0.05 }.min()
        let lightest = rules.map { ($0.ground.luminance + 0.05) * $0.ratio - 0.05 }.max()
        let candidates = [darkest.flatMap(darkened), lightest.flatMap(lightened)].compactMap(\.self)
        return candidates.filter { colour in rules.allSatisfy { $0.isKept(by: colour) } }
            .min { distance(to: $0) < distance(to: $1) }
    }

    private func darkened(to wanted: Double) -> Colour? {
        guard wanted >= 0 else { return nil }
        let share = luminance > wanted ? wanted / luminance : 1
        return map { light in Self.linear.lastIndex { $0 <= light * share } ?? 0 }
    }

    private func lightened(to wanted: Double) -> Colour? {
        guard wanted <= 1 else { return nil }
        let share = luminance < wanted ? (wanted - luminance) / (1 - luminance) : 0
        return map { light in Self.linear.firstIndex { $0 >= light + (1 - light) * share } ?? 255 }
    }

    /// The colour with its channels, given as light, made into others.
    private func map(_ transform: (Double) -> Int) -> Colour {
        func channel(_ value: UInt8) -> UInt8 { UInt8(clamping: transform(Self.linear[Int(value)])) }
        return Colour(red: channel(red), green: channel(green), blue: channel(blue))
    }

    private func distance(to other: Colour) -> Int {
        abs(Int(red) - Int(other.red)) + abs(Int(green) - Int(other.green)) + abs(Int(blue) - Int(other.blue))
    }
}
