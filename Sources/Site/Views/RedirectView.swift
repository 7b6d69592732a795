import Templates

extension Views {
    static let redirect = View<PageLink>(
        "redirect",
        [
            .text("url", "Where the page is now.") { $0.url },
            .text("title", "Its title.") { $0.title },
        ])
}
