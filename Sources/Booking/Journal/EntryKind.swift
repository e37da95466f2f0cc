import JSON

/// A kind of thing that can happen, such as `booking.placed`: what its entries tell, and what it changes
/// in the read tables.
///
/// What stands before the dot is what it happens to, and where the names of its streams begin: entries of
/// `booking.placed` are in `booking/ID`. A kind that has been recorded once stays for ever, and its
/// schema goes on reading what it wrote: new members have a default.
package struct EntryKind<Payload: Equatable & Sendable>: Sendable {
    /// Changes the read tables by an entry, and by nothing else: not by the clock, by chance, or by a
    /// table that isn't made from the journal. Live and in replay it is the same function.
    package typealias Apply = @Sendable (Payload, EntryHead, ReadTables) throws -> Void

    package let name: String
    package let schema: Schema<Payload>
    /// `booking/`
    let streamPrefix: String
    let apply: Apply
    /// Whether a payload is so plain that its JSON is surely read as what it was. Of others that is tried
    /// when they are recorded, which takes longer than all else about an entry.
    let isPlain: @Sendable (Payload) -> Bool
    /// Whether each is the first of its stream, as what it happens to has just got a new id. Then nobody needs to
    /// look how far the stream has come; one that exists already refuses it.
    let isFirst: Bool

    /// What is said to be plain has to be in a test that tries it with many payloads.
    package init(
        _ name: String, _ schema: Schema<Payload>, isFirst: Bool = false,
        isPlain: @escaping @Sendable (Payload) -> Bool = { _ in false }, apply: @escaping Apply
    ) {
        self.name = name
        self.schema = schema
        self.isFirst = isFirst
        self.isPlain = isPlain
        self.apply = apply
        streamPrefix = (name.split(separator: ".").first.map(String.init) ?? name) + "/"
    }

    /// What an entry's JSON tells, as every replay will read it.
    func payload(from data: [UInt8]) throws -> Payload {
        let json = try JSON.parse(data)
        var faults = Faults()
        guard let payload = schema.read(json, &faults) else { throw UnreadablePayload(faults.all) }
        return payload
    }
}
