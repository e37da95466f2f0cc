/// Why a message can't be taken as HTTP: the answer it gets before its connection is closed.
package struct Refusal: Error, Equatable, Sendable {
    package let status: Status
    /// Stable and machine-readable, in snake_case.
    package let code: String
    /// One sentence for people.
    package let detail: String

    package init(_ status: Status, _ code: String, _ detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
    }

    /// One of each code, as documents tell of it.
    package static var kinds: [Refusal] {
        [
            .malformed("The bytes are not a request by RFC 9112."), .dotSegment,
            .requestLineTooLong,
            .fieldsTooLarge, .unknownCoding, .unknownMethod, .versionNotSupported,
            .unknownExpectation, .headerTimeout, .bodyTimeout, .tooManyConnections,
        ]
    }

    static func malformed(_ detail: String) -> Refusal {
        Refusal(.badRequest, "malformed_request", detail)
    }

    static func badTarget(_ detail: String) -> Refusal {
        Refusal(.badRequest, "bad_target", detail)
    }

    package static var dotSegment: Refusal {
        .badTarget("The path has a dot segment.")
    }

    static var bareLineEnd: Refusal {
        .malformed("Lines end with CR and LF together (RFC 9112 section 2.2).")
    }

    static var requestLineTooLong: Refusal {
        Refusal(
            .uriTooLong, "target_too_long",
            "The request line is longer than \(Limits.requestLine) bytes.")
    }

    static var fieldsTooLarge: Refusal {
        Refusal(
            .fieldsTooLarge, "fields_too_large",
            "The header has more than \(Limits.fieldCount) fields or \(Limits.headerBlock) bytes.")
    }

    static var chunkOverheadTooLarge: Refusal {
        .malformed(
            "Chunk extensions and trailers are longer than \(Limits.chunkOverhead) bytes.")
    }

    static var unknownCoding: Refusal {
        Refusal(
            .notImplemented, "unknown_transfer_coding",
            "The only transfer coding understood is chunked, alone.")
    }

    static var unknownMethod: Refusal {
        Refusal(.notImplemented, "unknown_method", "This method is not implemented.")
    }

    static var versionNotSupported: Refusal {
        Refusal(
            .versionNotSupported, "version_not_supported", "Only HTTP/1.0 and HTTP/1.1 are spoken.")
    }

    static var unknownExpectation: Refusal {
        Refusal(
            .expectationFailed, "unknown_expectation", "The only expectation met is 100-continue.")
    }

    package static var headerTimeout: Refusal {
        Refusal(
            .requestTimeout, "header_timeout", "The request's header took too long to arrive.")
    }

    package static var bodyTimeout: Refusal {
        Refusal(.requestTimeout, "body_timeout", "The request's body came in too slowly.")
    }

    package static var tooManyConnections: Refusal {
        Refusal(
            .serviceUnavailable, "too_many_connections", "There are too many connections just now.")
    }
}
