import HTTP
import JSON

extension SettingKind<IPAddress> {
    /// An IP address to listen on; no name, so that starting up never waits for a name server.
    static let ipAddress = SettingKind(
        expected: "an IP address such as 127.0.0.1, 0.0.0.0 or ::", placeholder: "ADDRESS"
    ) { text in
        IPAddress(text)
    }
}

extension SettingKind<String> {
    /// Where others reach this server. A slash at the end is dropped: paths are put behind it.
    static let webAddress = SettingKind(
        expected: "a URL such as https://booking.example.com", placeholder: "URL"
    ) { text in
        let base = text.hasSuffix("/") ? String(text.dropLast()) : text
        let isWeb = base.hasPrefix("http://") || base.hasPrefix("https://")
        return isWeb && WebAddress.isValid(base, path: .allowed) ? base : nil
    }
}

extension SettingKind<[String]> {
    /// Origins of web pages, or `*` alone. A browser sends them in lower case.
    static let origins: Self = list(of: "origins such as https://app.example.com, or * alone") {
        items in
        if items == ["*"] { return items }
        let origins = items.map { $0.lowercased() }
        return origins.allSatisfy { WebAddress.isValid($0, path: .refused) } ? origins : nil
    }

}

extension SettingKind<[AddressBlock]> {
    /// Networks in CIDR notation, or single addresses.
    static let networks: Self = list(of: "networks such as 10.0.0.0/8 or addresses such as ::1") {
        items in
        let blocks = items.compactMap(AddressBlock.init)
        return blocks.count == items.count ? blocks : nil
    }
}

extension SettingKind {
    /// Items with commas between them, or a JSON array of texts.
    fileprivate static func list(
        of items: String, check: @escaping @Sendable ([String]) -> Value?
    ) -> Self {
        SettingKind(
            expected: "a comma list or a JSON array of \(items)", placeholder: "LIST"
        ) { text in
            self.items(of: text).flatMap(check)
        }
    }

    private static func items(of text: String) -> [String]? {
        guard text.trimmed.hasPrefix("[") else {
            return text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        }
        guard case .array(let values) = try? JSON.parse(text) else { return nil }
        let items = values.compactMap { if case .string(let item) = $0 { item } else { nil } }
        return items.count == values.count ? items : nil
    }
}
