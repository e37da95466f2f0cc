@testable import Server

extension ServerLimits {
    /// The usual limits but for those that the test is about.
    static func with(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        change(&limits)
        return limits
    }
}
