import Web

/// Says of confirmed bookings that they took place, some time after their end, so that nobody has to.
package enum Completion {
    /// What is due may wait so long: who reviews a class on the same evening doesn't come sooner.
    private static let pause = Duration.seconds(300)

    /// So long behind the end of what was booked, or its start where nobody knows the end.
    package static func rounds(
        _ bookings: Bookings, behind delay: Duration, log: Log
    ) -> Rounds {
        Rounds("completing bookings", every: pause, log: log) {
            let count = try await bookings.completeAll(behind: delay)
            if count > 0 { log.info("completed bookings", ["count": "\(count)"]) }
        }
    }
}
