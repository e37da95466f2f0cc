import HTTP

/// The layers below one middleware, called like a function.
package struct Next: Sendable {
    private let layers: Layers
    private let index: Int

    init(_ layers: Layers, _ index: Int = 0) {
        self.layers = layers
        self.index = index
    }

    package func callAsFunction(
        _ request: Request, _ context: Context
    ) async throws -> Response {
        guard index < layers.list.count else { return try await layers.last(request, context) }
        let below = Next(layers, index + 1)
        return try await layers.list[index].handle(request, context, next: below)
    }
}
