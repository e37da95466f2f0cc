-- What people book appointments for: made from the journal.
create table service (
    -- The place in the journal of the entry that made it, so newer ones have higher numbers.
    number integer not null
        constraint service_primary primary key,
    id text not null,
    title text not null
        constraint service_title_not_empty check (title <> ''),
    description text not null,
    -- In minor units of the currency.
    price integer not null
        constraint service_price_not_negative check (price >= 0),
    currency text not null,
    -- Whoever books one that is deleted now has the row still.
    status text not null
        constraint service_status_known check (status in ('active', 'inactive', 'deleted')),
    -- Minutes.
    duration integer not null
        constraint service_duration_positive check (duration > 0),
    buffer integer not null
        constraint service_buffer_not_negative check (buffer >= 0),
    lead integer not null
        constraint service_lead_not_negative check (lead >= 0),
    step integer
        constraint service_step_positive check (step > 0),
    -- JSON: a zone, and the windows of each day of the week as minutes since midnight; null is always.
    hours text
        constraint service_hours_not_empty check (hours <> ''),
    rating_count integer not null,
    rating_sum integer not null,
    created_at integer not null,
    updated_at integer not null,
    -- How many entries have made it what it is.
    version integer not null
) strict;

create unique index service_id
on service (id);

create index service_by_status
on service (status, number);

create index service_by_price
on service (status, price, number);

-- How many services have a status, so that a list can say it without going through them.
create table service_count (
    status text not null
        constraint service_count_primary primary key
        constraint service_count_status_known check (status in ('active', 'inactive', 'deleted')),
    number integer not null
        constraint service_count_not_negative check (number >= 0)
) strict, without rowid;

-- What services that can be seen are found by: every piece of three characters of their titles and descriptions,
-- so that any part of a word is found (https://www.sqlite.org/fts5.html section 4.3.4). A row has its service's
-- number as its rowid too. A trigger could not keep it: in a schema that isn't trusted they may not use it.
create virtual table service_text
using fts5 (number unindexed, title, description, tokenize = 'trigram');
