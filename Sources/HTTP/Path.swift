/// A target's path as decoded segments: `/a/b%20c` is `["a", "b c"]`.
///
/// Everything doubtful is decided here. A broken escape, a NUL and text that is no UTF-8 are refused;
/// so are `.` and `..`, however they are written: clients resolve them before they ask, and a server
/// that does it again can be walked out of its paths. An encoded slash stays in its segment. An empty
/// segment (`//`) stays empty, and no route has one. One slash at the end means nothing.
package struct Path: Sendable {
    package let segments: [String]

    package init(_ target: Target) throws(Refusal) {
        guard !target.isAsterisk else {
            segments = ["*"]
            return
        }
        var rest = target.path.dropFirst()
        guard !rest.isEmpty else {
            segments = []
            return
        }
        if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        var segments: [String] = []
        for piece in rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = PercentCoding.decode(piece) else {
                throw .badTarget("The path has a broken escape, a NUL or text that is not UTF-8.")
            }
            guard segment != ".", segment != ".." else { throw .dotSegment }
            segments.append(segment)
        }
        self.segments = segments
    }

    /// Whether a path that has no escapes has a segment `.` or `..`.
    package static func hasDots(_ path: ArraySlice<UInt8>) -> Bool {
        // Only dots and slashes lie between a segment of dots and the slashes around it.
        var isDots = false
        var length = 0
        for byte in path {
            if byte == UInt8(ascii: "/") {
                if isDots, (1...2).contains(length) { return true }
                isDots = true
                length = 0
            } else {
                isDots = isDots && byte == UInt8(ascii: ".")
                length += 1
            }
        }
        return isDots && (1...2).contains(length)
    }
}
