import Foundation
import Testing

@testable import Pictures

/// Pictures of 64 by 48 pixels (and one of 40 by 30), made by another program, with "SECRET" wherever their formats let
/// a file speak of itself.
enum Sample {
    static func bytes(_ name: String, file: String = #filePath) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Samples")
        return [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static let secret = Array("SECRET".utf8)

    /// A picture whose pixels differ from each other, the same for the same seed.
    static func raster(_ width: Int, _ height: Int, opacity: UInt8? = nil) -> Raster {
        var state: UInt64 = 0x9E37_79B9
        return Raster(
            width: width, height: height,
            pixels: (0..<width * height * 4).map { index in
                if index % 4 == 3, let opacity { return opacity }
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return UInt8(truncatingIfNeeded: state >> 56)
            })
    }
}

extension [UInt8] {
    func contains(text: [UInt8]) -> Bool {
        guard count >= text.count else { return false }
        return (0...count - text.count).contains {
            self[$0] == text[0] && self[$0..<$0 + text.count].elementsEqual(text)
        }
    }
}
