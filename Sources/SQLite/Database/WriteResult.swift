/// What a write brings to whoever waits for it.
///
/// `@unchecked`: the writer's thread sets it, and only when the write is answered somebody else looks.
final class WriteResult<Value: Sendable>: @unchecked Sendable {
    var value: Value?
}
