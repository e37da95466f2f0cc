extension Studio {
    /// An id for the nth thing: the same each time, and in the form that ids have.
    package static func id(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        let padded = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
        return "00000000-0000-7000-8000-\(padded)"
    }
}
