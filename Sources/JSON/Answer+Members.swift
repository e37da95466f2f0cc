import Time

/// The writers of members are made where nothing but the value's type is open, and for the usual types once more:
/// code for any type asks the runtime what an optional of it is, each time, which takes longer than to write it.
extension Answer {
    /// Writes the value behind its name.
    @_specialize(where Value == String)
    @_specialize(where Value == String?)
    @_specialize(where Value == Int)
    @_specialize(where Value == Bool)
    @_specialize(where Value == Instant)
    @_specialize(where Value == Instant?)
    func written(under key: JSONKey) -> @Sendable (Value, inout JSONWriter) -> Void {
        { [writer] value, out in
            out.key(key)
            writer(value, &out)
        }
    }

    /// Writes the value behind its name, and nothing where there is none.
    @_specialize(where Value == String)
    @_specialize(where Value == Instant)
    @_specialize(where Value == CivilDate)
    func omitted(under key: JSONKey) -> @Sendable (Value?, inout JSONWriter) -> Void {
        { [writer] value, out in
            guard let value else { return }
            out.key(key)
            writer(value, &out)
        }
    }
}
