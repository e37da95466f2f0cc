import SQLite

extension Migration {
    /// Boats; then trips of boats; then boats have a length.
    static let harbour = [boats, trips, lengths]

    static let boats = numbered(
        1, "boats",
        up: """
            create table boat (id integer primary key, name text not null) strict;
            insert into boat (id, name) values (1, 'Anna'), (2, 'Berta');
            """,
        down: "drop table boat;")

    static let trips = numbered(
        2, "trips",
        up: """
            create table trip (
                id integer primary key,
                boat integer not null references boat (id) on delete cascade
            ) strict;
            create index trip_boat on trip (boat);
            insert into trip (id, boat) values (1, 1), (2, 2);
            """,
        down: "drop table trip;")

    /// Makes the table anew, although others refer to it.
    static let lengths = numbered(
        3, "lengths",
        up: """
            create table longer (id integer primary key, name text not null, length integer) strict;
            insert into longer (id, name) select id, name from boat;
            drop table boat;
            alter table longer rename to boat;
            """,
        down: "alter table boat drop column length;")

    static func numbered(
        _ number: Int, _ name: String, up: String, down: String = "select 1;"
    ) -> Migration {
        Migration(
            number: number, name: name, up: up, down: down, checksum: "checksum of \(up.utf8.count)"
        )
    }
}
