import Testing
import Time

@Suite("Zones as Python reads them")
struct ZoneVectorTests {
    @Test("There are hundreds of lines, and times among them that clocks show twice or never")
    func lines() throws {
        let lines = try ZoneVectors.shared.get().lines
        #expect(lines.count > 300)
        for word in ["once", "twice", "never"] {
            #expect(lines.count { $0.words.contains(word) } > 15)
        }
    }

    @Test("Clocks show at a moment what they show in Python")
    func moments() throws {
        for line in try ZoneVectors.shared.get().lines where line.words[0] == "at" {
            let instant = try #require(Instant(rfc3339: line.words[1]))
            let local = line.zone.local(at: instant)
            let found = [
                local.date.iso8601, local.time.text, String(line.zone.offset(at: instant)),
            ]
            #expect(found == Array(line.words[2...]), "\(line.zone.name) \(line.words)")
        }
    }

    @Test("A local time is as many moments as in Python, and the same")
    func locals() throws {
        for line in try ZoneVectors.shared.get().lines where line.words[0] == "of" {
            let local = try #require(LocalTime(line.words[1], line.words[2]))
            let found = words(line.zone.instants(of: local))
            #expect(found == Array(line.words[3...]), "\(line.zone.name) \(line.words)")
        }
    }

    private func words(_ occurrence: Occurrence) -> [String] {
        switch occurrence {
        case .once(let instant): ["once", instant.text]
        case .twice(let first, let second): ["twice", first.text, second.text]
        case .never(_, let shifted): ["never", shifted.text]
        }
    }
}
