import Web

/// Something to be told, with its place in the journal.
struct LiveNotice: Sendable {
    let seq: Int
    let json: [UInt8]

    func bytes(_ form: Listener.Form) -> [UInt8] {
        switch form {
        case .messages: json
        case .events: ServerSentEvent.event(id: seq, json)
        }
    }
}
