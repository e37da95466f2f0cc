/// Rows for the tables that the migrations of Roost make, so that each is tried with something in them.
enum SampleRows {
    /// Migrations that make tables anew which had rows before.
    static let shapes: Set<Int> = [14, 15]

    /// By the number of the migration behind which they are added: its own tables get some.
    static let byNumber: [Int: String] = [
        1: """
        insert into journal (stream, version, kind, data, actor, at)
        values
            ('booking/1', 1, 'booking.placed', '{"seats":1}', 'ada', 1767268800000),
            ('booking/1', 2, 'booking.cancelled', '{}', null, 1767268801000);
        """,
        2: """
        insert into role (
            id, name, description, status, permissions, is_built_in, created_at, updated_at, version
        )
        values ('r1', 'client', 'Books', 'active', 'bookings:create events:book', 1, 1, 2, 1);

        insert into account (id, status, created_at, updated_at, access_changed_at, version)
        values ('a1', 'active', 1, 2, 2, 3), ('a2', 'erased', 1, 2, 2, 2);

        insert into account_role (account_id, role_id)
        values ('a1', 'r1');

        insert into profile (
            account_id, email, email_key, username, username_key, name, bio, specialization,
            email_verified_at
        )
        values ('a1', 'Ada@x.org', 'ada@x.org', 'Ada', 'ada', 'Ada L', null, 'numbers', 3);

        insert into profile_word (word, account_id)
        values ('ada', 'a1'), ('l', 'a1');

        insert into credential (
            account_id, password_hash, password_version, google_subject, google_confirmed_at
        )
        values ('a1', '$argon2id$', 1, '117', 1);

        insert into sign_in (
            id, account_id, created_at, last_used_at, expires_at, ip, user_agent, ended_at,
            end_reason
        )
        values
            ('s1', 'a1', 1, 2, 3, '127.0.0.1', 'curl', null, null),
            ('s2', 'a1', 1, 2, 3, null, null, 2, 'signed_out');

        insert into refresh_token (hash, sign_in_id, expires_at, used_at, sealed_successor)
        values (zeroblob(32), 's1', 3, 2, zeroblob(32));

        insert into letter_token (hash, purpose, account_id, email_key, created_at, expires_at)
        values (zeroblob(32), 'verify_email', 'a1', 'ada@x.org', 1, 2);
        """,
        3: """
        insert into facilitator (account_id, created_at, updated_at, version)
        values ('a1', 1, 2, 1);
        """,
        4: """
        insert into service (
            number, id, title, description, price, currency, status, duration, buffer, lead, step,
            hours, rating_count, rating_sum, created_at, updated_at, version
        )
        values
            (
                3, 'v1', 'Massage', 'Back and neck', 4500, 'EUR', 'active', 60, 15, 120, 30,
                '{"timezone":"Europe/Berlin","weekly":{"mon":[[540,1020]]}}', 2, 9, 1, 2, 1
            ),
            (4, 'v2', 'Haircut', '', 0, 'EUR', 'deleted', 30, 0, 0, null, null, 0, 0, 1, 2, 2);

        insert into service_count (status, number)
        values ('active', 1), ('deleted', 1);

        insert into service_text (rowid, number, title, description)
        values (3, 3, 'Massage', 'Back and neck');
        """,
        5: """
        insert into occasion (
            number, id, kind, host_id, title, description, location, category, starts_at, ends_at,
            timezone, local_date, local_time, tzdata, capacity, taken, price, currency, status,
            created_at, updated_at, version
        )
        values
            (1, 'c1', 'class', 'a1', 'Yoga', null, 'Hall', null, 1767268800000, 1767272400000,
            'Asia/Kolkata', '2026-01-01', '17:30:00', '2025b', 10, 3, 0, 'USD', 'active', 1, 2, 1);

        insert into occasion_count (kind, status, shift, span, number)
        values ('class', 'active', 22, 421359, 1);

        insert into occasion_text (rowid, number, title, description, location)
        values (1, 1, 'Yoga', '', 'Hall');
        """,
        6: """
        insert into booking (
            number, id, kind, state, user_id, occasion, service, seats, starts_at, ends_at,
            claimed_until, price, currency, created_at, updated_at, version
        )
        values
            (5, 'b1', 'class', 'confirmed', 'a1', 1, null, 1, 1767268800000, 1767272400000, null,
            0, 'USD', 1, 2, 1),
            (6, 'b2', 'service', 'pending', 'a1', null, 3, 1, 1767268800000, 1767272400000,
            1767273300000, 4500, 'EUR', 1, 2, 1),
            (7, 'b3', 'slot', 'cancelled', 'a2', null, null, 1, 1767268800000, 1767272400000,
            1767272400000, 0, 'USD', 1, 2, 2);

        insert into booking_note (number, notes, client_name, client_email, reason)
        values (5, 'With a mat', 'Ada', 'ada@x.org', null), (7, null, null, null, 'Ill');
        """,
        7: """
        insert into calendar (account_id, hash, created_at)
        values ('a1', zeroblob(32), 1);
        """,
        8: """
        insert into kept_answer (
            number, scope, turn, key_hash, account_id, fingerprint, status, sealed_answer, created_at
        )
        values
            (1, 'a1', 1, zeroblob(32), 'a1', zeroblob(32), 201, zeroblob(40), 1767268800000),
            (
                2, '127.0.0.1 POST /api/v1/users', 1, zeroblob(32), null, zeroblob(32), 201,
                zeroblob(40), 1767268800000
            );
        """,
        9: """
        insert into review (
            number, id, booking, user_id, kind, item_id, host_id, rating, created_at, updated_at,
            version
        )
        values
            (8, 'w1', 5, 'a1', 'class', 'c1', 'a1', 5, 1, 2, 2),
            (9, 'w2', 7, 'a2', 'slot', null, null, 3, 1, 1, 1);

        insert into rating_count (kind, rated_id, rating, number)
        values ('class', 'c1', 5, 1);

        insert into review_comment (number, user_id, comment)
        values (8, 'a1', 'Calm and clear');
        """,
        10: """
        insert into notice_lane (name, seq, place)
        values ('crm', 2, null), ('mail', 1, 'b7');

        insert into delivery (
            number, id, lane, channel, kind, target, seq, thread, booking_id, account_id, letter,
            state, attempts, first_attempt_at, next_attempt_at, last_error, created_at, done_at
        )
        values
            (
                1, 'd1', 'crm', 'crm', 'booking.placed', 'crm', 1, 'booking/1 crm', '1', 'a1', null,
                'delivered', 1, 1, null, null, 1, 2
            ),
            (
                2, 'd2', 'mail', 'mail', 'letter.recovery', 'user/a1', null, null, null, 'a1',
                zeroblob(40), 'pending', 1, 1, 6001, 'nobody is there', 1, null
            );

        insert into delivery_attempt (delivery, attempt, at, milliseconds, status, answer, error)
        values (1, 1, 1, 12, 200, zeroblob(2), null), (2, 1, 1, 3000, null, null, 'nobody is there');

        insert into reminder (booking, starts_at)
        values (5, 1767268800000);
        """,
        11: """
        insert into webhook (
            id, url, kinds, description, is_ordered, is_active, reason, sealed_secret,
            sealed_previous, previous_until, created_at, updated_at, version
        )
        values
            (
                'h1', 'https://example.com/hook', 'booking.* review.posted', 'For the till', 1, 1,
                null, zeroblob(80), zeroblob(80), 86401000, 1, 1, 2
            ),
            (
                'h2', 'https://example.com/other', '*', null, 0, 0, 'It answered 410',
                zeroblob(80), null, null, 1, 1, 1
            );
        """,
        12: """
        insert into notice_read (account_id, number)
        values ('a1', 5), ('a1', 6), ('a2', 5);

        insert into notice_mark (account_id, read_up_to)
        values ('a2', 4);
        """,
        13: """
        update profile
        set language = 'de'
        where account_id = 'a1';
        """,
    ]
}
