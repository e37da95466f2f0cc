import Foundation

extension SourceText {
    /// The lines of the text as it stands.
    var lines: [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    /// The lines of the code, comments and literals blanked.
    var codeLines: [ArraySlice<UInt8>] {
        code.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    /// A finding for each place of the code where one of these texts begins a word.
    func findings(ofWords words: [String], _ what: (String) -> String) -> [Finding] {
        words.flatMap { word in
            Self.places(of: word, in: code)
                .filter { $0 == 0 || !Self.continuesWord(code[$0 - 1]) }
                .map { finding(at: $0, what(word)) }
        }
    }

    func finding(at place: Int, _ what: String) -> Finding {
        let line = bytes[..<place].count { $0 == 0x0A } + 1
        return Finding(path: path, line: line, what: what)
    }

    /// Where a text stands. The C library looks for its first letter: a loop of a debug build would
    /// take seconds.
    static func places(of text: String, in bytes: [UInt8]) -> [Int] {
        let needle = Array(text.utf8)
        guard let first = needle.first, needle.count <= bytes.count else { return [] }
        return bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return [] }
            let last = all.count - needle.count
            var places: [Int] = []
            var start = 0
            while start <= last, let found = memchr(base + start, Int32(first), last - start + 1) {
                let place = UnsafeRawPointer(found) - base
                if memcmp(found, needle, needle.count) == 0 { places.append(place) }
                start = place + 1
            }
            return places
        }
    }

    /// Whether a byte can stand within a name. A dot counts: `pipe.print(` is somebody else's.
    static func continuesWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || isNamePart(byte)
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: byte >= 0x80
        }
    }

    /// The names and keywords of a line, in their order.
    static func words(of line: ArraySlice<UInt8>) -> [String] {
        line.split { !isNamePart($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
}
