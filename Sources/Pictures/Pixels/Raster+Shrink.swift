extension Raster {
    /// The same picture with fewer pixels: each new pixel is the mean of the area that it covers, weighed by how much of
    /// each old pixel lies in it.
    ///
    /// Means are taken of light, not of the numbers in the file, or thin bright lines would fade. The square of a number
    /// is close enough to sRGB's curve (IEC 61966-2-1) and exact in whole numbers, so every processor draws the same
    /// bytes. Colours count by their opacity.
    ///
    /// - Parameter newWidth: From 1 to `width`.
    func shrunk(toWidth newWidth: Int) -> Raster {
        let newHeight = max(1, (height * newWidth + width / 2) / width)
        var shrunk = [UInt8](repeating: 0, count: newWidth * newHeight * 4)
        var row = [UInt64](repeating: 0, count: width * 4)
        for y in 0..<newHeight {
            sumRows(forNewRow: y, of: newHeight, into: &row)
            for x in 0..<newWidth {
                let sums = Self.sumColumns(row, width, forNewColumn: x, of: newWidth)
                Self.store(sums, area: UInt64(width * height), into: &shrunk, at: (y * newWidth + x) * 4)
            }
        }
        return Raster(width: newWidth, height: newHeight, pixels: shrunk)
    }

    /// In units of which an old row has `newHeight` and a new row has `height`.
    private func sumRows(forNewRow y: Int, of newHeight: Int, into sums: inout [UInt64]) {
        for index in sums.indices { sums[index] = 0 }
        let (start, end) = (y * height, (y + 1) * height)
        for old in start / newHeight..<min(height, (end + newHeight - 1) / newHeight) {
            let weight = UInt64(min(end, (old + 1) * newHeight) - max(start, old * newHeight))
            for at in stride(from: old * width * 4, to: (old + 1) * width * 4, by: 4) {
                let opacity = UInt64(pixels[at + 3]) &* weight
                let to = at - old * width * 4
                sums[to] &+= UInt64(pixels[at]) &* UInt64(pixels[at]) &* opacity
                sums[to + 1] &+= UInt64(pixels[at + 1]) &* UInt64(pixels[at + 1]) &* opacity
                sums[to + 2] &+= UInt64(pixels[at + 2]) &* UInt64(pixels[at + 2]) &* opacity
                sums[to + 3] &+= opacity
            }
        }
    }

    private static func sumColumns(
        _ row: [UInt64], _ width: Int, forNewColumn x: Int, of newWidth: Int
    ) -> (UInt64, UInt64, UInt64, UInt64) {
        var sums: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        let (start, end) = (x * width, (x + 1) * width)
        for old in start / newWidth..<min(width, (end + newWidth - 1) / newWidth) {
            let weight = UInt64(min(end, (old + 1) * newWidth) - max(start, old * newWidth))
            sums.0 &+= row[old * 4] &* weight
            sums.1 &+= row[old * 4 + 1] &* weight
            sums.2 &+= row[old * 4 + 2] &* weight
            sums.3 &+= row[old * 4 + 3] &* weight
        }
        return sums
    }

    private static func store(
        _ sums: (UInt64, UInt64, UInt64, UInt64), area: UInt64, into pixels: inout [UInt8], at place: Int
    ) {
        guard sums.3 > 0 else { return }  // nothing is seen here, whatever the colour
        pixels[place] = root(sums.0 / sums.3)
        pixels[place + 1] = root(sums.1 / sums.3)
        pixels[place + 2] = root(sums.2 / sums.3)
        pixels[place + 3] = UInt8(truncatingIfNeeded: (sums.3 + area / 2) / area)
    }

    /// The whole number whose square is nearest: squares up to 255² are exact in a `Float`, and so are their roots.
    private static func root(_ square: UInt64) -> UInt8 {
        UInt8(min(255, Float(square).squareRoot().rounded()))
    }
}
