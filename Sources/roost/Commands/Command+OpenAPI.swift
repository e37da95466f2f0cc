extension Command {
    /// `roost openapi`
    static let openapi = Command(
        name: "openapi",
        summary: "Prints the OpenAPI 3.1 document of the API.",
        body: .configured(.notNeeded) { configuration, _, surroundings in
            surroundings.say(try Assembly.silent(configuration).features.document.json.prettyText)
        })
}
