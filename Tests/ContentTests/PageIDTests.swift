import Schemas
import Testing

@testable import Content

@Suite struct PageIDTests {
    @Test(arguments: [
        ("index.md", "index"), ("safety.md", "safety"), ("parents/index.md", "parents"), ("parents", "parents"),
        ("parents/", "parents"), ("parents/tell.md", "parents/tell"), ("parents/tell", "parents/tell"),
        ("a/b/index.md", "a/b"), ("/parents/tell.md", "parents/tell"), ("a.md/b.md", "a.md/b"), ("", ""), ("/", ""),
    ])
    func `a path names a page, and a folder its index`(path: String, id: String) {
        #expect(ID<Page>(path: path).text == id)
    }

    @Test(arguments: [
        ("index", nil), ("safety", "index"), ("parents", "index"), ("parents/tell", "parents"), ("a/b/c", "a/b"),
    ])
    func `above a page is its folder, and above all the front page`(id: String, parent: String?) {
        #expect(ID<Page>(id).parent?.text == parent)
    }

    @Test(arguments: [("index", "index"), ("models/online", "online"), ("", "")])
    func `a page's name is the last part of its path`(id: String, name: String) {
        #expect(ID<Page>(id).name == name)
    }
}
