/// An answer that can't be kept, which is a fault of the program: what it tells of is undone.
enum UnkeepableAnswer: Error, CustomStringConvertible {
    case tooLarge(Int)
    case streamed

    var description: String {
        switch self {
        case .tooLarge(let size): "an answer of \(size) bytes is too large to be kept for retries"
        case .streamed: "an answer that is a stream can't be kept for retries"
        }
    }
}
