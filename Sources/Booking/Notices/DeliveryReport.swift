/// A delivery, with all that was tried.
package struct DeliveryReport: Sendable {
    let delivery: Delivery
    let log: [DeliveryAttempt]
}
