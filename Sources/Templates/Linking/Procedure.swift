/// A template as it is included at one kind of place. Places of one kind share its code.
struct Procedure {
    struct Key: Hashable {
        let source: Int
        let context: Context.Key
        let environment: Int
        var margin: Margin
        let html: HTMLState
    }

    let key: Key
    /// The procedure whose code first asked for this one, and the tag that did.
    let parent: Int?
    let inclusion: Name?
    /// Where its code begins, once it has been linked.
    var entry = 0
}
