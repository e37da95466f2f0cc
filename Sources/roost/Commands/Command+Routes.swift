import Web

extension Command {
    /// `roost routes`
    static let routes = Command(
        name: "routes",
        summary: "Lists every operation: method, path, who may call it, its rate limit.",
        body: .configured(.notNeeded) { configuration, _, surroundings in
            let features = try Assembly.silent(configuration).features
            surroundings.say(RouteTable(features.operations).text)
        })
}
