// SP120–SP121: posters, cards and leaflets.
extension DiagnosticCode {
    static let handouts: [DiagnosticCode] = [addressTooLongForCode, tooMuchForPaper]

    public static let addressTooLongForCode = DiagnosticCode(
        "SP120", "an address too long for a QR code", severity: .warning,
        """
        Posters, cards and leaflets hold the address of the page they are made from as a QR code. A longer address \
        needs more and smaller squares, and squares that are too small cannot be read from a card. The handout is \
        made without a code; the address stands on it in words.

        Give the page a shorter path, or publish the site under a shorter `base_url`.
        """)

    public static let tooMuchForPaper = DiagnosticCode(
        "SP121", "more than fits on the paper", severity: .warning,
        """
        A poster is read in passing, a card by somebody in a hurry. Each fits on one sheet only if its words are few \
        and short. With more it runs on to another sheet: no word is lost, but it is no poster any more.

        Shorten the headline and the lines under `poster`, or the list under `call`. The leaflet of a pathway takes \
        what its steps say under `do_now`.
        """)
}
