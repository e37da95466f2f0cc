/// Texts that break mail programs, one for each way that is known to us.
enum HardStrings {
    static let all = [
        "Vaibhav", "Zoë Müller", "山田太郎", "😀👩‍👩‍👧‍👦🏳️‍🌈", "\"quoted\" \\ back", "a, b; c <d@e.example>",
        "\r\nBcc: x@evil.example", "\n\nbody", "\0nul\0", "<script>alert('1')</script> & co",
        "=?utf-8?B?aGk=?=", "=_roost", "--=_roost--", " blanks ", "tab\tand more", ".", "From me",
        "line one\nline two\r\nline three", String(repeating: "long ", count: 300),
        String(repeating: "ü", count: 500), String(repeating: "=", count: 200), "e\u{301}",
        "a\u{2028}b\u{2029}c\u{85}d", "\u{202E}right to left", "a  b", "ends with a blank ",
        "x=\n=y",
    ]
}
