import Time

/// Writes answers as HTTP/1.1 wants them (RFC 9112 sections 4, 6 and 7).
package enum ResponseWriter {
    /// How the connection goes on behind an answer.
    package enum Connection: Sendable {
        case keepAlive
        /// A client of HTTP/1.0 must be told that its wish to keep the connection is granted.
        case keepAliveSaid
        case close
        case upgrade
    }

    /// How the body's end is marked.
    package enum Framing: Sendable {
        case none
        case length(Int)
        case chunked
        /// By the end of the connection: all that HTTP/1.0 knows for a body of unknown length.
        case close
    }

    /// Appends status line and header. `date` is the value of the Date field.
    package static func appendHead(
        _ response: Response, framing: Framing, connection: Connection, date: [UInt8],
        to bytes: inout [UInt8]
    ) {
        if response.status == .ok {
            bytes += okLine
        } else {
            appendLine(response.status, to: &bytes)
        }
        bytes += date
        switch framing {
        case .length(let length):
            bytes += lengthField
            appendNumber(length, to: &bytes)
        case .chunked:
            bytes += "\r\nTransfer-Encoding: chunked".utf8
        case .none, .close:
            break
        }
        switch connection {
        case .keepAlive: break
        case .keepAliveSaid: bytes += "\r\nConnection: keep-alive".utf8
        case .close: bytes += "\r\nConnection: close".utf8
        case .upgrade: bytes += "\r\nConnection: Upgrade".utf8
        }
        bytes.append(Ascii.carriageReturn)
        bytes.append(Ascii.lineFeed)
        bytes += response.fields.bytes
        bytes.append(Ascii.carriageReturn)
        bytes.append(Ascii.lineFeed)
    }

    // What nearly every answer begins with, put together once.
    private static let okLine = Array("HTTP/1.1 200 OK\r\nDate: ".utf8)
    private static let lengthField = Array("\r\nContent-Length: ".utf8)

    private static func appendLine(_ status: Status, to bytes: inout [UInt8]) {
        bytes += "HTTP/1.1 ".utf8
        appendNumber(status.code, to: &bytes)
        bytes.append(Ascii.space)
        bytes += status.reason.utf8
        bytes += "\r\nDate: ".utf8
    }

    /// Appends one piece of a chunked body. An empty piece would end the body, so it writes nothing.
    package static func appendChunk(_ piece: [UInt8], to bytes: inout [UInt8]) {
        guard !piece.isEmpty else { return }
        bytes += String(piece.count, radix: 16).utf8
        bytes += "\r\n".utf8
        bytes += piece
        bytes += "\r\n".utf8
    }

    /// The end of a chunked body.
    package static func appendLastChunk(to bytes: inout [UInt8]) {
        bytes += "0\r\n\r\n".utf8
    }

    package static var continueHead: [UInt8] { Array("HTTP/1.1 100 Continue\r\n\r\n".utf8) }

    private static func appendNumber(_ number: Int, to bytes: inout [UInt8]) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
