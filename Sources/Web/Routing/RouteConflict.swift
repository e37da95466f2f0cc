/// Two routes claim the same method and path.
package struct RouteConflict: Error, CustomStringConvertible {
    let first: Route
    let second: Route

    package var description: String {
        "\(second.method.rawValue) \(second.template) can't be reached: \(first.template) is there."
    }
}
