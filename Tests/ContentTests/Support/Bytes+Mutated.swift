import TestSupport

extension [UInt8] {
    /// The bytes with one to eight of them changed, taken out or doubled, and cut off somewhere now and then.
    func mutated(_ random: inout Seeded) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: bytes.indices, using: &random)
            let end = Swift.min(bytes.count, at + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[at] = .random(in: .min ... .max, using: &random)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
            case 3: bytes.insert("-:[]{}\"'#&*!|>%@`\n\t \r\u{FEFF}".utf8.randomElement(using: &random) ?? 0, at: at)
            case 4: bytes.swapAt(at, end - 1)
            default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(at...) }
            }
        }
        return bytes
    }
}
