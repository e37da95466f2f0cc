import HTTP

/// Media types in fields, as far as Roost has to tell them apart (RFC 9110 section 8.3.1).
enum MediaType {
    /// `application/json` or any `application/…+json`, with UTF-8 as the only charset that may be named.
    static func isJSON(_ value: ArraySlice<UInt8>?) -> Bool {
        if let value, Ascii.equalIgnoringCase(value.span, "application/json") { return true }
        return matches(value) { type in
            type == "application/json"
                || (type.hasPrefix("application/") && type.hasSuffix("+json"))
        }
    }

    /// `application/x-www-form-urlencoded`: what a form of a page is sent as.
    static func isForm(_ value: ArraySlice<UInt8>?) -> Bool {
        matches(value) { $0 == form }
    }

    static let form = "application/x-www-form-urlencoded"

    private static func matches(
        _ value: ArraySlice<UInt8>?, _ isWanted: (String) -> Bool
    ) -> Bool {
        guard let value else { return false }
        let pieces = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard let first = pieces.first else { return false }
        let type = String(decoding: FieldList.trimmed(first), as: UTF8.self).lowercased()
        return isWanted(type) && pieces.dropFirst().allSatisfy(allowsUTF8)
    }

    private static func allowsUTF8(_ parameter: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: FieldList.trimmed(parameter), as: UTF8.self).lowercased()
        guard text.hasPrefix("charset=") else { return true }
        let charset = text.dropFirst("charset=".count).filter { $0 != "\"" }
        return charset == "utf-8" || charset == "utf8"
    }
}
