import Crypto
import Posix

/// The pieces of the log that belong to a base copy, as far as they are whole and follow each other.
struct LogChain {
    /// By epochs.
    private(set) var epochs: [[SegmentName]] = []
    /// Up to where the log can be used.
    private(set) var end: LogPlace
    /// Why it ends before all of the pieces there are.
    private(set) var fault: String?

    private let generation: Generation
    private var check = LogCheck()
    private var last: SegmentName?
    /// Where a piece of the same epoch would go on.
    private var next: LogPlace

    /// Reads all that there is for a copy.
    init(_ generation: Generation, for span: LogSpan) throws {
        self.generation = generation
        end = LogPlace(epoch: span.epoch, bytes: 0)
        next = end
        for segment in generation.segments(from: span.epoch) {
            fault = try fault(of: segment)
            if fault != nil { return }
            last = segment
        }
    }

    /// Takes a piece in, or says why it can't be used.
    private mutating func fault(of segment: SegmentName) throws -> String? {
        guard follows(segment) else {
            return "a piece of the log is missing before \(segment.text)"
        }
        guard let bytes = try bytes(of: segment) else {
            return "\(segment.text) has been changed or damaged"
        }
        if segment.place.bytes == 0 {
            check = LogCheck()
            epochs.append([])
        }
        guard check.take(bytes) else { return "\(segment.text) doesn't go on with the log" }
        epochs[epochs.count - 1].append(segment)
        next = LogPlace(epoch: segment.place.epoch, bytes: segment.place.bytes + bytes.count)
        end = LogPlace(epoch: segment.place.epoch, bytes: check.committed)
        return nil
    }

    /// Whether a piece is the one behind the last: of the same epoch, or the first of the next.
    private func follows(_ segment: SegmentName) -> Bool {
        guard let last else { return segment.place == next }
        let start = LogPlace(epoch: last.place.epoch + 1, bytes: 0)
        return segment.serial == last.serial + 1
            && (segment.place == next || segment.place == start)
    }

    /// Nil when they are not what its name says.
    private func bytes(of segment: SegmentName) throws -> [UInt8]? {
        let file = try File(reading: generation.path(of: segment))
        let bytes = try file.read(at: 0, atMost: try file.size())
        return try SHA256.hash(of: bytes).hexadecimal == segment.sha256 ? bytes : nil
    }

    /// Lays the log of each epoch beside a staged database and has it taken in.
    func replay(into staged: StagedDatabase) throws {
        for epoch in epochs {
            let log = try File(creating: staged.logPath)
            for segment in epoch {
                let piece = try File(reading: generation.path(of: segment))
                try log.write(piece.read(at: 0, atMost: try piece.size()))
            }
            try staged.absorbLog()
        }
    }
}
