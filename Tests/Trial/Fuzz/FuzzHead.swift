import HTTP

/// What can be asked of a head.
struct FuzzHead: Equatable {
    let method: Method
    let path: [UInt8]
    let query: [UInt8]?
    let isAsterisk: Bool
    let version: Version
    let framing: RequestHead.Framing
    let host: String
    let keepsAlive: Bool
    let expectsContinue: Bool
    let fields: [[UInt8]?]
    let counts: [Int]

    init(_ head: RequestHead) {
        method = head.method
        path = Array(head.target.path)
        query = head.target.query.map { Array($0) }
        isAsterisk = head.target.isAsterisk
        version = head.version
        framing = head.framing
        host = head.host
        keepsAlive = head.keepsAlive
        expectsContinue = head.expectsContinue
        fields = FuzzHead.names.map { head.fields.bytes(of: $0).map { Array($0) } }
        counts = FuzzHead.names.map { head.fields.count(of: $0) }
    }

    private static let names: [FieldName] = [
        .host, .contentLength, .transferEncoding, .connection, .expect, .accept, .userAgent,
        .upgrade, "Cookie", "X", "Y",
    ]
}
