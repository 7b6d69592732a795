// SP110–SP119: languages of the site, translations of pages and of the interface, pages in other formats.
extension DiagnosticCode {
    static let languages: [DiagnosticCode] = [
        unknownLanguage, translationOfNothing, untranslatableKind, unversionedTranslation, staleTranslation,
        missingTranslatedStrings, unknownString, stringPlaces, incompleteFilm, languageTwice,
    ]

    public static let unknownLanguage = DiagnosticCode(
        "SP110", "a translation into a language that the site does not have",
        """
        A file whose name ends in a language, such as `get-help.cy.md` or `data/contacts.cy.yaml`, is a translation. \
        The language must be one of those that `signpost.yaml` lists:

            language: en
            languages: [cy, pl, ur]

        Add it there, or correct the name of the file. A page that is no translation has no dot in its name.
        """)

    public static let translationOfNothing = DiagnosticCode(
        "SP111", "a translation of a page that is not there",
        """
        `get-help.cy.md` is the Welsh translation of `get-help.md` in the same folder, and that file is missing: it \
        was renamed, moved or never written. Rename the translation together with its original. A page that exists \
        in one language only is written in the language of the site.
        """)

    public static let untranslatableKind = DiagnosticCode(
        "SP112", "a page of this kind has no translations",
        """
        Pages of courses are joined to training records by their code, and a code belongs to one page. They stay in \
        the language of the site. Say in the translation of another page how to get training in that language.
        """)

    public static let unversionedTranslation = DiagnosticCode(
        "SP113", "a translation does not say what it was translated from",
        """
        Every translation says which version of the original it was made from, so that Signpost can tell readers and \
        you when the original has moved on:

            translated_from: 3f9a1c2b

        The message gives the value for the original as it is today. Write it into the translation once the two say \
        the same thing, and not before.
        """)

    public static let staleTranslation = DiagnosticCode(
        "SP114", "the original has changed since it was translated", severity: .warning,
        """
        `translated_from` in the translation is not the value of the original any more: somebody has changed the \
        original's text. Readers of the translation are told so on the page, in their language.

        Compare the two (`git log -p` shows what changed), bring the translation up to date, and then write the value \
        from the message. Facts that are the same in every language, such as `reviewed` and `contacts`, are taken \
        from the original and do not make a translation old.
        """)

    public static let missingTranslatedStrings = DiagnosticCode(
        "SP115", "the theme's interface is not whole in a language of the site", severity: .warning,
        """
        Buttons, headings and messages come from the theme's `strings/<language>.yaml`. Where such a file lacks a \
        text, readers get the English one, in the middle of a page in another language. Add the texts that the \
        message names to the file; a child theme adds only what it changes.

        A text that stands beside a number has a form for each of the language's plural categories: Polish `runs` is \
        `runs_one`, `runs_few`, `runs_many` and `runs_other` (Unicode CLDR).
        """)

    public static let unknownString = DiagnosticCode(
        "SP116", "a translated text that nothing uses",
        """
        A key in `strings/<language>.yaml` is not in `strings/en.yaml`, which says what texts there are. Most likely \
        it is misspelled, or the English text was renamed.
        """)

    public static let stringPlaces = DiagnosticCode(
        "SP117", "a translated text with other places to fill in",
        """
        Words in braces are replaced by numbers and names: `Pages found: {count}`. A translation must have the same \
        ones, in any order and spelled as in English, or a reader sees braces or misses the number. Forms of a word \
        beside a number may leave the number out: "every month".
        """)

    public static let incompleteFilm = DiagnosticCode(
        "SP118", "a signed film without what its viewers need",
        """
        The film of a page in British Sign Language is either a link to where it can be watched (`url`) or a file of \
        the site (`film`) with a still picture (`poster`) and captions (`captions`, a WebVTT file). Both need a \
        `transcript`. Films of other sites are never embedded: that would tell them who reads this page.

            bsl:
              url: https://www.example.org/film
              transcript: Are you worried about a child? …
        """)

    public static let languageTwice = DiagnosticCode(
        "SP119", "a language is listed twice",
        """
        `languages` in `signpost.yaml` lists the languages that pages are translated into, each once. The language \
        of the site itself stands in `language` and nowhere else.
        """)
}
