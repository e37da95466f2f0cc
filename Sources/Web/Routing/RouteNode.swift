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

    /// Finds the node for the path's bytes from `start`, where a segment begins, to `end`. A path
    /// without escapes is read where it lies, segment by segment.
    func find(_ path: ArraySlice<UInt8>, from start: Int) -> Found? {
        if start > path.endIndex {
            return routes.isEmpty ? nil : Found(routes: routes, parameters: [])
        }
        var end = start
        while end < path.endIndex, path[end] != UInt8(ascii: "/") { end += 1 }
        for index in words.indices where RouteNode.equal(path, start, end, words[index].bytes) {
            if let found = words[index].node.find(path, from: end + 1) { return found }
        }
        guard start < end, let node = parameter.first, let found = node.find(path, from: end + 1)
        else { return nil }
        let value = String(decoding: path[start..<end], as: UTF8.self)
        return Found(routes: found.routes, parameters: [value] + found.parameters)
    }

    private static func equal(
        _ path: ArraySlice<UInt8>, _ start: Int, _ end: Int, _ word: [UInt8]
    ) -> Bool {
        guard end - start == word.count else { return false }
        for index in word.indices where path[start + index] != word[index] { return false }
        return true
    }

    /// Finds the node for segments that were decoded beforehand.
    func find(_ segments: ArraySlice<String>) -> Found? {
        guard let first = segments.first else {
            return routes.isEmpty ? nil : Found(routes: routes, parameters: [])
        }
        let rest = segments.dropFirst()
        for (bytes, node) in words where first.utf8.elementsEqual(bytes) {
            if let found = node.find(rest) { return found }
        }
        guard let node = parameter.first, !first.isEmpty, let found = node.find(rest) else {
            return nil
        }
        return Found(routes: found.routes, parameters: [first] + found.parameters)
    }
}
