import JSON
import Testing

struct ObjectSchemaTests {
    @Test("An object is read whole")
    func whole() throws {
        let reading = try Trip.schema.reading(
            #"{"title":"Coast","seats":8,"guide":"Ada","stops":[{"place":"Pier","minutes":30}]}"#)
        let stop = Trip.Stop(place: "Pier", minutes: 30)
        #expect(reading.value == Trip(title: "Coast", seats: 8, guide: "Ada", stops: [stop]))
        #expect(reading.faults.isEmpty)
    }

    @Test(
        "Absent and null mean nil for an optional field, and the default for one that has it",
        arguments: [
            #"{"title":"T","seats":1,"stops":[{"place":"P"}]}"#,
            #"{"title":"T","seats":1,"guide":null,"stops":[{"place":"P","minutes":null}]}"#,
        ])
    func absent(text: String) throws {
        let trip = try Trip.schema.reading(text).value
        let expected = Trip(
            title: "T", seats: 1, guide: nil, stops: [.init(place: "P", minutes: 15)])
        #expect(trip == expected)
    }

    @Test("Members without a field are ignored")
    func unknownMembers() throws {
        let text = #"{"x":[{}],"title":"T","seats":1,"stops":[{"place":"P","y":1}]}"#
        #expect(try Trip.schema.reading(text).faults.isEmpty)
    }

    @Test("All faults are told at once, in the order of the fields")
    func allFaults() throws {
        let reading = try Trip.schema.reading(
            #"{"stops":[{"place":""},{"place":"P","minutes":0},{}],"guide":7,"name":"01234567890"}"#
        )
        #expect(reading.value == nil)
        #expect(
            reading.places == [
                "name too_long", "seats required", "guide wrong_type", "stops.0.place too_short",
                "stops.1.minutes too_small", "stops.2.place required",
            ])
    }

    @Test("A fault has a pointer, a field, a code and a sentence")
    func fault() throws {
        let reading = try Trip.schema.reading(#"{"title":"T","seats":1,"stops":[{"place":""}]}"#)
        #expect(
            reading.faults == [
                Fault(
                    pointer: "/stops/0/place", field: "stops.0.place", code: "too_short",
                    detail: "must have at least 1 character")
            ])
    }

    @Test("Slashes and tildes in a name are escaped in its pointer")
    func pointerEscapes() {
        var faults = Faults()
        faults.at("a/b~c") { $0.add("odd", "is odd") }
        #expect(faults.all.map(\.pointer) == ["/a~1b~0c"])
        #expect(faults.all.map(\.field) == ["a/b~c"])
    }

    @Test("What is no object is one fault at the root", arguments: ["[]", "1", #""x""#, "true"])
    func noObject(text: String) throws {
        let faults = try Trip.schema.reading(text).faults
        #expect(faults.map(\.pointer) == [""])
        #expect(faults.map(\.code) == ["wrong_type"])
    }

    @Test("Null is no object either, and no value of a required field")
    func null() throws {
        #expect(try Trip.schema.reading("null").codes == ["required"])
        let text = #"{"title":null,"seats":1,"stops":[{"place":"P"}]}"#
        #expect(try Trip.schema.reading(text).places == ["title required"])
    }

    @Test("A second spelling is read, reported as it was sent, and never written")
    func aliases() throws {
        let text = #"{"name":"T","seats":1,"stops":[{"place":"P","minutes":15}]}"#
        let trip = try #require(try Trip.schema.reading(text).value)
        #expect(trip.title == "T")
        #expect(Trip.schema.text(of: trip) == text.replacing("name", with: "title"))
        #expect(
            try Trip.schema.reading(text.replacing("\"T\"", with: "\"\"")).places == [
                "name too_short"
            ])
    }

    @Test("The first spelling wins where both are given")
    func bothSpellings() throws {
        let text = #"{"name":"B","title":"A","seats":1,"stops":[{"place":"P"}]}"#
        #expect(try Trip.schema.reading(text).value?.title == "A")
    }

    @Test("Both spellings have to be good where both are given")
    func badSecondSpelling() throws {
        let text = #"{"name":"","title":"A","seats":1,"stops":[{"place":"P"}]}"#
        #expect(try Trip.schema.reading(text).places == ["name too_short"])
    }

    @Test("What was written reads back the same")
    func roundTrip() throws {
        let stops = [Trip.Stop(place: "Pier", minutes: 1), Trip.Stop(place: "Zoo", minutes: 240)]
        let trip = Trip(title: "Day \"1\"", seats: 50, guide: nil, stops: stops)
        #expect(try Trip.schema.reading(Trip.schema.text(of: trip)).value == trip)
    }

    @Test("No more than a hundred faults are told")
    func manyFaults() throws {
        let schema: Schema<[Int]> = .array(of: .integer(0...1), count: 0...1_000)
        let text = "[" + Array(repeating: "2", count: 500).joined(separator: ",") + "]"
        let reading = try schema.reading(text)
        #expect(reading.value == nil)
        #expect(reading.faults.count == Faults.limit)
        #expect(Faults.limit == 100)
    }

    @Test("A rule over several members blames the one it names")
    func refinedObject() throws {
        let schema = Trip.schema.refined(
            code: "too_crowded", detail: "must leave room for the guide", at: "seats"
        ) { $0.seats < 50 }
        let text = #"{"title":"T","seats":50,"stops":[{"place":"P"}]}"#
        #expect(try schema.reading(text).places == ["seats too_crowded"])
        #expect(try schema.reading(text.replacing("50", with: "49")).faults.isEmpty)
    }
}
