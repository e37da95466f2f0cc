-- Which notices of new bookings somebody has read who leads what is booked. The notices themselves stand nowhere: they
-- are the bookings.
create table notice_read (
    account_id text not null
        constraint notice_read_by_account references account (id),
    -- The booking's number. It may be deleted, and what was read of it stays and does no harm.
    number integer not null,
    constraint notice_read_primary primary key (account_id, number)
) strict, without rowid;

-- Up to which number somebody has read them all.
create table notice_mark (
    account_id text not null
        constraint notice_mark_primary primary key
        constraint notice_mark_by_account references account (id),
    read_up_to integer not null
) strict, without rowid;
