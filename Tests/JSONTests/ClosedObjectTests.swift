import JSON
import Testing

@Suite("An object that refuses others")
struct ClosedObjectTests {
    private struct Lamp: Sendable {
        let isLit: Bool
        let name: String?

        static let schema: Schema<Lamp> = .object(
            Lamp.init, Field("lit", \.isLit, .boolean, "Whether it is lit."),
            Field("name", \.name, optional: .text(1...9), "What it is called.")
        ).refusingOthers(than: ["lit", "name"])
    }

    private func faults(_ text: String) throws -> [String] {
        var faults = Faults()
        let lamp = Lamp.schema.read(try JSON.parse(text), &faults)
        #expect((lamp == nil) == !faults.isEmpty)
        return faults.all.map { "\($0.pointer) \($0.code)" }
    }

    @Test("It takes its own members")
    func own() throws {
        #expect(try faults("{\"lit\":true,\"name\":\"a\"}") == [])
    }

    @Test("Each other member is a fault, besides those of its own")
    func others() throws {
        #expect(
            try faults("{\"Lit\":1,\"na~me\":1,\"name\":7}")
                == ["/Lit not_allowed", "/na~0me not_allowed", "/lit required", "/name wrong_type"])
    }

    @Test("What is no object is a fault once")
    func kinds() throws {
        #expect(try faults("[1]") == [" wrong_type"])
    }

    @Test("Its document says that there is nothing else in it")
    func document() {
        #expect(Lamp.schema.document.usage["additionalProperties"] == false)
    }
}
