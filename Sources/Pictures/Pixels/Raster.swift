/// A picture as pixels: four bytes each (red, green, blue, opacity; the last is 255 where there is none), row by row
/// from the top left.
struct Raster: Sendable, Equatable {
    let width: Int
    let height: Int
    var pixels: [UInt8]

    var isOpaque: Bool { stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 255 } }

    /// Turned and mirrored as it is meant to be looked at.
    func turned(_ orientation: Orientation) -> Raster {
        guard orientation != .upright else { return self }
        let (right, bottom) = (width - 1, height - 1)
        let (newWidth, newHeight) = orientation.swapsSides ? (height, width) : (width, height)
        var turned = [UInt8](repeating: 0, count: pixels.count)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                // Where the pixel that belongs here was.
                let (column, row) =
                    switch orientation {
                    case .upright: (x, y)
                    case .mirrored: (right - x, y)
                    case .upsideDown: (right - x, bottom - y)
                    case .flipped: (x, bottom - y)
                    case .transposed: (y, x)
                    case .quarterRight: (y, bottom - x)
                    case .transversed: (right - y, bottom - x)
                    case .quarterLeft: (right - y, x)
                    }
                let (from, to) = ((row * width + column) * 4, (y * newWidth + x) * 4)
                for part in 0..<4 { turned[to + part] = pixels[from + part] }
            }
        }
        return Raster(width: newWidth, height: newHeight, pixels: turned)
    }
}
