/// How many requests are answered in how long a time.
struct Rate: Equatable, Sendable {
    var count: Int
    var seconds: Int
}
