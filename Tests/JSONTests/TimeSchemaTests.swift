import JSON
import Testing
import Time

struct TimeSchemaTests {
    @Test("A moment without an offset means UTC")
    func instant() throws {
        let read = try Schema<Instant>.instant.reading(#""2026-01-15T09:00:00""#).value
        #expect(read == Instant(seconds: 1_768_467_600))
    }

    @Test("A moment that needs an offset says what is missing")
    func offsetRequired() throws {
        let schema = Schema<Instant>.instantWithOffset
        #expect(try schema.reading(#""2026-01-15T09:00:00""#).codes == ["offset_required"])
        let read = try schema.reading(#""2026-01-15T14:30:00+05:30""#).value
        #expect(read == Instant(seconds: 1_768_467_600))
    }

    @Test("What is no moment is a bad format, what is no text a wrong type")
    func faults() throws {
        for schema in [Schema<Instant>.instant, .instantWithOffset] {
            #expect(try schema.reading(#""tomorrow""#).codes == ["bad_format"])
            #expect(try schema.reading(#""2026-02-30T09:00:00Z""#).codes == ["bad_format"])
            #expect(try schema.reading("1768467600").codes == ["wrong_type"])
        }
    }

    @Test("Days are read and written")
    func dates() throws {
        let schema = Schema<CivilDate>.date
        let day = try #require(try schema.reading(#""2024-02-29""#).value)
        #expect(schema.text(of: day) == #""2024-02-29""#)
        #expect(try schema.reading(#""2023-02-29""#).codes == ["bad_format"])
        #expect(try schema.reading("20240229").codes == ["wrong_type"])
    }

    @Test("Moments are written in UTC")
    func written() {
        let moment = Instant(seconds: 1_768_467_600)
        #expect(Schema<Instant>.instant.text(of: moment) == #""2026-01-15T09:00:00.000Z""#)
    }
}
