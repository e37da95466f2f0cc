/// Rows for the tables that the migrations of Roost make, so that each is tried with something in them.
enum SampleRows {
    /// By the number of the migration behind which they are added: its own tables get some.
    static let byNumber: [Int: String] = [
        1: """
        insert into journal (stream, version, kind, data, actor, at)
        values
            ('booking/1', 1, 'booking.placed', '{"seats":1}', 'ada', 1767268800000),
            ('booking/1', 2, 'booking.cancelled', '{}', null, 1767268801000);
        """
    ]
}
