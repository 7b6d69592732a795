import Content
import Disclosure
import Templates

extension Views {
    static let roster = View<Seen<PublishedRoster>>("roster", [])
}
