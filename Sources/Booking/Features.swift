import JSON
import Web

/// Every part of the API, in the order in which the documents show it: a feature is a folder, and one
/// line where the server is put together.
package struct Features: Sendable {
    private let platform: Platform
    private let others: [Route]
    private let publicURL: String

    /// The platform, and the routes of every other feature in their order.
    package init(platform: Platform, _ others: [Route]..., publicURL: String) {
        self.platform = platform
        self.others = others.flatMap(\.self)
        self.publicURL = publicURL
    }

    /// What the features have in the journal, in the order of their imports: a feature with entries is
    /// one line here too.
    package static let chapters: [Chapter] = [
        RoleEntries.chapter, UserEntries.chapter, FacilitatorEntries.chapter,
        ServiceEntries.chapter, OccasionEntries.chapter, BookingEntries.chapter,
        ReviewEntries.chapter,
    ]

    private var routes: [Route] {
        platform.routes + others
    }

    /// Every operation, with nothing in its documents yet: for whoever only lists or counts them.
    package var operations: [Route] {
        routes + documentRoutes([])
    }

    /// The document of the whole table.
    package var document: OpenAPIDocument {
        OpenAPIDocument(
            api, operations, messages: WebhookDocuments.messages, words: ExampleWords.all)
    }

    /// The whole table, the routes of its own document among them.
    package var table: [Route] {
        routes + documentRoutes(document.json.bytes)
    }

    private func documentRoutes(_ document: [UInt8]) -> [Route] {
        DocumentRoutes(document: document, problems: ProblemPages(routes)).routes
    }

    private var api: APIDescription {
        APIDescription(
            title: "Roost", version: platform.version,
            about: "A booking server for studios, clinics and venues: classes, appointments, "
                + "sessions, retreats and events.",
            publicURL: publicURL)
    }
}
