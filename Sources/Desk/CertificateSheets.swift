import Certification
import Site
import Templates

/// The certificates of a run, a sheet for each.
struct CertificateSheets: Sendable {
    let sheets: [Sheet]
    /// The public half of the key that signs them.
    let publicKey: String

    struct Sheet: Sendable {
        let certificate: Certificate
        let code: CertificateCode
    }

    private static let sheet = View<Placed<Sheet>>(
        "certificate",
        [
            .text("number", "Its number, for anchors too.") { $0.certificate.number },
            .text("holder", "Who was trained.") { $0.certificate.holder },
            .text("course", "In what.") { $0.certificate.course },
            .text("date", "On which day.") { $0.scene.text($0.certificate.date) },
            .text("hours", "For how many hours, in words.") { $0.scene.hours($0.certificate.hours) },
            .text("board", "Who certifies it.") { $0.certificate.board },
            .text("code", "The text by which anybody can check it.") { $0.code.text },
        ])

    static let view = View<Placed<CertificateSheets>>(
        "certificates",
        [
            .list("sheets", "A sheet for each person who was there to the end.", sheet) { $0.placed($0.sheets) },
            .text("public_key", "The public key that checks them.") { $0.publicKey },
        ])
}
