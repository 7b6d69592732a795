public import Site
import Templates

/// The layouts of the training team's own pages.
public enum DeskLayouts {
    public static let all = [page, register, certificates]

    static let page = InternalLayout("desk", "desk", DeskViews.page.shape)
    static let register = InternalLayout("register", "register", Register.view.shape)
    static let certificates = InternalLayout("certificates", "certificates", CertificateSheets.view.shape)
}

extension InternalPage {
    init(_ page: DeskPage) {
        self.init(
            path: page.path, title: page.title, summary: page.summary, layout: DeskLayouts.page.name, above: page.above
        ) { scene in DeskViews.page.value(of: Placed(model: page, scene: scene)) }
    }
}
