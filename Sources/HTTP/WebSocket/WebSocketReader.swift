/// Reads what a client sends on a WebSocket, by RFC 6455 sections 5 to 7 and without I/O.
///
/// Bytes go in by `append`, in any pieces; `next` gives the events that they complete. The fragments of a message
/// are put together, and control frames between them come in their turn. The law of the reader: the events depend
/// on the bytes alone, never on how they were cut. After a Close frame or a fault nothing is read any more.
///
/// Between messages it holds no memory: what waits in it is part of a frame, or of a message.
package struct WebSocketReader: Sendable {
    package enum Event: Equatable, Sendable {
        case text([UInt8])
        case binary([UInt8])
        case ping([UInt8])
        case pong([UInt8])
        case close(Closing)
    }

    private enum State: Sendable {
        case head
        /// A frame of which so much of the payload has come.
        case payload(FrameHead, taken: Int)
        case over
        case failed(WebSocketFault)
    }

    /// The message whose fragments come in, or have.
    private struct Message: Sendable {
        let isText: Bool
        var bytes: [UInt8] = []
        var check = UTF8Check()
    }

    private var state = State.head
    private var input = ByteQueue()
    private var message: Message?
    private var control: [UInt8] = []

    package init() {}

    package mutating func append(_ bytes: [UInt8]) {
        switch state {
        case .head, .payload: input.append(bytes)
        case .over, .failed: break
        }
    }

    /// The next event, or nil until more bytes come.
    package mutating func next() throws(WebSocketFault) -> Event? {
        do throws(WebSocketFault) {
            while true {
                switch state {
                case .head: guard try readHead() else { return nil }
                case .payload(let head, let taken):
                    guard try readPayload(of: head, taken) else { return nil }
                    if let event = try end(of: head) { return event }
                case .over: return nil
                case .failed(let fault): throw fault
                }
            }
        } catch {
            stop(.failed(error))
            throw error
        }
    }

    private mutating func stop(_ end: State) {
        state = end
        input = ByteQueue()
        message = nil
        control = []
    }

    /// False until the whole head is there.
    private mutating func readHead() throws(WebSocketFault) -> Bool {
        let (isWithin, size) = (message != nil, message?.bytes.count ?? 0)
        let found = try FrameHead.parse(input) { (_, opcode, length) throws(WebSocketFault) in
            switch opcode {
            case .continuation: guard isWithin else { throw .nothingToContinue }
            case .text, .binary: guard !isWithin else { throw .unfinishedMessage }
            case .close, .ping, .pong: return
            }
            if let length, length > Limits.webSocketMessage - size { throw .tooBig }
        }
        guard let (head, count) = found else { return false }
        input.drop(count)
        if head.opcode == .text || head.opcode == .binary {
            message = Message(isText: head.opcode == .text)
        }
        state = .payload(head, taken: 0)
        return true
    }

    /// Takes what has come of a payload, the mask taken off; false until all of it has.
    private mutating func readPayload(
        of head: FrameHead, _ taken: Int
    ) throws(WebSocketFault) -> Bool {
        var piece = input.take(atMost: head.length - taken)
        for index in piece.indices { piece[index] ^= head.mask.byte(at: taken + index) }
        if head.opcode.isControl {
            control += piece
        } else {
            try addToMessage(piece)
        }
        state = .payload(head, taken: taken + piece.count)
        return taken + piece.count == head.length
    }

    private mutating func addToMessage(_ piece: [UInt8]) throws(WebSocketFault) {
        guard !piece.isEmpty, let isText = message?.isText else { return }
        if isText, message?.check.take(piece.span) == false { throw .notUTF8 }
        message?.bytes += piece
    }

    /// What a frame that has ended brings about, if anything.
    private mutating func end(of head: FrameHead) throws(WebSocketFault) -> Event? {
        state = .head
        let payload = control
        control = []
        switch head.opcode {
        case .ping: return .ping(payload)
        case .pong: return .pong(payload)
        case .close:
            let closing = try Closing(payload: payload)
            stop(.over)
            return .close(closing)
        case .continuation, .text, .binary:
            return head.isLast ? try endMessage() : nil
        }
    }

    private mutating func endMessage() throws(WebSocketFault) -> Event? {
        guard let whole = message else { return nil }
        message = nil
        guard whole.isText else { return .binary(whole.bytes) }
        guard whole.check.isComplete else { throw .notUTF8 }
        return .text(whole.bytes)
    }
}
