import JSON

/// What the examples of the API's document are made of: values by the names of members.
///
/// A name means the same thing all over the API, so few words do for all of it. `Role.name` goes before `name`,
/// and the name of a component stands for a whole example of it, where its members exclude each other.
enum ExampleWords {
    static let all = Dictionary(
        people + things + times + rules + notices + wholes, uniquingKeysWith: { first, _ in first })

    private static let people: [(String, JSON)] = [
        ("name", "Una Lund"), ("full_name", "Una Lund"), ("username", "una"),
        ("user_name", "Una Lund"), ("client_name", "Una Lund"),
        ("client_email", "una@example.com"), ("email", "una@example.com"),
        ("password", "a fine long password"), ("new_password", "another long password"),
        ("old_password", "a fine long password"),
        ("bio", "Teaches slowly, and laughs a lot."), ("specialization", "Yin yoga"),
        ("language", "en"), ("role", "user"), ("UserChange.roles", ["user"]), ("google_id", nil),
        ("credential", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk"),
        ("id_token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk"),
        ("access_token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk"),
        ("refresh_token", "ZmluZS1hbmQtbG9uZy1hbmQtcmFuZG9t"), ("expires_in", 1_800),
        ("scope", "classes:create bookings:create"), ("token", "bGV0dGVyLXRva2Vu"),
        ("ip", "203.0.113.7"), ("user_agent", "RoostApp/2.1 (iOS 19)"), ("end_reason", nil),
        ("ended_at", nil), ("user_id", "019bc0f2-5a10-7b21-8c43-1d2e3f4a5b6c"),
        ("actor", "019bc0f2-5a10-7b21-8c43-1d2e3f4a5b6c"),
        ("NewRole.name", "front desk"), ("Role.name", "front desk"),
        ("RoleChange.name", "front desk"), ("RoleOfAccount.name", "user"),
        ("permissions", ["classes:create", "bookings:create"]),
        ("?.role", "facilitator"), ("?.q", "yoga"), ("?.name", "workshop"),
    ]

    private static let things: [(String, JSON)] = [
        ("title", "Deep tissue massage"), ("service_title", "Deep tissue massage"),
        ("Class.name", "Morning yoga"), ("NewClass.name", "Morning yoga"),
        ("ClassChange.name", "Morning yoga"), ("class_name", "Morning yoga"),
        ("Session.title", "Sound bath"), ("NewSession.title", "Sound bath"),
        ("SessionChange.title", "Sound bath"), ("OwnSession.title", "Sound bath"),
        ("BookedSession.title", "Sound bath"), ("NotifiedSession.title", "Sound bath"),
        ("event_name", "Candle workshop"), ("event_venue", "The mill"), ("venue", "mill"),
        ("description", "Sixty quiet minutes."), ("NewRole.description", "Opens the doors."),
        ("Role.description", "Opens the doors."), ("RoleChange.description", "Opens the doors."),
        ("Webhook.description", "The till"), ("MadeWebhook.description", "The till"),
        ("location", "Room 2"),
        ("instructor", "Asha Rao"), ("facilitator", "Asha Rao"),
        ("instructor_id", "019bc0f2-5c32-7d43-9e65-3f4a5b6c7d8e"),
        ("facilitator_id", "019bc0f2-5c32-7d43-9e65-3f4a5b6c7d8e"),
        ("host_id", "019bc0f2-5c32-7d43-9e65-3f4a5b6c7d8e"),
        ("price", 25), ("currency", "USD"), ("duration_minutes", 60), ("capacity", 10),
        ("slots", 10), ("available_slots", 8), ("available_spots", 8), ("seats", 2),
        ("event_capacity", 40), ("event_availability", 38), ("event_availibility", 38),
        ("remaining_tickets", 38), ("seats_booked", 2), ("total_bookings", 12),
        ("total_revenue", 300), ("rating", 5), ("rating_average", 5),
        ("rating_count", 1), ("average", 5), ("comment", "I walked home lighter."),
        ("notes", "A mat, please."), ("reason", "I have a cold."),
        ("cancellation_reason", nil), ("kind", "class"), ("state", "confirmed"),
        ("status", "confirmed"), ("booking_status", "confirmed"), ("is_active", true),
        ("booking_id", "019bc0f2-6d1e-7c3a-9f5e-0a4b6f1c2d3e"),
        ("class_id", "019bc0f2-5b21-7c32-8d54-2e3f4a5b6c7d"),
        ("session_id", "019bc0f2-5d43-7e54-8f76-4a5b6c7d8e9f"),
        ("event_id", "019bc0f2-5e54-7f65-9a87-5b6c7d8e9fa0"),
        ("service_id", "019bc0f2-5f65-7a76-8b98-6c7d8e9fa0b1"),
        ("item_id", "019bc0f2-5b21-7c32-8d54-2e3f4a5b6c7d"),
    ]

    private static let times: [(String, JSON)] = [
        ("timezone", "Europe/Berlin"), ("time", "11:00"), ("class_time", "11:00"),
        ("end_time", "2030-03-04T11:00:00.000Z"), ("ends_at", "2030-03-04T11:00:00.000Z"),
        ("event_end", "2030-03-04T12:00:00.000Z"), ("to", "2030-03-11T00:00:00Z"),
        ("from", "2030-03-04T00:00:00Z"), ("until", "2030-03-04T10:00:00.000Z"),
        ("created_at", "2030-02-20T08:30:00.000Z"), ("createdAt", "2030-02-20T08:30:00.000Z"),
        ("updated_at", "2030-02-20T08:30:00.000Z"), ("updatedAt", "2030-02-20T08:30:00.000Z"),
        ("last_used_at", "2030-02-21T17:05:00.000Z"), ("at", "2030-02-20T08:30:00.000Z"),
        ("timestamp", "2030-02-20T08:30:00.000Z"), ("next_attempt_at", nil),
        ("email_verified_at", "2030-02-20T08:35:00.000Z"),
        ("previous_secret_until", nil), ("mon", [["09:00", "12:00"], ["13:00", "18:00"]]),
        ("tue", [["09:00", "18:00"]]), ("wed", []), ("thu", [["09:00", "18:00"]]),
        ("fri", [["09:00", "15:00"]]), ("sat", []), ("sun", []), ("buffer_minutes", 15),
        ("lead_minutes", 120), ("step_minutes", 30),
    ]

    private static let rules: [(String, JSON)] = [
        ("code", "fully_booked"), ("detail", "Not as many places are left."),
        ("Fault.code", "too_short"), ("Fault.detail", "must have at least 1 character"),
        ("pointer", "/name"), ("field", "name"), ("BookingAction.code", nil),
        ("BookingAction.detail", nil), ("allowed", true), ("message", "Done."),
        ("msg", "Done."), ("service", "backend"), ("database", "connected"),
        ("version", "1.0.0"), ("JournalEntry.version", 1), ("api", "/api/v1"),
        ("docs", "/docs"), ("health", "/health"), ("openapi", "/openapi.json"),
        ("Landing.name", "Roost"), ("total", 1), ("page", 1), ("limit", 20),
        ("total_pages", 1), ("?.slot", "2030-03-04T10:00:00Z"),
        ("?.after", "0000019bc0f26d1e000000000000002a"), ("?.code", "fully_booked"),
        ("?.page", "first-booking"),
        ("?.stream", "booking/019bc0f2-6d1e-7c3a-9f5e-0a4b6f1c2d3e"),
        ("Idempotency-Key", "4f0d2d2c-7a52-4f0c-9a3e-2b6a3a1f5a77"),
        ("If-Match", "\"3\""), ("If-None-Match", "\"3\""),
    ]

    private static let notices: [(String, JSON)] = [
        ("stream", "booking/019bc0f2-6d1e-7c3a-9f5e-0a4b6f1c2d3e"),
        ("JournalEntry.kind", "booking.confirmed"), ("JournalEntry.data", [:]),
        ("PersonalExport.held", [:]),
        ("channel", "crm"), ("target", "crm"), ("Delivery.kind", "booking.placed"),
        ("DeliveryReport.kind", "booking.placed"), ("answer", "accepted"), ("error", nil),
        ("last_error", nil), ("inactive_reason", nil), ("Delivery.state", "delivered"),
        ("DeliveryReport.state", "delivered"), ("DeliveryAttempt.status", 202),
        ("url", "https://till.example/hooks/roost"), ("kinds", ["booking.*"]),
        ("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        ("CalendarAddress.url", "https://roost.example/api/v1/me/calendar.ics?token=c2VjcmV0"),
        ("ticket", "c29jay10aWNrZXQ"), ("Notification.message", "Una Lund booked Sound bath."),
    ]

    private static let wholes: [(String, JSON)] = [
        ("NewBooking", ["class_id": "019bc0f2-5b21-7c32-8d54-2e3f4a5b6c7d"]),
        ("Credentials", ["email": "una@example.com", "password": "a fine long password"]),
        (
            "NewUser",
            ["email": "una@example.com", "name": "Una Lund", "password": "a fine long password"]
        ),
        ("ProfileChange", ["name": "Una Lund", "bio": "Teaches slowly, and laughs a lot."]),
        ("UserChange", ["status": "suspended"]),
        ("GoogleCredential", ["id_token": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk"]),
        ("ClassChange", ["slots": 12]), ("EventChange", ["event_availability": 38]),
        ("BookingChange", ["start_time": "2030-03-04T10:00:00.000Z"]),
        ("WebhookChange", ["kinds": ["booking.*", "class.cancelled"]]),
        ("ServiceChange", ["price": 30]), ("SessionChange", ["capacity": 12]),
    ]
}
