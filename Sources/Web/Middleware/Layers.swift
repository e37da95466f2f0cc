import HTTP

/// The middleware of an application, outermost first.
package struct Layers: Sendable {
    private let list: [any Middleware]

    init(_ list: [any Middleware]) {
        self.list = list
    }

    /// Takes a request in, layer by layer, until one answers it. `entered` counts those that have let
    /// it pass.
    func enter(
        _ request: Request, _ context: Context, _ entered: inout Int
    ) throws -> Response? {
        while entered < list.count {
            if let early = try list[entered].enter(request, context) { return early }
            entered += 1
        }
        return nil
    }

    /// Takes an answer out through the layers that its request has entered.
    func leave(
        _ request: Request, _ context: Context, _ response: inout Response, entered: Int
    ) {
        for index in (0..<entered).reversed() { list[index].leave(request, context, &response) }
    }
}
