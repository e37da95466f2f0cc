import Time

/// Text as calendars exchange it: lines of a name and a value (RFC 5545 section 3.1).
struct CalendarText {
    private(set) var bytes: [UInt8] = []

    /// A line has 75 octets at most; what is longer goes on behind a line break and a blank.
    private static let longestLine = 75

    /// A value that is written as it is: words of the standard, times and numbers.
    mutating func line(_ name: StaticString, _ value: String) {
        fold(Array("\(name):\(value)".utf8))
    }

    /// Text that people have written (section 3.3.11). What can't be in it is left out: a client that stumbles
    /// over a control character would lose the whole calendar.
    mutating func text(_ name: StaticString, _ value: String) {
        var escaped = Array("\(name):".utf8)
        var isBehindReturn = false
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
            case "\n" where isBehindReturn: break
            case "\n", "\r": escaped += "\\n".utf8
            case "\t": escaped.append(UInt8(ascii: "\t"))
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: escaped += String(scalar).utf8
            }
            isBehindReturn = scalar == "\r"
        }
        fold(escaped)
    }

    /// A moment in UTC, to the second (section 3.3.5).
    mutating func moment(_ name: StaticString, _ instant: Instant) {
        let written = instant.rfc3339.prefix(19).filter { $0 != "-" && $0 != ":" }
        line(name, "\(written)Z")
    }

    /// Somebody, and how they stand to it (section 3.3.3).
    mutating func person(
        _ name: StaticString, _ person: CalendarPerson, _ parameters: String = ""
    ) {
        fold(Array("\(name)\(parameters)\(person.parameter):\(person.url)".utf8))
    }

    /// Breaks between characters only: half of one would be none.
    private mutating func fold(_ line: [UInt8]) {
        var room = CalendarText.longestLine
        var start = line.startIndex
        while line.count - start > room {
            var end = start + room
            while line[end] & 0xC0 == 0x80 { end -= 1 }
            bytes += line[start..<end]
            bytes += "\r\n ".utf8
            start = end
            room = CalendarText.longestLine - 1
        }
        bytes += line[start...]
        bytes += "\r\n".utf8
    }
}
