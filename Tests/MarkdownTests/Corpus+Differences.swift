extension Corpus {
    static let all = [
        Corpus(file: "cmark-gfm/spec.txt", different: gfm),
        Corpus(file: "cmark-gfm/extensions.txt", different: extensions),
        Corpus(file: "cmark-gfm/regression.txt", different: regression),
        Corpus(file: "cmark-gfm/smart_punct.txt", isSmart: true),
        Corpus(file: "commonmark/spec.txt", different: commonMark),
    ]

    private enum Reason: String {
        case rawHTML = "raw HTML is refused"
        case comments = "comments are left out"
        case tasks = "a task's box is labelled by its text; attributes stand in another order"
        case autolinks = "the example is for a reader without bare addresses as links"
        case footnotes = "footnotes have other ids, and names for screen readers"
        case noExpectation = "the file gives no HTML for it"
        case newer = "CommonMark 0.31 changed this; cmark-gfm reads 0.29"
    }

    private static func list(_ groups: [(Reason, [Int])]) -> [Int: String] {
        var reasons: [Int: String] = [:]
        for (reason, numbers) in groups { for number in numbers { reasons[number] = reason.rawValue } }
        return reasons
    }

    private static let gfm = list([
        (
            .rawHTML,
            [
                118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137,
                138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 149, 150, 151, 153, 154, 155, 156, 157, 158, 159,
                160, 170, 317, 327, 354, 484, 485, 486, 500, 503, 532, 544, 632, 633, 634, 635, 636, 642, 647, 648,
                649, 650, 651, 653, 663, 664,
            ]
        ),
        (.comments, [148, 152, 288, 289, 644]),
        (.tasks, [279, 280]),
        (.autolinks, [610, 614, 616, 619, 620]),
    ])

    private static let extensions = list([
        (
            .rawHTML,
            [
                12, 22,
            ]
        ),
        (.noExpectation, [20]),
        (.footnotes, [23]),
    ])

    private static let regression = list([
        (
            .rawHTML,
            [
                3, 6, 9, 14, 17,
            ]
        ),
        (.footnotes, [13]),
    ])

    private static let commonMark = list([
        (
            .rawHTML,
            [
                21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165,
                166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 182, 183, 184, 186, 187,
                188, 189, 190, 191, 192, 193, 203, 346, 477, 478, 479, 493, 496, 526, 538, 615, 616, 617, 618, 619,
                625, 629, 630, 631, 632, 633, 645, 646,
            ]
        ),
        (.comments, [181, 185, 310, 311]),
        (.autolinks, [604, 608, 610, 613, 614]),
        (.newer, [28, 356, 627, 628]),
    ])

}
