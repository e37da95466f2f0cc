-- The answers to requests that bear an Idempotency-Key, for when they come again. Each is written with its
-- effect, and kept for a day.
create table kept_answer (
    -- In the order in which they were kept: the oldest go first.
    number integer not null
        constraint kept_answer_primary primary key,
    -- Whose keys these are: an account's id, or an address at one route.
    scope text not null
        constraint kept_answer_scope_not_empty check (scope <> ''),
    -- The how-manieth of its scope.
    turn integer not null
        constraint kept_answer_turn_from_one check (turn >= 1),
    -- The SHA-256 of the key. The key itself would help to read the answer, so it is nowhere.
    key_hash blob not null
        constraint kept_answer_key_hash_is_sha256 check (length(key_hash) = 32),
    -- The account that the answer tells of: with it, the answer goes. It is no reference, as nothing is
    -- looked up by it.
    account_id text
        constraint kept_answer_account_not_empty check (account_id <> ''),
    -- Tells whether a request is the same. Only who has it and the server's secret can compute it.
    fingerprint blob not null
        constraint kept_answer_fingerprint_is_sha256 check (length(fingerprint) = 32),
    status integer not null
        constraint kept_answer_status_of_success check (status between 200 and 299),
    -- Header fields and body, readable only to who sends the request again.
    sealed_answer blob not null,
    created_at integer not null
) strict;

create unique index kept_answer_key
on kept_answer (scope, key_hash);

create unique index kept_answer_turn
on kept_answer (scope, turn);

create index kept_answer_by_account
on kept_answer (account_id) where account_id is not null;

create index kept_answer_by_age
on kept_answer (created_at);
