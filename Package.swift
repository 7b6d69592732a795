// swift-tools-version: 6.2
import PackageDescription

// The map of the house. Every arrow points down; each third-party import lives in exactly one target
// (see docs/architecture.md). `make` builds with `--explicit-target-dependency-import-check error`, so an
// import that is not drawn here fails.

let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library of the house and, beside it, its tests.
func library(
    _ name: String, uses dependencies: [Target.Dependency] = [], linking libraries: [LinkerSetting] = [],
    testing extra: [Target.Dependency] = [], testData folders: [String] = [], embedding files: [String] = []
) -> [Target] {
    [
        .target(
            name: name, dependencies: dependencies, resources: files.map { .embedInCode($0) }, swiftSettings: house,
            linkerSettings: libraries),
        .testTarget(
            name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies + extra,
            exclude: folders, swiftSettings: house),
    ]
}

/// A C library of Debian's, linked statically so that the finished binary runs without it.
func system(_ name: String, debian packages: String...) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", providers: [.apt(packages)])
}

let nio: [Target.Dependency] = ["NIOCore", "NIOPosix", "NIOHTTP1"].map { .product(name: $0, package: "swift-nio") }
let cmark: [LinkerSetting] = [.linkedLibrary(":libcmark-gfm-extensions.a"), .linkedLibrary(":libcmark-gfm.a")]
/// Of pictures and of archives, in one list: zlib has to come after all that use it, and is passed on only once.
let compression: [LinkerSetting] = [
    .linkedLibrary(":libminizip.a"), .linkedLibrary(":libturbojpeg.a"), .linkedLibrary(":libpng16.a"),
    .linkedLibrary(":libz.a"),
]

/// What every reader is fuzzed through. A normal build has it as tests that read the seeds again; for `make fuzz` it is a
/// program of libFuzzer's, of which every module is built with `--sanitize fuzzer`.
func fuzzing() -> Target {
    let readers: [Target.Dependency] = [
        "AttendanceImport", "Content", "Diagnostics", "Disk", "Integrity", "LocalServer", "Markdown", "Packs",
        "Pictures", "Releases", "Schemas", "Tables", "Templates", "Theming", "Training", "YAMLData", "ZIPArchives",
    ]
    return Context.environment["SIGNPOST_FUZZ"] == nil
        ? .testTarget(
            name: "FuzzTests", dependencies: readers, path: "Tests/Fuzz",
            exclude: ["Driver.swift", "README.md", "Seeds", "run.py"], swiftSettings: house)
        : .executableTarget(
            name: "Fuzz", dependencies: readers, path: "Tests/Fuzz",
            exclude: ["ReplayTests.swift", "README.md", "Seeds", "run.py"], swiftSettings: house)
}

let package = Package(
    name: "signpost",
    products: [.executable(name: "signpost", targets: ["signpost"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        [
            system("CCMarkGFM", debian: "libcmark-gfm-dev", "libcmark-gfm-extensions-dev"),
            system("CLibYAML", debian: "libyaml-dev"),
            system("CSodium", debian: "libsodium-dev"),
            system("CCrypto", debian: "libssl-dev"),
            system("CQRCodeGen", debian: "libqrcodegen-dev"),
            system("CTurboJPEG", debian: "libturbojpeg0-dev"),
            system("CPNG", debian: "libpng-dev", "zlib1g-dev"),
            system("CMinizip", debian: "libminizip-dev", "zlib1g-dev"),
            system("CExpat", debian: "libexpat1-dev"),
            system("CLinux"),
        ],
        library("JSONText"),
        library("Parallelism"),
        library("Reporting", uses: ["JSONText"]),
        library("CivilTime"),
        library("Languages"),
        library("Diagnostics", uses: ["JSONText"]),
        library("LinkChecking", uses: ["CivilTime"]),
        library("WebClient", uses: ["LinkChecking"], testData: ["Server"]),
        library("Suppression"),
        library("Prose"),
        library("Reconciliation"),
        library(
            "Integrity", uses: ["CCrypto", "CSodium"],
            linking: [.linkedLibrary(":libsodium.a"), .linkedLibrary(":libcrypto.a")]),
        library("Certification", uses: ["CivilTime", "Integrity"]),
        library(
            "Markdown", uses: ["CCMarkGFM", "Diagnostics", "Prose"], linking: cmark,
            testData: ["Corpora"]),
        library("Pictures", uses: ["CPNG", "CTurboJPEG"], linking: compression, testData: ["Samples"]),
        library("QRCodes", uses: ["CQRCodeGen"], linking: [.linkedLibrary(":libqrcodegen.a")]),
        library("YAMLData", uses: ["CLibYAML", "Diagnostics"], linking: [.linkedLibrary(":libyaml.a")]),
        library("Schemas", uses: ["CivilTime", "Diagnostics", "JSONText", "Languages", "YAMLData"]),
        library("Templates", uses: ["Diagnostics"], testData: ["MustacheSpec"]),
        library(
            "Theming",
            uses: ["CivilTime", "Diagnostics", "Languages", "Markdown", "Schemas", "Templates", "YAMLData"]),
        library(
            "Content",
            uses: [
                "CivilTime", "Diagnostics", "Integrity", "Languages", "Markdown", "Parallelism", "Pictures", "Prose",
                "Reconciliation", "Schemas", "Theming", "YAMLData",
            ],
            testing: ["Templates"], embedding: ["Language/english.yaml"]),
        library(
            "Returns",
            uses: [
                "CivilTime", "Content", "Diagnostics", "JSONText", "Reporting", "Schemas", "YAMLData",
            ]),
        library(
            "Training",
            uses: [
                "CivilTime", "Content", "Diagnostics", "JSONText", "Parallelism", "Reporting", "Returns", "Schemas",
                "YAMLData",
            ]),
        library("ZIPArchives", uses: ["CMinizip"], linking: compression, testData: ["Archives"]),
        library("XMLEvents", uses: ["CExpat"], linking: [.linkedLibrary(":libexpat.a")]),
        library("Tables", uses: ["CivilTime", "XMLEvents", "ZIPArchives"], testData: ["Workbooks"]),
        library(
            "AttendanceImport",
            uses: ["CivilTime", "Content", "Diagnostics", "JSONText", "Schemas", "Tables", "Training", "YAMLData"]),
        library(
            "Disclosure",
            uses: [
                "CivilTime", "Content", "Diagnostics", "Integrity", "JSONText", "Parallelism", "Reconciliation",
                "Returns", "Schemas", "Suppression", "Training", "YAMLData",
            ],
            testing: ["Site", "Theming"]),
        library(
            "Site",
            uses: [
                "CivilTime", "Content", "Diagnostics", "Disclosure", "Governance", "Integrity", "JSONText", "Languages",
                "Markdown", "Parallelism", "Pictures", "QRCodes", "Reconciliation", "Reporting", "Schemas", "Templates",
                "Theming", "YAMLData",
            ],
            testing: ["Returns", "Training"]),
        library(
            "Desk",
            uses: [
                "Certification", "CivilTime", "Content", "Disclosure", "Integrity", "Parallelism", "Reporting",
                "Returns", "Schemas", "Site", "Templates", "Training",
            ],
            testing: ["Theming"]),
        library(
            "Governance",
            uses: [
                "CivilTime", "Content", "Diagnostics", "JSONText", "LinkChecking", "Markdown", "Prose",
                "Reconciliation", "Reporting", "Returns", "Schemas", "Theming",
            ],
            testData: ["Derby"]),
        library("Releases", uses: ["Integrity", "JSONText", "Parallelism"]),
        library(
            "Packs", uses: ["CivilTime", "Diagnostics", "Integrity", "JSONText", "Schemas", "YAMLData", "ZIPArchives"]),
        library("Disk", uses: ["CLinux", "Diagnostics", "Parallelism"]),
        library("LocalServer", uses: nio),
        [
            .executableTarget(
                name: "signpost",
                dependencies: [
                    "AttendanceImport", "Certification", "CivilTime", "Content", "Desk", "Diagnostics", "Disclosure",
                    "Disk", "Governance", "Integrity", "JSONText", "Languages", "LinkChecking", "LocalServer",
                    "Markdown", "Packs", "Parallelism", "Releases", "Reporting", "Returns", "Schemas", "Site", "Tables",
                    "Theming", "Training", "WebClient", "YAMLData",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                swiftSettings: house, plugins: ["Revision"]),
            .plugin(name: "Revision", capability: .buildTool(), path: "Sources/Revision"),
            .testTarget(
                name: "EndToEndTests",
                dependencies: ["signpost", "Desk", "Diagnostics", "Site", "Templates", "TestSupport"],
                path: "Tests/EndToEnd",
                exclude: ["InvalidSites", "Strategies", "Registers", "Sites", "Themes", "ThirtyFaults", "Wording"],
                swiftSettings: house),
            fuzzing(),
            // What tests of several modules share.
            .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        ],
    ].flatMap { $0 }
)
