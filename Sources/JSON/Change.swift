/// What a PATCH says of one member: nothing, or its new value.
package enum Change<Value: Sendable>: Sendable {
    /// The member was absent.
    case keep
    case set(Value)

    /// The value after the change.
    package func applied(to current: Value) -> Value {
        switch self {
        case .keep: current
        case .set(let value): value
        }
    }

    /// The new value, if there is one.
    package var value: Value? {
        switch self {
        case .keep: nil
        case .set(let value): value
        }
    }
}

extension Change: Equatable where Value: Equatable {}
