-- What a person may do: made from the journal.
create table role (
    id text not null
        constraint role_primary primary key,
    name text not null
        constraint role_name_not_empty check (name <> ''),
    description text not null,
    status text not null
        constraint role_status_known check (status in ('active', 'inactive')),
    -- The names of its permissions with a blank between them.
    permissions text not null,
    is_built_in integer not null
        constraint role_is_built_in_boolean check (is_built_in in (0, 1)),
    created_at integer not null,
    updated_at integer not null,
    -- How many entries have made it what it is.
    version integer not null
) strict;

create unique index role_name
on role (name);

-- Who has ever had an account: made from the journal, so it tells nothing of who that is.
create table account (
    id text not null
        constraint account_primary primary key,
    status text not null
        constraint account_status_known check (status in ('active', 'suspended', 'banned', 'erased')),
    created_at integer not null,
    updated_at integer not null,
    -- When its roles or its status last changed: access tokens that are older may be wrong about them.
    access_changed_at integer not null,
    -- How many entries have made it what it is.
    version integer not null
) strict;

create index account_by_status
on account (status, id);

-- Everybody who is still somebody, in the order of registration.
create index account_present
on account (id) where status <> 'erased';

create index account_by_access_change
on account (access_changed_at);

-- Who has which role: made from the journal.
create table account_role (
    account_id text not null
        constraint account_role_of_account references account (id),
    role_id text not null
        constraint account_role_is_role references role (id),
    constraint account_role_primary primary key (account_id, role_id)
) strict, without rowid;

create index account_role_by_role
on account_role (role_id, account_id);

-- Who a person is. It stands beside the journal, and goes when the person wants to be forgotten.
create table profile (
    account_id text not null
        constraint profile_primary primary key
        constraint profile_of_account references account (id),
    email text not null,
    -- The same in lower case: by this it is found and compared.
    email_key text not null,
    username text not null,
    username_key text not null,
    name text not null,
    bio text,
    specialization text,
    -- When a letter to the address was answered.
    email_verified_at integer
) strict;

create unique index profile_email
on profile (email_key);

create unique index profile_username
on profile (username_key);

-- The words by which a person is found, in lower case.
create table profile_word (
    word text not null,
    account_id text not null
        constraint profile_word_of_profile references profile (account_id) on delete cascade,
    constraint profile_word_primary primary key (word, account_id)
) strict, without rowid;

create index profile_word_by_account
on profile_word (account_id);

-- By what a person proves who they are.
create table credential (
    account_id text not null
        constraint credential_primary primary key
        constraint credential_of_account references account (id),
    -- The hash of the password; null for who signs in through others only.
    password_hash text,
    -- Another number for each other password. A better hash of the same one leaves it.
    password_version integer not null,
    -- Google's name for the person, and when Google itself has told it; null where another system has.
    google_subject text,
    google_confirmed_at integer
) strict;

create unique index credential_google_subject
on credential (google_subject) where google_subject is not null;

-- A device on which a person has signed in: the family of all refresh tokens that follow one another there.
create table sign_in (
    id text not null
        constraint sign_in_primary primary key,
    account_id text not null
        constraint sign_in_of_account references account (id),
    created_at integer not null,
    last_used_at integer not null,
    -- When the newest refresh token ends.
    expires_at integer not null,
    ip text,
    user_agent text,
    ended_at integer,
    end_reason text
        constraint sign_in_end_reason_known check (
            end_reason in (
                'signed_out', 'revoked', 'token_reused', 'password_changed', 'password_reset',
                'account_blocked', 'replaced'
            )
        ),
    constraint sign_in_end_has_reason check ((ended_at is null) = (end_reason is null))
) strict;

create index sign_in_by_account
on sign_in (account_id, last_used_at);

create index sign_in_by_address
on sign_in (account_id, ip);

create index sign_in_by_end
on sign_in (ended_at) where ended_at is not null;

create index sign_in_by_expiry
on sign_in (expires_at);

-- A refresh token, by its SHA-256: the token itself is nowhere.
create table refresh_token (
    hash blob not null
        constraint refresh_token_primary primary key
        constraint refresh_token_hash_is_sha256 check (length(hash) = 32),
    sign_in_id text not null
        constraint refresh_token_of_sign_in references sign_in (id) on delete cascade,
    expires_at integer not null,
    used_at integer,
    -- The token that followed it, readable only to who has this one.
    sealed_successor blob,
    constraint refresh_token_use_has_successor check ((used_at is null) = (sealed_successor is null))
) strict;

create index refresh_token_by_sign_in
on refresh_token (sign_in_id);

create index refresh_token_by_expiry
on refresh_token (expires_at);

-- A token that was sent to a person in a letter, by its SHA-256.
create table letter_token (
    hash blob not null
        constraint letter_token_primary primary key
        constraint letter_token_hash_is_sha256 check (length(hash) = 32),
    purpose text not null
        constraint letter_token_purpose_known check (purpose in ('reset_password', 'verify_email')),
    account_id text not null
        constraint letter_token_of_account references account (id),
    -- The address it was sent to, in lower case: it proves nothing for another.
    email_key text not null,
    created_at integer not null,
    expires_at integer not null
) strict;

create index letter_token_by_account
on letter_token (account_id, purpose, created_at);

create index letter_token_by_expiry
on letter_token (expires_at);
