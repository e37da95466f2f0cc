import HTTP

/// What a client wants to hold before its change is made: that the thing is still what it has seen
/// (RFC 9110 section 13.1.1).
package struct Precondition: Sendable {
    private let ifMatch: [UInt8]?

    package init(_ request: Request) {
        ifMatch = request.fields.list(.ifMatch).map { Array($0.utf8) }
    }

    /// Throws the 412 when a tag was given that isn't the thing's own any more.
    package func check(_ tag: String) throws(Problem) {
        guard let ifMatch else { return }
        guard EntityTag.list(ifMatch[...], contains: Array(tag.utf8), by: .strong) else {
            throw .preconditionFailed
        }
    }
}

extension Problem {
    package static var preconditionFailed: Problem {
        Problem(
            .preconditionFailed, "precondition_failed",
            "It has changed since you read it. Read it again, and decide again.")
    }
}
