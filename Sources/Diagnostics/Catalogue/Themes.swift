// SP070–SP079: theme folders and components.
extension DiagnosticCode {
    static let themes: [DiagnosticCode] = [unknownTheme, themeCycle, unknownComponent, componentExample, missingString]

    public static let unknownTheme = DiagnosticCode(
        "SP070", "there is no theme of this name",
        """
        A theme is a folder under `themes/` with a `theme.yaml` in it. The name in `signpost.yaml`, behind `--theme` \
        or behind `parent:` must be the name of such a folder.
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
}
