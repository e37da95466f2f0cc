-- Addresses that are told of what happens. None of it is made from the journal: it is settings that admins make.
create table webhook (
    id text not null
        constraint webhook_primary primary key,
    url text not null
        constraint webhook_url_not_empty check (url <> ''),
    -- What it is told of, with blanks between.
    kinds text not null
        constraint webhook_kinds_not_empty check (kinds <> ''),
    description text,
    is_ordered integer not null
        constraint webhook_order_known check (is_ordered in (0, 1)),
    is_active integer not null
        constraint webhook_activity_known check (is_active in (0, 1)),
    -- Why the server itself has switched it off.
    reason text,
    -- What messages are signed with, closed: only a server with the right key can read it.
    sealed_secret blob not null,
    -- The one before, and until when it is good.
    sealed_previous blob,
    previous_until integer,
    created_at integer not null,
    updated_at integer not null,
    version integer not null,
    constraint webhook_reason_while_inactive check (reason is null or is_active = 0),
    constraint webhook_previous_ends check ((sealed_previous is null) = (previous_until is null))
) strict, without rowid;
