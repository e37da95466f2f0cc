-- Who is told of what happens. None of it is made from the journal: it says how far telling has come.

-- A way to one receiver, and how far along the journal what it is told has been planned.
create table notice_lane (
    name text not null
        constraint notice_lane_primary primary key,
    seq integer not null
        constraint notice_lane_seq_not_negative check (seq >= 0),
    -- How far within the next entry, where that one means many deliveries.
    place text
) strict, without rowid;

-- Something to be told, until it is told or given up.
create table delivery (
    number integer not null
        constraint delivery_primary primary key,
    id text not null,
    lane text not null,
    channel text not null,
    -- The kind of the entry that it tells of, or what else it is.
    kind text not null,
    target text not null,
    -- The entry that it tells of.
    seq integer,
    -- What is told to one in its order: all about a booking, or about whatever else it happened to.
    thread text,
    booking_id text,
    -- Whom it is about, so that it goes with them.
    account_id text,
    -- What can't be made again from the tables, closed.
    letter blob,
    state text not null
        constraint delivery_state_known check (
            state = 'pending' or state = 'delivered' or state = 'dead'
        ),
    attempts integer not null
        constraint delivery_attempts_not_negative check (attempts >= 0),
    first_attempt_at integer,
    next_attempt_at integer,
    last_error text,
    created_at integer not null,
    done_at integer,
    constraint delivery_waits_while_pending check (
        (state = 'pending') = (next_attempt_at is not null)
        and (state = 'pending') = (done_at is null)
    )
) strict;

create unique index delivery_id
on delivery (id);

create index delivery_due
on delivery (lane, next_attempt_at, number) where state = 'pending';

-- What waits before others of its thread.
create index delivery_waiting
on delivery (lane, thread, number) where state = 'pending';

create index delivery_by_state
on delivery (state, number);

create index delivery_done
on delivery (state, done_at) where done_at is not null;

create index delivery_by_lane
on delivery (lane, number);

create index delivery_by_booking
on delivery (booking_id, number) where booking_id is not null;

create index delivery_by_account
on delivery (account_id) where account_id is not null;

-- What became of each try.
create table delivery_attempt (
    delivery integer not null
        constraint delivery_attempt_of_delivery references delivery (number) on delete cascade,
    attempt integer not null
        constraint delivery_attempt_number_positive check (attempt > 0),
    at integer not null,
    milliseconds integer not null
        constraint delivery_attempt_takes_time check (milliseconds >= 0),
    -- What the receiver answered, if it did.
    status integer,
    answer blob,
    -- Why it failed; null where it didn't.
    error text,
    constraint delivery_attempt_primary primary key (delivery, attempt)
) strict, without rowid;

-- Of which bookings people have been reminded, and of which start.
create table reminder (
    booking integer not null,
    starts_at integer not null,
    constraint reminder_primary primary key (booking, starts_at)
) strict, without rowid;

create index reminder_by_start
on reminder (starts_at);
