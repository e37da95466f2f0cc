import JSON
import Web

/// Why nobody can book a service at some moment.
package enum StartRefusal: CaseIterable, Sendable {
    case startInPast
    case offGrid
    case outsideHours
    case tooSoon
    case slotTaken

    package var problem: Problem {
        switch self {
        case .startInPast: .startInPast
        case .offGrid: .offGrid
        case .outsideHours: .outsideHours
        case .tooSoon: .tooSoon
        case .slotTaken: .slotTaken
        }
    }
}

extension Problem {
    package static var startInPast: Problem {
        Problem(.unprocessableContent, "start_in_past", "The start lies in the past.")
            .blaming("start_time", "lies in the past")
    }

    package static var offGrid: Problem {
        Problem(
            .unprocessableContent, "off_grid",
            "This can only be booked at certain times of the day."
        ).blaming("start_time", "is not one of the times at which this can be booked")
    }

    package static var outsideHours: Problem {
        Problem(
            .badRequest, "outside_hours",
            "The appointment would not lie within the hours in which this can be booked.")
    }

    package static var tooSoon: Problem {
        Problem(.badRequest, "too_soon", "This has to be booked longer in advance.")
    }

    package static var slotTaken: Problem {
        Problem(.conflict, "slot_taken", "Somebody else has booked this time.")
    }

    /// The same problem, with the member that is at fault.
    private func blaming(_ member: String, _ detail: String) -> Problem {
        var copy = self
        copy.faults = [
            Fault(pointer: "/\(member)", field: member, code: code, detail: detail)
        ]
        return copy
    }
}
