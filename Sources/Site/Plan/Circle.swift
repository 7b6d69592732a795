/// Chains of things that follow one another and end where they began.
enum Circle {
    /// Every circle among `nodes`, each told once, from the node of it that comes first. Depth first, in the order of
    /// the nodes and of what follows each: linear in both.
    static func all<Node: Hashable>(among nodes: [Node], next: (Node) -> [Node]) -> [[Node]] {
        var done: Set<Node> = []
        var circles: [[Node]] = []
        for start in nodes where !done.contains(start) {
            // The way from `start` to where we are, with what is still to be followed from each place on it.
            var way = [start]
            var ahead = [next(start)[...]]
            var places = [start: 0]
            while let here = way.last {
                guard let node = ahead[ahead.count - 1].popFirst() else {
                    done.insert(here)
                    places[here] = nil
                    way.removeLast()
                    ahead.removeLast()
                    continue
                }
                if let place = places[node] {
                    circles.append(Array(way[place...]))
                } else if !done.contains(node) {
                    places[node] = way.count
                    way.append(node)
                    ahead.append(next(node)[...])
                }
            }
        }
        return circles
    }
}
