import HTTP
import Testing

@testable import trial

// What a reader makes of a stream, in few words. In streams each character is one byte (Latin-1), so
// that any byte can be written down.

/// The status that a stream is refused with; nil while nothing is wrong with it.
func refused(_ stream: String) -> Int? {
    FuzzReading([[UInt8](latin1: stream)]).refusal?.status.code
}

/// The first head in a stream.
func head(_ stream: String) throws -> RequestHead {
    var reader = RequestReader()
    reader.append([UInt8](latin1: stream))
    guard case .head(let head) = try reader.next() else { throw NoHead() }
    return head
}

/// The first whole body in a stream, nil while its end is missing.
func body(_ stream: String) throws -> String? {
    var reader = RequestReader()
    reader.append([UInt8](latin1: stream))
    var body: [UInt8] = []
    while let event = try reader.next() {
        if case .body(let piece) = event { body += piece }
        if case .end = event { return String(decoding: body, as: UTF8.self) }
    }
    return nil
}

/// The paths of all requests in a stream.
func paths(_ stream: String) throws -> [String] {
    var reader = RequestReader()
    reader.append([UInt8](latin1: stream))
    var paths: [String] = []
    while let event = try reader.next() {
        if case .head(let head) = event { paths.append(head.target.pathText) }
    }
    return paths
}
