import HTTP

/// What a reader made of a stream. Two readings of one stream are equal, however it was cut.
struct FuzzReading: Equatable {
    /// The events, adjacent pieces of a body put together.
    private(set) var events: [FuzzEvent] = []
    private(set) var refusal: Refusal?
    /// How many bytes wait for the rest of their message.
    private(set) var bytesLeft = 0
    private(set) var isBetweenMessages = true
    /// What the reader did that no stream may make it do.
    private(set) var faults: [String] = []
    private var order = FuzzEventOrder()

    init(_ pieces: [[UInt8]]) {
        var reader = RequestReader()
        do throws(Refusal) {
            for piece in pieces {
                reader.append(piece)
                try drain(&reader)
            }
            bytesLeft = reader.inputCount
            isBetweenMessages = reader.isBetweenMessages
        } catch {
            refusal = error
            checkIsFailed(&reader)
        }
    }

    private mutating func drain(_ reader: inout RequestReader) throws(Refusal) {
        while let event = try reader.next() {
            if let fault = order.fault(in: event) { faults.append(fault) }
            append(event)
        }
        if reader.inputCount > FuzzReading.mostKept {
            faults.append("The reader keeps \(reader.inputCount) bytes.")
        }
    }

    /// A whole head but its last byte, with the empty line that may come first; nothing longer waits.
    private static let mostKept = 2 + Limits.requestLine + 2 + Limits.headerBlock + 4

    private mutating func append(_ event: RequestReader.Event) {
        switch event {
        case .head(let head):
            events.append(.head(FuzzHead(head)))
        case .body(let piece):
            if case .body(let before) = events.last {
                events[events.count - 1] = .body(before + piece)
            } else {
                events.append(.body(piece))
            }
        case .end:
            events.append(.end)
        }
    }

    /// A reader that has failed stays so, whatever comes.
    private mutating func checkIsFailed(_ reader: inout RequestReader) {
        reader.append([UInt8](latin1: "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
        do throws(Refusal) {
            _ = try reader.next()
            faults.append("The reader goes on after a fault.")
        } catch {
            if error != refusal { faults.append("The reader changes its mind about a fault.") }
        }
        if reader.hasInput { faults.append("The reader keeps bytes after a fault.") }
    }
}
