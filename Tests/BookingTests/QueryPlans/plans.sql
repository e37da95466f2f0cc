delete from account_role where account_id = ?
    -- SEARCH account_role USING PRIMARY KEY (account_id=?)

delete from booking where id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)
    -- SEARCH review USING COVERING INDEX review_once (booking=?)

delete from booking_note
where number in (select number from booking where user_id = ?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?)
    -- LIST SUBQUERY 1
    -- SEARCH booking USING COVERING INDEX booking_by_user (user_id=?)

delete from booking_note where number = ?
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?)

delete from calendar where account_id = ?
    -- SEARCH calendar USING INDEX sqlite_autoindex_calendar_1 (account_id=?)

delete from credential where account_id = ?
    -- SEARCH credential USING INDEX sqlite_autoindex_credential_1 (account_id=?)

delete from kept_answer
where number <= (select max(number) from kept_answer) - ?
    -- SEARCH kept_answer USING INTEGER PRIMARY KEY (rowid<?)
    -- SCALAR SUBQUERY 1
    -- SEARCH kept_answer

delete from kept_answer
where number in (
    select number
    from kept_answer
    where created_at <= ?
    order by created_at
    limit ?
)
    -- SEARCH kept_answer USING INTEGER PRIMARY KEY (rowid=?)
    -- LIST SUBQUERY 1
    -- SEARCH kept_answer USING COVERING INDEX kept_answer_by_age (created_at<?)

delete from kept_answer
where scope = ?
    and turn <= (select max(turn) from kept_answer where scope = ?) - ?
    -- SEARCH kept_answer USING INDEX kept_answer_turn (scope=? AND turn<?)
    -- SCALAR SUBQUERY 1
    -- SEARCH kept_answer USING COVERING INDEX kept_answer_turn (scope=?)

delete from kept_answer
where scope = ? and key_hash = ?
    and created_at <= ?
    -- SEARCH kept_answer USING INDEX kept_answer_key (scope=? AND key_hash=?)

delete from kept_answer where account_id = ?
    -- SEARCH kept_answer USING INDEX kept_answer_by_account (account_id=?)

delete from letter_token
where account_id = ? and purpose = ?
    -- SEARCH letter_token USING COVERING INDEX letter_token_by_account (account_id=? AND purpose=?)

delete from letter_token
where hash in (
    select hash
    from letter_token
    where expires_at < ? and created_at < ?
    limit 4
)
    -- SEARCH letter_token USING COVERING INDEX sqlite_autoindex_letter_token_1 (hash=?)
    -- LIST SUBQUERY 1
    -- SEARCH letter_token USING INDEX letter_token_by_expiry (expires_at<?)

delete from letter_token where account_id = ?
    -- SEARCH letter_token USING COVERING INDEX letter_token_by_account (account_id=?)

delete from notice_mark where account_id = ?
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)

delete from notice_read where account_id = ?
    -- SEARCH notice_read USING PRIMARY KEY (account_id=?)

delete from profile where account_id = ?
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?)
    -- SEARCH profile_word USING COVERING INDEX profile_word_by_account (account_id=?)

delete from profile_word where account_id = ?
    -- SEARCH profile_word USING COVERING INDEX profile_word_by_account (account_id=?)

delete from rating_count
where kind = ? and rated_id = ? and rating = ?
    and number = 1
    -- SEARCH rating_count USING PRIMARY KEY (kind=? AND rated_id=? AND rating=?)

delete from refresh_token
where hash in (
    select hash from refresh_token where expires_at < ? limit 8
)
    -- SEARCH refresh_token USING COVERING INDEX sqlite_autoindex_refresh_token_1 (hash=?)
    -- LIST SUBQUERY 1
    -- SEARCH refresh_token USING INDEX refresh_token_by_expiry (expires_at<?)

delete from review where id = ?
    -- SEARCH review USING INDEX review_id (id=?)

delete from review_comment where number = ?
    -- SEARCH review_comment USING INTEGER PRIMARY KEY (rowid=?)

delete from review_comment where user_id = ?
    -- SEARCH review_comment USING COVERING INDEX review_comment_by_user (user_id=?)

delete from role where id = ?
    -- SEARCH role USING INDEX sqlite_autoindex_role_1 (id=?)
    -- SEARCH account_role USING COVERING INDEX account_role_by_role (role_id=?)

delete from service_text
where rowid = (select number from service where id = ?)
    -- SCAN service_text VIRTUAL TABLE INDEX 0:=
    -- SCALAR SUBQUERY 1
    -- SEARCH service USING COVERING INDEX service_id (id=?)
    -- REUSE SUBQUERY 1

delete from sign_in
where id in (select id from sign_in where expires_at < ? limit 4)
    -- SEARCH sign_in USING COVERING INDEX sqlite_autoindex_sign_in_1 (id=?)
    -- LIST SUBQUERY 1
    -- SEARCH sign_in USING INDEX sign_in_by_expiry (expires_at<?)
    -- SEARCH refresh_token USING COVERING INDEX refresh_token_by_sign_in (sign_in_id=?)

delete from sign_in where account_id = ?
    -- SEARCH sign_in USING COVERING INDEX sign_in_by_address (account_id=?)
    -- SEARCH refresh_token USING COVERING INDEX refresh_token_by_sign_in (sign_in_id=?)

delete from webhook where id = ?
    -- SEARCH webhook USING PRIMARY KEY (id=?)

insert into account (id, status, created_at, updated_at, access_changed_at, version)
values (
    ?, ?, ?, ?,
    ?, ?
)
    -- SEARCH booking USING COVERING INDEX booking_by_user (user_id=?)

insert into account_role (account_id, role_id) values (?, ?)
    -- (nothing to plan)

insert into credential (account_id, password_hash, password_version)
values (?, ?, 1)
    -- (nothing to plan)

insert into facilitator (account_id, created_at, updated_at, version)
values (?, ?, ?, ?)
on conflict (account_id) do update
set updated_at = excluded.updated_at, version = excluded.version
    -- (nothing to plan)

insert into journal (stream, version, kind, data, actor, at)
values (
    ?, ?, ?, ?, ?,
    ?
)
    -- (nothing to plan)

insert into kept_answer (
    scope, turn, key_hash, account_id, fingerprint, status, sealed_answer, created_at
)
values (
    ?,
    (select coalesce(max(turn), 0) + 1 from kept_answer where scope = ?),
    ?, ?, ?, ?,
    ?, ?
)
on conflict (scope, key_hash) do nothing
    -- SCALAR SUBQUERY 1
    -- SEARCH kept_answer USING COVERING INDEX kept_answer_turn (scope=?)

insert into letter_token (
    hash, purpose, account_id, email_key, created_at, expires_at
)
values (
    ?, ?, ?, ?, ?,
    ?
)
    -- (nothing to plan)

insert into occasion (
    number, id, kind, host_id, title, description, location, category, starts_at,
    ends_at, timezone, local_date, local_time, tzdata, price, currency, status,
    created_at, updated_at, version
)
values (
    ?, ?, ?, ?, ?,
    ?, ?, ?, ?,
    ?, ?, ?,
    ?, ?, ?, ?,
    ?, ?, ?, ?
)
    -- SCAN booking

insert into occasion_count (kind, status, shift, span, number)
values (?, ?, ?, ?, max(0, ?)), (?, ?, ?, ?, max(0, ?)), (?, ?, ?, ?, max(0, ?)), (?, ?, ?, ?, max(0, ?)), (?, ?, ?, ?, max(0, ?))
on conflict (kind, status, shift, span) do update
set number = number + ?
    -- SCAN 5 CONSTANT ROWS

insert into occasion_places (number, capacity, taken)
values (?, ?, 0)
    -- (nothing to plan)

insert into occasion_text (rowid, number, title, description, location)
values (
    ?, ?, ?, ?,
    ?
)
    -- (nothing to plan)

insert into profile (
    account_id, email, email_key, username, username_key, name, bio, specialization,
    email_verified_at, language
)
values (
    ?, ?, ?, ?,
    ?, ?, ?,
    ?, ?, ?
)
    -- (nothing to plan)

insert into profile_word (word, account_id) values (?, ?)
    -- (nothing to plan)

insert into rating_count (kind, rated_id, rating, number)
values (?, ?, ?, 1)
on conflict (kind, rated_id, rating) do update
set number = number + 1
    -- (nothing to plan)

insert into refresh_token (hash, sign_in_id, expires_at)
values (?, ?, ?)
    -- (nothing to plan)

insert into review (
    number, id, booking, user_id, kind, item_id, host_id, rating, created_at,
    updated_at, version
)
values (
    ?, ?,
    (select number from booking where id = ?), ?,
    ?, ?, ?, ?, ?,
    ?, ?
)
    -- SCALAR SUBQUERY 1
    -- SEARCH booking USING COVERING INDEX booking_id (id=?)

insert into review_comment (number, user_id, comment)
values (?, ?, ?)
    -- (nothing to plan)

insert into role (
    id, name, description, status, permissions, is_built_in, created_at, updated_at,
    version
)
values (
    ?, ?, ?, ?,
    ?, ?, ?, ?,
    ?
)
    -- (nothing to plan)

insert into service (
    number, id, title, description, price, currency, status, duration, buffer, lead,
    step, hours, rating_count, rating_sum, created_at, updated_at, version
)
values (
    ?, ?, ?, ?, ?,
    ?, ?, ?, ?,
    ?, ?, ?, 0, 0, ?,
    ?, ?
)
    -- SCAN booking

insert into service_count (status, number)
values (?, 1)
on conflict (status) do update
set number = number + 1
    -- (nothing to plan)

insert into service_text (rowid, number, title, description)
values (?, ?, ?, ?)
    -- (nothing to plan)

insert into sign_in (id, account_id, created_at, last_used_at, expires_at)
values (?, ?, ?, ?, ?)
    -- (nothing to plan)

insert into webhook (
    id, url, kinds, description, is_ordered, is_active, reason, sealed_secret,
    sealed_previous, previous_until, created_at, updated_at, version
)
values (
    ?, ?, ?,
    ?, ?, ?,
    ?, ?, ?,
    ?, ?, ?,
    ?
)
    -- (nothing to plan)

insert or fail into booking (
    number, id, kind, state, user_id, occasion, service, seats, starts_at, ends_at,
    claimed_until, price, currency, created_at, updated_at, version
)
values (
    ?, ?, ?, ?, ?,
    ?, null, ?,
    ?, ?, ?,
    ?, ?, ?, ?, ?
)
    -- SEARCH review USING COVERING INDEX review_once (booking=?)

select
    (
        select coalesce(sum(number), 0)
        from occasion_count
        where kind = ? and status = ? and shift = 22
            and span > ? and span < ?
    ) + (
        select coalesce(sum(number), 0)
        from occasion_count
        where kind = ? and status = ? and shift = 27
            and span > ? and span < ?
    ) + (
        select coalesce(sum(number), 0)
        from occasion_count
        where kind = ? and status = ? and shift = 32
            and span > ? and span < ?
    ) + (
        select coalesce(sum(number), 0)
        from occasion_count
        where kind = ? and status = ? and shift = 37
            and span > ? and span < ?
    ) + (
        select coalesce(sum(number), 0)
        from occasion_count
        where kind = ? and status = ? and shift = 42
            and span > ?
    )
    -- SCAN CONSTANT ROW
    -- SCALAR SUBQUERY 1
    -- SEARCH occasion_count USING PRIMARY KEY (kind=? AND status=? AND shift=? AND span>? AND span<?)
    -- SCALAR SUBQUERY 2
    -- SEARCH occasion_count USING PRIMARY KEY (kind=? AND status=? AND shift=? AND span>? AND span<?)
    -- SCALAR SUBQUERY 3
    -- SEARCH occasion_count USING PRIMARY KEY (kind=? AND status=? AND shift=? AND span>? AND span<?)
    -- SCALAR SUBQUERY 4
    -- SEARCH occasion_count USING PRIMARY KEY (kind=? AND status=? AND shift=? AND span>? AND span<?)
    -- SCALAR SUBQUERY 5
    -- SEARCH occasion_count USING PRIMARY KEY (kind=? AND status=? AND shift=? AND span>?)

select
    count(*),
    coalesce(sum(case when currency = ? then price * seats else 0 end), 0)
from booking
where booking.starts_at in (select starts_at from occasion where kind = 'session' and host_id = ?)
    and booking.occasion in (select number from occasion where kind = 'session' and host_id = ?) and state in ('confirmed', 'completed')
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)
    -- LIST SUBQUERY 1
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=?)
    -- LIST SUBQUERY 2
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=?)

select
    count(*), coalesce(sum(status = 'active'), 0),
    coalesce(sum(status = 'active' and starts_at > ?), 0)
from occasion
where kind = 'session' and host_id = ?
    -- SEARCH occasion USING INDEX occasion_by_host (kind=? AND host_id=?)

select
    id, status, created_at, updated_at, version, email, username, name, bio,
    specialization, email_verified_at, language
from account
join profile on profile.account_id = account.id
where id in (?)
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?)

select
    occasion.number, occasion.starts_at, occasion.version, occasion_places.taken,
    occasion.host_id
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and +occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ? and occasion.host_id = ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>? AND starts_at<?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select
    occasion.number, occasion.starts_at, occasion.version, occasion_places.taken,
    occasion.host_id
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select
    occasion.number, occasion.starts_at, occasion.version, occasion_places.taken,
    occasion.host_id
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and (occasion.starts_at, occasion.number) > (?, ?)
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select
    occasion.number, occasion.starts_at, occasion.version, occasion_places.taken,
    occasion.host_id
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select
    occasion.number, occasion.starts_at, occasion.version, occasion_places.taken,
    occasion.host_id
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>? AND starts_at<?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select
    occasion.number, occasion.starts_at, occasion.version, occasion_places.taken,
    occasion.host_id
from occasion_text cross join occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ? and occasion_text match ? and occasion.number = occasion_text.rowid
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SCAN occasion_text VIRTUAL TABLE INDEX 0:M4
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)
    -- USE TEMP B-TREE FOR ORDER BY

select
    sign_in.id, account.id, refresh_token.expires_at, used_at, sealed_successor,
    ended_at is null and account.status = 'active'
from refresh_token
join sign_in on sign_in.id = refresh_token.sign_in_id
join account on account.id = sign_in.account_id
where hash = ?
    -- SEARCH refresh_token USING INDEX sqlite_autoindex_refresh_token_1 (hash=?)
    -- SEARCH sign_in USING INDEX sqlite_autoindex_sign_in_1 (id=?)
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

select (
    booking.number <= coalesce(
        (select read_up_to from notice_mark where account_id = ?), 0)
    or exists (
        select 1
        from notice_read
        where account_id = ? and notice_read.number = booking.number
    )
) from booking where number = ?
    -- SEARCH booking USING INTEGER PRIMARY KEY (rowid=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH notice_read USING PRIMARY KEY (account_id=? AND number=?)

select 1
from account
where not exists (
    select 1
    from account_role
    where account_id = account.id and role_id = ?
)
limit 1
    -- SCAN account USING COVERING INDEX sqlite_autoindex_account_1
    -- CORRELATED SCALAR SUBQUERY 1
    -- SEARCH account_role USING PRIMARY KEY (account_id=? AND role_id=?)

select 1
from account_role
join account on account.id = account_role.account_id
where role_id = ? and account_id <> ?
    and status = 'active'
limit 1
    -- SEARCH account USING COVERING INDEX account_by_status (status=?)
    -- SEARCH account_role USING PRIMARY KEY (account_id=? AND role_id=?)

select 1
from booking
where user_id = ? and starts_at = ?
    and occasion = ? and state in ('pending', 'confirmed')
    -- SEARCH booking USING INDEX booking_by_user (user_id=? AND starts_at=?)

select 1
from occasion
where kind in ('class', 'session', 'event') and host_id = ?
    and starts_at > ?
limit 1
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)

select 1
from sign_in
where account_id = ? and ip = ?
limit 1
    -- SEARCH sign_in USING COVERING INDEX sign_in_by_address (account_id=? AND ip=?)

select 1
from sign_in
where id = ? and account_id = ? and ended_at is null
    -- SEARCH sign_in USING INDEX sqlite_autoindex_sign_in_1 (id=?)

select 1 from account where id = ?
    -- SEARCH account USING COVERING INDEX sqlite_autoindex_account_1 (id=?)

select 1 from account_role where role_id = ? limit 1
    -- SEARCH account_role USING COVERING INDEX account_role_by_role (role_id=?)

select 1 from facilitator where account_id = ?
    -- SEARCH facilitator USING COVERING INDEX sqlite_autoindex_facilitator_1 (account_id=?)

select account_id
from account_role
where role_id = (select id from role where name = ?)
order by account_id
limit ? offset ?
    -- SEARCH account_role USING COVERING INDEX account_role_by_role (role_id=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH role USING INDEX role_name (name=?)

select account_id
from account_role
where role_id = (select id from role where name = ?) and exists (
    select 1
    from account
    where account.id = account_role.account_id and status = ?
) and account_id in (
    select account_id
    from profile_word
    where word >= ? and word < ?
)
order by account_id
limit ? offset ?
    -- SEARCH account_role USING COVERING INDEX account_role_by_role (role_id=? AND account_id=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH role USING INDEX role_name (name=?)
    -- LIST SUBQUERY 3
    -- SEARCH profile_word USING PRIMARY KEY (word>? AND word<?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

select account_id
from calendar
join account on account.id = calendar.account_id
where hash = ? and account.status = 'active'
    -- SEARCH calendar USING INDEX calendar_hash (hash=?)
    -- SEARCH account USING COVERING INDEX account_by_status (status=? AND id=?)

select account_id from credential where google_subject = ?
    -- SEARCH credential USING INDEX credential_google_subject (google_subject=?)

select account_id from profile where email_key = ?
    -- SEARCH profile USING INDEX profile_email (email_key=?)

select account_id from profile where username_key = ?
    -- SEARCH profile USING INDEX profile_username (username_key=?)

select account_id, email_key
from letter_token
where hash = ? and purpose = ? and expires_at > ?
    -- SEARCH letter_token USING INDEX sqlite_autoindex_letter_token_1 (hash=?)

select at from journal where seq = ?
    -- SEARCH journal USING INTEGER PRIMARY KEY (rowid=?)

select booking.id
from notice_read
join booking on booking.number = notice_read.number
where notice_read.account_id = ?
order by notice_read.number
limit 10000
    -- SEARCH notice_read USING PRIMARY KEY (account_id=?)
    -- SEARCH booking USING INTEGER PRIMARY KEY (rowid=?)

select booking.id, booking.number, booking.user_id, occasion.host_id
from booking
left join occasion on occasion.number = booking.occasion
where booking.id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select booking.id, booking.number, booking.user_id, occasion.host_id
from occasion
join booking
    on booking.starts_at = occasion.starts_at
        and booking.occasion = occasion.number
where occasion.id = ? and booking.number > ?
    and booking.state in ('pending', 'confirmed')
order by booking.number
limit ?
    -- SEARCH occasion USING INDEX occasion_id (id=?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=? AND number>?)

select booking.number
from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled' and (
    booking.number <= coalesce(
        (select read_up_to from notice_mark where account_id = ?), 0)
    or exists (
        select 1
        from notice_read
        where account_id = ? and notice_read.number = booking.number
    )
) and true
order by booking.number desc
limit ? offset ?
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH notice_read USING PRIMARY KEY (account_id=? AND number=?)
    -- USE TEMP B-TREE FOR ORDER BY

select booking.number
from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled' and booking.number > ? and booking.number <= ?
order by booking.number desc
limit ? offset ?
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=? AND number>? AND number<?)
    -- USE TEMP B-TREE FOR ORDER BY

select booking.number
from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled' and booking.number > coalesce(
    (select read_up_to from notice_mark where account_id = ?), 0)
and not exists (
    select 1
    from notice_read
    where account_id = ? and notice_read.number = booking.number
) and booking.number <= ?
order by booking.number desc
limit ? offset ?
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=? AND number>? AND number<?)
    -- SCALAR SUBQUERY 1
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH notice_read USING PRIMARY KEY (account_id=? AND number=?)
    -- USE TEMP B-TREE FOR ORDER BY

select booking.number
from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled' and booking.number > coalesce(
    (select read_up_to from notice_mark where account_id = ?), 0)
and not exists (
    select 1
    from notice_read
    where account_id = ? and notice_read.number = booking.number
) and true
order by booking.number desc
limit ? offset ?
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=? AND number>?)
    -- SCALAR SUBQUERY 1
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH notice_read USING PRIMARY KEY (account_id=? AND number=?)
    -- USE TEMP B-TREE FOR ORDER BY

select booking.number
from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled' and true
order by booking.number desc
limit ? offset ?
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)
    -- USE TEMP B-TREE FOR ORDER BY

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version from booking where id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email
from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id
where true
order by booking.starts_at desc, booking.number desc
limit ? offset ?
    -- SCAN booking USING INDEX booking_by_start
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email
from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id
where true and (booking.starts_at, booking.number) < (?, ?)
order by booking.starts_at desc, booking.number desc
limit ? offset ?
    -- SEARCH booking USING INDEX booking_by_start (starts_at<?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email
from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id
where true and booking.starts_at = (select starts_at from occasion where id = ?) and booking.occasion = (select number from occasion where id = ?)
order by booking.number
limit ? offset ?
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH occasion USING INDEX occasion_id (id=?)
    -- SCALAR SUBQUERY 2
    -- SEARCH occasion USING COVERING INDEX occasion_id (id=?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email
from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id
where true and booking.starts_at = (select starts_at from occasion where id = ?) and booking.occasion = (select number from occasion where id = ?) and booking.number > ?
order by booking.number
limit ? offset ?
    -- SEARCH booking USING INDEX booking_by_start (starts_at=? AND number>?)
    -- SCALAR SUBQUERY 1
    -- SEARCH occasion USING INDEX occasion_id (id=?)
    -- SCALAR SUBQUERY 2
    -- SEARCH occasion USING COVERING INDEX occasion_id (id=?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email
from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id
where true and booking.starts_at in (select starts_at from occasion where kind = 'session' and host_id = ?)
    and booking.occasion in (select number from occasion where kind = 'session' and host_id = ?)
order by booking.number desc
limit ? offset ?
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)
    -- LIST SUBQUERY 1
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=?)
    -- LIST SUBQUERY 2
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- USE TEMP B-TREE FOR ORDER BY

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email
from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id
where true and booking.state in (?, ?) and booking.starts_at >= ? and booking.starts_at < ?
order by booking.starts_at desc, booking.number desc
limit ? offset ?
    -- SEARCH booking USING INDEX booking_by_start (starts_at>? AND starts_at<?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email
from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id
where true and booking.user_id = ? and booking.state in (?, ?) and booking.kind = ? and booking.starts_at >= ? and booking.starts_at < ?
order by booking.starts_at desc, booking.number desc
limit ? offset ?
    -- SEARCH booking USING INDEX booking_by_user (user_id=? AND starts_at>? AND starts_at<?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id where booking.id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
booking.currency, booking.created_at, booking.updated_at, booking.version, booking_note.notes, booking_note.client_name, booking_note.client_email,
booking_note.reason,
occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
occasion.local_time, occasion.host_id, occasion.version, host.name,
occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
customer.name, customer.email from booking
left join booking_note on booking_note.number = booking.number
left join occasion on occasion.number = booking.occasion
left join occasion_places on occasion_places.number = booking.occasion
left join profile as host on host.account_id = occasion.host_id
left join service on service.number = booking.service
left join profile as customer on customer.account_id = booking.user_id where booking.number = ?
    -- SEARCH booking USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH booking_note USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH host USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN
    -- SEARCH customer USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN

select capacity, taken from occasion_places where number = ?
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select coalesce(max(seq), 0) from journal where seq <= ?
    -- SEARCH journal USING INTEGER PRIMARY KEY (rowid<?)

select coalesce(max(version), 0)
from journal
where stream = ? and seq <= ?
    -- SEARCH journal USING COVERING INDEX journal_stream_version (stream=?)

select coalesce(max(version), 0) + 1 from journal where stream = ?
    -- SEARCH journal USING COVERING INDEX journal_stream_version (stream=?)

select count(*)
from facilitator
cross join account
where account.id = facilitator.account_id and account.status = 'active'
    -- SCAN facilitator USING COVERING INDEX sqlite_autoindex_facilitator_1
    -- SEARCH account USING COVERING INDEX account_by_status (status=? AND id=?)

select count(*)
from letter_token
where account_id = ? and purpose = ?
    and created_at > ?
    -- SEARCH letter_token USING COVERING INDEX letter_token_by_account (account_id=? AND purpose=? AND created_at>?)

select count(*)
from occasion
where kind = ? and status = ? and starts_at >= ?
    and starts_at < ?
    -- SEARCH occasion USING COVERING INDEX occasion_by_start (kind=? AND status=? AND starts_at>? AND starts_at<?)

select count(*) from account where status <> 'erased'
    -- SCAN account USING INDEX account_present

select count(*) from account where status <> 'erased' and id in (
    select account_id
    from profile_word
    where word >= ? and word < ?
) and id in (
    select account_id
    from profile_word
    where word >= ? and word < ?
)
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- LIST SUBQUERY 1
    -- SEARCH profile_word USING PRIMARY KEY (word>? AND word<?)
    -- LIST SUBQUERY 2
    -- SEARCH profile_word USING PRIMARY KEY (word>? AND word<?)

select count(*) from account where status = ?
    -- SEARCH account USING COVERING INDEX account_by_status (status=?)

select count(*) from account_role where role_id = (select id from role where name = ?)
    -- SEARCH account_role USING COVERING INDEX account_role_by_role (role_id=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH role USING INDEX role_name (name=?)

select count(*) from account_role where role_id = (select id from role where name = ?) and exists (
    select 1
    from account
    where account.id = account_role.account_id and status = ?
) and account_id in (
    select account_id
    from profile_word
    where word >= ? and word < ?
)
    -- SEARCH account_role USING COVERING INDEX account_role_by_role (role_id=? AND account_id=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH role USING INDEX role_name (name=?)
    -- LIST SUBQUERY 3
    -- SEARCH profile_word USING PRIMARY KEY (word>? AND word<?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

select count(*) from booking where true
    -- SCAN booking USING COVERING INDEX booking_by_start

select count(*) from booking where true and booking.starts_at = (select starts_at from occasion where id = ?) and booking.occasion = (select number from occasion where id = ?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH occasion USING INDEX occasion_id (id=?)
    -- SCALAR SUBQUERY 2
    -- SEARCH occasion USING COVERING INDEX occasion_id (id=?)

select count(*) from booking where true and booking.state in (?, ?) and booking.starts_at >= ? and booking.starts_at < ?
    -- SEARCH booking USING INDEX booking_by_start (starts_at>? AND starts_at<?)

select count(*) from booking where true and booking.user_id = ? and booking.state in (?, ?) and booking.kind = ? and booking.starts_at >= ? and booking.starts_at < ?
    -- SEARCH booking USING INDEX booking_by_user (user_id=? AND starts_at>? AND starts_at<?)

select count(*) from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled'
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)

select count(*) from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled' and (
    booking.number <= coalesce(
        (select read_up_to from notice_mark where account_id = ?), 0)
    or exists (
        select 1
        from notice_read
        where account_id = ? and notice_read.number = booking.number
    )
)
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH notice_read USING PRIMARY KEY (account_id=? AND number=?)

select count(*) from occasion
cross join booking
    on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
where occasion.kind in ('class', 'session', 'event') and occasion.host_id = ?
    and occasion.starts_at > ? and booking.state <> 'cancelled' and booking.number > coalesce(
    (select read_up_to from notice_mark where account_id = ?), 0)
and not exists (
    select 1
    from notice_read
    where account_id = ? and notice_read.number = booking.number
)
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH booking USING INDEX booking_by_start (starts_at=? AND number>?)
    -- SCALAR SUBQUERY 1
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH notice_read USING PRIMARY KEY (account_id=? AND number=?)

select count(*) from occasion join occasion_places on occasion_places.number = occasion.number where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion_places.taken < occasion_places.capacity
    -- SEARCH occasion USING COVERING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select count(*) from occasion join occasion_places on occasion_places.number = occasion.number where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion_places.taken = occasion_places.capacity
    -- SEARCH occasion USING COVERING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select count(*) from occasion where occasion.kind = ? and +occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ? and occasion.host_id = ?
    -- SEARCH occasion USING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>? AND starts_at<?)

select count(*) from occasion where occasion.kind = ? and occasion.host_id = ?
    -- SEARCH occasion USING COVERING INDEX occasion_by_host (kind=? AND host_id=?)

select count(*) from occasion where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.category = ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)

select count(*) from occasion where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.location like ? escape '\'
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)

select count(*) from occasion where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.title like ? escape '\'
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)

select count(*) from occasion_text cross join occasion where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ? and occasion_text match ? and occasion.number = occasion_text.rowid
    -- SCAN occasion_text VIRTUAL TABLE INDEX 0:M4
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?)

select count(*) from role
    -- SCAN role USING COVERING INDEX role_name

select count(*) from service where service.status = ? and service.price >= ? and service.price <= ?
    -- SEARCH service USING COVERING INDEX service_by_price (status=? AND price>? AND price<?)

select count(*) from service_text cross join service where service.status = ? and service_text match ? and service.number = service_text.rowid
    -- SCAN service_text VIRTUAL TABLE INDEX 0:M3
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?)

select count(*) from service_text cross join service where service.status = ? and service_text match ? and service.number = service_text.rowid and service.price >= ? and service.price <= ?
    -- SCAN service_text VIRTUAL TABLE INDEX 0:M3
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?)

select count(*) from webhook
    -- SCAN webhook

select created_at from calendar where account_id = ?
    -- SEARCH calendar USING INDEX sqlite_autoindex_calendar_1 (account_id=?)

select data
from journal
where stream = ? and version = 1 and kind = 'booking.placed'
    -- SEARCH journal USING INDEX journal_stream_version (stream=? AND version=?)

select facilitator.account_id, name, bio, specialization, facilitator.created_at,
max(facilitator.updated_at, account.updated_at), facilitator.version + account.version,
(
    select coalesce(sum(number), 0)
    from rating_count
    where kind = 'facilitator' and rated_id = facilitator.account_id
),
(
    select coalesce(sum(number * rating), 0)
    from rating_count
    where kind = 'facilitator' and rated_id = facilitator.account_id
)
from facilitator
cross join account
cross join profile
where account.id = facilitator.account_id and account.status = 'active'
    and profile.account_id = facilitator.account_id
order by facilitator.account_id
limit ? offset ?
    -- SCAN facilitator USING INDEX sqlite_autoindex_facilitator_1
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 1
    -- SEARCH rating_count USING PRIMARY KEY (kind=? AND rated_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH rating_count USING PRIMARY KEY (kind=? AND rated_id=?)

select facilitator.account_id, name, bio, specialization, facilitator.created_at,
max(facilitator.updated_at, account.updated_at), facilitator.version + account.version,
(
    select coalesce(sum(number), 0)
    from rating_count
    where kind = 'facilitator' and rated_id = facilitator.account_id
),
(
    select coalesce(sum(number * rating), 0)
    from rating_count
    where kind = 'facilitator' and rated_id = facilitator.account_id
)
from facilitator
cross join account
cross join profile
where account.id = facilitator.account_id and account.status = 'active'
    and profile.account_id = facilitator.account_id and facilitator.account_id = ?
    -- SEARCH facilitator USING INDEX sqlite_autoindex_facilitator_1 (account_id=?)
    -- SEARCH account USING INDEX account_by_status (status=? AND id=?)
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?)
    -- CORRELATED SCALAR SUBQUERY 1
    -- SEARCH rating_count USING PRIMARY KEY (kind=? AND rated_id=?)
    -- CORRELATED SCALAR SUBQUERY 2
    -- SEARCH rating_count USING PRIMARY KEY (kind=? AND rated_id=?)

select fingerprint, status, sealed_answer
from kept_answer
where scope = ? and key_hash = ?
    and created_at > ?
    -- SEARCH kept_answer USING INDEX kept_answer_key (scope=? AND key_hash=?)

select google_confirmed_at is not null from credential where account_id = ?
    -- SEARCH credential USING INDEX sqlite_autoindex_credential_1 (account_id=?)

select google_subject from credential where account_id = ?
    -- SEARCH credential USING INDEX sqlite_autoindex_credential_1 (account_id=?)

select id
from account
where access_changed_at >= ? and version > 1
limit ?
    -- SEARCH account USING INDEX account_by_access_change (access_changed_at>?)

select id
from account
where status <> 'erased'
order by id
limit ? offset ?
    -- SCAN account USING INDEX account_present

select id
from account
where status <> 'erased' and id in (
    select account_id
    from profile_word
    where word >= ? and word < ?
) and id in (
    select account_id
    from profile_word
    where word >= ? and word < ?
)
order by id
limit ? offset ?
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- LIST SUBQUERY 1
    -- SEARCH profile_word USING PRIMARY KEY (word>? AND word<?)
    -- LIST SUBQUERY 2
    -- SEARCH profile_word USING PRIMARY KEY (word>? AND word<?)

select id
from account
where status = ?
order by id
limit ? offset ?
    -- SEARCH account USING COVERING INDEX account_by_status (status=?)

select id
from booking
where kind = 'service' and service = ? and claimed_until is not null
    and state in ('pending', 'confirmed') and starts_at > ?
order by starts_at
    -- SEARCH booking USING INDEX booking_live_time (kind=? AND service=? AND starts_at>?)

select id
from booking
where starts_at = ? and occasion = ?
    and state in ('pending', 'confirmed')
order by number
    -- SEARCH booking USING INDEX booking_by_start (starts_at=?)

select id
from booking
where user_id = ? and state in ('pending', 'confirmed') and starts_at > ?
order by starts_at, number
    -- SEARCH booking USING INDEX booking_by_user (user_id=? AND starts_at>?)

select id
from sign_in
where ended_at >= ?
limit ?
    -- SEARCH sign_in USING INDEX sign_in_by_end (ended_at>?)

select id, created_at, last_used_at, ip, user_agent, ended_at, end_reason
from sign_in
where account_id = ?
order by last_used_at desc
    -- SEARCH sign_in USING INDEX sign_in_by_account (account_id=?)

select id, created_at, last_used_at, ip, user_agent, ended_at, end_reason
from sign_in
where account_id = ? and ended_at is null and expires_at > ?
order by last_used_at desc
    -- SEARCH sign_in USING INDEX sign_in_by_account (account_id=?)

select id, name, description, status, permissions, is_built_in, created_at, updated_at, version from role order by name
    -- SCAN role USING INDEX role_name

select id, name, description, status, permissions, is_built_in, created_at, updated_at, version from role where id = ?
    -- SEARCH role USING INDEX sqlite_autoindex_role_1 (id=?)

select id, name, description, status, permissions, is_built_in, created_at, updated_at, version from role where name = ?
    -- SEARCH role USING INDEX role_name (name=?)

select id, name, description, status, permissions, is_built_in, created_at, updated_at, version, account_id
from account_role
join role on role.id = account_role.role_id
where account_id in (?)
    -- SEARCH account_role USING PRIMARY KEY (account_id=?)
    -- SEARCH role USING INDEX sqlite_autoindex_role_1 (id=?)

select id, url, kinds, description, is_ordered, is_active, reason, sealed_secret, sealed_previous,
previous_until, created_at, updated_at, version from webhook order by id
    -- SCAN webhook

select id, url, kinds, description, is_ordered, is_active, reason, sealed_secret, sealed_previous,
previous_until, created_at, updated_at, version from webhook where id = ?
    -- SEARCH webhook USING PRIMARY KEY (id=?)

select journal.seq
from booking
cross join journal on journal.stream = 'booking/' || booking.id
where booking.user_id = ?
    and booking.updated_at >= ?
    and journal.seq > ? and journal.seq <= ?
order by journal.seq desc
limit ?
    -- SEARCH booking USING INDEX booking_by_user (user_id=?)
    -- SEARCH journal USING COVERING INDEX journal_stream_version (stream=?)
    -- USE TEMP B-TREE FOR ORDER BY

select journal.seq, journal.stream, journal.kind, journal.at, booking.user_id,
    occasion.host_id
from journal
left join booking on booking.id = substr(journal.stream, 9)
left join occasion on occasion.number = booking.occasion
where journal.seq > ?
order by journal.seq
limit ?
    -- SEARCH journal USING INTEGER PRIMARY KEY (rowid>?)
    -- SEARCH booking USING INDEX booking_id (id=?) LEFT-JOIN
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select kind, item_id, host_id, rating from review where id = ?
    -- SEARCH review USING INDEX review_id (id=?)

select name
from account_role
join role on role.id = account_role.role_id
where account_id = ?
    -- SEARCH account_role USING PRIMARY KEY (account_id=?)
    -- SEARCH role USING INDEX sqlite_autoindex_role_1 (id=?)

select name, email from profile where account_id = ?
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?)

select number
from review
where kind = ? and item_id = ? and rating = ?
    and number < ? union all select number
from review
where kind = ? and item_id = ? and rating = ?
    and number < ?
order by number desc
limit ? offset ?
    -- MERGE (UNION ALL)
    -- LEFT
    -- SEARCH review USING COVERING INDEX review_by_rating (kind=? AND item_id=? AND rating=? AND number<?)
    -- RIGHT
    -- SEARCH review USING COVERING INDEX review_by_rating (kind=? AND item_id=? AND rating=? AND number<?)

select number
from review
where kind = ? and item_id = ? and rating = ?
    and number < ? union all select number
from review
where kind = ? and item_id = ? and rating = ?
    and number < ? union all select number
from review
where kind = ? and item_id = ? and rating = ?
    and number < ? union all select number
from review
where kind = ? and item_id = ? and rating = ?
    and number < ? union all select number
from review
where kind = ? and item_id = ? and rating = ?
    and number < ?
order by number desc
limit ? offset ?
    -- MERGE (UNION ALL)
    -- LEFT
    -- MERGE (UNION ALL)
    -- LEFT
    -- SEARCH review USING COVERING INDEX review_by_rating (kind=? AND item_id=? AND rating=? AND number<?)
    -- RIGHT
    -- SEARCH review USING COVERING INDEX review_by_rating (kind=? AND item_id=? AND rating=? AND number<?)
    -- RIGHT
    -- MERGE (UNION ALL)
    -- LEFT
    -- MERGE (UNION ALL)
    -- LEFT
    -- SEARCH review USING COVERING INDEX review_by_rating (kind=? AND item_id=? AND rating=? AND number<?)
    -- RIGHT
    -- SEARCH review USING COVERING INDEX review_by_rating (kind=? AND item_id=? AND rating=? AND number<?)
    -- RIGHT
    -- SEARCH review USING COVERING INDEX review_by_rating (kind=? AND item_id=? AND rating=? AND number<?)

select number from service where id = ?
    -- SEARCH service USING COVERING INDEX service_id (id=?)

select number from service_count where status = ?
    -- SEARCH service_count USING PRIMARY KEY (status=?)

select occasion, seats
from booking
where id = ? and occasion is not null and state <> 'cancelled'
    -- SEARCH booking USING INDEX booking_id (id=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and (occasion.starts_at, occasion.number) > (?, ?) and occasion.host_id = ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and +occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ? and occasion.host_id = ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_host (kind=? AND host_id=? AND starts_at>? AND starts_at<?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.host_id = ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_host (kind=? AND host_id=?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and (occasion.starts_at, occasion.number) > (?, ?)
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.category = ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.location like ? escape '\'
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ?
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>? AND starts_at<?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.title like ? escape '\'
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion_places.taken < occasion_places.capacity
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion_places.taken = occasion_places.capacity
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SEARCH occasion USING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version
from occasion_text cross join occasion join occasion_places on occasion_places.number = occasion.number
where occasion.kind = ? and occasion.status = ? and occasion.starts_at >= ? and occasion.starts_at < ? and occasion_text match ? and occasion.number = occasion_text.rowid
order by occasion.starts_at, occasion.number
limit ? offset ?
    -- SCAN occasion_text VIRTUAL TABLE INDEX 0:M4
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)
    -- USE TEMP B-TREE FOR ORDER BY

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version from occasion join occasion_places on occasion_places.number = occasion.number where occasion.id = ?
    -- SEARCH occasion USING INDEX occasion_id (id=?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
occasion.description, occasion.location, occasion.category, occasion.starts_at,
occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
occasion.version from occasion join occasion_places on occasion_places.number = occasion.number where occasion.number = ?
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

select rating, number
from rating_count
where kind = ? and rated_id = ?
    -- SEARCH rating_count USING PRIMARY KEY (kind=? AND rated_id=?)

select read_up_to from notice_mark where account_id = ?
    -- SEARCH notice_mark USING PRIMARY KEY (account_id=?)

select review.number, review.id, booking.id, review.kind, review.item_id, review.host_id,
review.rating, review_comment.comment, review.user_id, profile.name, account.version,
review.created_at, review.updated_at, review.version
from review
join booking on booking.number = review.booking
join account on account.id = review.user_id
left join profile on profile.account_id = review.user_id
left join review_comment on review_comment.number = review.number
where review.number in (?)
order by review.number desc
    -- SEARCH review USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH booking USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH review_comment USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select review.number, review.id, booking.id, review.kind, review.item_id, review.host_id,
review.rating, review_comment.comment, review.user_id, profile.name, account.version,
review.created_at, review.updated_at, review.version
from review
join booking on booking.number = review.booking
join account on account.id = review.user_id
left join profile on profile.account_id = review.user_id
left join review_comment on review_comment.number = review.number
where review.user_id = ?
order by review.number
limit ?
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- SEARCH review USING INDEX review_by_user (user_id=?)
    -- SEARCH booking USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH review_comment USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select review.number, review.id, booking.id, review.kind, review.item_id, review.host_id,
review.rating, review_comment.comment, review.user_id, profile.name, account.version,
review.created_at, review.updated_at, review.version from review join booking on booking.number = review.booking
join account on account.id = review.user_id
left join profile on profile.account_id = review.user_id
left join review_comment on review_comment.number = review.number where booking.id = ?
    -- SEARCH booking USING COVERING INDEX booking_id (id=?)
    -- SEARCH review USING INDEX review_once (booking=?)
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH review_comment USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select review.number, review.id, booking.id, review.kind, review.item_id, review.host_id,
review.rating, review_comment.comment, review.user_id, profile.name, account.version,
review.created_at, review.updated_at, review.version from review join booking on booking.number = review.booking
join account on account.id = review.user_id
left join profile on profile.account_id = review.user_id
left join review_comment on review_comment.number = review.number where review.id = ?
    -- SEARCH review USING INDEX review_id (id=?)
    -- SEARCH booking USING INTEGER PRIMARY KEY (rowid=?)
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?) LEFT-JOIN
    -- SEARCH review_comment USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN

select rowid, status = 'active' from account where id = ?
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

select seq, stream, version, kind, data, actor, at
from journal
where seq > ?
order by seq
limit ?
    -- SEARCH journal USING INTEGER PRIMARY KEY (rowid>?)

select seq, stream, version, kind, data, actor, at
from journal
where stream = ? and seq > ?
order by version
limit ?
    -- SEARCH journal USING INDEX journal_stream_version (stream=?)

select seq, stream, version, kind, data, actor, at
from journal
where stream = ? and version = ?
    -- SEARCH journal USING INDEX journal_stream_version (stream=? AND version=?)

select seq, stream, version, kind, data, actor, at from journal order by seq
    -- SCAN journal

select service.id, service.title, service.description, service.price, service.currency,
service.status, service.duration, service.buffer, service.lead, service.step,
service.hours, service.rating_count, service.rating_sum, service.created_at,
service.updated_at, service.version
from service
where id = ? and status <> 'deleted'
    -- SEARCH service USING INDEX service_id (id=?)

select service.id, service.title, service.description, service.price, service.currency,
service.status, service.duration, service.buffer, service.lead, service.step,
service.hours, service.rating_count, service.rating_sum, service.created_at,
service.updated_at, service.version
from service
where service.status = ?
order by service.number
limit ? offset ?
    -- SEARCH service USING INDEX service_by_status (status=?)

select service.id, service.title, service.description, service.price, service.currency,
service.status, service.duration, service.buffer, service.lead, service.step,
service.hours, service.rating_count, service.rating_sum, service.created_at,
service.updated_at, service.version
from service
where service.status = ? and service.price >= ? and service.price <= ?
order by service.price, service.number
limit ? offset ?
    -- SEARCH service USING INDEX service_by_price (status=? AND price>? AND price<?)

select service.id, service.title, service.description, service.price, service.currency,
service.status, service.duration, service.buffer, service.lead, service.step,
service.hours, service.rating_count, service.rating_sum, service.created_at,
service.updated_at, service.version
from service_text cross join service
where service.status = ? and service_text match ? and service.number = service_text.rowid
order by service_text.rowid
limit ? offset ?
    -- SCAN service_text VIRTUAL TABLE INDEX 64:M3
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?)

select service.id, service.title, service.description, service.price, service.currency,
service.status, service.duration, service.buffer, service.lead, service.step,
service.hours, service.rating_count, service.rating_sum, service.created_at,
service.updated_at, service.version
from service_text cross join service
where service.status = ? and service_text match ? and service.number = service_text.rowid and service.price >= ? and service.price <= ?
order by service_text.rowid
limit ? offset ?
    -- SCAN service_text VIRTUAL TABLE INDEX 64:M3
    -- SEARCH service USING INTEGER PRIMARY KEY (rowid=?)

select service.id, service.title, service.description, service.price, service.currency,
service.status, service.duration, service.buffer, service.lead, service.step,
service.hours, service.rating_count, service.rating_sum, service.created_at,
service.updated_at, service.version from service where id = ?
    -- SEARCH service USING INDEX service_id (id=?)

select starts_at
from occasion
where kind = ? and status = ? and starts_at >= ?
order by starts_at
limit 1
    -- SEARCH occasion USING COVERING INDEX occasion_by_start (kind=? AND status=? AND starts_at>?)

select starts_at, claimed_until
from booking
where kind = ? and service is ? and claimed_until is not null
    and state in ('pending', 'confirmed')
    and starts_at > ?
    and starts_at < ? and claimed_until > ?
    and number <> ?
    -- SEARCH booking USING INDEX booking_live_time (kind=? AND service=? AND starts_at>? AND starts_at<?)

select status = 'active' from account where id = ?
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

select status, password_hash, password_version
from account
left join credential on credential.account_id = account.id
where id = ? and status <> 'erased'
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)
    -- SEARCH credential USING INDEX sqlite_autoindex_credential_1 (account_id=?) LEFT-JOIN

select user_id from booking where id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)

select user_id from review where id = ?
    -- SEARCH review USING INDEX review_id (id=?)

select username, name from profile where account_id = ?
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?)

update account
set
    status = 'erased', updated_at = ?, access_changed_at = ?,
    version = ?
where id = ?
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

update account
set
    status = coalesce(?, status), access_changed_at = ?
where id = ?
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

update account
set updated_at = ?, version = ?
where id = ?
    -- SEARCH account USING INDEX sqlite_autoindex_account_1 (id=?)

update booking
set
    starts_at = ?, ends_at = ?,
    claimed_until = ?, updated_at = ?,
    version = ?
where id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)

update booking
set state = ?, updated_at = ?, version = ?
where id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)

update booking
set updated_at = ?, version = ?
where id = ?
    -- SEARCH booking USING INDEX booking_id (id=?)

update credential
set google_subject = ?, google_confirmed_at = ?
where account_id = ?
    -- SEARCH credential USING INDEX sqlite_autoindex_credential_1 (account_id=?)

update credential
set password_hash = ?
where account_id = ? and password_hash = ?
    -- SEARCH credential USING INDEX sqlite_autoindex_credential_1 (account_id=?)

update credential
set password_hash = ?, password_version = password_version + 1
where account_id = ?
    -- SEARCH credential USING INDEX sqlite_autoindex_credential_1 (account_id=?)

update letter_token
set expires_at = ?
where account_id = ? and expires_at > ?
    -- SEARCH letter_token USING INDEX letter_token_by_account (account_id=?)

update occasion
set
    host_id = ?, title = ?,
    description = ?, location = ?,
    category = ?, starts_at = ?,
    ends_at = ?, timezone = ?,
    local_date = ?, local_time = ?,
    tzdata = ?, price = ?, currency = ?,
    status = ?, updated_at = ?, version = ?
where number = ?
    -- SEARCH occasion USING INTEGER PRIMARY KEY (rowid=?)

update occasion_places set capacity = ? where number = ?
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

update occasion_places set taken = taken + ? where number = ?
    -- SEARCH occasion_places USING INTEGER PRIMARY KEY (rowid=?)

update occasion_text
set
    title = ?, description = ?,
    location = ?
where rowid = ?
    -- SCAN occasion_text VIRTUAL TABLE INDEX 0:=

update profile
set
    email = ?, email_key = ?,
    username = ?, username_key = ?,
    name = ?, bio = ?,
    specialization = ?,
    email_verified_at = ?, language = ?
where account_id = ?
    -- SEARCH profile USING INDEX sqlite_autoindex_profile_1 (account_id=?)

update rating_count
set number = number - 1
where kind = ? and rated_id = ? and rating = ?
    -- SEARCH rating_count USING PRIMARY KEY (kind=? AND rated_id=? AND rating=?)

update refresh_token
set used_at = ?, sealed_successor = ?
where hash = ?
    -- SEARCH refresh_token USING INDEX sqlite_autoindex_refresh_token_1 (hash=?)

update review
set rating = ?, updated_at = ?, version = ?
where id = ?
    -- SEARCH review USING INDEX review_id (id=?)

update review_comment set comment = ? where number = ?
    -- SEARCH review_comment USING INTEGER PRIMARY KEY (rowid=?)

update role
set
    name = ?, description = ?,
    status = ?, permissions = ?,
    updated_at = ?, version = ?
where id = ?
    -- SEARCH role USING INDEX sqlite_autoindex_role_1 (id=?)

update service
set
    title = ?, description = ?,
    price = ?, currency = ?, status = ?,
    duration = ?, buffer = ?, lead = ?,
    step = ?, hours = ?,
    updated_at = ?, version = ?
where id = ?
    -- SEARCH service USING INDEX service_id (id=?)

update service
set rating_count = rating_count + ?, rating_sum = rating_sum + ?
where id = ?
    -- SEARCH service USING INDEX service_id (id=?)

update service
set status = 'deleted', updated_at = ?, version = ?
where id = ?
    -- SEARCH service USING INDEX service_id (id=?)

update service_count
set number = number - 1
where status = (select status from service where id = ?)
    -- SEARCH service_count USING PRIMARY KEY (status=?)
    -- SCALAR SUBQUERY 1
    -- SEARCH service USING INDEX service_id (id=?)

update service_text
set title = ?, description = ?
where rowid = (select number from service where id = ?)
    -- SCAN service_text VIRTUAL TABLE INDEX 0:=
    -- SCALAR SUBQUERY 1
    -- SEARCH service USING COVERING INDEX service_id (id=?)
    -- REUSE SUBQUERY 1

update sign_in
set ended_at = ?, end_reason = ?
where id in (?) and ended_at is null
    -- SEARCH sign_in USING INDEX sqlite_autoindex_sign_in_1 (id=?)

update sign_in
set last_used_at = ?, expires_at = ?
where id = ?
    -- SEARCH sign_in USING INDEX sqlite_autoindex_sign_in_1 (id=?)

update webhook
set
    sealed_secret = ?, sealed_previous = ?,
    previous_until = ?
where id = ?
    -- SEARCH webhook USING PRIMARY KEY (id=?)

update webhook
set
    url = ?, kinds = ?,
    description = ?, is_ordered = ?,
    is_active = ?, reason = ?,
    updated_at = ?, version = ?
where id = ?
    -- SEARCH webhook USING PRIMARY KEY (id=?)
