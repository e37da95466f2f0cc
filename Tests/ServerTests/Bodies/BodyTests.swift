import HTTP
import Server
import Testing
import Workbench

@Suite("A request's body", .blocking)
struct BodyTests {
    @Test("It may come with the head, or in any pieces", arguments: [1, 3, 7, 1_000])
    func pieces(of size: Int) throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            let bytes = Array(RawRequest("POST /", body: "a body of a few words").text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                try client.send(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(try client.answer().text == "a body of a few words")
        }
    }

    @Test("It may come in chunks, cut anywhere", arguments: [1, 4, 1_000])
    func chunks(of size: Int) throws {
        let chunked =
            RawRequest("POST /", ["Transfer-Encoding: chunked"]).text
            + "4;name=value\r\na bo\r\n1\r\nd\r\n2\r\ny.\r\n0\r\nTrailer: dropped\r\n\r\n"
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            let bytes = Array(chunked.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                try client.send(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(try client.answer().text == "a body.")
            try client.ask("POST /", body: "next")
            #expect(try client.answer().text == "next")
        }
    }

    @Test("Ten megabytes arrive as they were sent")
    func large() throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            let body = Array(String(repeating: "0123456789", count: 1 << 20).utf8)
            try client.ask("POST /", "Content-Length: \(body.count)")
            try client.send(body)
            #expect(try client.answer().body == body)
        }
    }

    @Test("A handler that doesn't read holds the client back, not the server's memory")
    func backPressure() throws {
        let gate = Gate()
        try serve { request in
            await gate.pass()
            return await .echo(of: request, upTo: 10)
        } while: { server in
            let client = try server.client()
            let size = 256 << 20
            try client.ask("POST /", "Content-Length: \(size)")
            #expect(soon { server.inFlight == 1 })
            let piece = [UInt8](repeating: 1, count: 1 << 20)
            var sent = 0
            while sent < size {
                let taken = try client.send(piece, within: .milliseconds(300))
                sent += taken
                if taken < piece.count { break }
            }
            #expect(sent < 64 << 20)
            #expect(server.sum(\.bytesRead) < 1 << 20)
            gate.open()
            #expect(try client.answer().status == 413)
        }
    }

    @Test("One that is announced too long is refused before it is sent")
    func tooLong() throws {
        try serve {
            await .echo(of: $0, upTo: 1 << 20)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: \(2 << 30)")
            let answer = try client.answer()
            #expect(answer.status == 413)
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
            #expect(server.sum(\.bytesRead) < 200)
        }
    }

    @Test("The refusal arrives though the client goes on sending")
    func tooLongAndSent() throws {
        try serve {
            await .echo(of: $0, upTo: 1 << 20)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: \(2 << 30)")
            try client.send([UInt8](repeating: 1, count: 2 << 20))
            #expect(try client.answer().status == 413)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("A broken chunk in its middle reaches the handler as a refusal, and the connection ends")
    func brokenChunk() throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Transfer-Encoding: chunked")
            try client.send("3\r\nabc\r\n")
            #expect(soon { server.inFlight == 1 })
            try client.send("zz\r\n" + RawRequest("GET /smuggled").text)
            let answer = try client.answer()
            #expect(answer.status == 400)
            #expect(answer.text == "malformed_request")
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
            #expect(server.sum(\.requests) == 1)
        }
    }

    @Test("A client that leaves in its middle ends the handler's read")
    func leaves() throws {
        let seen = Notes<String>()
        try serve { request in
            let answer = await Response.echo(of: request)
            if case .bytes(let bytes) = answer.body {
                seen.add(String(decoding: bytes, as: UTF8.self))
            }
            return answer
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: 10")
            try client.send("half")
            #expect(soon { server.inFlight == 1 })
            client.close()
            #expect(seen.first == "ClientGone")
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    @Test("Whoever asks behind its end gets the end again")
    func askedTwice() throws {
        let ends = Notes<Bool>()
        try serve { request in
            guard case .source(let source, _) = request.body else { return .text("whole") }
            while let piece = try? await source.next(), !piece.isEmpty {}
            ends.add((try? await source.next()) == .some(nil))
            return .text("read")
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Transfer-Encoding: chunked")
            try client.send("1\r\na\r\n0\r\n\r\n")
            #expect(try client.answer().text == "read")
            #expect(ends.first == true)
        }
    }
}
