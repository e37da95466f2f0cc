import JSON
import Testing

@testable import Web

@Suite("Log")
struct LogTests {
    let lines = LogLines()

    @Test("A line is a JSON object with its values escaped")
    func line() throws {
        lines.log().info("A \"quote\"", ["path\n": "a\tb"])
        #expect(
            try lines.objects() == [
                [
                    "time": "2026-01-15T09:00:00.000Z", "level": "info", "message": "A \"quote\"",
                    "path\n": "a\tb",
                ]
            ])
        #expect(!lines.texts[0].contains("\n"))
    }

    @Test("Lines below the threshold are not written")
    func threshold() throws {
        let log = lines.log(.warning)
        log.debug("1")
        log.info("2")
        log.warning("3")
        log.error("4")
        #expect(try lines.objects().map { $0["message"] } == ["3", "4"])
    }
}
