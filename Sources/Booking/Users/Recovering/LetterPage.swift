import HTTP
import Web

/// The pages that links in letters lead to. Each asks once more before anything happens: programs that
/// look for viruses follow links, too.
enum LetterPage {
    /// Asks whether an address is theirs.
    static func verification(token: String) -> HTMLPage {
        HTMLPage(
            title: "Is this your e-mail address?",
            body: """
                <h1>Is this your e-mail address?</h1>\
                <form method="post" action="\(Path.verification.rawValue)">\(hidden(token))\
                <button>Yes, it is mine</button></form>
                """)
    }

    /// Asks for a new password; says what was wrong with the one before.
    static func reset(token: String, refusal: String? = nil) -> HTMLPage {
        let refusal = refusal.map { "<p role=\"alert\"><strong>\($0.escapedForHTML)</strong></p>" }
        return HTMLPage(
            title: "Set a new password",
            body: """
                <h1>Set a new password</h1>\(refusal ?? "")\
                <form method="post" action="\(Path.reset.rawValue)">\(hidden(token))\
                <p><label>New password, at least 8 characters \
                <input type="password" name="new_password" autocomplete="new-password" required \
                autofocus></label></p><button>Set it</button></form>
                """)
    }

    /// Tells how it went.
    static func end(_ title: String, _ text: String) -> HTMLPage {
        HTMLPage(
            title: title,
            body: "<h1>\(title.escapedForHTML)</h1><p>\(text.escapedForHTML)</p>")
    }

    /// Where the pages are, below the server's own address.
    enum Path: String {
        case verification = "/verify-email"
        case reset = "/reset-password"
    }

    private static func hidden(_ token: String) -> String {
        "<input type=\"hidden\" name=\"token\" value=\"\(token.escapedForHTML)\">"
    }
}
