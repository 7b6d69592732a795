// SP070–SP079, SP272, SP278: theme folders and components.
extension DiagnosticCode {
    static let themes: [DiagnosticCode] = [
        unknownTheme, themeCycle, unknownComponent, componentExample, missingString, lowContrast, badColour,
        styleLink, sameTemplateName,
    ]

    public static let unknownTheme = DiagnosticCode(
        "SP070", "there is no theme of this name",
        """
        A theme is a folder under `themes/` with a `theme.yaml` in it. The name in `signpost.yaml`, behind `--theme` \
        or behind `parent:` must be the name of such a folder. The message lists the folders that were searched: the \
        one behind `--themes`, `themes/` beside the content folder, `themes/` where the command was given, and the \
        themes that were installed with Signpost.
        """)

    public static let themeCycle = DiagnosticCode(
        "SP071", "a theme builds on itself",
        """
        The `parent:` of a theme leads, through one theme or several, back to the theme. Take one of the links out.
        """)

    public static let unknownComponent = DiagnosticCode(
        "SP072", "the theme has no component of this name",
        """
        A fenced block whose first line is a name in braces is drawn by a component of the theme. The message lists \
        the names that there are; `docs/theming.md` says how to add one.

            ```{contacts}
            ids: [police-emergency, childline]
            ```
        """)

    public static let componentExample = DiagnosticCode(
        "SP073", "a component's example does not fit its parameters",
        """
        The examples in `component.yaml` are shown in the gallery and drawn by the tests, so each must be a block that \
        an author could write.
        """)

    public static let missingString = DiagnosticCode(
        "SP074", "the theme lacks a word of the interface",
        """
        Some words on a page do not come from its text or its layout: the names of months and audiences, the ratings \
        of an action plan. The theme's `strings/en.yaml` has a text for each; the message names the key.
        """)

    public static let lowContrast = DiagnosticCode(
        "SP075", "a colour that many people could not read",
        """
        A theme says how far each of its colours must stand out from the ground it is used on, as a contrast ratio \
        from 1 : 1 (the same colour) to 21 : 1 (black on white). Below that, people with weak sight, people on an old \
        phone and people in sunlight cannot read the words, so such a colour is refused (WCAG 2.2, success criteria \
        1.4.3 and 1.4.6).

        The message gives the ratio that was measured, the one that is needed, and the nearest shade of the same \
        colour that is enough. Write that shade, or a darker one (for a colour on a dark ground: a lighter one):

            settings:
              accent: "#5b2a6e"

        Which colours are compared stands under `contrast:` in the `theme.yaml` of the theme that declares them.
        """)

    public static let badColour = DiagnosticCode(
        "SP076", "a colour that cannot be read",
        """
        Colours in `theme.yaml` are written as a hash sign and six hexadecimal digits (or three), in quotation marks. \
        Names such as `purple`, transparent colours and functions such as `rgb()` or `oklch()` are not taken, because \
        the contrast of the colour has to be measured.

            settings:
              accent: "#5b2a6e"
        """)

    public static let styleLink = DiagnosticCode(
        "SP272", "a style sheet that names a file which is not there",
        """
        What `url(…)` names in a style sheet must be a file of the theme's `assets/`, written as its path from there. \
        Nothing may come from another site: it would tell that site who reads the page, and the page's policy refuses it.

            background: url(leaf.svg);
        """)

    public static let sameTemplateName = DiagnosticCode(
        "SP278", "a layout and a partial of one name",
        """
        Layouts and partials are included by their names alone, so `{{>card}}` could mean `layouts/card.html` or \
        `partials/card.html`. Rename the partial, and the inclusions that mean it.
        """)
}
