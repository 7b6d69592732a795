import Diagnostics
import Testing

/// Each fault is found where it is, said in full, and nothing is written.
struct InvalidSiteTests {
    @Test func `each fault is reported word for word, and nothing is written`() async throws {
        try await InvalidSite.withBase { base in
            try await withThrowingTaskGroup { group in
                for site in InvalidSite.all {
                    group.addTask { (site, try await site.report(over: base)) }
                }
                for try await (site, report) in group {
                    try Golden.expect(report, in: site.folder, file: "expected.txt")
                }
            }
        }
    }

    @Test(arguments: InvalidSite.all)
    func `a fixture has the one fault that it is named after`(_ site: InvalidSite) throws {
        let expected = try #require(site.folder.text("expected.txt"))
        let said = expected.split(separator: "\n").compactMap { line in
            ["error[", "warning["].first(where: line.hasPrefix).map { line.dropFirst($0.count).prefix { $0 != "]" } }
        }
        #expect(!said.isEmpty && Set(said.map(String.init)) == [site.code])
        let known = try #require(DiagnosticCode.named(site.code))
        #expect(expected.hasPrefix("exit status \(known.severity == .error ? 1 : 2)\n"))
    }

    @Test(arguments: DiagnosticCode.catalogue.map(\.id))
    func `every code has a fixture, or a reason and a test elsewhere`(_ id: String) throws {
        let hasFixture = InvalidSite.all.contains { $0.code == id }
        guard let exception = Self.exceptions[id] else {
            #expect(hasFixture, "make a folder InvalidSites/\(id)-what-is-wrong")
            return
        }
        #expect(!hasFixture, "there is a fixture now, so the exception can go")
        let test = try #require(Folder.repository.text(exception.file), "there is no \(exception.file)")
        #expect(test.contains("func `\(exception.test)`("), "there is no test of this name in \(exception.file)")
    }

    /// What no folder can bring about, why, and the test that covers it.
    private static let exceptions: [String: (why: String, test: String, file: String)] = [
        "SP091": gate("a champion who agreed may be named in any order"),
        "SP092": gate("no message holds a name, an address or a number"),
        "SP093": gate("no message holds a name, an address or a number"),
        "SP094": gate("no message holds a name, an address or a number"),
        "SP095": gate("no message holds a name, an address or a number"),
        "SP096": gate("no message holds a name, an address or a number"),
        "SP097": gate("a file that cannot be looked into is named"),
        "SP098": gate("a phrase that the board allows is let through, with its neighbours and no further"),
        "SP202": (
            "a key is written by a command of its own", "a file that is there stays as it is",
            "Tests/DiskTests/SecretFileTests.swift"
        ),
        "SP180": register, "SP181": register, "SP182": register, "SP183": register, "SP184": register,
        "SP185": register, "SP186": register,
        "SP187": register, "SP188": register, "SP189": register, "SP190": register, "SP191": register,
        "SP192": register, "SP193": register,
        "SP245": (
            "an earlier copy is named on the command line",
            "an earlier copy of another school, or none at all, is refused",
            "Tests/EndToEnd/PackUpdateTests.swift"
        ),
        "SP246": (
            "copies of an earlier run must be there",
            "a school that joins gets a whole copy, and one that leaves is named",
            "Tests/EndToEnd/PackUpdateTests.swift"
        ),
        "SP287": (
            "a list of copies of an earlier run must be there",
            "a list that cannot be brought up to date stays as it is, and somebody is told",
            "Tests/EndToEnd/SingleCopyTests.swift"
        ),
        "SP003": (
            "root may read everything, and tests often run as root",
            "a file that must not be read says why", "Tests/DiskTests/SourceTreeTests.swift"
        ),
        "SP009": (
            "another program must write at the right moment",
            "a file that never stops changing is refused after three readings", "Tests/DiskTests/SourceTreeTests.swift"
        ),
        "SP104": (
            "another build must be at work, and this one waits for it for a minute",
            "one that has waited long enough, and said so once, fails by name", "Tests/DiskTests/SiteWriterTests.swift"
        ),
        "SP105": (
            "the plan finds such paths first",
            "two files at one path, and a file where a folder is, are refused", "Tests/DiskTests/SiteWriterTests.swift"
        ),
        "SP106": (
            "somebody must put a file into the old site during the build",
            "a file put into the old site during the build is kept, with a warning",
            "Tests/DiskTests/SiteWriterFaultTests.swift"
        ),
        "SP266": (
            "it is no fault, and ends with status 0", "a review is overdue from the day after its date on",
            "Tests/GovernanceTests/ReviewCalendarTests.swift"
        ),
        "SP257": online, "SP258": online,
        "SP275": (
            "it takes a site that cannot be asked", "without the program that asks, people are told what is missing",
            "Tests/EndToEnd/OnlineTests.swift"
        ),
        "SP210": (
            "it takes more than fifty faults of one kind",
            "many faults of one kind in a file are shown in part, and the rest are counted",
            "Tests/DiagnosticsTests/CountedFaultsTests.swift"
        ),
    ]

    /// Nothing else asks other sites, and no fixture may.
    private static let online = (
        why: "it takes a server", test: "links to other sites are asked for when somebody says so, and not before",
        file: "Tests/EndToEnd/OnlineTests.swift"
    )

    /// No site is built: a register is imported.
    private static let register = (
        why: "importing a register finds it, and building a site does not",
        test: "every reason to refuse a register has an example", file: "Tests/EndToEnd/RegisterTests.swift"
    )

    /// The search for personal data is tested on many boards, in memory, where each leak is planted.
    private static func gate(_ test: String) -> (why: String, test: String, file: String) {
        ("the leaks are planted in boards of their own", test, "Tests/DisclosureTests/GateLeakTests.swift")
    }
}
