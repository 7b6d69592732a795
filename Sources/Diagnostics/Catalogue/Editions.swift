// SP090–SP099: who may see what.
extension DiagnosticCode {
    static let editions: [DiagnosticCode] = [trainersNotAlone]

    public static let trainersNotAlone = DiagnosticCode(
        "SP090", "a page is meant both for trainers and for the public",
        """
        `audience: [trainers]` keeps a page out of the public site and out of the copies that schools host. Together \
        with another audience it would be unclear which of the two you mean, and a guess could publish an internal \
        page. Choose one.
        """)
}
