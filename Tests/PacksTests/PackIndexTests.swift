import CivilTime
import Integrity
import Testing

@testable import Packs

/// Parts that ran anywhere make the same list as one run, or somebody is told why not.
struct PackIndexTests {
    private static let schools = (1...7).map { "s\($0)" }
    private static let day = CivilDate(daysSinceEpoch: 20_778)

    private static func run(sources: String = "a", day: CivilDate = day) -> PackIndex.Run {
        PackIndex.Run(board: "Board", made: day, sources: sources, schools: schools)
    }

    private static func release(_ school: String) -> PackRelease {
        let maker = PackMaker(
            PackMaker.Terms(board: "Board", made: day, reviewBy: day, key: nil), shared: [])
        let pack = maker.pack(school: school, name: school, files: []) { ("about-this-copy.html", Array($0.utf8)) }
        return PackRelease(
            of: pack.manifest, PackRelease.Archive("\(school).zip", pack.archive),
            update: school == "s2" ? PackRelease.Update(from: "1", PackRelease.Archive("s2.update.zip", [1])) : nil)
    }

    private static func part(_ number: Int, of count: Int = 3, _ run: PackIndex.Run = run()) throws -> PackIndex {
        let part = try #require(PackIndex.Part(number: number, count: count))
        return PackIndex(run, part: part, part.share(of: schools).map(release))
    }

    private func reasons(_ parts: [PackIndex]) -> [String] {
        do throws(PackIndex.Mismatch) {
            _ = try PackIndex.merged(parts)
            return []
        } catch {
            return error.reasons
        }
    }

    @Test(arguments: 1...9)
    func `the parts of a run, in any order, make the list of one run to the byte`(_ count: Int) throws {
        let parts = try (1...count).map { try Self.part($0, of: count) }.reversed()
        let whole = PackIndex(Self.run(), part: nil, Self.schools.map(Self.release))
        #expect(try PackIndex.merged(Array(parts)).bytes == whole.bytes)
    }

    @Test func `a list is read as it was written, and not otherwise`() throws {
        let part = try Self.part(2)
        #expect(PackIndex(bytes: part.bytes) == part && PackIndex(bytes: part.bytes + [0x20]) == nil)
    }

    @Test(arguments: ["s2.zip", "s2.update.zip"], ["../s2.zip", "below/s2.zip", "s1.zip", "packs.index.json", ""])
    func `a list that calls a school's file otherwise than by its id is none`(_ name: String, other: String) throws {
        let text = String(decoding: try Self.part(2).bytes, as: UTF8.self)
        #expect(text.contains("\"\(name)\""))
        let changed = text.split(separator: "\"\(name)\"", omittingEmptySubsequences: false).joined(
            separator: "\"\(other)\"")
        #expect(PackIndex(bytes: Array(changed.utf8)) == nil)
    }

    @Test func `copies made anew take the place of their older ones, and those of schools that left go`() {
        let day = CivilDate(daysSinceEpoch: 20_779)
        let run = PackIndex.Run(board: "Board", made: day, sources: "b", schools: ["s1", "s2", "new"])
        let old = PackIndex(Self.run(), part: nil, ["s1", "s2", "s3"].map(Self.release))
        let index = old.replacing([Self.release("new"), Self.release("s2")], in: run)
        #expect(index.releases.map(\.school) == ["s1", "s2", "new"] && index.run == run && index.part == nil)
        #expect(index.releases.first == old.releases.first)
        #expect(PackIndex(bytes: index.bytes) == index)
    }

    @Test func `parts that are missing, there twice, or not of one run are named`() throws {
        let (one, two, three) = (try Self.part(1), try Self.part(2), try Self.part(3))
        #expect(reasons([one, three]) == ["part 2 of 3 is missing"])
        #expect(reasons([one, two, two, three]) == ["part 2 of 3 is there twice"])
        #expect(reasons([]) == ["there is no part of a run among them"])
        #expect(
            reasons([one, two, try Self.part(3, Self.run(sources: "b"))]) == [
                "part-1-of-3.index.json and part-3-of-3.index.json are not of one run: their content or theme differs"
            ])
        let late = try Self.part(3, Self.run(day: CivilDate(daysSinceEpoch: 20_779)))
        #expect(reasons([one, two, late]).first?.hasSuffix("they were made for 2026-11-21 and 2026-11-22") == true)
        let short = PackIndex(three.run, part: three.part, Array(three.releases.dropLast()))
        #expect(
            reasons([one, two, short]) == ["part-3-of-3.index.json does not have the schools that are its share"])
    }

    @Test(arguments: [(0, 3), (4, 3), (1, 0), (-1, 3)])
    func `a share that there cannot be is none`(_ number: Int, _ count: Int) {
        #expect(PackIndex.Part(number: number, count: count) == nil)
    }

    @Test func `a signature under a list is none under anything else`() throws {
        let key = SigningKey.random()
        let files = try Self.part(1).files(signedWith: key)
        #expect(files.map(\.name) == ["part-1-of-3.index.json", "part-1-of-3.index.sig"])
        let signature = try #require(PackSignature(bytes: files[1].bytes))
        #expect(signature.isGenuine(for: files[0].bytes, by: key.verifyingKey, for: .index))
        #expect(!signature.isGenuine(for: files[0].bytes, by: key.verifyingKey, for: .pack))
    }
}
