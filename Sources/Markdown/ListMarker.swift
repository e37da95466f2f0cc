/// What stands before an item of a list: a bullet, or a number with a dot or parenthesis.
struct ListMarker {
    /// Nil for a bullet.
    let number: Int?
    /// How far the item's text is indented.
    let width: Int
    private let sign: UInt8

    init?(_ line: Line) {
        let text = line.bytes.dropFirst(line.indent)
        let digits = text.prefix(while: Sign.isDigit)
        // CommonMark's limit: browsers would have their own beyond it.
        guard digits.count <= 9, let sign = text.dropFirst(digits.count).first else { return nil }
        let signs =
            digits.isEmpty
            ? [Sign.star, Sign.dash, Sign.plus] : [Sign.dot, Sign.parenthesisEnd]
        let rest = text.dropFirst(digits.count + 1)
        guard signs.contains(sign), rest.first == Sign.space else { return nil }
        self.sign = sign
        number = digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        width = line.indent + digits.count + 1 + ListMarker.gap(rest)
    }

    /// The blanks behind the sign; where there are many, the text begins with them.
    private static func gap(_ rest: ArraySlice<UInt8>) -> Int {
        let blanks = rest.prefix { $0 == Sign.space }.count
        return blanks > 4 || blanks == rest.count ? 1 : blanks
    }

    /// Whether both are of one list.
    func continues(_ first: ListMarker) -> Bool {
        sign == first.sign && (number == nil) == (first.number == nil)
    }
}
