/// A day of the week, as the API spells it.
package enum Weekday: String, CaseIterable, Sendable {
    case mon
    case tue
    case wed
    case thu
    case fri
    case sat
    case sun

    /// From 0, which is Monday.
    var number: Int {
        switch self {
        case .mon: 0
        case .tue: 1
        case .wed: 2
        case .thu: 3
        case .fri: 4
        case .sat: 5
        case .sun: 6
        }
    }
}
