extension RawClient {
    /// Sends a request, `"POST /path"`, with a Host field, and a Content-Length where there is a body.
    package func ask(
        _ line: String, _ fields: String..., body: String? = nil, version: String = "1.1"
    ) throws(Failure) {
        try send(RawRequest(line, fields, body: body, version: version).text)
    }

    /// The next answer, whole.
    package func answer(toHead: Bool = false) throws(Failure) -> RawAnswer {
        var answer = try head()
        if toHead || answer.status < 200 || answer.status == 204 || answer.status == 304 {
            return answer
        }
        if answer["Transfer-Encoding"] == "chunked" {
            answer.body = try chunks()
        } else if let length = answer["Content-Length"].flatMap({ Int($0) }) {
            answer.body = try bytes(length)
        } else {
            answer.body = try rest()
        }
        return answer
    }

    /// Status line and header of the next answer.
    package func head() throws(Failure) -> RawAnswer {
        let parts = try line().split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, parts[0] == "HTTP/1.1", let status = Int(parts[1]) else {
            throw .unexpected("no status line: \(parts)")
        }
        var answer = RawAnswer(status: status)
        while true {
            let line = try line()
            if line.isEmpty { return answer }
            guard let colon = line.firstRange(of: ": ") else { throw .unexpected(line) }
            answer.fields.append(
                (String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
        }
    }

    /// The pieces of a chunked body, together.
    private func chunks() throws(Failure) -> [UInt8] {
        var whole: [UInt8] = []
        while let chunk = try chunk() { whole += chunk }
        return whole
    }

    /// The next chunk, or nil for the last, which is empty.
    package func chunk() throws(Failure) -> [UInt8]? {
        let line = try line()
        guard let size = Int(line, radix: 16) else { throw .unexpected("chunk size \(line)") }
        let piece = try bytes(size)
        guard try self.line().isEmpty else { throw .unexpected("a chunk without end") }
        return size == 0 ? nil : piece
    }

    package func line() throws(Failure) -> String {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                guard end > 0, unread[end - 1] == UInt8(ascii: "\r") else {
                    throw .unexpected("a line without CR")
                }
                let line = String(decoding: unread[..<(end - 1)], as: UTF8.self)
                unread.removeFirst(end + 1)
                return line
            }
            try readMore()
        }
    }

    package func bytes(_ count: Int) throws(Failure) -> [UInt8] {
        while unread.count < count { try readMore() }
        let bytes = Array(unread.prefix(count))
        unread.removeFirst(count)
        return bytes
    }

    /// Everything up to the end of the connection.
    package func rest() throws(Failure) -> [UInt8] {
        var whole: [UInt8] = []
        while case .bytes(let more) = try receive() { whole += more }
        return whole
    }

    /// How the connection ends; fails when anything else comes before.
    package func ending() throws(Failure) -> Ending {
        switch try receive() {
        case .end(let ending): return ending
        case .bytes(let bytes):
            throw .unexpected("more: \(String(decoding: bytes.prefix(200), as: UTF8.self))")
        }
    }

    private func readMore() throws(Failure) {
        switch try pull() {
        case .bytes(let more): unread += more
        case .end(let ending): throw .unexpected("\(ending) in the middle of an answer")
        }
    }
}
