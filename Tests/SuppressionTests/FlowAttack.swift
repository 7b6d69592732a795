import Suppression

/// A reader who attacks a table with two sides: how far could each hidden cell be from what it is?
///
/// It shares nothing with the suppressor. A table with margins is a network in which every cell is a pipe (Cox, "Network
/// models for complementary cell suppression", *JASA* 90, 1995): along a row, down a column, and back over the totals. What
/// is shown is blocked, what is hidden can rise without end and fall to its floor. A cell can rise by one exactly where
/// one more can flow around through it; in networks that is exact in whole numbers (Ford and Fulkerson).
struct FlowAttack {
    private struct Pipe {
        let from: Int
        let to: Int
        let cell: Int
        let room: Int
    }

    private let pipes: [Pipe]
    private let count: Int
    /// For each node, the pipes that leave it, and those that enter it and can be used backwards.
    private let steps: [[(pipe: Int, isForward: Bool)]]

    /// - Parameter floor: What the reader knows each hidden cell to be at least.
    init(_ table: Crosstab, _ suppression: Suppression, floor: (Int) -> Int) {
        let width = (table.cells.first?.count ?? 1) - 1
        let height = table.cells.count - 1
        let groups = table.groups.count
        // Nodes: rows; columns; the column of totals; the row of totals; for each group its column of totals and one for
        // each column.
        count = height + width + 2 + groups * (width + 1)
        let (totalColumn, totalRow) = (height + width, height + width + 1)
        func columnNode(_ group: Int?, _ column: Int) -> Int {
            group.map { height + width + 2 + $0 * (width + 1) + column } ?? (height + column)
        }
        func add(_ cell: Int, _ from: Int, _ to: Int) -> Pipe? {
            guard suppression.reasons[cell] != nil else { return nil }
            return Pipe(from: from, to: to, cell: cell, room: table.system.cells[cell].count - floor(cell))
        }
        var pipes: [Pipe?] = []
        for row in 0..<height {
            let group = groups == 0 ? nil : table.groupOfRow[row]
            for column in 0..<width { pipes.append(add(table.cells[row][column], columnNode(group, column), row)) }
            let end = group.map { columnNode($0, width) } ?? totalColumn
            pipes.append(add(table.cells[row][width], row, end))
        }
        for group in 0..<groups {
            for column in 0..<width {
                pipes.append(add(table.groups[group][column], columnNode(nil, column), columnNode(group, column)))
            }
            pipes.append(add(table.groups[group][width], columnNode(group, width), totalColumn))
        }
        for column in 0..<width { pipes.append(add(table.cells[height][column], totalRow, columnNode(nil, column))) }
        pipes.append(add(table.cells[height][width], totalColumn, totalRow))
        self.pipes = pipes.compactMap(\.self)
        var steps: [[(pipe: Int, isForward: Bool)]] = Array(repeating: [], count: count)
        for (number, pipe) in self.pipes.enumerated() {
            steps[pipe.from].append((number, true))
            steps[pipe.to].append((number, false))
        }
        self.steps = steps
    }

    /// How far a hidden cell can rise and fall, counted up to a limit.
    func range(of cell: Int, upTo limit: Int) -> (down: Int, up: Int) {
        guard let place = pipes.firstIndex(where: { $0.cell == cell }) else { return (0, 0) }
        let pipe = pipes[place]
        let up = flow(from: pipe.to, to: pipe.from, without: place, limit)
        let down = flow(from: pipe.from, to: pipe.to, without: place, min(limit, pipe.room))
        return (down, up)
    }

    /// The largest flow from one node to another, one unit at a time, up to a limit.
    private func flow(from start: Int, to end: Int, without blocked: Int, _ limit: Int) -> Int {
        var room = pipes.map(\.room)
        var found = 0
        while found < limit, let path = path(from: start, to: end, without: blocked, room) {
            for (pipe, isForward) in path { room[pipe] += isForward ? 1 : -1 }
            found += 1
        }
        return found
    }

    private func path(
        from start: Int, to end: Int, without blocked: Int, _ room: [Int]
    ) -> [(pipe: Int, isForward: Bool)]? {
        var came: [(pipe: Int, isForward: Bool)?] = Array(repeating: nil, count: count)
        var open = [start]
        var next = 0
        while next < open.count {
            let node = open[next]
            next += 1
            for step in steps[node] where step.pipe != blocked {
                let pipe = pipes[step.pipe]
                let target = step.isForward ? pipe.to : pipe.from
                guard step.isForward || room[step.pipe] > 0, target != start, came[target] == nil else { continue }
                came[target] = step
                if target == end { return trace(came, from: start, to: end) }
                open.append(target)
            }
        }
        return nil
    }

    private func trace(
        _ came: [(pipe: Int, isForward: Bool)?], from start: Int, to end: Int
    ) -> [(pipe: Int, isForward: Bool)] {
        var path: [(pipe: Int, isForward: Bool)] = []
        var node = end
        while node != start, let step = came[node] {
            path.append(step)
            node = step.isForward ? pipes[step.pipe].from : pipes[step.pipe].to
        }
        return path
    }
}
