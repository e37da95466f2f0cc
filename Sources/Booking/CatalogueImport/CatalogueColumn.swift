/// What a column of somebody's table of classes, services, sessions or events means here. One spelling
/// means the same in all of them.
enum CatalogueColumn: ImportColumn {
    case id
    case title
    case description
    /// A username or an address: a name alone may be that of many.
    case host
    case hostID
    case start
    case end
    case date
    case time
    case timezone
    case capacity
    /// What is left, which is how many there are where nothing else tells it: bookings don't come along.
    case available
    case duration
    case location
    case category
    case price
    case status
    case isActive
    case buffer
    case lead
    case step
    case hours

    var names: [String] {
        switch self {
        case .id: ["id", "classid", "serviceid", "sessionid", "eventid", "uuid"]
        case .title: ["name", "title", "classname", "servicename", "sessiontitle", "eventname"]
        case .description: ["description", "details", "eventdescription"]
        case .host:
            [
                "instructor", "instructorusername", "instructoremail", "facilitator",
                "facilitatorusername", "facilitatoremail",
            ]
        case .hostID: ["instructorid", "facilitatorid"]
        case .start: ["schedule", "startsat", "starttime", "start", "eventdate"]
        case .end: ["endsat", "endtime", "end", "eventend"]
        case .date: ["date", "localdate"]
        case .time: ["time", "localtime"]
        case .timezone: ["timezone", "tz", "eventtimezone"]
        case .capacity: ["slots", "totalslots", "capacity", "eventcapacity"]
        case .available: ["eventavailibility", "eventavailability"]
        case .duration: ["durationminutes", "duration"]
        case .location: ["location", "venue", "eventvenue"]
        case .category: ["sessiontype", "type"]
        case .price: ["price", "eventprice"]
        case .status: ["status"]
        case .isActive: ["isactive", "active"]
        case .buffer: ["bufferminutes"]
        case .lead: ["leadminutes"]
        case .step: ["stepminutes"]
        case .hours: ["hours"]
        }
    }

    static let byName = spellings()

    var mayBeCalledNull: Bool { self == .title }
    var mayBeBlank: Bool { false }
}
