import Glibc

/// Orders two texts by their UTF-8 bytes, which no locale and no version of Unicode can change.
func bytewise(_ a: String, _ b: String) -> Bool {
    let ordered = a.utf8.withContiguousStorageIfAvailable { first in
        b.utf8.withContiguousStorageIfAvailable { second in
            let shared = min(first.count, second.count)
            guard shared > 0, let one = first.baseAddress, let two = second.baseAddress else {
                return first.count < second.count
            }
            let difference = memcmp(one, two, shared)
            return difference == 0 ? first.count < second.count : difference < 0
        }
    }
    return ordered.flatMap { $0 } ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}
