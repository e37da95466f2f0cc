import JSON
import Time

/// The limits of what comes over, made once: a table may have a million rows.
enum CatalogueSchemas {
    static let title = Schema<String>.className
    static let sessionTitle = Schema<String>.sessionTitle
    static let description = Schema<String>.occasionDescription
    static let location = Schema<String>.occasionLocation
    static let venue = Schema<String>.eventText
    static let date = Schema<CivilDate>.date
    static let time = Schema<String>.text(1...8).mapped(
        detail: "must be a time such as 09:30 or 09:30:00", read: { TimeOfDay($0) },
        write: \.text)
    static let places = Schema<Int>.classSlots
    static let eventPlaces = Schema<Int>.eventPlaces
    static let duration = Schema<Int>.classDuration
    /// Minutes of a class that doesn't tell how long it is, as where one is made.
    static let usualDuration = 60
    static let price = Schema<Int>.price

    static let serviceTitle = Schema<String>.serviceTitle
    static let serviceDescription = Schema<String>.serviceDescription
    static let serviceDuration = Schema<Int>.serviceDuration
    static let serviceBuffer = Schema<Int>.serviceBuffer
    static let serviceLead = Schema<Int>.serviceLead
    static let serviceStep = Schema<Int>.serviceStep
    static let hours = ServiceHours.schema
}
