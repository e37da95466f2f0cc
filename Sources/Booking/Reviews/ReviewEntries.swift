/// The entries of reviews.
enum ReviewEntries {
    static let posted = EntryKind<ReviewFacts>("review.posted", ReviewFacts.schema) {
        facts, head, tables in
        try ReviewStore.insert(facts, head, tables)
    }

    static let changed = EntryKind<ReviewRating>("review.changed", ReviewRating.schema) {
        change, head, tables in
        try ReviewStore.update(change.rating, head, tables)
    }

    static let deleted = EntryKind<Nothing>("review.deleted", Nothing.schema) { _, head, tables in
        try ReviewStore.delete(head, tables)
    }

    static let chapter = Chapter(
        "reviews", kinds: posted, changed, deleted,
        tables: [
            ReadTable("review", key: "id"),
            ReadTable("rating_count", key: "kind", "rated_id", "rating"),
        ],
        invariants: [
            Invariant(
                "Each rating of what was booked is counted once",
                breaches: """
                    select kind, item_id, rating, count(*)
                    from review
                    where item_id is not null
                    group by kind, item_id, rating
                    having count(*) is not (
                        select number
                        from rating_count
                        where rating_count.kind = review.kind and rated_id = item_id
                            and rating_count.rating = review.rating
                    )
                    """),
            Invariant(
                "Each rating of a session is counted for who led it",
                breaches: """
                    select host_id, rating, count(*)
                    from review
                    where kind = 'session' and host_id is not null
                    group by host_id, rating
                    having count(*) is not (
                        select number
                        from rating_count
                        where rating_count.kind = 'facilitator' and rated_id = host_id
                            and rating_count.rating = review.rating
                    )
                    """),
            Invariant(
                "No more ratings are counted than there are",
                breaches: """
                    select counted.total, given.total
                    from (select coalesce(sum(number), 0) as total from rating_count) as counted
                    cross join (
                        select
                            count(item_id)
                                + count(host_id) filter (where kind = 'session') as total
                        from review
                    ) as given
                    where counted.total <> given.total
                    """),
            Invariant(
                "A service has the ratings of its reviews",
                breaches: """
                    select id, rating_count, rating_sum
                    from service
                    where (rating_count, rating_sum) <> (
                        select coalesce(sum(number), 0), coalesce(sum(number * rating), 0)
                        from rating_count
                        where kind = 'service' and rated_id = service.id
                    )
                    """),
            Invariant(
                "Only what was completed is reviewed, and by whose it was",
                breaches: """
                    select review.id, booking.id
                    from review
                    join booking on booking.number = review.booking
                    where booking.state <> 'completed' or booking.user_id <> review.user_id
                        or booking.kind <> review.kind
                    """),
        ])
}
