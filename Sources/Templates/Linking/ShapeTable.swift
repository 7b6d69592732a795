/// Gives each distinct shape below a root a number, which is also its register's number.
struct ShapeTable {
    /// A `FieldType` with numbers for shapes.
    enum LinkedType: Hashable {
        case text, html, flag, texts
        case object(Int)
        case list(Int)

        var word: String {
            switch self {
            case .text: "text"
            case .html: "HTML"
            case .flag: "yes or no"
            case .texts: "a list of texts"
            case .object: "an object"
            case .list: "a list"
            }
        }
    }

    struct Slot {
        let index: Int
        let type: LinkedType
    }

    static let root = 0
    private var numbers: [Shape: Int] = [:]
    private var shapes: [Shape] = []
    private var slots: [[String: Slot]] = []

    init(root: Shape) { _ = number(of: root) }

    var count: Int { shapes.count }

    func slot(named name: String, in shape: Int) -> Slot? { slots[shape][name] }

    func names(in shape: Int) -> [String] { shapes[shape].fields.map(\.name) }

    private mutating func number(of shape: Shape) -> Int {
        if let known = numbers[shape] { return known }
        let number = shapes.count
        numbers[shape] = number
        shapes.append(shape)
        slots.append([:])
        for (index, field) in shape.fields.enumerated() {
            let type: LinkedType =
                switch field.type {
                case .text: .text
                case .html: .html
                case .flag: .flag
                case .texts: .texts
                case .object(let part): .object(self.number(of: part))
                case .list(let item): .list(self.number(of: item))
                case .children: .list(number)
                }
            slots[number][field.name] = Slot(index: index, type: type)
        }
        return number
    }
}
