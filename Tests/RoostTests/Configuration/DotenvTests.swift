import Testing

@testable import roost

@Suite("A .env file")
struct DotenvTests {
    @Test(
        "A line gives a name its value",
        arguments: [
            ("A=b", "b"),
            ("export A=b", "b"),
            ("  A = b  ", "b"),
            ("A=", ""),
            ("A=b=c", "b=c"),
            ("A=b # comment", "b"),
            ("A=b#c", "b#c"),
            ("A= # comment", ""),
            ("A='b # c' # comment", "b # c"),
            (#"A="b # c""#, "b # c"),
            (#"A="one\ntwo \"three\" \\ \$HOME""#, "one\ntwo \"three\" \\ $HOME"),
            (#"A='it\'s $HOME \n'"#, #"it's $HOME \n"#),
            ("A=$HOME", "$HOME"),
            ("A=ü\r", "ü"),
        ])
    func line(text: String, value: String) {
        let file = Dotenv(text)
        #expect(file.entries == [Dotenv.Entry(name: "A", text: value, line: 1)])
        #expect(file.faults.isEmpty)
    }

    @Test("Blank lines and comments are skipped, and lines are counted")
    func skippedLines() {
        let file = Dotenv("# A=1\r\n\r\n  # B=2\r\nC=3\r\n")
        #expect(file.entries == [Dotenv.Entry(name: "C", text: "3", line: 4)])
        #expect(file.faults.isEmpty)
    }

    @Test(
        "Anything else is a fault",
        arguments: ["A", "=b", "A b=c", "Ä=b", "A='b", #"A="b\""#, "A='b' c"])
    func faults(text: String) {
        let file = Dotenv(text)
        #expect(file.entries.isEmpty)
        #expect(file.faults.count == 1)
    }
}
