extension PlainReader {
    /// A text that grows in room given to it.
    struct Reading {
        private let space: UnsafeMutableBufferPointer<UInt8>
        private(set) var count = 0

        init(_ space: UnsafeMutableBufferPointer<UInt8>) { self.space = space }

        var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: space[..<count]) }

        /// Copies up to the next byte that needs a closer look, and returns its place. This is the loop in which the
        /// time goes.
        mutating func copyPlain(
            from input: UnsafeBufferPointer<UInt8>, _ start: Int, _ simple: UnsafeBufferPointer<UInt8>
        ) -> Int {
            precondition(input.count - start <= space.count - count, "a reading outgrew its room")
            var (at, end) = (start, count)
            let room = UnsafeMutableRawBufferPointer(space)
            while at + EightBytes.count <= input.count {
                let (letters, plain) = EightBytes(input, at: at).readPlainly
                room.storeBytes(of: letters.littleEndian, toByteOffset: end, as: UInt64.self)
                at += plain
                end += plain
                guard plain == EightBytes.count else {
                    count = end
                    return at
                }
            }
            while at < input.count {
                let read = simple[Int(input[at])]
                if read == 0 { break }
                space[end] = read
                at += 1
                end += 1
            }
            count = end
            return at
        }

        mutating func append(_ byte: UInt8) {
            precondition(count < space.count, "a reading outgrew its room")
            space[count] = byte
            count += 1
        }

        /// A seam matters only directly behind a word.
        mutating func appendSeam() {
            guard count > 0 else { return }
            let last = space[count - 1]
            if last >= 0x80 || last.isLetterOrDigit { append(Alphabet.seam) }
        }
    }
}
