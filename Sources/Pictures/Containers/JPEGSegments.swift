/// What a JPEG file consists of (ITU-T T.81 annex B): segments that each start with a marker, and the scans.
struct JPEGSegments {
    /// Markers with their lengths and contents, from the start of the picture up to the first scan.
    private(set) var segments: [Segment] = []
    /// From the first scan to the end of the file.
    private let rest: ArraySlice<UInt8>

    struct Segment {
        let marker: UInt8
        let bytes: ArraySlice<UInt8>

        /// Without the marker and the length.
        var contents: ArraySlice<UInt8> { bytes.dropFirst(4) }
    }

    private static let startOfScan: UInt8 = 0xDA
    private static let endOfImage: UInt8 = 0xD9

    init(_ bytes: [UInt8]) throws(PictureFault) {
        var at = 2
        while let marker = Self.marker(in: bytes, at: &at), marker != Self.startOfScan {
            guard let length = bytes.bigEndian(at: at + 2, 2), length >= 2, at + 2 + length <= bytes.count else {
                throw .damaged
            }
            segments.append(Segment(marker: marker, bytes: bytes[at..<at + 2 + length]))
            at += 2 + length
        }
        // Programs look for the next marker where none stands in its place, and might find a segment there that was
        // never judged.
        guard at + 1 < bytes.count, bytes[at] == 0xFF, bytes[at + 1] == Self.startOfScan else { throw .damaged }
        rest = bytes[at...]
    }

    /// Bytes 0xFF may fill up the space before a marker (§B.1.1.2).
    private static func marker(in bytes: [UInt8], at place: inout Int) -> UInt8? {
        guard place + 1 < bytes.count, bytes[place] == 0xFF else { return nil }
        while place + 1 < bytes.count, bytes[place + 1] == 0xFF { place += 1 }
        return place + 1 < bytes.count ? bytes[place + 1] : nil
    }

    /// The scans up to the end of the picture, without what it says about itself; `nil` where it has no end.
    ///
    /// In a scan 0xFF stands before 0 or before a marker that starts anew (§B.1.1.5). Between the scans of a progressive
    /// picture stand segments, whose contents are skipped by their lengths; notes may be among them.
    private static func withoutNotes(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var kept: [UInt8] = []
        var (start, at) = (bytes.startIndex, bytes.startIndex)
        while at + 1 < bytes.endIndex {
            guard bytes[at] == 0xFF else {
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case endOfImage: return kept + bytes[start..<at + 2]
            case 0x00, 0xD0...0xD7: at += 2
            case 0xFF: at += 1
            default:
                guard at + 3 < bytes.endIndex else { return nil }
                let next = at + 2 + max(2, Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]))
                if isNote(bytes[at + 1]) {
                    kept += bytes[start..<at]
                    start = next
                }
                at = next
            }
        }
        return nil
    }

    /// Puts segments in front of the others.
    mutating func add(_ more: [Segment]) { segments = more + segments }

    /// What tells how colours are meant: the JFIF header, a colour profile (ICC.1, annex B.4), Adobe's note on how
    /// colours are coded. All other application segments and comments tell about the camera, the place and the people.
    var colours: [Segment] {
        segments.filter { segment in
            switch segment.marker {
            case 0xE0: segment.contents.starts(with: "JFIF\0".utf8)
            case 0xE2: segment.contents.starts(with: "ICC_PROFILE\0".utf8)
            case 0xEE: segment.contents.starts(with: "Adobe".utf8)
            default: false
            }
        }
    }

    /// The file without what it says about itself; not one pixel differs. What stands behind the end of the picture (a
    /// film, a second picture, a depth map) is left out too.
    func withoutMetadata() throws(PictureFault) -> [UInt8] {
        guard let scans = Self.withoutNotes(rest) else { throw .damaged }
        let drawing = segments.filter { !Self.isNote($0.marker) }
        return [0xFF, 0xD8] + (colours + drawing).flatMap(\.bytes) + scans
    }

    /// An application segment or a comment.
    private static func isNote(_ marker: UInt8) -> Bool { (0xE0...0xEF).contains(marker) || marker == 0xFE }

    /// The TIFF structure that holds the camera's notes (CIPA DC-008, "Exif", §4.5.4).
    var exif: [UInt8]? {
        segments.first { $0.marker == 0xE1 && $0.contents.starts(with: "Exif\0".utf8) }
            .map { Array($0.contents.dropFirst(6)) }
    }
}
