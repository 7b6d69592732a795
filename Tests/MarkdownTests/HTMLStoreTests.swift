import Markdown
import Synchronization
import Testing

struct HTMLStoreTests {
    private final class Shelf: Sendable {
        let bytes = Mutex<[UInt8]>([])

        /// - Parameter room: In bytes.
        func store(room: Int) -> HTMLStore {
            HTMLStore { html in
                self.bytes.withLock { bytes in
                    guard bytes.count + html.count <= room else { return nil }
                    bytes += html
                    return bytes.count - html.count
                }
            } bytes: { place, count in
                self.bytes.withLock { Array($0[place..<(place + count)]) }
            }
        }
    }

    private let document = MarkdownParser().parse(
        Array("# Tea\n\nA [link](b.md).\n".utf8)[...], path: "a.md", firstLine: 1
    ).document

    @Test(arguments: [0, 1_000])
    func `a document says the same wherever its HTML is`(room: Int) {
        let shelf = Shelf()
        var aside = document
        aside.putHTMLAside(in: shelf.store(room: room))
        #expect(shelf.bytes.withLock(\.isEmpty) == (room == 0))
        #expect(aside == document)
        #expect(aside.hashValue == document.hashValue)
        #expect(aside.html { _, out in out += "b/".utf8 } == document.html { _, out in out += "b/".utf8 })
    }

    @Test func `HTML is put aside once`() {
        let shelf = Shelf()
        var aside = document
        aside.putHTMLAside(in: shelf.store(room: 1_000))
        aside.putHTMLAside(in: shelf.store(room: 1_000))
        #expect(shelf.bytes.withLock(\.count) == document.html.count)
    }
}
