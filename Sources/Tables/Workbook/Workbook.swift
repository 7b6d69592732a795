import XMLEvents
import ZIPArchives

/// Reads an Excel workbook (.xlsx): Office Open XML, ECMA-376 part 1, 18 (SpreadsheetML), in a ZIP archive.
///
/// What counts is what the spreadsheet shows: the sheets that are not hidden, the last values of formulas, and dates
/// and times as such. They become text as ISO 8601 has it, so that nobody has to guess their order.
struct Workbook {
    let tables: [Table]

    /// More cells than this are no register.
    static let maximumCells = 5_000_000

    init(_ file: [UInt8]) throws(TableFault) {
        let parts: [String: [UInt8]]
        do throws(ZIPFault) {
            parts = try ZIPArchive.read(file) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
        } catch {
            throw .workbook(error)
        }
        let start =
            try Relationships(parts["_rels/.rels"], of: "").target(ofType: "officeDocument") ?? "xl/workbook.xml"
        guard let part = parts[start] else { throw .notATable("a ZIP archive, and no Excel workbook in it") }
        let outline = try Outline(part)
        let relations = try Relationships(parts[Relationships.path(for: start)], of: start)
        let strings = try SharedStrings(relations.target(ofType: "sharedStrings").flatMap { parts[$0] })
        let styles = try NumberStyles(relations.target(ofType: "styles").flatMap { parts[$0] })
        var tables: [Table] = []
        var cells = 0
        for sheet in outline.sheets where !sheet.isHidden {
            guard let path = relations.targets[sheet.relation], let part = parts[path] else { throw .damagedWorkbook }
            let reader = SheetReader(
                strings: strings.texts, styles: styles, startsIn1904: outline.startsIn1904,
                room: Self.maximumCells - cells)
            let rows = try reader.read(part)
            cells += reader.used
            tables.append(Table(name: sheet.name, rows: rows))
        }
        self.tables = tables
    }

    /// The list of sheets.
    private struct Outline {
        var sheets: [(name: String, relation: String, isHidden: Bool)] = []
        /// Whether days count from 1 January 1904, as on old Macintoshes (18.2.28, `date1904`).
        var startsIn1904 = false

        init(_ part: [UInt8]) throws(TableFault) {
            try part.readXML { event in
                guard case .start(let name, let attributes) = event else { return }
                if name == "workbookPr" {
                    startsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
                } else if name == "sheet" {
                    let isHidden = ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
                    sheets.append((attributes["name"] ?? "", attributes["id"] ?? "", isHidden))
                }
            }
        }
    }
}

/// Which part of a package leads to which: ECMA-376 part 2, 9.
struct Relationships {
    /// Paths from the package's root, by the ids that a part uses.
    private(set) var targets: [String: String] = [:]
    private var types: [(type: String, id: String)] = []

    /// - Parameter source: The part that refers to others.
    init(_ part: [UInt8]?, of source: String) throws(TableFault) {
        guard let part else { return }
        let folder = source.split(separator: "/").dropLast().map(String.init)
        try part.readXML { event in
            guard case .start("Relationship", let attributes) = event, let id = attributes["Id"],
                let target = attributes["Target"], attributes["TargetMode"] != "External"
            else { return }
            targets[id] = Self.resolve(target, in: folder)
            types.append((attributes["Type"] ?? "", id))
        }
    }

    /// The part of this type; types are addresses that differ in front, by the edition of the standard.
    func target(ofType type: String) -> String? {
        types.first { $0.type.hasSuffix("/\(type)") }.flatMap { targets[$0.id] }
    }

    /// Where the relationships of a part are: `xl/_rels/workbook.xml.rels`.
    static func path(for part: String) -> String {
        var steps = part.split(separator: "/").map(String.init)
        let name = steps.popLast() ?? ""
        return (steps + ["_rels", "\(name).rels"]).joined(separator: "/")
    }

    private static func resolve(_ target: String, in folder: [String]) -> String {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}

extension [UInt8] {
    /// Reads this part of a workbook.
    func readXML(_ receive: (XMLEvent) -> Void) throws(TableFault) {
        do throws(XMLFault) {
            try XMLReader.read(self, receive)
        } catch {
            throw .damagedWorkbook
        }
    }
}

extension TableFault {
    fileprivate static func workbook(_ fault: ZIPFault) -> TableFault {
        switch fault {
        case .damaged, .foreign: .damagedWorkbook
        case .encrypted: .notATable("a workbook with a password")
        case .tooLarge: .workbookTooLarge
        }
    }
}
