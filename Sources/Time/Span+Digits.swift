extension Span<UInt8> {
    /// The number that these places spell in digits; nil if one of them is none.
    func number(_ places: Range<Int>) -> Int? {
        var value = 0
        for place in places {
            let digit = self[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
