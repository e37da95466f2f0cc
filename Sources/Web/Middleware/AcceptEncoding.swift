import HTTP

/// Which content codings a client takes (RFC 9110 section 12.5.3), as far as gzip goes. Weights are in
/// thousandths.
struct AcceptEncoding {
    private var gzip: Int?
    private var identity: Int?
    private var others: Int?

    init(_ fields: RequestFields) {
        // Nearly every client sends one line or none.
        if fields.count(of: .acceptEncoding) > 1 {
            read(Array((fields.list(.acceptEncoding) ?? "").utf8)[...])
        } else if let list = fields.bytes(of: .acceptEncoding) {
            read(list)
        }
    }

    /// Whether a compressed body is welcome, and no less than a plain one.
    var prefersGzip: Bool {
        let weight = gzip ?? others ?? 0
        return weight > 0 && weight >= identity ?? others ?? 0
    }

    private mutating func read(_ list: ArraySlice<UInt8>) {
        for member in list.split(separator: UInt8(ascii: ",")) {
            let semicolon = member.firstIndex(of: UInt8(ascii: ";")) ?? member.endIndex
            let coding = FieldList.trimmed(member[..<semicolon])
            let weight = AcceptEncoding.weight(member[semicolon...])
            if Ascii.equalIgnoringCase(coding.span, "gzip")
                || Ascii.equalIgnoringCase(coding.span, "x-gzip")
            {
                gzip = weight
            } else if Ascii.equalIgnoringCase(coding.span, "identity") {
                identity = weight
            } else if coding.elementsEqual("*".utf8) {
                others = weight
            }
        }
    }

    /// `;q=0.5` as 500, nothing as 1,000; what is no weight welcomes nothing.
    private static func weight(_ parameter: ArraySlice<UInt8>) -> Int {
        let text = FieldList.trimmed(parameter.dropFirst())
        guard !text.isEmpty else { return 1_000 }
        let name = text.prefix(2)
        guard Ascii.equalIgnoringCase(name.span, "q=") else { return 0 }
        return QualityValue.thousandths(text.dropFirst(2))
    }
}
