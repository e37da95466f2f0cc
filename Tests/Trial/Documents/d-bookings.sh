#!/usr/bin/env bash
# What a client does that was written from document D, as far as it books: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

join guide guide@example.com facilitator
join other other@example.com facilitator
join jane jane@example.com user
join john john@example.com user
sign_in admin "$admin_email" "$admin_password"
date=$(day 10)

# lead TITLE CAPACITY DAY: sets `session`
lead() {
    send_as "$guide" POST /sessions "{
        \"title\": \"$1\", \"session_type\": \"session\", \"start_time\": \"$3T18:00:00\",
        \"end_time\": \"$3T19:00:00\", \"capacity\": $2, \"price\": 25.0
    }"
    expect "Create New Session $1" 201 session_id:uuid
    session=$(pick session_id)
}
lead "Morning Meditation" 2 "$date"
morning=$session

book() { echo "{ \"session_id\": \"$1\", \"notes\": \"Looking forward to this session\" }"; }
ask_as "$jane" GET /bookings/my
expect "Get My Bookings where there are none" 200 ==[] @X-Total-Count=0
send_as "$jane" POST /bookings "$(book "$morning")"
expect "Create Booking" 201 "message=Booking created successfully" booking_id:uuid id:uuid \
    kind=session state=confirmed status=confirmed booking_status=confirmed booking_date:instant \
    "session_id=$morning" "session.title=Morning Meditation" session.facilitator=guide \
    "notes=Looking forward to this session"
first=$(pick booking_id)
ask_as "$jane" GET "/sessions/$morning"
expect "A place is taken" 200 available_spots==1 capacity==2
ask_as "$jane" GET /sessions
expect "A place is taken, in the list" 200 0.available_spots==1
send_as "$jane" POST /bookings "$(book "$morning")"
expect "Create Booking twice" 400 "${refusal[@]}" code=already_booked
send_as "$john" POST /bookings "$(book "$morning")"
expect "Create Booking of another user" 201 booking_id:uuid
second=$(pick booking_id)
send_as "$admin" POST /bookings "$(book "$morning")"
expect "Create Booking of a full session" 400 "${refusal[@]}" code=fully_booked
send_as "$jane" POST /bookings "$(book "$nobody")"
expect "Create Booking of what is not there" 404 "${refusal[@]}" code=not_found
send_as "$jane" POST /bookings '{ "session_id": "1" }'
expect "Create Booking with a fault" 422 "${refusal[@]}" errors.0.field=session_id
send POST /bookings "$(book "$morning")"
expect "Create Booking without a token" 401 "${refusal[@]}"

ask_as "$jane" GET /bookings/my
expect "Get My Bookings" 200 "0.id=$first" 1:absent "0.session.id=$morning" \
    "0.session.title=Morning Meditation" "0.session.start_time=${date}T18:00:00.000Z" \
    "0.session.end_time=${date}T19:00:00.000Z" 0.session.facilitator=guide \
    0.booking_status=confirmed 0.booking_date:instant "0.notes=Looking forward to this session"
ask GET /bookings/my
expect "Get My Bookings without a token" 401 "${refusal[@]}"

ask_as "$guide" GET /facilitator/bookings
expect "Get Facilitator Bookings" 200 "*.id~$first" "*.id~$second" 2:absent '*.user.id:uuid' \
    '*.user.name~jane' '*.user.email~jane@example.com' "*.session.id=$morning" \
    "*.session.title=Morning Meditation" "*.session.start_time=${date}T18:00:00.000Z" \
    '*.booking_status=confirmed' '*.booking_date:instant' \
    "*.notes=Looking forward to this session" @X-Total-Count=2
ask_as "$other" GET /facilitator/bookings
expect "Get Facilitator Bookings of who has none" 200 ==[]
ask_as "$jane" GET /facilitator/bookings
expect "Get Facilitator Bookings as a user" 403 "${refusal[@]}" "error=Insufficient permissions"
ask_as "$admin" GET /facilitator/bookings
expect "Get Facilitator Bookings without a profile" 404 "${refusal[@]}" \
    code=facilitator_profile_missing
ask GET /facilitator/bookings
expect "Get Facilitator Bookings without a token" 401 "${refusal[@]}"

ask_as "$guide" GET "/facilitator/sessions/$morning/bookings"
expect "Get Session Bookings" 200 "*.id~$first" "*.id~$second" 2:absent '*.user.id:uuid' \
    '*.user.name~john' '*.user.email~john@example.com' '*.booking_status=confirmed' \
    '*.booking_date:instant' "*.notes=Looking forward to this session"
ask_as "$other" GET "/facilitator/sessions/$morning/bookings"
expect "Get Session Bookings of another's session" 403 "${refusal[@]}" code=not_yours
ask_as "$guide" GET "/facilitator/sessions/$nobody/bookings"
expect "Get Session Bookings of what is not there" 404 "${refusal[@]}"
ask_as "$jane" GET "/facilitator/sessions/$morning/bookings"
expect "Get Session Bookings as a user" 403 "${refusal[@]}"

send_as "$guide" PUT "/sessions/$morning" '{ "capacity": 1 }'
expect "Update Session to fewer places than are booked" 409 "${refusal[@]}" \
    code=capacity_below_bookings
ask_as "$guide" GET /facilitator/sessions
expect "Get Facilitator Sessions" 200 0.bookings_count==2 0.available_spots==0 0.capacity==2

lead "Evening Yoga" 5 "$(day 12)"
evening=$session
send_as "$jane" POST /bookings "$(book "$evening")"
expect "Create Booking of another session" 201 booking_id:uuid
third=$(pick booking_id)
ask_as "$guide" GET /facilitator/dashboard
expect "Get Facilitator Dashboard" 200 metrics.total_sessions==2 metrics.active_sessions==2 \
    metrics.total_bookings==3 metrics.total_revenue==75.0 metrics.upcoming_sessions==2 \
    "recent_bookings.0.id=$third" recent_bookings.0.user.name=jane \
    recent_bookings.0.user.email=jane@example.com \
    "recent_bookings.0.session.title=Evening Yoga" \
    "recent_bookings.0.session.start_time=$(day 12)T18:00:00.000Z" \
    recent_bookings.0.booking_date:instant recent_bookings.0.status=confirmed \
    recent_bookings.2:object recent_bookings.3:absent
ask_as "$other" GET /facilitator/dashboard
expect "Get Facilitator Dashboard of who has nothing" 200 metrics.total_sessions==0 \
    metrics.total_bookings==0 metrics.total_revenue==0.0 recent_bookings==[]
ask_as "$jane" GET /facilitator/dashboard
expect "Get Facilitator Dashboard as a user" 403 "${refusal[@]}"
ask_as "$admin" GET /facilitator/dashboard
expect "Get Facilitator Dashboard without a profile" 404 "${refusal[@]}" \
    code=facilitator_profile_missing

send_as "$john" POST "/bookings/$second/cancel" '{ "reason": "A cold" }'
expect "Cancel a booking" 200 status=cancelled booking_status=cancelled
ask_as "$john" GET /bookings/my
expect "Get My Bookings with one that was cancelled" 200 "0.id=$second" 0.booking_status=cancelled
ask_as "$guide" GET "/facilitator/sessions/$morning/bookings"
expect "Get Session Bookings with one that was cancelled" 200 '*.booking_status~cancelled' \
    '*.booking_status~confirmed'
ask_as "$guide" GET /facilitator/dashboard
expect "Get Facilitator Dashboard without what was cancelled" 200 metrics.total_bookings==2 \
    metrics.total_revenue==50.0
send_as "$john" POST /bookings "$(book "$morning")"
expect "Book again" 201 booking_id:uuid
again=$(pick booking_id)
differs "Book again: it is another booking" "$second" "$again"
send_as "$guide" PATCH "/bookings/$again" '{ "status": "completed" }'
expect "The host completes a booking" 200 status=completed
send_as "$other" PATCH "/bookings/$first" '{ "status": "completed" }'
expect "Another host completes a booking" 403 "${refusal[@]}"
send_as "$john" POST /reviews "{ \"booking_id\": \"$again\", \"rating\": 4, \"comment\": \"Calm\" }"
expect "Review of a session" 201 service_id==null kind=session "item_id=$morning" rating==4

ask_as "$guide" POST "/sessions/$morning/cancel"
expect "Cancel Session" 200 "message=Session cancelled successfully"
ask_as "$jane" GET "/bookings/$first"
expect "The booking of a session that was cancelled" 200 status=cancelled
ask_as "$john" GET "/bookings/$again"
expect "What was completed stays so" 200 status=completed
send_as "$jane" POST /bookings "$(book "$morning")"
expect "Create Booking of a session that was cancelled" 400 "${refusal[@]}" code=not_available
ask_as "$guide" GET /facilitator/dashboard
expect "Get Facilitator Dashboard behind it" 200 metrics.total_sessions==2 \
    metrics.active_sessions==1 metrics.upcoming_sessions==1
