extension Command {
    /// `roost help`
    static let help = Command(
        name: "help",
        summary: "Prints what roost can do, or what one of its commands can.",
        operands: ["[COMMAND]"],
        body: .plain { arguments, surroundings in
            guard let name = arguments.operands.first else {
                return surroundings.say(HelpPage.overview(of: all))
            }
            guard let command = all.first(where: { $0.name == name }) else {
                throw CommandFailure(
                    line: CommandLineReader.refusal(of: name, among: all), exitCode: .usage)
            }
            surroundings.say(HelpPage.page(of: command))
        })
}
