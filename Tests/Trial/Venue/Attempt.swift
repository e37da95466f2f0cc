/// Somebody's wish for a seat. Its number is never used again, so that its traces are told from others.
struct Attempt: Hashable, Sendable {
    let id: Int
    let sitting: Int
    let person: Int
}
