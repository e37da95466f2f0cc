/// A number in units of a decimal place, exactly, or why there is no such `Int64`.
enum ScaledNumber: Equatable {
    case exact(Int64)
    case tooSmall
    case tooLarge
    /// It has more decimals than the unit shows.
    case tooPrecise

    var value: Int64? {
        guard case .exact(let value) = self else { return nil }
        return value
    }
}
