/// A route has answered what its documents don't tell.
struct UndeclaredAnswer: Error {
    let faults: [String]
}
