// SP060–SP069: template syntax and names.
extension DiagnosticCode {
    static let templates: [DiagnosticCode] = [
        templateTag, templateSection, templateName, templatePartial, templateBlock, templateRecursion, templatePrint,
        templateRaw, templatePlace, templateHTML,
    ]

    public static let templateTag = DiagnosticCode(
        "SP060", "a template tag cannot be read",
        """
        Tags in a layout are written in double braces and hold one name: `{{title}}`. This tag is not closed, names \
        nothing, or holds more than a name.

        Look for a missing `}}` on the line that is shown. A name never has spaces in it, and there are no filters or \
        parameters: whatever has to be worked out is worked out before the page reaches the layout.

            <h1>{{title}</h1>      wrong: one closing brace
            <h1>{{title}}</h1>     right
        """)

    public static let templateSection = DiagnosticCode(
        "SP061", "a section is not opened and closed in pairs",
        """
        What begins with `{{#name}}`, `{{^name}}`, `{{$name}}` or `{{<name}}` must end with `{{/name}}`, with exactly \
        the same name, and sections must not overlap.

        Add the missing end, correct its name, or remove the end that belongs to nothing.

            {{#numbers}}<li>{{label}}</li>{{/number}}      wrong: numbers and number
            {{#numbers}}<li>{{label}}</li>{{/numbers}}     right
        """)

    public static let templateName = DiagnosticCode(
        "SP062", "a layout uses a name that does not exist",
        """
        Each kind of page offers its layout certain names, and this is not one of them. Elsewhere an unknown name would \
        leave a hole in the page that nobody notices. Here it is found before any page is made.

        Compare the name with the list beside the message: most often it is a slip of the pen, or a name that exists \
        only inside a section. `{{label}}`, say, may exist only between `{{#numbers}}` and `{{/numbers}}`.

        The names `-first`, `-last` and `-index` exist inside the section of any list.
        """)

    public static let templatePartial = DiagnosticCode(
        "SP063", "a layout includes a template that does not exist",
        """
        `{{>name}}` and `{{<name}}` put another file of the theme in this place. The theme has no file of that name.

        The name is that of the file without its folder and ending: `{{>footer}}` stands for `footer.html`. Correct the \
        name, or add the file to the theme.
        """)

    public static let templateBlock = DiagnosticCode(
        "SP064", "a layout fills a block that its parent does not have",
        """
        Between `{{<page}}` and `{{/page}}` a layout fills the blocks of the layout `page`. This block is not in it, so \
        its content would appear nowhere.

        Give the block one of the names that the message lists, or add the block to the parent layout.

            page.html:     <main>{{$content}}{{/content}}</main>
            contact.html:  {{<page}}{{$content}}Call us{{/content}}{{/page}}
        """)

    public static let templateRecursion = DiagnosticCode(
        "SP065", "a template includes itself without end",
        """
        A template may include itself to show things inside things, such as the entries below a menu entry. Each round \
        must then go one step further into the data. This one comes back to where it was, so the page would never end.

        Put the inclusion inside the section of a list that belongs to the item itself.

            entry.html:  <li>{{title}}{{>entry}}</li>                           wrong
            entry.html:  <li>{{title}}{{#children}}{{>entry}}{{/children}}</li> right
        """)

    public static let templatePrint = DiagnosticCode(
        "SP066", "a layout prints something that is not text",
        """
        Only text and finished HTML can be printed. This name stands for a list, an object with names of its own, or a \
        yes or no.

        Use it as a section: between `{{#contact}}` and `{{/contact}}` its own names can be printed. For a single name \
        a point does the same: `{{contact.name}}`.
        """)

    public static let templateRaw = DiagnosticCode(
        "SP067", "a layout inserts text unescaped",
        """
        `{{{name}}}` and `{{&name}}` would put text into the page as if it were HTML. Whoever can write that text could \
        then change the page, or run a program in the reader's browser. A safeguarding site must not allow it, so no \
        theme can.

        Write `{{name}}`. Text written in Markdown reaches the layout as finished HTML, and `{{name}}` prints it as such.
        """)

    public static let templatePlace = DiagnosticCode(
        "SP068", "text stands where escaping does not protect",
        """
        Signs such as `<` and `"` in a text are made harmless before they are printed. That works between tags and \
        inside quotation marks. It does not work inside `<script>` or `<style>`, in an attribute value without quotation \
        marks, in attributes such as `onclick` that hold a program, or in place of a tag or attribute name.

        Put attribute values in quotation marks. To give a text to a script, print it in a `data-` attribute:

            <a class={{kind}}>                      wrong
            <a class="{{kind}}">                    right
            <script>const name = "{{name}}"</script>  wrong
            <div data-name="{{name}}">              right
        """)

    public static let templateHTML = DiagnosticCode(
        "SP069", "a section splits an HTML tag",
        """
        A section, block or included template may or may not appear on a page. So it must hold whole tags and whole \
        attribute values, or the rest of the page would mean something else without it.

        Move the opening and closing signs to the same side.

            <a {{#current}}class="{{/current}}now">        wrong
            <a {{#current}}class="now"{{/current}}>        right
        """)
}
