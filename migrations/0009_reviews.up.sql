-- What people think of what they have booked: made from the journal. Their words stand beside it.
create table review (
    -- The place in the journal of the entry that made it, so newer ones have higher numbers.
    number integer not null
        constraint review_primary primary key,
    id text not null,
    booking integer not null
        constraint review_of_booking references booking (number),
    user_id text not null
        constraint review_by_account references account (id),
    kind text not null
        constraint review_kind_known check (kind in ('class', 'session', 'event', 'service', 'slot')),
    -- The occasion or the service. A slot is time of the house itself.
    item_id text,
    -- Who led it.
    host_id text
        constraint review_host_has_account references account (id),
    rating integer not null
        constraint review_rating_in_range check (rating between 1 and 5),
    created_at integer not null,
    updated_at integer not null,
    -- How many entries have made it what it is.
    version integer not null,
    constraint review_is_of_its_kind check ((item_id is null) = (kind = 'slot'))
) strict;

create unique index review_id
on review (id);

-- A booking has one review.
create unique index review_once
on review (booking);

-- The newest of each rating, to be merged.
create index review_by_rating
on review (kind, item_id, rating, number) where item_id is not null;

create index review_by_user
on review (user_id, number);

-- How often each rating was given to what, so that averages and totals are told without going through reviews.
create table rating_count (
    kind text not null
        constraint rating_count_kind_known check (
            kind in ('class', 'session', 'event', 'service', 'facilitator')
        ),
    rated_id text not null,
    rating integer not null
        constraint rating_count_rating_in_range check (rating between 1 and 5),
    number integer not null
        constraint rating_count_positive check (number > 0),
    constraint rating_count_primary primary key (kind, rated_id, rating)
) strict, without rowid;

-- What people say in a review. It stands beside the journal, and goes when the person wants to be forgotten.
create table review_comment (
    -- The review's number.
    number integer not null
        constraint review_comment_primary primary key,
    user_id text not null
        constraint review_comment_by_account references account (id),
    comment text not null
        constraint review_comment_not_empty check (comment <> '')
) strict;

create index review_comment_by_user
on review_comment (user_id);
