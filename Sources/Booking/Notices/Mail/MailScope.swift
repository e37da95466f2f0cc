/// Of what people are told by mail, besides what concerns their accounts.
package enum MailScope: Sendable {
    case bookings
    /// Somebody else tells of new bookings.
    case bookingsButNewOnes
    /// Nothing: there is no server for mails.
    case nothing
}
