import Web

extension Command {
    /// `roost routes`
    static let routes = Command(
        name: "routes",
        summary: "Lists every operation: method, path, who may call it, its rate limit.",
        body: .configured(.notNeeded) { configuration, _, surroundings in
            surroundings.say(RouteTable(Assembly.silent(configuration).features.operations).text)
        })
}
