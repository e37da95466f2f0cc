import JSON
import Workbench

/// What a browser sees that follows every link of a server's own.
struct SeenPages {
    private let roost: LiveRoost
    /// The anchors of each page that was seen.
    private var anchors: [String: Set<String>] = [:]
    private(set) var faults: [String] = []

    init(_ roost: LiveRoost) {
        self.roost = roost
    }

    var paths: Set<String> { Set(anchors.keys) }

    /// Looks at what a link leads to, and at everything from there on.
    mutating func visit(_ link: String, from page: String) throws {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].isEmpty ? page : String(parts[0])
        if anchors[path] == nil { try look(at: path, from: page) }
        if parts.count == 2, parts[1] != "", anchors[path]?.contains(String(parts[1])) == false {
            faults.append("\(page): \(link) has no such anchor")
        }
    }

    private mutating func look(at path: String, from page: String) throws {
        let answer = try roost.get(path, ("Accept", "text/html,*/*;q=0.8"))
        if answer.status != 200 { faults.append("\(page): \(path) answers \(answer.status)") }
        guard answer["Content-Type"]?.hasPrefix("text/html") == true else {
            anchors[path] = []
            return
        }
        let html = answer.text
        var ids = Set(SeenPages.values(of: "id", in: html))
        // The explorer shows what stands behind the sign by a script: an operation.
        if path == "/docs" { ids.formUnion(try operations) }
        anchors[path] = ids
        for link in SeenPages.values(of: "href", in: html) + SeenPages.values(of: "src", in: html) {
            let isOurs = link.hasPrefix("/") || link.hasPrefix("#")
            if isOurs { try visit(link, from: path) }
        }
    }

    private var operations: [String] {
        get throws {
            let text = try roost.get("/openapi.json").text
            return SeenPages.texts(in: text, between: "\"operationId\":\"", and: "\"")
        }
    }

    private static func values(of attribute: String, in html: String) -> [String] {
        texts(in: html, between: " \(attribute)=\"", and: "\"").map {
            $0.replacing("&amp;", with: "&")
        }
    }

    private static func texts(in text: String, between start: String, and end: String) -> [String] {
        text.split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first
                .map(String.init)
        }
    }
}
