/// How a picture has to be turned and mirrored before it is looked at: the Exif tag 0x0112 (CIPA DC-008 §4.6.5).
/// Telephones store what their sensor saw and note how they were held.
public enum Orientation: Int, Sendable, CaseIterable {
    case upright = 1
    case mirrored, upsideDown, flipped, transposed, quarterRight, transversed, quarterLeft

    /// What a picture's file says; upright where it says nothing that makes sense.
    public init(of bytes: [UInt8]) {
        self = Metadata.exif(of: bytes).flatMap(Self.tag).flatMap(Self.init(rawValue:)) ?? .upright
    }

    /// Whether width and height change places.
    public var swapsSides: Bool { rawValue >= 5 }

    /// The tag in the first directory of a TIFF structure (TIFF 6.0 §2).
    private static func tag(in tiff: [UInt8]) -> Int? {
        let isLittle = tiff.starts(with: "II".utf8)
        guard isLittle || tiff.starts(with: "MM".utf8) else { return nil }
        func number(_ at: Int, _ count: Int) -> Int? {
            isLittle ? tiff.littleEndian(at: at, count) : tiff.bigEndian(at: at, count)
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
        for entry in 0..<entries {
            let at = directory + 2 + entry * 12
            guard let name = number(at, 2) else { return nil }
            if name == 0x0112 { return number(at + 8, 2) }
        }
        return nil
    }
}
