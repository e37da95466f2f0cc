import JSON

/// The body of a client that books classes only.
struct ClassBookingRequest: Sendable {
    let id: String
    let clientName: String
    let clientEmail: String

    static let schema: Schema<ClassBookingRequest> = .object(
        named: "NewClassBooking", ClassBookingRequest.init,
        Field("class_id", \.id, .uuid, "The class."),
        Field("client_name", \.clientName, .clientName, "Who comes."),
        Field("client_email", \.clientEmail, .email, "The address of who comes."))

    var booking: NewBooking {
        NewBooking(
            target: .occasion(.class, id, seats: 1),
            note: BookingNote(clientName: clientName, clientEmail: clientEmail))
    }
}
