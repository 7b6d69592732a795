import Diagnostics
import Tables

/// What a file was taken for.
struct Recognition: Sendable {
    let format: ExportFormat
    /// A Teams report has two: who was there, and when they came and went.
    let registers: [Register]

    /// Why, for people: `row 9 has the headings "Name", "Join Time"`.
    var reason: String {
        guard let register = registers.first else { return "" }
        let places = register.columns.values.sorted()
        let quoted = places.compactMap { place in
            register.headings.cells.indices.contains(place) ? "\"\(register.headings.cells[place].tidied)\"" : nil
        }
        let sheet = register.sheet.isEmpty ? "" : "sheet \"\(register.sheet)\", "
        return "\(sheet)row \(register.headings.number) has the headings \(quoted.joined(separator: ", "))"
    }
}

/// Finds out what wrote a file, from its headings.
struct Recogniser: Sendable {
    let asked: ExportFormat?
    let mapping: ColumnMapping
    let path: String

    /// Headings of a file of somebody's own stand among its first rows; what Teams and Zoom set above theirs is short.
    private static let deepestHeading = 100

    func recognise(_ tables: [Table]) throws(ImportRefusal) -> Recognition {
        let sheets = try chosen(tables)
        if !mapping.columns.isEmpty { return try mapped(sheets) }
        for format in ExportFormat.allCases where asked == nil || asked == format {
            let found = sheets.flatMap { registers(of: format, in: $0) }
            guard !found.isEmpty else { continue }
            let names = Set(found.map(\.sheet))
            guard names.count == 1 else {
                throw ImportRefusal(
                    .severalSheets, "people are listed on \(names.count) sheets", path: path,
                    help: "choose one with --sheet: \(names.sorted().joined(separator: ", "))")
            }
            return Recognition(format: format, registers: found)
        }
        throw unknown(sheets)
    }

    private func chosen(_ tables: [Table]) throws(ImportRefusal) -> [Table] {
        guard let sheet = mapping.sheet else { return tables }
        let found = tables.filter { $0.name == sheet }
        guard found.isEmpty else { return found }
        let names = tables.map(\.name).filter { !$0.isEmpty }
        throw ImportRefusal(
            .noSuchColumn, "there is no sheet \"\(sheet)\"", path: path,
            help: names.isEmpty ? "this file has no sheets" : "it has: \(names.joined(separator: ", "))")
    }

    private func registers(of format: ExportFormat, in table: Table) -> [Register] {
        let patterns = HeaderPattern.all.filter { $0.format == format }
        var found: [(pattern: HeaderPattern, row: Int, columns: [Column: Int])] = []
        for (index, row) in table.rows.enumerated() where row.cells.count > 1 && mayBeHeading(index, format, table) {
            for pattern in patterns {
                guard let columns = pattern.columns(in: row.cells) else { continue }
                found.append((pattern, index, columns))
                break
            }
            if format != .teams, !found.isEmpty { break }
        }
        return found.map { register(format, table, heading: $0.row, columns: $0.columns) }
    }

    /// Teams sets several lists below each other, each under a numbered title.
    private func mayBeHeading(_ index: Int, _ format: ExportFormat, _ table: Table) -> Bool {
        if index < Self.deepestHeading { return true }
        return format == .teams && index > 0 && table.rows[index - 1].isSectionTitle
    }

    private func register(
        _ format: ExportFormat, _ table: Table, heading: Int, columns: [Column: Int]
    ) -> Register {
        let below = table.rows[(heading + 1)...].prefix { format != .teams || !$0.isSectionTitle }
        return Register(
            format: format, sheet: table.name, headings: table.rows[heading], columns: columns,
            rows: below.filter { !$0.isBlank })
    }

    /// Columns that were named, on top of what is known of a program's own headings.
    private func mapped(_ tables: [Table]) throws(ImportRefusal) -> Recognition {
        let wanted = mapping.columns.map { ($0.key, [$0.value.asHeading]) }.sorted { $0.0.rawValue < $1.0.rawValue }
        let pattern = HeaderPattern(format: asked ?? .table, required: wanted)
        for table in tables {
            for (index, row) in table.rows.enumerated().prefix(Self.deepestHeading) {
                guard let named = pattern.columns(in: row.cells) else { continue }
                let own = HeaderPattern.all.first { $0.format == asked }?.columns(in: row.cells) ?? [:]
                let columns = own.merging(named) { $1 }
                return Recognition(
                    format: pattern.format,
                    registers: [register(pattern.format, table, heading: index, columns: columns)])
            }
        }
        throw ImportRefusal(
            .noSuchColumn,
            "no row has all of the headings " + wanted.map { "\"\($0.1[0])\"" }.joined(separator: ", "), path: path,
            help: "write them as they stand in the file; large and small letters do not matter")
    }

    private func unknown(_ tables: [Table]) -> ImportRefusal {
        let first = tables.lazy.flatMap(\.rows).first { !$0.isBlank }
        let named = asked.map { "this is not \($0.title)" } ?? "none of the known headings are in this file"
        return ImportRefusal(
            .unknownExport, named, path: path, line: first?.number,
            help: "say which column is which: --column name=\"Delegate\" --column email=\"Contact\"")
    }
}

extension Table.Row {
    /// `3. In-Meeting Activities`
    fileprivate var isSectionTitle: Bool {
        guard let title = cells.first?.tidied, cells.dropFirst().allSatisfy({ $0.tidied.isEmpty }) else { return false }
        let number = title.utf8.prefix { (0x30...0x39).contains($0) }.count
        return number > 0 && title.utf8.dropFirst(number).starts(with: ". ".utf8)
    }
}
