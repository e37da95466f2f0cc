-- Who leads sessions and retreats: made from the journal. What they say of themselves is in their profile.
create table facilitator (
    account_id text not null
        constraint facilitator_primary primary key
        constraint facilitator_has_account references account (id),
    created_at integer not null,
    updated_at integer not null,
    -- How many entries have made it what it is.
    version integer not null
) strict;
