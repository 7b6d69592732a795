/// What a template is filled with. Made by a `View`, so that it always fits its shape.
public enum Value: Sendable, Hashable {
    case absent
    case flag(Bool)
    case text(String)
    /// UTF-8 that is already HTML.
    case html([UInt8])
    case list([Value])
    /// Slots in the order of the shape's fields.
    case object([Value])

    /// Whether a section over this value is rendered: present, and not empty.
    var isFilled: Bool {
        switch self {
        case .absent: false
        case .flag(let yes): yes
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .list(let items): !items.isEmpty
        case .object: true
        }
    }
}
