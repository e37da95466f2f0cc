import HTTP
import Synchronization
import Workbench

/// A holder that sends back what it is sent, and notes what it was told.
final class Echo: LineHolder {
    private let line = Mutex<(any Line)?>(nil)
    let told = Notes<String>()

    func opened(_ line: any Line) {
        self.line.withLock { $0 = line }
        told.add("opened")
    }

    func received(_ text: [UInt8]) { send(text) }
    func drained() { if told.all.last != "drained" { told.add("drained") } }
    func closed() { told.add("closed") }

    func send(_ text: [UInt8]) { line.withLock { $0 }?.send(text) }
    /// Sends again and again, no faster than the loop takes it, until something has happened.
    func floods(with piece: [UInt8], until hasHappened: () -> Bool) -> Bool {
        soon {
            send(piece)
            return hasHappened()
        }
    }

    func end(_ closing: Closing) { line.withLock { $0 }?.end(closing) }
}

extension Response {
    /// A WebSocket, if that is what the request asks for.
    static func socket(_ request: Request, _ holder: any LineHolder) -> Response {
        do {
            let opening = try WebSocketOpening(request.head)
            return Response(
                .switchingProtocols, opening.fields, body: .line(.webSocket, holder))
        } catch {
            return .text("\(error)")
        }
    }
}
