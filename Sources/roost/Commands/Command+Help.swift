extension Command {
    /// `roost help`
    static let help = Command(
        name: "help",
        summary: "Prints what roost can do.",
        body: .plain { _, surroundings in
            surroundings.say(HelpPage.overview(of: all))
        })
}
