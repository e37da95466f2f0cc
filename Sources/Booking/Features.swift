import JSON
import Web

/// Every part of the API, in the order in which the documents show it: a feature is a folder and one
/// line here.
package struct Features: Sendable {
    private let platform: Platform
    private let publicURL: String

    package init(platform: Platform, publicURL: String) {
        self.platform = platform
        self.publicURL = publicURL
    }

    private var routes: [Route] {
        platform.routes
    }

    /// The whole table, the routes of its own document among them.
    package var table: [Route] {
        routes + DocumentRoutes(document: document.json.bytes).routes
    }

    /// The document of the whole table.
    package var document: OpenAPIDocument {
        let all = routes + DocumentRoutes(document: []).routes
        return OpenAPIDocument(api, all)
    }

    private var api: APIDescription {
        APIDescription(
            title: "Roost", version: platform.version,
            about: "A booking server for studios, clinics and venues: classes, appointments, "
                + "sessions, retreats and events.",
            publicURL: publicURL)
    }
}
