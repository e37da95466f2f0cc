import Testing
import Workbench

@Suite("Pages for people who make clients")
struct DocumentPagesTests {
    private static let browser = (
        "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    )

    @Test("Browsers get a page, and programs JSON", arguments: ["/", "/docs"])
    func negotiation(path: String) async throws {
        let desk = try FrontDesk(.overSocket)
        let page = try await desk.get(path, DocumentPagesTests.browser)
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        #expect(page["Vary"]?.contains("Accept") == true)
        let programs = [
            "*/*", "application/json", "text/html;q=0.5, application/json", "text/plain",
        ]
        for accept in programs {
            let answer = try await desk.get(path, ("Accept", accept))
            #expect(answer["Content-Type"] == "application/json")
            #expect(answer.status == 200)
        }
        #expect(try await desk.get(path)["Content-Type"] == "application/json")
    }

    @Test(
        "A page loads what this server has and nothing else, under the strictest policy",
        arguments: ["/", "/docs", "/redoc"])
    func policy(path: String) async throws {
        let desk = try FrontDesk(.inMemory)
        let page = try await desk.get(path, DocumentPagesTests.browser)
        let policy = try #require(page["Content-Security-Policy"])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
        #expect(!policy.contains("unsafe"))
        let html = String(decoding: page.body, as: UTF8.self)
        for word in ["<style", " style=", "<script>", "http:", "https:", "javascript:"] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.firstMatch(of: #/ on[a-z]+=/#) == nil)
        for link in DocumentPagesTests.links(in: html) {
            #expect(try await desk.get(link).status == 200, "\(link)")
        }
    }

    @Test("Scripts load only one another, and there is none that isn't there")
    func imports() async throws {
        let desk = try FrontDesk(.inMemory)
        var waiting = ["explorer.js", "reading.js", "guide.js"]
        var seen: Set<String> = []
        while let name = waiting.popLast() {
            guard seen.insert(name).inserted else { continue }
            let answer = try await desk.get("/docs/assets/\(name)")
            #expect(answer.status == 200, "\(name)")
            #expect(answer["Content-Type"] == "text/javascript; charset=utf-8")
            let text = String(decoding: answer.body, as: UTF8.self)
            for part in text.split(separator: "from \"./").dropFirst() {
                waiting.append(String(part.prefix { $0 != "\"" }))
            }
        }
        #expect(seen.count == 11)
    }

    @Test("Unknown files and pages by their file's name are not found")
    func unknown() async throws {
        let desk = try FrontDesk(.inMemory)
        for name in ["explorer.html", "none.js", "..%2Fexplorer.js"] {
            #expect(try await desk.get("/docs/assets/\(name)").status == 404)
        }
    }

    /// What the page leads to on this server; health is for those who have a database.
    private static func links(in html: String) -> [String] {
        let pieces = html.split(separator: "=\"/").dropFirst()
        let links = pieces.map { piece in "/" + String(piece.prefix { $0 != "\"" }) }
        return links.filter { $0 != "/health" }
    }
}
