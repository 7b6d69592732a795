public import CivilTime

/// What is decided from run to run.
public struct SiteOptions: Sendable {
    public var edition: Edition
    /// The day on which the site is built; nothing else in the house knows what day it is.
    public var today: CivilDate
    /// Whether pages marked as drafts are built.
    public var drafts: Bool
    /// Takes the place of `base_url` in signpost.yaml; ends with a slash.
    public var baseURL: String?
    /// Whether what is right but could be better is looked for too, such as pages to which nothing leads.
    public var isThorough = false
    /// Whether it is told of pages how another text can be put into them: see ``PageFrame``.
    public var keepsFrames = false
    /// Whether it is told of pages what stands around their texts: see ``PageSurroundings``.
    public var keepsSurroundings = false
    /// Whose copy it is made for, as far as that decides which pages there are.
    var scope: CopyScope?

    public init(
        edition: Edition = .public, today: CivilDate, drafts: Bool = false, baseURL: String? = nil,
        keepsFrames: Bool = false
    ) {
        self.keepsFrames = keepsFrames
        self.edition = edition
        self.today = today
        self.drafts = drafts
        self.baseURL = baseURL
    }
}
