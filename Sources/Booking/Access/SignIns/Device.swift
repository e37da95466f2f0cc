import HTTP
import Web

/// From where somebody signs in.
struct Device: Sendable {
    let address: String
    let userAgent: String?

    /// What names a browser is a hundred characters long; this is for those who play with it.
    private static let longestUserAgent = 255

    init(_ request: Request, _ context: Context) {
        address = "\(context.client)"
        userAgent = request.fields[.userAgent].map { text in
            let scalars = text.unicodeScalars.prefix(Device.longestUserAgent)
            return String(String.UnicodeScalarView(scalars))
        }
    }
}
