extension ZIPArchive {
    /// The files of an archive that ``archive(of:)`` made, in their order, or why it is not one.
    ///
    /// An archive can say two things at once: what the list at its end names, what stands before each file, bytes
    /// between them that no list names. Programs differ in what they believe. So nothing is believed here: every byte
    /// that is no file has to be the one that ``archive(of:)`` writes in its place, and the names stand in order, each
    /// once. What another program packed, or packed again, is refused, whatever is in it.
    ///
    /// Structures: PKWARE, APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16.
    public static func filesInOwnForm(
        _ archive: [UInt8], limits: Limits = Limits()
    ) throws(ZIPFault) -> [(path: String, bytes: [UInt8])] {
        let names = try OwnForm(archive).names()
        guard names.count <= limits.entries else { throw .tooLarge }
        // minizip takes an archive without files for a damaged one.
        guard !names.isEmpty else { return [] }
        let files = try read(archive, limits: limits) { _ in true }
        return try names.map { name throws(ZIPFault) in
            guard let bytes = files[name.path], bytes.count == name.size else { throw .damaged }
            return (name.path, bytes)
        }
    }
}

/// The places of an archive that hold numbers and names, and what has to stand there.
private struct OwnForm {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let end = 22
    private static let central = 46
    private static let local = 30

    /// The names of all files with their sizes, once everything around the files has been looked at.
    func names() throws(ZIPFault) -> [(path: String, size: Int)] {
        let end = bytes.count - Self.end
        guard end >= 0, number(end, 4) == 0x0605_4B50, number(end + 4, 4) == 0, number(end + 20, 2) == 0 else {
            throw .foreign
        }
        let count = number(end + 10, 2)
        var list = number(end + 16, 4)
        guard number(end + 8, 2) == count, list + number(end + 12, 4) == end else { throw .foreign }
        let firstOfList = list
        var file = 0
        var names: [(path: String, size: Int)] = []
        var last: ArraySlice<UInt8> = []
        for _ in 0..<count {
            let name = try entry(list: list, file: file, until: firstOfList, end)
            guard last.isEmpty || last.lexicographicallyPrecedes(name),
                let text = String(validating: name, as: UTF8.self)
            else { throw .foreign }
            names.append((text, number(list + 24, 4)))
            last = name
            file += Self.local + name.count + number(list + 20, 4)
            list += Self.central + name.count
        }
        guard file == firstOfList, list == end else { throw .foreign }
        return names
    }

    /// Compares what the list says of a file with what stands before the file; its name.
    private func entry(list: Int, file: Int, until firstOfList: Int, _ end: Int) throws(ZIPFault) -> ArraySlice<UInt8> {
        guard list + Self.central <= end, file + Self.local <= firstOfList else { throw .foreign }
        let length = number(list + 28, 2)
        guard length > 0, list + Self.central + length <= end, file + Self.local + length <= firstOfList else {
            throw .foreign
        }
        let name = bytes[(list + Self.central)..<(list + Self.central + length)]
        let method = number(list + 10, 2)
        let isKnown =
            number(list, 4) == 0x0201_4B50 && number(file, 4) == 0x0403_4B50
            // Made by and needed: 2.0. Then flags, no time, the one date, no extra field, no remark, no attributes.
            && number(list + 4, 2) == 20 && number(list + 6, 2) == 20 && number(file + 4, 2) == 20
            && number(list + 8, 2) == Int(ZIPArchive.flags) && [0, 8].contains(method)
            && number(list + 12, 4) == Int(ZIPArchive.date)
            && number(list + 30, 4) == 0 && number(list + 34, 4) == 0 && number(list + 38, 4) == 0
            && number(list + 42, 4) == file
        // Flags, method, date, checksum and sizes stand twice.
        let isSame =
            bytes[(list + 8)..<(list + 30)].elementsEqual(bytes[(file + 6)..<(file + 28)]) && number(file + 28, 2) == 0
            && bytes[(file + Self.local)..<(file + Self.local + length)].elementsEqual(name)
        guard isKnown, isSame else { throw .foreign }
        return name
    }

    /// Least significant byte first (4.4.1.1).
    private func number(_ place: Int, _ count: Int) -> Int {
        bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
