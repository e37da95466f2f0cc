create table occasion_anew (
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

insert into occasion_anew (
    number, id, kind, host_id, title, description, location, category, starts_at, ends_at, timezone,
    local_date, local_time, tzdata, capacity, taken, price, currency, status, created_at, updated_at,
    version
)
select
    number, id, kind, host_id, title, description, location, category, starts_at, ends_at, timezone,
    local_date, local_time, tzdata, capacity, taken, price, currency, status, created_at, updated_at,
    version
from occasion
join occasion_places using (number);

drop table occasion_places;

drop table occasion;

alter table occasion_anew
rename to occasion;

create unique index occasion_id
on occasion (id);

create index occasion_by_start
on occasion (kind, status, starts_at, number);

create index occasion_by_host
on occasion (kind, host_id, starts_at, number);

-- Whoever has a place is there when it takes place.
create trigger booking_moves_with_occasion
after update of starts_at, ends_at on occasion
when new.starts_at <> old.starts_at or new.ends_at is not old.ends_at
begin
    update booking
    set starts_at = new.starts_at, ends_at = new.ends_at
    where starts_at = old.starts_at and occasion = new.number;
end;
