-- What happened, in the order in which it happened. Rows are only ever added: every other table that
-- tells of classes, sessions, events, services, bookings and reviews can be made anew from these.
create table journal (
    seq integer primary key,
    -- What it happened to, and the how-manieth thing that happened to it.
    stream text not null
        constraint journal_stream_not_empty check (stream <> ''),
    version integer not null
        constraint journal_version_from_one check (version >= 1),
    -- What it was, such as booking.placed, and the JSON that tells more of it.
    kind text not null
        constraint journal_kind_not_empty check (kind <> ''),
    data text not null
        constraint journal_data_not_empty check (data <> ''),
    -- The id of who did it; nobody when the server itself did.
    actor text
        constraint journal_actor_not_empty check (actor <> ''),
    -- Milliseconds since 1970.
    at integer not null
) strict;

-- Two who decide on the same state of a stream can't both append to it.
create unique index journal_stream_version
on journal (stream, version);

create trigger journal_no_update
before update on journal
begin
    select raise(abort, 'journal_append_only');
end;

-- It fires for replace too, because connections set recursive_triggers
-- (https://www.sqlite.org/lang_conflict.html).
create trigger journal_no_delete
before delete on journal
begin
    select raise(abort, 'journal_append_only');
end;
