import HTTP
import Web

/// From where somebody signs in.
struct Device: Sendable {
    let address: String
    let userAgent: String?
    /// What whoever uses it reads best, of the languages that we have.
    let language: Language?

    /// What names a browser is a hundred characters long; this is for those who play with it.
    private static let longestUserAgent = 255

    init(_ request: Request, _ context: Context) {
        address = "\(context.client)"
        language = Language(accepted: request.fields[.acceptLanguage])
        userAgent = request.fields[.userAgent].map { text in
            let scalars = text.unicodeScalars.prefix(Device.longestUserAgent)
            return String(String.UnicodeScalarView(scalars))
        }
    }
}
