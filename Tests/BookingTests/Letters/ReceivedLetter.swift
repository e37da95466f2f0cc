/// A message as whoever gets it takes it apart, with nothing of the code that made it.
///
/// It knows as much of RFC 5322, 2045 to 2047 as letters need, and is strict in that.
struct ReceivedLetter {
    let fields: [(name: String, value: String)]
    let parts: [ReceivedPart]

    /// Nil for what is no message of two parts.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let (fields, body) = ReceivedLetter.split(text),
            let type = fields.first(where: { $0.name == "Content-Type" })?.value,
            let boundary = type.split(separator: "boundary=").last?.replacing("\"", with: "")
        else { return nil }
        self.fields = fields
        let pieces = ("\r\n" + body).split(
            separator: "\r\n--\(boundary)", omittingEmptySubsequences: false)
        guard pieces.first == "", pieces.last == "--\r\n" else { return nil }
        parts = pieces.dropFirst().dropLast().compactMap { piece in
            guard piece.hasPrefix("\r\n"),
                let (fields, body) = ReceivedLetter.split(String(piece.dropFirst()))
            else { return nil }
            return ReceivedPart(fields: fields, body: body)
        }
        guard parts.count == pieces.count - 2 else { return nil }
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
