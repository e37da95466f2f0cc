import HTTP

/// One segment of the routes' tree.
struct RouteNode: Sendable {
    /// A node's routes, and what stood for the parameters on the way there.
    struct Found {
        let routes: [Route]
        let parameters: [String]
    }

    private var words: [(bytes: [UInt8], node: RouteNode)] = []
    private var parameter: [RouteNode] = []
    private var routes: [Route] = []

    mutating func insert(
        _ route: Route, _ segments: ArraySlice<RouteTemplate.Segment>
    ) throws(RouteConflict) {
        guard let first = segments.first else {
            if let other = routes.first(where: { $0.method == route.method }) {
                throw RouteConflict(first: other, second: route)
            }
            routes.append(route)
            return
        }
        switch first {
        case .word(let word):
            try words[place(of: Array(word.utf8))].node.insert(route, segments.dropFirst())
        case .parameter:
            if parameter.isEmpty { parameter = [RouteNode()] }
            try parameter[0].insert(route, segments.dropFirst())
        }
    }

    private mutating func place(of word: [UInt8]) -> Int {
        if let place = words.firstIndex(where: { $0.bytes == word }) { return place }
        words.append((word, RouteNode()))
        return words.count - 1
    }

    func find(_ segments: ArraySlice<ArraySlice<UInt8>>) -> Found? {
        guard let first = segments.first else {
            return routes.isEmpty ? nil : Found(routes: routes, parameters: [])
        }
        let rest = segments.dropFirst()
        for (bytes, node) in words where first.elementsEqual(bytes) {
            if let found = node.find(rest) { return found }
        }
        guard let node = parameter.first, !first.isEmpty, let found = node.find(rest) else {
            return nil
        }
        let value = String(decoding: first, as: UTF8.self)
        return Found(routes: found.routes, parameters: [value] + found.parameters)
    }
}
