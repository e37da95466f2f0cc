/// Why an access token is not taken. The client isn't told which: only who holds the key could use that.
package enum TokenRefusal: Error, Equatable {
    case tooLong
    /// Its header is neither that of the key in use nor that of the one before: another algorithm, another
    /// type, another key, or no token of ours at all.
    case foreignHeader
    case wrongSignature
    /// It is signed, but not what we write.
    case malformedClaims
    case foreignIssuer
    case foreignAudience
    case foreignType
    case expired
    /// Issued in the future.
    case premature
}
