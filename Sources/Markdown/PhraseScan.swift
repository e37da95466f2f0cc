/// Finds where a part of a line ends that begins at a place. Nil: it never does, and so doesn't begin.
enum PhraseScan {
    /// How often the sign at a place stands there in a row.
    static func run(_ bytes: ArraySlice<UInt8>, at place: Int) -> Int {
        bytes[place...].prefix { $0 == bytes[place] }.count
    }

    /// Behind the ticks that close those at `start`.
    static func codeEnd(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        let ticks = run(bytes, at: start)
        var place = start + ticks
        while let next = bytes[place...].firstIndex(of: Sign.tick) {
            let found = run(bytes, at: next)
            place = next + found
            if found == ticks { return place }
        }
        return nil
    }

    /// What stands between the brackets and between the parentheses of a link.
    static func link(
        _ bytes: ArraySlice<UInt8>, from start: Int
    ) -> (text: Range<Int>, destination: Range<Int>)? {
        guard let middle = close(bytes, from: start, Sign.bracketEnd), middle + 1 < bytes.endIndex,
            bytes[middle + 1] == Sign.parenthesis,
            let end = close(bytes, from: middle + 1, Sign.parenthesisEnd)
        else { return nil }
        return (start + 1..<middle, middle + 2..<end)
    }

    /// Where a bracket is closed, those within it being closed before. Code and escapes are passed by.
    private static func close(_ bytes: ArraySlice<UInt8>, from start: Int, _ end: UInt8) -> Int? {
        var depth = 0
        var place = start
        while place < bytes.endIndex {
            if bytes[place] == bytes[start] { depth += 1 }
            if bytes[place] == end { depth -= 1 }
            if depth == 0 { return place }
            place = next(bytes, place)
        }
        return nil
    }

    /// Where the signs begin that close those at `start`. Something must stand between them, with no blank
    /// beside the signs; underscores within words mean nothing.
    static func emphasisEnd(_ bytes: ArraySlice<UInt8>, from start: Int, count: Int) -> Int? {
        let sign = bytes[start]
        guard start + count < bytes.endIndex, !Sign.isBlank(bytes[start + count]) else {
            return nil
        }
        if sign == Sign.underscore, start > bytes.startIndex, Sign.isWordPart(bytes[start - 1]) {
            return nil
        }
        var place = start + run(bytes, at: start)
        while place < bytes.endIndex {
            guard bytes[place] == sign else {
                place = next(bytes, place)
                continue
            }
            let found = run(bytes, at: place)
            let end = place + found
            let isInWord =
                sign == Sign.underscore && end < bytes.endIndex && Sign.isWordPart(bytes[end])
            if found == count || found == 3, !Sign.isBlank(bytes[place - 1]), !isInWord {
                return end - count
            }
            place = end
        }
        return nil
    }

    /// The place behind what can't be taken apart here.
    private static func next(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
        switch bytes[place] {
        case Sign.backslash: min(place + 2, bytes.endIndex)
        case Sign.tick: codeEnd(bytes, from: place) ?? place + run(bytes, at: place)
        default: place + 1
        }
    }
}
