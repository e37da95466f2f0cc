import JSON
import Time

/// The limits of what comes over, made once: a table may have a million rows.
enum CatalogueSchemas {
    static let title = Schema<String>.className
    static let sessionTitle = Schema<String>.trimmedText(1...200)
    static let description = Schema<String>.occasionDescription
    static let location = Schema<String>.occasionLocation
    static let venue = Schema<String>.trimmedText(1...255)
    static let date = Schema<CivilDate>.date
    static let time = Schema<String>.text(1...8).mapped(
        detail: "must be a time such as 09:30 or 09:30:00", read: { TimeOfDay($0) },
        write: \.text)
    static let places = Schema<Int>.classSlots
    static let eventPlaces = Schema<Int>.integer(0...1_000_000)
    static let duration = Schema<Int>.classDuration
    /// Minutes of a class that doesn't tell how long it is, as where one is made.
    static let usualDuration = 60
    /// What goes on for longer has a slip in one of its dates.
    static let longest = Duration.seconds(366 * 86_400)
    static let price = Schema<Int>.price

    static let serviceTitle = Schema<String>.serviceTitle
    static let serviceDescription = Schema<String>.serviceDescription
    static let serviceDuration = Schema<Int>.serviceDuration
    static let serviceBuffer = Schema<Int>.serviceBuffer
    static let serviceLead = Schema<Int>.serviceLead
    static let serviceStep = Schema<Int>.serviceStep
    static let hours = ServiceHours.schema
}
