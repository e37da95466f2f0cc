import Testing

@testable import roost

@Suite("The words behind a command")
struct ArgumentsTests {
    private let flags = [
        Flag("force", "Even so."),
        Flag("file", value: .required("PATH"), "Where."),
        Flag("color", value: .onOff, "How."),
    ]

    @Test("Flags and operands may be mixed")
    func mixed() {
        let arguments = Arguments(
            ["a", "--file", "b", "--force", "c"], flags: flags, mostOperands: 2)
        #expect(arguments.operands == ["a", "c"])
        #expect(arguments.value(of: "file") == "b")
        #expect(arguments.has("force"))
        #expect(!arguments.has("color"))
        #expect(arguments.faults.isEmpty)
    }

    @Test("An attached value may be empty and hold anything")
    func attached() {
        #expect(Arguments(["--file="], flags: flags).value(of: "file") == "")
        #expect(Arguments(["--file=--a=b"], flags: flags).value(of: "file") == "--a=b")
    }

    @Test("A switch takes the next word only when it is on or off")
    func switches() {
        #expect(Arguments(["--color", "off"], flags: flags).value(of: "color") == "off")
        let arguments = Arguments(["--color", "red"], flags: flags, mostOperands: 1)
        #expect(arguments.has("color"))
        #expect(arguments.operands == ["red"])
    }

    @Test("Behind two dashes there are only operands")
    func dashes() {
        let arguments = Arguments(["--force", "--", "--file"], flags: flags, mostOperands: 1)
        #expect(arguments.operands == ["--file"])
    }

    @Test(
        "What is wrong is told",
        arguments: [
            (["--file"], "--file needs a value: --file PATH"),
            (["--file", "--force"], "--file needs a value: --file PATH"),
            (["--force=on"], "--force takes no value"),
            (["--forse", "hush"], "--forse is not a flag; did you mean --force?"),
            (["-f"], "-f is not a flag"),
            (["a", "b"], #""b" is one word too many"#),
        ])
    func faults(words: [String], fault: String) {
        #expect(Arguments(words, flags: flags, mostOperands: 1).faults == [fault])
    }
}
