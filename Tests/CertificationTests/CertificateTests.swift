import CivilTime
import Integrity
import Testing

@testable import Certification

struct CertificateTests {
    private func key(_ first: UInt8 = 1) throws -> SigningKey {
        try #require(SigningKey(seed: [first] + [UInt8](repeating: 7, count: 31)))
    }

    private func certificate(holder: String = "Marta Rundlewhistle", course: String = "Awareness") throws -> Certificate
    {
        Certificate(
            number: Certificate.number(run: "2026-03-12-cse-aware", person: "p-0001", by: try key()), holder: holder,
            course: course, date: try #require(CivilDate(iso: "2026-03-12")), hours: "3", board: "Northmere")
    }

    @Test(arguments: ["Marta Rundlewhistle", "Zoë Ní Bhriain", "李 明", ""])
    func `a code says what was certified, to whoever has the public key`(_ holder: String) throws {
        let certificate = try certificate(holder: holder)
        let code = CertificateCode(certificate, signedBy: try key())
        #expect(code.verdict(by: try key().verifyingKey) == .genuine(certificate))
    }

    @Test func `the same certificate has the same code each time`() throws {
        let codes = try (0..<3).map { _ in CertificateCode(try certificate(), signedBy: try key()) }
        #expect(Set(codes).count == 1)
    }

    @Test func `a code with any character changed is not genuine`() throws {
        let code = CertificateCode(try certificate(), signedBy: try key()).text
        for place in code.indices {
            var changed = code
            changed.replaceSubrange(place...place, with: code[place] == "A" ? "B" : "A")
            let verdict = CertificateCode(pasted: changed).verdict(by: try key().verifyingKey)
            #expect(verdict == .notSigned || verdict == .unreadable, "\(changed)")
        }
    }

    @Test func `another board's key does not accept it`() throws {
        let code = CertificateCode(try certificate(), signedBy: try key(1))
        #expect(code.verdict(by: try key(2).verifyingKey) == .notSigned)
    }

    @Test(arguments: ["", "hello", "SPC1.", "SPC1..", "SPC1.AA.AA.AA", "SPC2.AA.AA", "SPC1.A.A"])
    func `what is no code is called unreadable or unsigned`(_ text: String) throws {
        let verdict = CertificateCode(pasted: text).verdict(by: try key().verifyingKey)
        #expect(verdict == .unreadable || verdict == .notSigned)
    }

    @Test func `a code may be pasted with spaces and line breaks in it`() throws {
        let certificate = try certificate()
        let text = CertificateCode(certificate, signedBy: try key()).text
        let broken = text.enumerated().map { $0.isMultiple(of: 40) ? "\n \($1)" : String($1) }.joined()
        #expect(CertificateCode(pasted: broken).verdict(by: try key().verifyingKey) == .genuine(certificate))
    }

    @Test func `a line break in a name cannot make another field of it`() throws {
        let certificate = try certificate(holder: "A\nB", course: "C\r\nD\u{85}E")
        #expect(certificate.holder == "A B" && !certificate.course.contains { $0.isNewline })
        let code = CertificateCode(certificate, signedBy: try key())
        #expect(code.verdict(by: try key().verifyingKey) == .genuine(certificate))
    }

    @Test func `the codes of a file are found, each once`() throws {
        let one = CertificateCode(try certificate(), signedBy: try key())
        let two = CertificateCode(try certificate(holder: "Somebody Else"), signedBy: try key())
        let page = "<p>S SP SPC <code>\(one.text)</code> and <code>\(two.text)</code>, <code>\(one.text)</code>"
        #expect(CertificateCode.all(in: Array(page.utf8)) == [one, two])
        #expect(CertificateCode.all(in: []).isEmpty)
    }

    // MARK: Numbers

    @Test func `a number is sixteen plain characters in fours`() throws {
        let number = try certificate().number
        #expect(number.split(separator: "-").map(\.count) == [4, 4, 4, 4])
        #expect(number.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ-".contains($0) })
    }

    @Test func `each person and each run has another number, and so has each board`() throws {
        var numbers: Set<String> = []
        for board in [UInt8(1), 2] {
            for run in ["r-1", "r-2", "r-1p"] {
                for person in ["p-1", "p-2", "-2"] {
                    numbers.insert(Certificate.number(run: run, person: person, by: try key(board)))
                }
            }
        }
        #expect(numbers.count == 2 * 3 * 3)
    }
}
