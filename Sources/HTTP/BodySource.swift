/// Where the pieces of a request's body come from, one after the other; nil is the end.
package protocol BodySource: AnyObject, Sendable {
    func next() async throws -> [UInt8]?
}
