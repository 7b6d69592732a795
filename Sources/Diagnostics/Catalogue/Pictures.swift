// SP122–SP125: pictures.
extension DiagnosticCode {
    static let pictures: [DiagnosticCode] = [damagedPicture, tooManyPixels, picturesTooHeavy, unsuitablePicture]

    public static let damagedPicture = DiagnosticCode(
        "SP122", "a picture that is damaged",
        """
        The file ends too early or contradicts itself. Browsers would show half a picture or none. Most often it was \
        not copied to its end.

        Copy it again, or open it in a picture program and save it under the same name.
        """)

    public static let tooManyPixels = DiagnosticCode(
        "SP123", "a picture with too many pixels",
        """
        To make a picture smaller, all its pixels have to be unpacked, and a small file can claim to hold any number \
        of them. Signpost unpacks 50 million, which is more than most cameras make.

        Save the picture smaller. No page shows more than 1,600 pixels across.
        """)

    public static let picturesTooHeavy = DiagnosticCode(
        "SP124", "a page with pictures that are too heavy", severity: .warning,
        """
        Whoever is frightened may have a poor connection and little credit. The pictures of one page may therefore \
        weigh 500 kB together, counted as a telephone loads them. `pictures: { page_kilobytes: 500 }` in \
        `signpost.yaml` is that number.

        The message names the heaviest picture. Photographs weigh least as JPEG; drawings of few colours as PNG, or as \
        SVG.
        """)

    public static let unsuitablePicture = DiagnosticCode(
        "SP125", "a picture of a sort that cannot be published",
        """
        Pictures say more than they show: where and when they were taken, with which camera, by whom. Signpost takes \
        that out of every picture before it is published, and it can do so in JPEG, PNG, WebP and GIF. It refuses sorts \
        that it does not know (HEIC and TIFF among them), pictures in the colours of printing presses, which browsers \
        show wrongly, and WebP pictures that lie on their side.

        Open the picture in any picture program and save it as JPEG in RGB colours.
        """)
}
