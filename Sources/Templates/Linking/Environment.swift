/// What fills the blocks of a template: the overrides of all parent tags on the way to it.
///
/// The outermost override of a name wins (Mustache specification, `~inheritance`, "Multi-level inheritance").
struct Environments {
    /// An override, and the environment that blocks inside it look in: that of the place where it was written.
    struct Filling: Hashable {
        let source: Int
        let block: Int
        let environment: Int
    }

    static let empty = 0
    private var numbers: [[String: Filling]: Int] = [[:]: empty]
    private var fillings: [[String: Filling]] = [[:]]
    private var blocks: [Filling: Block] = [:]

    func filling(of name: String, in environment: Int) -> (Filling, Block)? {
        guard let filling = fillings[environment][name], let block = blocks[filling] else { return nil }
        return (filling, block)
    }

    /// The environment below a parent tag that is itself in `environment`.
    mutating func adding(_ overrides: [Block], from source: Int, to environment: Int) -> Int {
        var merged = fillings[environment]
        for block in overrides where merged[block.name.text] == nil {
            let filling = Filling(source: source, block: block.id, environment: environment)
            blocks[filling] = block
            merged[block.name.text] = filling
        }
        if let known = numbers[merged] { return known }
        fillings.append(merged)
        numbers[merged] = fillings.count - 1
        return fillings.count - 1
    }
}
