import Outbound
import Testing
import Workbench

@Suite("Servers that don't behave")
struct BadReceiverTests {
    @Test("Hundreds that never answer, flood or drip hold up nobody's answer")
    func live() async throws {
        let bad = try Receiver { request in
            switch request.target {
            case "/drip": .drip(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8))
            case "/flood": .flood(100_000_000)
            case "/cut": .cut
            default: .silence
            }
        }
        defer { bad.stop() }
        let good = try Receiver { _ in .answer("200 OK") }
        defer { good.stop() }
        let client = WebClient(
            .httpsOrLoopback, connectWithin: .seconds(30), within: .seconds(60), atMost: 4_096,
            beyond: .dropped)
        let troubles = Task {
            await withTaskGroup { group in
                for number in 0..<300 {
                    let path = ["/silence", "/drip", "/flood", "/cut"][number % 4]
                    group.addTask { _ = try? await client.get(bad.url(path)) }
                }
            }
        }
        #expect(await eventually { bad.requests.count >= 150 })
        var slowest = Duration.zero
        for _ in 0..<50 {
            let start = ContinuousClock.now
            let answer = try await client.post(good.url(), [1], [:])
            slowest = max(slowest, ContinuousClock.now - start)
            #expect(answer.status == 200)
        }
        #expect(slowest < .seconds(5))
        troubles.cancel()
        await troubles.value
    }

    @Test("More requests at once than may be are refused, and room comes back")
    func crowd() async throws {
        // In a process of its own: the room is everybody's.
        await #expect(processExitsWith: .success) {
            let server = try RawServer { _ in .begun([]) }
            defer { server.stop() }
            let client = WebClient(
                .httpsOrLoopback, connectWithin: .seconds(60), within: .seconds(60), atMost: 4_096)
            let url = server.url("/wait")
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<1_100 {
                    group.addTask {
                        do {
                            _ = try await client.get(url)
                            return false
                        } catch {
                            return error as? WebClientError == .overloaded
                        }
                    }
                }
                var refused = 0
                for await isRefused in group {
                    if isRefused { refused += 1 }
                    if refused == 76 { group.cancelAll() }
                }
                #expect(refused == 76)
            }
            let free = try RawServer { _ in .bytes(RawServer.answer("200 OK")) }
            defer { free.stop() }
            // The room of those who left is free as soon as the thread has let go of their connections.
            let hasRoom = await eventually {
                (try? await client.get(free.url()))?.status == 200
            }
            #expect(hasRoom)
        }
    }
}
