import Testing

@testable import roost

@Suite("The nearest name")
struct NearestTests {
    @Test(
        "A slip is recognised",
        arguments: [
            ("PROT", "PORT"), ("PORTS", "PORT"), ("HOTS", "HOST"), ("LOGLEVEL", "LOG_LEVEL"),
        ])
    func slips(given: String, name: String) {
        #expect(Nearest.name(to: given, among: ["HOST", "LOG_LEVEL", "PORT"]) == name)
    }

    @Test("Another word is none", arguments: ["", "P", "XY", "DATABASE", "MANY"])
    func otherWords(given: String) {
        #expect(Nearest.name(to: given, among: ["HOST", "LOG_LEVEL", "PORT"]) == nil)
    }
}
