public import CivilTime
public import Markdown
public import Schemas

/// What an author told a component for one parameter.
public indirect enum Argument: Sendable {
    /// Nothing was written, or nobody writes it.
    case absent
    case text(String)
    case markdown(MarkdownDocument)
    case number(Double)
    case flag(Bool)
    case date(CivilDate)
    case choice(String)
    case texts([String])
    /// A destination, as in a Markdown link; only the site knows where it leads.
    case link(Located<String>)
    /// The arguments of each item, in the order of the list's fields.
    case list([[Argument]])
    /// The ids of things that the site knows.
    case host([String])
}
