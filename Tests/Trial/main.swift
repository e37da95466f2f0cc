import Glibc
import HTTP
import Server
import Time

struct Plain: Handler {
    func handle(_ request: Request) async -> Response {
        var fields = ResponseFields()
        fields.append(.contentType, "application/json")
        return Response(
            .ok, fields, body: .bytes(Array(#"{"status":"healthy","version":"1.0.0"}"#.utf8)))
    }
    func refuse(_ refusal: Refusal) -> Response {
        Response(refusal.status, body: .bytes(Array(refusal.detail.utf8)))
    }
}
if let fuzz = FuzzCommand(Array(CommandLine.arguments.dropFirst())) {
    exit(fuzz.run() ? 0 : 1)
}
let port = UInt16(CommandLine.arguments[1])!
let server = try Server(
    SocketAddress(IPAddress("127.0.0.1")!, port: port), workers: 1, handler: Plain())
print(server.address)
while true { sleep(1000) }
