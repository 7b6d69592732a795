import CCMarkGFM

/// A node of cmark's tree, valid inside `CMark.withTree` only.
struct Node: Equatable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case footnoteDefinition, table, tableRow, tableCell
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
        case footnoteReference
        case unknown

        /// Whether it may hold other inlines; see `InlinePlace` on where such a node is.
        var isInline: Bool {
            switch self {
            case .emphasis, .strong, .strikethrough, .link, .image: true
            default: false
            }
        }
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        case CMARK_NODE_DOCUMENT: .document
        case CMark.library.tableCell: .tableCell
        case CMark.library.tableRow: .tableRow
        case CMark.library.table: .table
        case CMark.library.strikethrough: .strikethrough
        default: .unknown
        }
    }
}

// The shape of the tree.
extension Node {
    var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
    var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
    var next: Node? { cmark_node_next(pointer).map(Node.init) }
    var previous: Node? { cmark_node_previous(pointer).map(Node.init) }

    /// Takes the node out of the tree; its memory goes with the rest.
    func unlink() { cmark_node_unlink(pointer) }
}

// What the nodes say. Text is lent by the tree and must be copied to be kept.
extension Node {
    typealias Text = UnsafeBufferPointer<UInt8>

    /// Text, code, raw HTML, or the number of a footnote.
    var literal: Text { text(cmark_node_get_literal(pointer)) }
    /// A link's or image's destination without escapes and entities.
    var destination: Text { text(cmark_node_get_url(pointer)) }
    var title: Text { text(cmark_node_get_title(pointer)) }
    var fenceInfo: Text { text(cmark_node_get_fence_info(pointer)) }

    /// How many marks open a fenced code block, or `nil` for an indented one.
    var fenceLength: Int? {
        var (length, offset, mark): (Int32, Int32, CChar) = (0, 0, 0)
        return cmark_node_get_fenced(pointer, &length, &offset, &mark) == 0 ? nil : Int(length)
    }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// For an item: whether it starts with a tick box. Only the task list extension claims items.
    var isTask: Bool { cmark_node_get_syntax_extension(pointer) != nil }
    var isTicked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

    var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

    /// For a table, each column's alignment: `l`, `c`, `r`, or 0 for none.
    var alignments: [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        return Array(UnsafeBufferPointer(start: cmark_gfm_extensions_get_table_alignments(pointer), count: count))
    }

    /// Counted from 1 in what was parsed; 0 where cmark does not know. Exact for blocks, not for inlines.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// In bytes, counted from 1.
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

    private func text(_ start: UnsafePointer<CChar>?) -> Text {
        guard let start else { return Text(start: nil, count: 0) }
        return Text(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: strlen(start))
    }
}

extension Node {
    enum Side { case enter, exit }

    /// Goes through the tree below this node in document order until `visit` returns false, without recursion: the
    /// source may nest very deep. Nodes without children are entered only.
    ///
    /// Nodes may be unlinked below the one that is being entered, never beside or above it.
    func walk(_ visit: (Side, Node) -> Bool) {
        let iterator = cmark_iter_new(pointer)
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let found = cmark_iter_get_node(iterator) else { return }
            guard visit(event == CMARK_EVENT_EXIT ? .exit : .enter, Node(found)) else { return }
        }
    }
}
