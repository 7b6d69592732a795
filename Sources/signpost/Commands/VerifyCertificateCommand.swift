import ArgumentParser
import Certification
import Diagnostics
import Disk
import Integrity
import YAMLData

struct VerifyCertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-certificate", abstract: "Tell whether a certificate is genuine.",
        discussion: """
            Needs nothing but the code on the certificate and the board's public key; no network, no records. Compare
            what is printed with what stands on the certificate, the name above all. Status 1: it is not genuine.

              signpost verify-certificate SPC1.eyJ…
              signpost verify-certificate certificate.html --key board.pub
              signpost verify-certificate SPC1.eyJ… --key ed25519:11qYAYKx…
            """)

    @Argument(help: "The code, which starts with SPC1, or a file with codes in it, such as a saved certificate.")
    var codeOrFile: String

    @Option(
        help: ArgumentHelp(
            "The board's public key, or a file with it. (default: `certificates:` in signpost.yaml)", valueName: "key"))
    var key: String?

    @Option(name: [.short, .long], help: "The content folder; it holds signpost.yaml.")
    var source = "content"

    func run() throws {
        do {
            let key = try verifyingKey()
            let codes = try codes()
            let verdicts = codes.map { $0.verdict(by: key) }
            Console.data(verdicts.map(Self.describe).joined(separator: "\n"))
            let areGenuine = verdicts.allSatisfy { if case .genuine = $0 { true } else { false } }
            if !areGenuine { throw ExitCode(1) }
        } catch let failure as DiskFailure {
            Console.note(ReportFormat.human.report(failure.diagnostics, source: { _, _ in nil }) + "\n")
            throw ExitCode(1)
        } catch let fault as UnusableKey {
            Console.note(ReportFormat.human.report([fault.diagnostic], source: { _, _ in nil }) + "\n")
            throw ExitCode(1)
        }
    }

    private func codes() throws -> [CertificateCode] {
        let code = CertificateCode(pasted: codeOrFile)
        if code.isCode { return [code] }
        let found = CertificateCode.all(in: try OneFile.read(codeOrFile, limit: Self.largestFile))
        guard !found.isEmpty else { throw ValidationError("There is no code that starts with SPC1 in \(codeOrFile).") }
        return found
    }

    /// A page with the certificates of a large run is a few megabytes.
    private static let largestFile = 64 * 1024 * 1024

    private func verifyingKey() throws -> VerifyingKey {
        if let key {
            if let given = VerifyingKey(text: key) { return given }
            return try KeyFile.verifyingKey(in: key).get()
        }
        let path = "\(source.withoutSlash)/signpost.yaml"
        let settings = YAMLReader.read(try OneFile.read(path, limit: Self.largestFile), path: path).node
        guard let text = settings?["certificates"]?["public_key"] else {
            throw ValidationError("\(path) names no public key. Give the board's with --key.")
        }
        guard let key = VerifyingKey(text: text.scalarText) else { throw UnusableKey(path, nil) }
        return key
    }

    private static func describe(_ verdict: CertificateCode.Verdict) -> String {
        switch verdict {
        case .genuine(let certificate):
            """
            Genuine. The certificate must say just this:
              number  \(certificate.number)
              name    \(certificate.holder)
              course  \(certificate.course)
              date    \(certificate.date)
              hours   \(certificate.hours)
              board   \(certificate.board)

            """
        case .notSigned: "NOT genuine: it was changed, or the owner of this key did not sign it.\n"
        case .unreadable: "NOT genuine: it is not a certificate's code, or not all of one.\n"
        }
    }
}

extension YAMLNode {
    fileprivate subscript(key: String) -> YAMLNode? {
        guard case .mapping(let entries) = value else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The text of a scalar; empty for anything else.
    fileprivate var scalarText: String {
        if case .scalar(let text, _) = value { text } else { "" }
    }
}
