-- What takes place at a time and has places: classes, sessions and events. Made from the journal.
create table occasion (
    -- The place in the journal of the entry that made it, so newer ones have higher numbers.
    number integer not null
        constraint occasion_primary primary key,
    id text not null,
    kind text not null
        constraint occasion_kind_known check (kind in ('class', 'session', 'event')),
    -- Who leads it; nobody where the house does.
    host_id text
        constraint occasion_host_has_account references account (id),
    title text not null
        constraint occasion_title_not_empty check (title <> ''),
    description text,
    location text,
    -- The sort of session.
    category text
        constraint occasion_category_of_session check ((category is null) = (kind <> 'session')),
    starts_at integer not null,
    ends_at integer,
    -- What the clocks show there when it begins, as it was promised: the law of a place may change.
    timezone text not null,
    local_date text not null,
    local_time text not null,
    -- The version of the database of zones that told so.
    tzdata text,
    capacity integer not null,
    -- How many places are booked.
    taken integer not null
        constraint occasion_taken_not_negative check (taken >= 0),
    -- In minor units of the currency.
    price integer not null
        constraint occasion_price_not_negative check (price >= 0),
    currency text not null,
    status text not null
        constraint occasion_status_known check (status in ('active', 'cancelled')),
    created_at integer not null,
    updated_at integer not null,
    -- How many entries have made it what it is.
    version integer not null,
    constraint occasion_never_overbooked check (taken <= capacity),
    constraint occasion_ends_after_start check (ends_at > starts_at)
) strict;

create unique index occasion_id
on occasion (id);

create index occasion_by_start
on occasion (kind, status, starts_at, number);

create index occasion_by_host
on occasion (kind, host_id, starts_at, number);

-- How many occasions begin within which span of time, so that a list can say how many are to come without going
-- through them. A span is two to the power of its shift milliseconds long, and each is 32 of the next shorter.
create table occasion_count (
    kind text not null,
    status text not null,
    shift integer not null,
    -- Which span: the milliseconds since 1970, divided by its length.
    span integer not null,
    number integer not null
        constraint occasion_count_positive check (number >= 0),
    constraint occasion_count_primary primary key (kind, status, shift, span)
) strict, without rowid;

-- What occasions are found by: the words of their texts, without regard to case and accents. A row has its
-- occasion's number as its rowid too. A trigger could not keep it: in a schema that isn't trusted they may not use it.
create virtual table occasion_text
using fts5 (
    number unindexed, title, description, location,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
