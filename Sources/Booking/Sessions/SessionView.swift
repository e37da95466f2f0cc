import Web

/// A session as somebody sees it: with who leads it.
struct SessionView: Sendable {
    let occasion: Occasion
    let facilitator: String

    init(_ occasion: Occasion, _ hosts: HostNames) {
        self.occasion = occasion
        facilitator = hosts.name(occasion.facts.host)
    }

    var kind: SessionKind {
        occasion.facts.category.flatMap { SessionKind(rawValue: $0) } ?? .session
    }

    static func tag(_ view: SessionView) -> String { Occasion.tag(view.occasion) }
}
