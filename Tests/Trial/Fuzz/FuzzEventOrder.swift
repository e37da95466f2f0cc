import HTTP

/// The order that a reader's events come in: `head (body* end)?`, and no body longer than announced.
struct FuzzEventOrder: Equatable {
    private var open = RequestHead.Framing.none
    private var received = 0

    /// What is wrong with the next event, if anything.
    mutating func fault(in event: RequestReader.Event) -> String? {
        switch event {
        case .head(let head): begin(head)
        case .body(let piece): take(piece)
        case .end: end()
        }
    }

    private mutating func begin(_ head: RequestHead) -> String? {
        guard open == .none else { return "A head comes before the end of a body." }
        open = head.framing
        received = 0
        if case .length(let length) = open, length < 1 { return "A body has \(length) bytes." }
        if head.target.isAsterisk {
            return head.method == .options ? nil : "A target is * for \(head.method.rawValue)."
        }
        return head.target.path.first == UInt8(ascii: "/") ? nil : "A path does not begin with /."
    }

    private mutating func take(_ piece: [UInt8]) -> String? {
        guard open != .none else { return "A body comes without a head." }
        guard !piece.isEmpty else { return "A piece of a body is empty." }
        received += piece.count
        if case .length(let length) = open, received > length { return "A body is too long." }
        return nil
    }

    private mutating func end() -> String? {
        guard open != .none else { return "A body ends that never began." }
        if case .length(let length) = open, received != length { return "A body is too short." }
        open = .none
        return nil
    }
}
