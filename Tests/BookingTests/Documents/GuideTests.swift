import Foundation
import Markdown
import Testing
import Workbench

@testable import Booking

@Suite("The guide")
struct GuideTests {
    private let guide = Guide.embedded

    @Test("Every file of the folder is in the contents, under its own title")
    func contents() throws {
        let folder = PackageRoot.file("docs/guide")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let files = names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { "guide/\($0)" }
        #expect(Set(files).subtracting(guide.pages.map(\.file)) == [])
        #expect(guide.start.document.title == guide.start.title)
        for phrases in entries {
            guard case .link(let words, let destination)? = phrases.first else {
                Issue.record("\(phrases.plainText) has no link")
                continue
            }
            let page = guide.pages.first { $0.file == guide.start.fileName(of: destination) }
            #expect(page?.document.title == words.plainText, "\(destination)")
            #expect(phrases.plainText.count > words.plainText.count + 10, "\(destination)")
        }
    }

    private var entries: [[Markdown.Phrase]] {
        guide.start.document.blocks.flatMap { block -> [[Markdown.Phrase]] in
            guard case .list(_, let items) = block else { return [] }
            return items.compactMap { item in
                guard case .paragraph(let phrases)? = item.first else { return nil }
                return phrases
            }
        }
    }

    @Test("A link of the guide leads to a page that is served")
    func links() {
        for page in [guide.start] + guide.pages where page.file.hasPrefix("guide/") {
            for destination in GuideTests.destinations(of: page.document.blocks) {
                #expect(
                    guide.place(of: destination, from: page) != nil, "\(page.file): \(destination)")
            }
        }
    }

    private static func destinations(of blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(_, _, let phrases), .paragraph(let phrases): phrases.destinations
            case .list(_, let items): items.flatMap { destinations(of: $0) }
            case .quote(let inner): destinations(of: inner)
            case .table(let head, let rows): ([head] + rows).joined().flatMap(\.destinations)
            case .code, .rule: []
            }
        }
    }

    @Test("Links between files are links between pages")
    func places() {
        let page = GuidePage("guide/retries.md", title: "", [])
        #expect(guide.place(of: "time-zones.md#a", from: page) == "/docs/guide/time-zones#a")
        #expect(guide.place(of: "../WEBHOOKS.md", from: page) == "/docs/reference/webhooks")
        #expect(guide.place(of: "../PROBLEMS.md#timeout", from: page) == "/docs/problems#timeout")
        #expect(guide.place(of: "README.md", from: page) == "/docs/guide")
        for same in ["#here", "/docs", "https://a.example/b.md", "mailto:a@b.example"] {
            #expect(guide.place(of: same, from: page) == same)
        }
        for nowhere in ["../decisions/0001.md", "../../README.md", "../../../x", "none.md"] {
            #expect(guide.place(of: nowhere, from: page) == nil, "\(nowhere)")
        }
    }

    @Test("A page shows where it is, what it has, and what is before and behind it")
    func page() async throws {
        let desk = try FrontDesk(.inMemory)
        let answer = try await desk.get("/docs/guide/retries")
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer.text.contains("<title>Never booking twice – Roost</title>"))
        #expect(answer.text.contains("<a href=\"/docs/guide/retries\" aria-current=\"page\">"))
        #expect(answer.text.contains("<a rel=\"prev\" href=\"/docs/guide/"))
        #expect(answer.text.contains("<a rel=\"next\" href=\"/docs/guide/"))
        #expect(answer.text.contains("<code class=\"language-sh\">export ROOST="))
    }

    @Test(
        "A page loads nothing from elsewhere, and has no script or style in it",
        arguments: ["guide", "guide/webhooks", "reference/access", "problems", "problems/timeout"])
    func policy(path: String) async throws {
        let desk = try FrontDesk(.inMemory)
        let page = try await desk.get("/docs/\(path)")
        let policy = page["Content-Security-Policy"]
        #expect(policy?.hasPrefix("default-src 'none'; script-src 'self'") == true)
        for word in ["<style", " style=", "<script>", " src=\"http", "stylesheet\" href=\"http"] {
            #expect(!page.text.contains(word), "\(word)")
        }
        #expect(page.text.firstMatch(of: #/<[^>]* on[a-z]+=/#) == nil)
    }

    @Test("The reference is served by its files' names, and other names are not found")
    func reference() async throws {
        let desk = try FrontDesk(.overSocket)
        #expect(try await desk.get("/docs/reference/webhooks").status == 200)
        for path in ["guide/none", "guide/README", "reference/architecture", "reference/problems"] {
            #expect(try await desk.get("/docs/\(path)").code == "not_found", "\(path)")
        }
    }

    @Test("A page of the guide is a few kB on the wire")
    func size() async throws {
        let desk = try FrontDesk(.overSocket)
        for page in guide.pages where page.file.hasPrefix("guide/") {
            let answer = try await desk.get(page.path, ("Accept-Encoding", "gzip"))
            #expect(answer["Content-Encoding"] == "gzip")
            #expect(answer.body.count < 8_000, "\(page.path): \(answer.body.count)")
        }
    }
}
