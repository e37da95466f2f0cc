import HTTP
import Testing

@Suite("The request reader")
struct RequestReaderTests {
    @Test("Pipelined requests come in their order")
    func pipelined() throws {
        let stream = ["/1", "/2", "/3"].map { get(target: $0) }.joined()
        #expect(try paths(stream) == ["/1", "/2", "/3"])
    }

    @Test("After a fault nothing is read any more, and the fault stays the same")
    func failed() throws {
        var reader = RequestReader()
        reader.append(Array((get("X : a") + get()).utf8))
        let fault = try #require(throws: Refusal.self) { try reader.next() }
        reader.append(Array(get().utf8))
        #expect(throws: fault) { try reader.next() }
        #expect(reader.hasInput == false)
    }

    @Test("What came before a fault is given")
    func beforeFault() throws {
        var reader = RequestReader()
        reader.append(Array((get() + "BAD").utf8 + [0]))
        #expect(try reader.next() != nil)
        #expect(throws: Refusal.self) { try reader.next() }
    }

    @Test("It knows whether a message has begun")
    func betweenMessages() throws {
        var reader = RequestReader()
        #expect(reader.isBetweenMessages == true)
        reader.append(Array("G".utf8))
        _ = try reader.next()
        #expect(reader.isBetweenMessages == false)
        reader.append(Array((String(get().dropFirst()) + post(length: "1")).utf8))
        _ = try reader.next()
        _ = try reader.next()
        #expect(reader.isBetweenMessages == false)
        reader.append([0])
        _ = try reader.next()
        _ = try reader.next()
        #expect(reader.isBetweenMessages == true)
    }

    @Test("The empty line that may stand before a request does not begin one")
    func emptyLine() throws {
        var reader = RequestReader()
        reader.append(Array((post(length: "1", "x") + "\r\n").utf8))
        while try reader.next() != nil {}
        #expect(reader.isBetweenMessages == true)
        reader.append(Array("\r\n".utf8))
        #expect(throws: Refusal.self) { try reader.next() }
    }

    @Test("What comes behind a request that leaves HTTP can be taken unread")
    func upgrade() throws {
        var reader = RequestReader()
        reader.append(Array(get("Upgrade: websocket").utf8) + [0x81, 0x00])
        _ = try reader.next()
        #expect(reader.inputCount == 2)
        #expect(reader.takeInput() == [0x81, 0x00])
        #expect(reader.hasInput == false)
    }

    @Test("The pieces of a body are given as they come")
    func pieces() throws {
        var reader = RequestReader()
        reader.append(Array(post(length: "9", "abc").utf8))
        _ = try reader.next()
        guard case .body([0x61, 0x62, 0x63]) = try reader.next() else { throw NoHead() }
        #expect(try reader.next() == nil)
    }
}
