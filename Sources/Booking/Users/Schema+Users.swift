import JSON

extension Schema where Value == String {
    /// What one signs in with. An @ would make it look like an address, perhaps somebody else's.
    static var username: Schema {
        text(1...64)
            .refined(
                code: "not_allowed",
                detail: "must not contain @ or control characters, nor white space at its ends"
            ) { text in
                !text.hasWhiteSpaceAround
                    && !text.unicodeScalars.contains {
                        $0 == "@" || $0.properties.generalCategory == .control
                    }
            }
            .matching(
                #"^[^@\s\u0000-\u001F\u007F-\u009F]"#
                    + #"([^@\u0000-\u001F\u007F-\u009F]*[^@\s\u0000-\u001F\u007F-\u009F])?$"#)
    }

    static var personName: Schema {
        text(1...255)
            .refined(code: "too_short", detail: "must not be blank") { text in
                !text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
            }
            .matching(#"\S"#)
    }

    static var bio: Schema { text(0...2_000) }
    static var specialization: Schema { text(0...255) }

    /// A name at a door: whether anybody has it is found out there.
    static var loginName: Schema { trimmedText(1...320) }
}

extension String {
    fileprivate var hasWhiteSpaceAround: Bool {
        [unicodeScalars.first, unicodeScalars.last].contains {
            $0?.properties.isWhitespace ?? false
        }
    }
}
