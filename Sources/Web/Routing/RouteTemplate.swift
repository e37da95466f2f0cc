/// A route's path as its segments: `/classes/{id}` is the word `classes` and the parameter `id`.
struct RouteTemplate: Sendable {
    enum Segment: Sendable, Equatable {
        case word(String)
        case parameter(String)

        var isParameter: Bool {
            if case .parameter = self { return true }
            return false
        }
    }

    let segments: [Segment]

    init(_ text: String) {
        segments = text.split(separator: "/").map { piece in
            guard piece.hasPrefix("{"), piece.hasSuffix("}") else { return .word(String(piece)) }
            return .parameter(String(piece.dropFirst().dropLast()))
        }
    }

    /// The names in braces, in order.
    var parameters: [String] {
        segments.compactMap { segment in
            if case .parameter(let name) = segment { return name }
            return nil
        }
    }
}
