import Languages
import Templates

extension Views {
    static let search = View<Seen<Assets.Search>>(
        "search",
        [
            .object("script", "The script of the search page.", asset) { $0.scene.link(to: $0.model.script) },
            .object("index", "What it searches, itself a script; to be loaded when it is needed.", asset) {
                it in it.model.indices[it.scene.plan.language.tag].map { it.scene.link(to: $0) }
            },
        ])
}
