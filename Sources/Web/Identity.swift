/// What a request's credentials have proved.
package enum Identity: Sendable {
    /// Nobody has asked yet.
    case unknown
    /// There are no credentials.
    case anonymous
    case caller(Caller)
    /// There are credentials, and they prove nothing: this is why.
    case refused(Problem)
}
