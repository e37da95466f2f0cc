import HTTP
import Markdown
import Web

/// A page about a problem, or the list of all, as browsers get it.
struct ProblemFrame {
    let entries: [ProblemEntry]
    /// Nil for the list.
    let entry: ProblemEntry?

    var html: String {
        PageFrame(
            title: entry?.code ?? "Problems", contents: contents,
            main: entry.map(ProblemFrame.page) ?? list, turns: ""
        ).html
    }

    // MARK: The list

    private var list: String {
        ProblemFrame.html(of: ProblemText.introduction)
            + statuses.map { status in
                let rows = entries.compactMap { row($0, status) }
                return "<h2 id=\"status-\(status.code)\">\(ProblemFrame.name(of: status))</h2>"
                    + "<div class=\"wide codes\"><table><tbody>\(rows.joined())</tbody></table></div>"
            }.joined()
    }

    /// A code that has two statuses stands under both; a link to it leads to the first.
    private func row(_ entry: ProblemEntry, _ status: Status) -> String? {
        let place = entry.occasions.firstIndex { $0.problem.status.code == status.code }
        guard let place else { return nil }
        let code = entry.code.escapedForHTML
        let meaning =
            ProblemText.of(entry.code).map { HTMLWriter.html($0.meaning) }
            ?? entry.occasions[place].problem.title.escapedForHTML
        return "<tr\(place == 0 ? " id=\"\(code)\"" : "")><td><a href=\"/docs/problems/\(code)\">"
            + "<code>\(code)</code></a></td><td>\(meaning)</td></tr>"
    }

    /// Every status that a problem has.
    private var statuses: [Status] {
        let all = entries.flatMap(\.occasions).map(\.problem.status)
        let codes = Set(all.map(\.code))
        return codes.sorted().map { Status($0) }
    }

    private static func name(of status: Status) -> String {
        "\(status.code) \(status.reason.escapedForHTML)"
    }

    // MARK: The list at the side

    private var contents: String {
        "<p><a href=\"/docs/problems\">Problems</a></p>"
            + statuses.map { status in
                "<p>\(ProblemFrame.name(of: status))</p><ul>\(entries(of: status).joined())</ul>"
            }.joined()
    }

    private func entries(of status: Status) -> [String] {
        let these = entries.filter { other in
            other.occasions.contains { $0.problem.status.code == status.code }
        }
        return these.map { other in
            PageFrame.entry(
                "/docs/problems/\(other.code)", "<code>\(other.code.escapedForHTML)</code>",
                isHere: other.code == entry?.code)
        }
    }

    // MARK: A page

    private static func page(_ entry: ProblemEntry) -> String {
        "<h1><code>\(entry.code.escapedForHTML)</code></h1>"
            + leads(entry)
            + (ProblemText.of(entry.code).map { html(of: $0.document) } ?? "")
            + "<h2 id=\"example\">What is sent</h2>" + examples(entry)
            + "<h2 id=\"operations\">Who answers it</h2>" + origins(entry)
    }

    /// Its statuses and what they say: once, where they say the same.
    private static func leads(_ entry: ProblemEntry) -> String {
        var titles: [String] = []
        for title in entry.occasions.map(\.problem.title) where !titles.contains(title) {
            titles.append(title)
        }
        return titles.map { title in
            let these = entry.occasions.filter { $0.problem.title == title }
            let statuses = these.map { name(of: $0.problem.status) }.joined(separator: ", ")
            return "<p class=\"lead\"><span class=\"status\">\(statuses)</span> "
                + "\(title.escapedForHTML)</p>"
        }.joined()
    }

    private static func examples(_ entry: ProblemEntry) -> String {
        entry.occasions.map { occasion in
            "<pre tabindex=\"0\"><code class=\"language-http\">"
                + "\(occasion.problem.exampleAnswer.escapedForHTML)</code></pre>"
        }.joined()
    }

    private static func origins(_ entry: ProblemEntry) -> String {
        let lists = entry.occasions.map { occasion in
            operations(occasion, isAlone: entry.occasions.count == 1)
        }.joined()
        return (entry.isAnybodys ? "<p>Any operation may answer it.</p>" : "") + lists
    }

    /// More than fit on a screen are folded.
    private static let mostAtOnce = 12

    private static func operations(_ occasion: ProblemEntry.Occasion, isAlone: Bool) -> String {
        guard !occasion.operations.isEmpty else { return "" }
        let heading = isAlone ? "" : "<h3>\(name(of: occasion.problem.status))</h3>"
        let items = occasion.operations.map { route in
            let verb = route.method.rawValue
            let target = "/docs#\(route.operationID)"
            return "<li><a href=\"\(target.escapedForHTML)\"><span class=\"verb "
                + "\(verb.lowercased())\">\(verb)</span> <code>\(route.template.escapedForHTML)"
                + "</code></a> <span class=\"soft\">\(route.summary.escapedForHTML)</span></li>"
        }
        let list = "<ul class=\"operations\">\(items.joined())</ul>"
        guard items.count > mostAtOnce else { return heading + list }
        return "\(heading)<details><summary>\(items.count) operations</summary>\(list)</details>"
    }

    /// The texts stand in `docs`, and their links lead as those of the guide do.
    private static func html(of document: Document) -> String {
        let guide = Guide.embedded
        let page = GuidePage("PROBLEMS.md", title: "", [])
        return HTMLWriter.html(document) { guide.place(of: $0, from: page) }
    }
}
