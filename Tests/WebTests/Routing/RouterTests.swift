import HTTP
import Testing

@testable import Web

@Suite("The router")
struct RouterTests {
    @Test("A word goes before a parameter, whichever was registered first")
    func words() throws {
        for routes in [
            ["GET /boats/mine", "GET /boats/{id}"], ["GET /boats/{id}", "GET /boats/mine"],
        ] {
            let table = try RoutingTable(routes)
            #expect(try table.find("/boats/mine") == "/boats/mine")
            #expect(try table.find("/boats/7") == "/boats/{id} 7")
            #expect(try table.find("/boats/mines") == "/boats/{id} mines")
        }
    }

    @Test("Where the word leads nowhere, the parameter is tried")
    func backtracking() throws {
        let table = try RoutingTable(
            "GET /a/b/c", "GET /a/{x}/d", "GET /{x}/b/e", "GET /{x}/{y}/{z}")
        #expect(try table.find("/a/b/c") == "/a/b/c")
        #expect(try table.find("/a/b/d") == "/a/{x}/d b")
        #expect(try table.find("/a/b/e") == "/{x}/b/e a")
        #expect(try table.find("/a/b/f") == "/{x}/{y}/{z} a b f")
        #expect(try table.find("/a/b") == "nothing")
    }

    @Test("Parameters come in the order of the path")
    func parameters() throws {
        let table = try RoutingTable("GET /boats/{id}/seats/{number}")
        #expect(try table.find("/boats/7/seats/3") == "/boats/{id}/seats/{number} 7 3")
    }

    @Test("Case counts")
    func letterCase() throws {
        #expect(try RoutingTable("GET /boats").find("/Boats") == "nothing")
    }

    @Test("The root is a route of its own")
    func root() throws {
        let table = try RoutingTable("GET /", "GET /{id}")
        #expect(try table.find("/") == "/")
        #expect(try table.find("/?x=1") == "/")
        #expect(try table.find("http://roost.test") == "/")
        #expect(try RoutingTable("GET /boats").find("/") == "nothing")
    }

    @Test("The query plays no part")
    func query() throws {
        let table = try RoutingTable("GET /boats/{id}")
        #expect(try table.find("/boats/7?/../%zz") == "/boats/{id} 7")
    }

    @Test("An absolute target is routed by its path")
    func absolute() throws {
        let table = try RoutingTable("GET /boats/{id}")
        #expect(try table.find("http://roost.test/boats/7") == "/boats/{id} 7")
        #expect(try table.find("http://roost.test/boats/a%20b") == "/boats/{id} a b")
    }

    @Test("A known path with another method names those that it has, and HEAD with GET")
    func otherMethods() throws {
        let table = try RoutingTable("GET /boats", "POST /boats", "DELETE /boats/{id}")
        #expect(try table.find(.patch, "/boats") == "allow GET, POST, HEAD, OPTIONS")
        #expect(try table.find(.get, "/boats/7") == "allow DELETE, OPTIONS")
        #expect(try table.find(.head, "/boats/7") == "allow DELETE, OPTIONS")
        #expect(try table.find(.options, "/boats/7") == "allow DELETE, OPTIONS")
    }

    @Test("A word's path has the word's methods, not those of a parameter in its place")
    func methodsOfWords() throws {
        let table = try RoutingTable("GET /boats/mine", "DELETE /boats/{id}")
        #expect(try table.find(.delete, "/boats/mine") == "allow GET, HEAD, OPTIONS")
    }

    @Test("HEAD is answered by the route of GET")
    func head() throws {
        #expect(try RoutingTable("GET /boats/{id}").find(.head, "/boats/7") == "/boats/{id} 7")
    }

    @Test(
        "Two routes of one method and one shape are refused, and named",
        arguments: [
            ("/boats/{id}", "/boats/{number}"), ("/boats", "/boats"), ("/boats", "/boats/"),
            ("/", "/"), ("/{a}/x/{b}", "/{b}/x/{a}"),
        ])
    func conflicts(first: String, second: String) throws {
        let error = #expect(throws: RouteConflict.self) {
            try RoutingTable("GET \(first)", "GET \(second)")
        }
        let words = try #require(error?.description)
        #expect(words.contains("GET \(second) can't be reached: \(first) is there."))
    }

    @Test("The same shape with another method is no conflict")
    func otherMethod() throws {
        let table = try RoutingTable("GET /boats/{id}", "PUT /boats/{number}")
        #expect(try table.find(.put, "/boats/7") == "/boats/{number} 7")
    }
}
