import Glibc
import HTTP
import Testing
import Workbench

@testable import Server

@Suite("Without descriptors")
struct DescriptorTests {
    @Test("Whoever comes is turned away, others are served, and later there is room again")
    func exhausted() async {
        // In a process of its own, so that no other test goes without.
        await #expect(processExitsWith: .success) {
            setDescriptorLimit(256)
            try serve { _ in
                .text("ok")
            } while: { server in
                let early = try server.client()
                #expect(soon { server.connections == 1 })
                let late = try [RawClient(), RawClient(), RawClient()]
                let fillers = takeAllDescriptors()
                for client in late { try client.connect(server.address.port) }
                for client in late { #expect(try client.answer().status == 503) }
                #expect(server.refusals(.descriptors) >= 3)
                try early.ask("GET /")
                #expect(try early.answer().text == "ok")
                for filler in fillers { close(filler) }
                let next = try server.client()
                try next.ask("GET /")
                #expect(try next.answer().text == "ok")
            }
        }
    }
}

private func setDescriptorLimit(_ count: rlim_t) {
    var limit = rlimit(rlim_cur: count, rlim_max: count)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}

private func takeAllDescriptors() -> [Int32] {
    var taken: [Int32] = []
    while true {
        let descriptor = open("/dev/null", O_RDONLY)
        guard descriptor >= 0 else { return taken }
        taken.append(descriptor)
    }
}
