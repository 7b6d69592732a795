import Parallelism
import Testing

@testable import Disk

struct ManifestTests {
    @Test func `what was written is read`() {
        let manifest = Manifest(sizes: ["index.html": 12, "ünï/a b.html": 0, "zip/x.zip": 1 << 40])
        #expect(Manifest(parsing: manifest.bytes) == manifest)
        #expect(Manifest(parsing: Manifest(sizes: [:]).bytes) == Manifest(sizes: [:]))
    }

    @Test func `a change of any one byte, or a cut anywhere, is noticed`() {
        let bytes = Manifest(sizes: ["a.html": 1, "b.html": 22]).bytes
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(Manifest(parsing: changed) == nil, "byte \(index)")
            #expect(Manifest(parsing: Array(bytes[..<index])) == nil, "cut at \(index)")
        }
    }
}

struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 63, 64, 65, 1_000])
    func `results come in input order`(count: Int) async {
        let numbers = Array(0..<count)
        #expect(await numbers.concurrentMap(chunk: 7) { $0 * 2 } == numbers.map { $0 * 2 })
    }
}
