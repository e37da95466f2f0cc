import Web

extension Command {
    /// `roost routes`
    static let routes = Command(
        name: "routes",
        summary: "Lists every operation: method, path, who may call it, its rate limit.",
        body: .configured { configuration, _, surroundings in
            surroundings.say(RouteTable(Assembly.silent(configuration).features.table).text)
        })

    /// `roost openapi`
    static let openapi = Command(
        name: "openapi",
        summary: "Prints the OpenAPI 3.1 document of the API.",
        body: .configured { configuration, _, surroundings in
            surroundings.say(Assembly.silent(configuration).features.document.json.prettyText)
        })
}

extension Assembly {
    /// The parts for a command that shows them and serves nothing.
    fileprivate static func silent(_ configuration: Configuration) -> Assembly {
        Assembly(
            configuration: configuration, log: Log(.error, clock: .system) { _ in })
    }
}
