extension Substring {
    /// A number as hashes spell it: digits alone, the first of them no zero, ten at most. Nil where it is
    /// spelled otherwise, or something else stands before it.
    func number(after prefix: String = "") -> Int? {
        guard utf8.starts(with: prefix.utf8) else { return nil }
        let digits = utf8.dropFirst(prefix.utf8.count)
        let nine = UInt8(ascii: "9")
        guard (1...10).contains(digits.count), let first = digits.first,
            (UInt8(ascii: "1")...nine).contains(first),
            digits.allSatisfy({ (UInt8(ascii: "0")...nine).contains($0) })
        else { return nil }
        return Int(Substring(digits))
    }
}
