-- SQLite keeps a copy of every page that an insert changes for as long as the insert might have to be taken back alone:
-- where a trigger may abort it, or a foreign key is checked at once, beside a trigger. That was a tenth of what a
-- booking costs there. Here a trigger lets the insert fail, before it has changed anything, and keys are checked when
-- the booking is complete.

drop trigger booking_moves_with_occasion;

create table booking_anew (
    -- The place in the journal of the entry that made it, so newer ones have higher numbers.
    number integer not null
        constraint booking_primary primary key,
    id text not null,
    -- A list of more than two words in a check would be made into a table for each row that comes
    -- (https://www.sqlite.org/opcode.html#OpenEphemeral), which takes longer than all the rest of it.
    kind text not null
        constraint booking_kind_known check (
            kind = 'class' or kind = 'session' or kind = 'event' or kind = 'service'
            or kind = 'slot'
        ),
    state text not null
        constraint booking_state_known check (
            state = 'pending' or state = 'confirmed' or state = 'completed' or state = 'no_show'
            or state = 'cancelled'
        ),
    user_id text not null
        constraint booking_by_account references account (id) deferrable initially deferred,
    -- What is booked: places of an occasion, or time of a service. A slot is time of the house itself.
    occasion integer
        constraint booking_of_occasion references occasion (number) deferrable initially deferred,
    service integer
        constraint booking_of_service references service (number) deferrable initially deferred,
    seats integer not null
        constraint booking_seats_positive check (seats > 0),
    starts_at integer not null,
    ends_at integer,
    -- Until when nothing else can take place, where time is booked.
    claimed_until integer,
    -- What a place cost when it was booked, in minor units of the currency.
    price integer not null
        constraint booking_price_not_negative check (price >= 0),
    currency text not null,
    created_at integer not null,
    updated_at integer not null,
    -- How many entries have made it what it is.
    version integer not null,
    constraint booking_is_of_its_kind check (
        (occasion is null) = (kind = 'service' or kind = 'slot')
        and (service is not null) = (kind = 'service')
    ),
    constraint booking_claims_time check ((claimed_until is not null) = (occasion is null)),
    constraint booking_claims_what_it_takes check (claimed_until >= ends_at),
    constraint booking_ends_after_start check (ends_at > starts_at)
) strict;

insert into booking_anew (
    number, id, kind, state, user_id, occasion, service, seats, starts_at, ends_at, claimed_until, price,
    currency, created_at, updated_at, version
)
select
    number, id, kind, state, user_id, occasion, service, seats, starts_at, ends_at, claimed_until, price,
    currency, created_at, updated_at, version
from booking;

drop table booking;

alter table booking_anew
rename to booking;

create unique index booking_id
on booking (id);

-- Everything that belongs together is found by one of these two. What takes place at a time is few things, so an
-- index of its own for what is booked would only make each booking write one more page.
create index booking_by_user
on booking (user_id, starts_at, number);

create index booking_by_start
on booking (starts_at, number);

-- Time that is taken.
create index booking_live_time
on booking (kind, service, starts_at)
where claimed_until is not null and state in ('pending', 'confirmed');

-- Nobody has two live bookings of one class or session; of an event many. They begin when it does.
create trigger booking_once
before insert on booking
when new.kind in ('class', 'session') and new.state in ('pending', 'confirmed')
begin
    select raise(fail, 'booking_once')
    from booking
    where user_id = new.user_id and starts_at = new.starts_at and occasion = new.occasion
        and state in ('pending', 'confirmed');
end;

-- Nothing claims more than three days: what began earlier is over.
create trigger booking_never_overlaps
before insert on booking
when new.claimed_until is not null and new.state in ('pending', 'confirmed')
begin
    select raise(fail, 'booking_overlap')
    from booking
    where kind = new.kind and service is new.service and claimed_until is not null
        and state in ('pending', 'confirmed') and starts_at > new.starts_at - 259200000
        and starts_at < new.claimed_until and claimed_until > new.starts_at;
end;

create trigger booking_never_moves_onto_another
before update of state, starts_at, claimed_until on booking
when new.claimed_until is not null and new.state in ('pending', 'confirmed')
begin
    select raise(abort, 'booking_overlap')
    from booking
    where kind = new.kind and service is new.service and claimed_until is not null
        and state in ('pending', 'confirmed') and starts_at > new.starts_at - 259200000
        and starts_at < new.claimed_until and claimed_until > new.starts_at
        and number <> new.number;
end;

-- Whoever has a place is there when it takes place.
create trigger booking_moves_with_occasion
after update of starts_at, ends_at on occasion
when new.starts_at <> old.starts_at or new.ends_at is not old.ends_at
begin
    update booking
    set starts_at = new.starts_at, ends_at = new.ends_at
    where starts_at = old.starts_at and occasion = new.number;
end;
