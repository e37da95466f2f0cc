import JSON
import Testing

@testable import Booking

@Suite("Hours")
struct ServiceHoursTests {
    private func faults(_ text: String) throws -> [String] {
        var faults = Faults()
        let hours = ServiceHours.schema.read(try JSON.parse(text), &faults)
        #expect((hours == nil) == !faults.isEmpty)
        return faults.all.map { "\($0.field) \($0.code)" }
    }

    private func weekly(_ days: String) throws -> [String] {
        try faults("{\"timezone\":\"Europe/Berlin\",\"weekly\":\(days)}")
    }

    @Test("They are written as they are read, windows in their order and closed days left out")
    func roundTrip() throws {
        let text = """
            {"timezone":"Europe/Berlin","weekly":{"tue":[["13:00","24:00"],["00:00","09:30"]],"sun":[]}}
            """
        var faults = Faults()
        let hours = try #require(ServiceHours.schema.read(try JSON.parse(text), &faults))
        #expect(
            String(decoding: ServiceHours.schema.bytes(of: hours), as: UTF8.self) == """
                {"timezone":"Europe/Berlin","weekly":{"tue":[["00:00","09:30"],["13:00","24:00"]]}}
                """)
    }

    @Test("A day that is none is told, as else the shop would be closed on it")
    func unknownDay() throws {
        #expect(try weekly("{\"monday\":[]}") == ["weekly.monday not_allowed"])
        #expect(try weekly("{\"Mon\":[],\"fri\":[]}") == ["weekly.Mon not_allowed"])
        #expect(
            try weekly("{\"monday\":[],\"tue\":1}")
                == ["weekly.monday not_allowed", "weekly.tue wrong_type"])
    }

    @Test(
        "A time is of whole minutes, from 00:00 to 24:00",
        arguments: [
            "9:00", "09.00", "09:60", "24:01", "25:00", "09:00:00", "", "-1:00", "０9:00", "now",
            "09:0a", " 9:00",
        ])
    func times(time: String) throws {
        #expect(try weekly("{\"mon\":[[\"\(time)\",\"23:59\"]]}") == ["weekly.mon.0.0 bad_format"])
    }

    @Test(
        "A window ends after it begins",
        arguments: [("09:00", "09:00"), ("22:00", "06:00"), ("24:00", "24:00"), ("22:00", "00:00")])
    func windows(start: String, end: String) throws {
        #expect(
            try weekly("{\"mon\":[[\"\(start)\",\"\(end)\"]]}") == ["weekly.mon.0 bad_order"])
    }

    @Test("Who writes a night as one window is told to write two")
    func night() throws {
        var faults = Faults()
        let json = try JSON.parse(
            "{\"timezone\":\"UTC\",\"weekly\":{\"sat\":[[\"22:00\",\"06:00\"]]}}")
        _ = ServiceHours.schema.read(json, &faults)
        #expect(faults.all.first?.pointer == "/weekly/sat/0")
        #expect(faults.all.first?.detail.contains("24:00") == true)
    }

    @Test("Windows of a day may touch, and not overlap")
    func overlaps() throws {
        #expect(try weekly("{\"mon\":[[\"09:00\",\"12:00\"],[\"12:00\",\"15:00\"]]}") == [])
        #expect(
            try weekly("{\"mon\":[[\"12:00\",\"15:00\"],[\"09:00\",\"12:01\"]]}")
                == ["weekly.mon overlap"])
    }

    @Test("A day has twelve windows at most")
    func count() throws {
        let windows = { (count: Int) in
            let all = (0..<count).map { "[\"\(10 + $0):00\",\"\(10 + $0):30\"]" }
            return "{\"wed\":[\(all.joined(separator: ","))]}"
        }
        #expect(try weekly(windows(12)) == [])
        #expect(try weekly(windows(13)) == ["weekly.wed too_many"])
    }

    @Test(
        "What is of another kind is told with its place",
        arguments: [
            ("[]", " wrong_type"), ("{}", "timezone required"),
            ("{\"weekly\":{}}", "timezone required"),
            ("{\"timezone\":\"UTC\"}", "weekly required"),
            ("{\"timezone\":5,\"weekly\":{}}", "timezone wrong_type"),
            ("{\"timezone\":\"UTC\",\"weekly\":[]}", "weekly wrong_type"),
            (
                "{\"timezone\":\"UTC\",\"weekly\":{\"mon\":\"09:00-17:00\"}}",
                "weekly.mon wrong_type"
            ),
            ("{\"timezone\":\"UTC\",\"weekly\":{\"mon\":[\"09:00\"]}}", "weekly.mon.0 wrong_type"),
            ("{\"timezone\":\"UTC\",\"weekly\":{\"mon\":[[\"09:00\"]]}}", "weekly.mon.0 too_few"),
            ("{\"timezone\":\"UTC\",\"weekly\":{\"mon\":[[9,17]]}}", "weekly.mon.0.0 wrong_type"),
        ])
    func kinds(text: String, fault: String) throws {
        #expect(try faults(text).first == fault)
    }

    @Test("All faults are told at once")
    func all() throws {
        #expect(
            try faults(
                """
                {"timezone":"","weekly":{"mon":[["9","10"]],"tue":[["10:00","09:00"]],"x":1}}
                """) == [
                    "timezone too_short", "weekly.x not_allowed", "weekly.mon.0.0 bad_format",
                    "weekly.mon.0.1 bad_format", "weekly.tue.0 bad_order",
                ])
    }
}
