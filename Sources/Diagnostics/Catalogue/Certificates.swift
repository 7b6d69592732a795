// SP200–SP209: the trainer edition and its certificates.
extension DiagnosticCode {
    static let certificates: [DiagnosticCode] = [unusableKey, foreignKey, unsafeKeyPlace]

    public static let unusableKey = DiagnosticCode(
        "SP200", "a key cannot be used",
        """
        The file or the text is not a key that Signpost wrote, or a part of it is missing. A secret key is one line that \
        starts with `ed25519-secret:`, and signs certificates. A public key is one line that starts with `ed25519:`, \
        and checks them; that is the one that stands in `signpost.yaml` and may be given to anybody.

        Make a pair of keys once, and keep the secret one outside of the content folder:

            signpost keys new --output ~/board.key
        """)

    public static let foreignKey = DiagnosticCode(
        "SP201", "the key is not the board's",
        """
        Certificates that are signed with a key are checked with its public half. `signpost.yaml` tells everybody which \
        one that is:

            certificates: { public_key: "ed25519:…" }

        The key that was given has another public half, or the file has none yet, so nobody could check what it signs. \
        Give the right key with `--key`. If the board has a new key, put its public half into `signpost.yaml`; keep the \
        old public key too, in a file, for certificates that are out there:

            signpost verify-certificate CODE --key old-board.pub
        """)

    public static let unsafeKeyPlace = DiagnosticCode(
        "SP202", "a secret key must not be written there",
        """
        Whoever has the secret key can make certificates in the board's name. So it is never written into a content \
        folder, which is shared, nor into a finished site, which is published, and never over a file that is there: a \
        key that is lost cannot be had again.

        Name a file in a place that only you can read, such as your home folder, and keep a copy where you keep other \
        things that must not be lost.
        """)
}
