import HTTP
import Testing

@testable import Web

@Suite("How paths are written")
struct PathRoutingTests {
    let table: RoutingTable

    init() throws {
        table = try RoutingTable("GET /", "GET /boats", "GET /boats/{id}", "GET /boats/{id}/log")
    }

    @Test("One slash at the end means nothing", arguments: ["", "?x=1"])
    func trailingSlash(query: String) throws {
        #expect(try table.find("/boats/" + query) == "/boats")
        #expect(try table.find("/boats/7/" + query) == "/boats/{id} 7")
        #expect(try table.find("/boats/a%20b/" + query) == "/boats/{id} a b")
    }

    @Test(
        "An empty segment is no route's, not even a parameter's",
        arguments: [
            "//", "//boats", "/boats//", "/boats//log", "/boats/7//", "//%62oats", "/boats//%6Cog",
            "/boats/a%20b//", "//%20/",
        ])
    func emptySegments(target: String) throws {
        #expect(try table.find(target) == "nothing")
    }

    @Test("An escape is decoded, in words as in parameters")
    func escapes() throws {
        #expect(try table.find("/%62oats/%37") == "/boats/{id} 7")
        #expect(try table.find("/boats/Z%C3%BCrich%20%F0%9F%9B%B6") == "/boats/{id} Zürich 🛶")
        #expect(try table.find("/boats/a+b") == "/boats/{id} a+b")
    }

    @Test("An escape is decoded once")
    func once() throws {
        #expect(try table.find("/boats/%2541") == "/boats/{id} %41")
        #expect(try table.find("/boats/%252e%252e") == "/boats/{id} %2e%2e")
        #expect(try table.find("/boats/%252F") == "/boats/{id} %2F")
    }

    @Test("An encoded slash stays in its parameter")
    func encodedSlash() throws {
        #expect(try table.find("/boats/7%2Flog") == "/boats/{id} 7/log")
        #expect(try table.find("/boats%2F7") == "nothing")
        #expect(try table.find("/boats/%2F") == "/boats/{id} /")
    }

    @Test(
        "Dot segments are refused, encoded or not",
        arguments: [
            "/.", "/..", "/boats/.", "/boats/..", "/boats/../boats", "/./boats", "/boats/7/..",
            "/boats/%2e", "/boats/%2E%2e", "/boats/.%2e", "/boats/%2e.", "/%2e%2e/boats",
            "/boats/../", "/nowhere/../x", "http://roost.test/../boats",
        ])
    func dots(target: String) throws {
        #expect(try table.find(target) == "refused 400")
    }

    @Test(
        "Dots among other characters are ordinary", arguments: ["...", ".a", "a.", "a..b", "..a"])
    func ordinaryDots(id: String) throws {
        #expect(try table.find("/boats/\(id)") == "/boats/{id} \(id)")
        #expect(try table.find("/boats/\(id)%20") == "/boats/{id} \(id) ")
    }

    @Test("A dot in the query is nobody's business")
    func dotsInQuery() throws {
        #expect(try table.find("/boats?x=/../") == "/boats")
    }

    @Test(
        "What does not decode is refused: NUL, broken escapes, no UTF-8",
        arguments: [
            "/boats/%00", "/boats/a%00b", "/boats/%", "/boats/%4", "/boats/%zz", "/boats/%4g",
            "/boats/%ff", "/boats/%C3", "/boats/%C0%AF", "/boats/%ED%A0%80", "/boats/%F5%80%80%80",
            "/nowhere/%",
        ])
    func undecodable(target: String) throws {
        #expect(try table.find(target) == "refused 400")
    }
}
