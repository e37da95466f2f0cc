import JSON
import Testing

struct ChangeTests {
    @Test("A member that is absent is kept")
    func absent() throws {
        let changes = try TripChanges.schema.reading("{}").value
        #expect(changes == TripChanges(title: .keep, guide: .keep))
    }

    @Test("A member that is given is set")
    func given() throws {
        let changes = try TripChanges.schema.reading(#"{"title":"New","guide":"Bo"}"#).value
        #expect(changes == TripChanges(title: .set("New"), guide: .set("Bo")))
    }

    @Test("What is new is told, and nothing where it is kept")
    func value() {
        #expect(Change.set("New").value == "New")
        #expect(Change<String>.keep.value == nil)
        #expect(Change<String?>.set(nil).value == .some(nil))
    }

    @Test("Null empties a member that may be empty, and is a fault of any other")
    func null() throws {
        let emptied = try TripChanges.schema.reading(#"{"guide":null}"#).value
        #expect(emptied == TripChanges(title: .keep, guide: .set(nil)))
        #expect(try TripChanges.schema.reading(#"{"title":null}"#).places == ["title required"])
    }

    @Test("The limits hold for changes too")
    func limits() throws {
        let reading = try TripChanges.schema.reading(#"{"title":"","guide":5}"#)
        #expect(reading.places == ["title too_short", "guide wrong_type"])
    }

    @Test("Only what is set is written")
    func written() {
        #expect(TripChanges.schema.text(of: TripChanges(title: .keep, guide: .keep)) == "{}")
        let changes = TripChanges(title: .set("A"), guide: .set(nil))
        #expect(TripChanges.schema.text(of: changes) == #"{"title":"A","guide":null}"#)
    }

    @Test("A change is applied to what was there")
    func applied() {
        #expect(Change<Int>.keep.applied(to: 1) == 1)
        #expect(Change.set(2).applied(to: 1) == 2)
    }
}
