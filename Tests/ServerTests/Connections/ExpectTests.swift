import HTTP
import Server
import Testing
import Workbench

@Suite("Expect: 100-continue", .blocking)
struct ExpectTests {
    private let head = RawRequest(
        "POST /", ["Expect: 100-continue", "Content-Length: 5"]
    ).text

    @Test("A client that waits is told to go on when the handler wants the body")
    func goesOn() throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.send(head)
            #expect(try client.answer().status == 100)
            try client.send("hello")
            let answer = try client.answer()
            #expect(answer.text == "hello")
            #expect(!answer.closes)
        }
    }

    @Test("It is not told to go on when the handler refuses without reading, and is closed")
    func refuses() throws {
        try serve {
            await .echo(of: $0, upTo: 4)
        } while: { server in
            let client = try server.client()
            try client.send(head)
            let answer = try client.answer()
            #expect(answer.status == 413)
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("A client that sends its body at once is not told any more")
    func impatient() throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.send(head + "hello")
            #expect(try client.answer().text == "hello")
            try client.send(head + "again")
            #expect(try client.answer().text == "again")
        }
    }

    @Test("A chunked body is waited for in the same way")
    func chunked() throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Expect: 100-continue", "Transfer-Encoding: chunked")
            #expect(try client.answer().status == 100)
            try client.send("5\r\nhello\r\n0\r\n\r\n")
            #expect(try client.answer().text == "hello")
        }
    }

    @Test("HTTP/1.0 knows no 100 Continue")
    func old() throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Expect: 100-continue", "Content-Length: 5", version: "1.0")
            #expect(client.isQuiet(for: .milliseconds(50)))
            try client.send("hello")
            #expect(try client.answer().text == "hello")
        }
    }
}
