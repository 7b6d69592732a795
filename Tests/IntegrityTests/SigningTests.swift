import Testing

@testable import Integrity

struct SigningTests {
    private static func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.count, by: 2).compactMap { offset in
            let start = hex.index(hex.startIndex, offsetBy: offset)
            return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16)
        }
    }

    /// RFC 8032 §7.1, tests 1 to 3.
    private static let vectors: [(seed: String, key: String, message: String, signature: String)] = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ]

    @Test(arguments: vectors.indices)
    func `signatures are those of the standard`(_ index: Int) throws {
        let vector = Self.vectors[index]
        let key = try #require(SigningKey(seed: Self.bytes(vector.seed)))
        let message = Self.bytes(vector.message)
        #expect(key.verifyingKey.bytes == Self.bytes(vector.key))
        #expect(key.signature(of: message) == Self.bytes(vector.signature))
        #expect(key.verifyingKey.accepts(Self.bytes(vector.signature), of: message))
        #expect(!key.verifyingKey.accepts(Self.bytes(vector.signature), of: message + [0]))
    }

    @Test(arguments: [0, 31, 33, 64]) func `a key of another length is refused`(_ count: Int) {
        #expect(SigningKey(seed: [UInt8](repeating: 1, count: count)) == nil)
        #expect(VerifyingKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test func `a signature of another length is refused`() {
        let key = SigningKey.random()
        let signature = key.signature(of: [1])
        #expect(!key.verifyingKey.accepts([], of: [1]) && !key.verifyingKey.accepts(signature + [0], of: [1]))
    }

    @Test func `no two random keys are alike`() {
        #expect(Set((0..<20).map { _ in SigningKey.random().verifyingKey }).count == 20)
    }

    @Test func `keys are read as they are written, and only so`() throws {
        let key = SigningKey.random()
        #expect(SigningKey(text: key.text)?.verifyingKey == key.verifyingKey)
        #expect(VerifyingKey(text: key.verifyingKey.text) == key.verifyingKey)
        // Neither is taken for the other, and a text that is cut short is refused.
        #expect(SigningKey(text: key.verifyingKey.text) == nil && VerifyingKey(text: key.text) == nil)
        #expect(VerifyingKey(text: String(key.verifyingKey.text.dropLast())) == nil)
    }

    @Test(arguments: [[], [0], [0xFF, 0xFE], [1, 2, 3], Array(0...255)] as [[UInt8]])
    func `bytes come back from their text`(_ bytes: [UInt8]) {
        #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
    }

    @Test(arguments: ["A", "AB", "AA==", "AA\n", "A A", "+/", "é"])
    func `a text that no bytes are written as is refused`(_ text: String) {
        #expect(Base64URL.bytes(text) == nil)
    }

    @Test func `a keyed digest differs by key, message and purpose`() {
        let (one, two) = (SigningKey.random(), SigningKey.random())
        let digests = [one, two].flatMap { key in
            [[], [1], [1, 2]].flatMap { message in
                ["a", "b"].map { key.keyedDigest(of: message, count: 32, purpose: $0) }
            }
        }
        #expect(Set(digests).count == 12)
        #expect(one.keyedDigest(of: [1], count: 32, purpose: "a") == one.keyedDigest(of: [1], count: 32, purpose: "a"))
    }
}
