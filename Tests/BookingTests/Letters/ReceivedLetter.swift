/// A message as whoever gets it takes it apart, with nothing of the code that made it.
///
/// It knows as much of RFC 5322, 2045 to 2047 as letters need, and is strict in that.
struct ReceivedLetter {
    let fields: [(name: String, value: String)]
    /// All that hold no parts themselves.
    let parts: [ReceivedPart]

    /// Nil for what is no message of parts.
    init?(_ bytes: [UInt8]) {
        guard let (fields, body) = ReceivedLetter.split(String(decoding: bytes, as: UTF8.self)),
            let type = fields.first(where: { $0.name == "Content-Type" })?.value,
            let parts = ReceivedLetter.parts(of: body, type)
        else { return nil }
        self.fields = fields
        self.parts = parts
    }

    /// RFC 2046 section 5.1.1: a boundary ends the line before it, and what begins with it is one.
    private static func parts(of body: String, _ type: String) -> [ReceivedPart]? {
        guard let boundary = type.split(separator: "boundary=").last?.replacing("\"", with: "")
        else {
            return nil
        }
        let pieces = ("\r\n" + body).split(
            separator: "\r\n--\(boundary)", omittingEmptySubsequences: false)
        guard pieces.first == "", pieces.last == "--\r\n" || pieces.last == "--" else { return nil }
        var parts: [ReceivedPart] = []
        for piece in pieces.dropFirst().dropLast() {
            guard piece.hasPrefix("\r\n"), let (fields, body) = split(String(piece.dropFirst()))
            else { return nil }
            let part = ReceivedPart(fields: fields, body: body)
            guard let type = part.type, type.hasPrefix("multipart/") else {
                parts.append(part)
                continue
            }
            guard let inner = Self.parts(of: body, type) else { return nil }
            parts += inner
        }
        return parts
    }

    func field(_ name: String) -> String? {
        let found = fields.filter { $0.name == name }
        return found.count == 1 ? found.first?.value : nil
    }

    /// The fields, unfolded, and what is behind the empty line.
    static func split(_ text: String) -> ([(name: String, value: String)], String)? {
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let head = text[..<end.lowerBound].replacing("\r\n ", with: " ")
        var fields: [(name: String, value: String)] = []
        for line in head.split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            fields.append((String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
        }
        return (fields, String(text[end.upperBound...]))
    }
}
