import Workbench

extension WebSocketClient {
    /// A client of a server that runs for a test.
    convenience init(_ server: LiveServer, receiveBuffer: Int32? = nil) throws {
        try self.init(port: server.address.port, receiveBuffer: receiveBuffer)
    }
}
