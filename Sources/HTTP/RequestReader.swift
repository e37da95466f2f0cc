/// Reads requests from the bytes of one connection, by RFC 9112 and without I/O.
///
/// Bytes go in by `append`, in any pieces; `next` gives the events they complete:
///
///     head  (body* end)?   head  (body* end)?   …
///
/// A head whose framing is `.none` has neither body nor end. The law of the reader: the events of a
/// stream depend on its bytes alone, never on how they were cut. It holds because bytes are judged in
/// order, and a fault is thrown at the first byte that proves it. After a fault nothing is read any
/// more: where one message ends is unknown, so what follows can't be trusted (request smuggling).
package struct RequestReader: ~Copyable, Sendable {
    package enum Event: Sendable {
        case head(RequestHead)
        case body([UInt8])
        case end
    }

    private enum State: Sendable {
        case head
        case length(left: Int)
        case chunked
        case failed(Refusal)
    }

    private var state = State.head
    private var head = HeadParser()
    private var chunks = ChunkParser()
    private var input = ByteQueue()

    package init() {}

    package mutating func append(_ bytes: [UInt8]) {
        input.append(bytes)
    }

    /// The next event, or nil until more bytes come.
    package mutating func next() throws(Refusal) -> Event? {
        do throws(Refusal) {
            return try step()
        } catch {
            state = .failed(error)
            input = ByteQueue()
            throw error
        }
    }

    /// Whether bytes wait to be read: a part of a message, or a pipelined one.
    package var hasInput: Bool { !input.isEmpty }

    /// How many bytes wait to be read.
    package var inputCount: Int { input.count }

    /// Takes the bytes that wait, unread: for a connection that leaves HTTP.
    package mutating func takeInput() -> [UInt8] {
        input.take(atMost: input.count)
    }

    /// Whether the last message is complete and the next has not begun.
    package var isBetweenMessages: Bool {
        guard case .head = state else { return false }
        return input.isEmpty
    }

    private mutating func step() throws(Refusal) -> Event? {
        switch state {
        case .head:
            guard !input.isEmpty, let head = try head.parse(&input) else { return nil }
            begin(head.framing)
            return .head(head)
        case .length(let left):
            return body(left)
        case .chunked:
            let event = try chunks.parse(&input)
            if case .end = event { begin(.none) }
            return event
        case .failed(let refusal):
            throw refusal
        }
    }

    private mutating func begin(_ framing: RequestHead.Framing) {
        switch framing {
        case .none:
            state = .head
            head = HeadParser()
        case .length(let length):
            state = .length(left: length)
        case .chunked:
            state = .chunked
            chunks = ChunkParser()
        }
    }

    private mutating func body(_ left: Int) -> Event? {
        if left == 0 {
            begin(.none)
            return .end
        }
        let piece = input.take(atMost: left)
        guard !piece.isEmpty else { return nil }
        state = .length(left: left - piece.count)
        return .body(piece)
    }
}
