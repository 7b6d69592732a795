import Testing

@testable import Integrity

/// The expected values are those of NIST's example and validation vectors for SHA-256 (FIPS 180-4), and of `sha256sum`.
@Suite struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `the digests of FIPS 180-4 come out`(message: String, hex: String) {
        #expect(Digest.sha256(Array(message.utf8)).hex == hex)
    }

    @Test func `a million bytes make the digest that NIST names`() {
        let digest = Digest.sha256([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `a digest is read from its digits again`() {
        let digests = (0..<100).map { Digest.sha256([$0]) }
        #expect(digests.map { Digest(hex: Array($0.hex.utf8)) } == digests)
    }

    @Test(arguments: ["", "ba", String(repeating: "a", count: 65), "g" + String(repeating: "a", count: 63)])
    func `what is not written like a digest is none`(text: String) {
        #expect(Digest(hex: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ])
    func `base64 has its signs and its padding`(message: String, base64: String) {
        #expect(Digest.sha256(Array(message.utf8)).base64 == base64)
    }

    @Test func `an integrity attribute names the function before the digest`() {
        let digest = Digest.sha256(Array("alert('Hello, world.');".utf8))
        #expect(digest.integrity == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=")
    }

    @Test func `one other byte makes another digest`() {
        let one = [UInt8](repeating: 7, count: 100)
        let digests = one.indices.map { index in
            var other = one
            other[index] ^= 1
            return Digest.sha256(other)
        }
        #expect(Set(digests + [.sha256(one)]).count == one.count + 1)
    }
}
