import Outbound
import Testing

@Suite("An error of the web client")
struct WebClientErrorTests {
    @Test("It says what went wrong, and nothing else")
    func words() {
        #expect("\(WebClientError("no route to host"))" == "no route to host")
    }
}
