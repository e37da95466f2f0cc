import HTTP
import JSON

extension Giving where Value == Response {
    /// 101: the connection becomes a WebSocket. OpenAPI has no words for what is said on it; the route's description
    /// has.
    package static func webSocket(about: String) -> Giving {
        let document = GivingDocument.Case(status: .switchingProtocols, about: about)
        return Giving(document: GivingDocument(cases: [document], mediaTypes: [], schema: nil)) {
            $0
        }
    }

    /// 200 with a stream of events.
    package static func events(about: String) -> Giving {
        .response(ServerSentEvent.mediaType, about: about)
    }
}
