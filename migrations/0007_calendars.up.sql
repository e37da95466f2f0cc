-- The secret address of somebody's calendar, by the SHA-256 of its token: the token itself is nowhere.
create table calendar (
    account_id text not null
        constraint calendar_primary primary key
        constraint calendar_of_account references account (id),
    hash blob not null
        constraint calendar_hash_is_sha256 check (length(hash) = 32),
    created_at integer not null
) strict;

create unique index calendar_hash
on calendar (hash);
