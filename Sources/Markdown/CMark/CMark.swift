import CCMarkGFM
import Synchronization

/// libcmark-gfm, made ready once for use from many threads.
///
/// As it comes, cmark-gfm cannot parse on two threads: each parse adds its extensions' special characters to a global
/// table and takes them out again at the end, so that one parse changes what another sees in the middle of its work.
/// Here the table is filled once and stays so:
///
/// 1. extensions are registered before the first parse;
/// 2. the special characters of all of them are added for good;
/// 3. the autolink extension forgets that it has any, so that no parse takes them out;
/// 4. strikethrough needs its list to find its own delimiters. It is attached only to documents with a `~`, and those
///    go one at a time. All others hold no `~`, so they never look at the entry that is changing.
struct CMark: Sendable {
    static let library = CMark()

    let table: cmark_node_type
    let tableRow: cmark_node_type
    let tableCell: cmark_node_type
    let strikethrough: cmark_node_type

    private static let tildes = Mutex(())

    /// The types of extension nodes are handed out at run time and are not in the headers: they are learned from a
    /// document that holds one of each.
    private init() {
        cmark_gfm_core_extensions_ensure_registered()
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
        defer { cmark_parser_free(parser) }
        for name in ["table", "autolink", "tasklist", "strikethrough"] { CMark.attach(name, to: parser) }
        let sample: StaticString = "| ~a~ |\n| - |\n"
        sample.withUTF8Buffer { text in
            text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        let root = cmark_parser_finish(parser)
        defer { cmark_node_free(root) }
        let found = CMark.typesDown(from: root)
        guard found.count == 5 else { preconditionFailure("libcmark-gfm lacks its extensions") }
        (table, tableRow, tableCell, strikethrough) = (found[1], found[2], found[3], found[4])
        cmark_manage_extensions_special_characters(parser, 1)
        cmark_syntax_extension_set_special_inline_chars(cmark_find_syntax_extension("autolink"), nil)
    }

    private static func typesDown(from root: OpaquePointer?) -> [cmark_node_type] {
        var types: [cmark_node_type] = []
        var node = root
        while let here = node, types.count < 5 {
            types.append(cmark_node_get_type(here))
            node = cmark_node_first_child(here)
        }
        return types
    }

    private static func attach(_ name: String, to parser: OpaquePointer?) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
}

extension CMark {
    /// Parses `bytes` and lends the tree to `body`; no part of it lives on afterwards.
    func withTree<Result>(of bytes: [UInt8], smart: Bool, _ body: (Node) -> Result) -> Result {
        Arena.withAllocator { memory in
            // Without SOURCEPOS cmark does not count the line ends inside code spans and raw tags.
            let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | (smart ? CMARK_OPT_SMART : 0)
            guard let parser = cmark_parser_new_with_mem(options, memory) else {
                preconditionFailure("cmark made no parser")
            }
            let hasTilde = bytes.contains(UInt8(ascii: "~"))
            CMark.attach("table", to: parser)
            CMark.attach("autolink", to: parser)
            CMark.attach("tasklist", to: parser)
            if hasTilde { CMark.attach("strikethrough", to: parser) }
            bytes.withUnsafeBytes { text in
                cmark_parser_feed(parser, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count)
            }
            return body(Node(CMark.finish(parser, alone: hasTilde)))
        }
    }

    private static func finish(_ parser: OpaquePointer, alone: Bool) -> OpaquePointer {
        var root: OpaquePointer?
        if alone {
            tildes.withLock { _ in root = cmark_parser_finish(parser) }
        } else {
            root = cmark_parser_finish(parser)
        }
        guard let root else { preconditionFailure("cmark made no tree") }
        return root
    }
}
