#!/usr/bin/env bash
# What a client does that was written from document C, as far as it books: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

join user john@example.com user
join other jane@example.com user
join public reader@example.com public
sign_in admin "$admin_email" "$admin_password"
month=$(day 30)

send_as "$admin" POST /events "{
    \"event_name\": \"Tech Conference\", \"event_venue\": \"Convention Center\",
    \"event_date\": \"${month}T09:00:00\", \"event_availibility\": 10
}"
expect "Create Event" 201 event_id:uuid event_availibility==10
tech=$(pick event_id)

ask_as "$user" POST "/events/$tech/book?seats=2"
expect "Book Event" 200 "event_id=$tech" "event_name=Tech Conference" \
    "event_venue=Convention Center" "event_date=${month}T09:00:00.000Z" event_availibility==8 \
    event_availability==8 event_capacity==10 booking_id:uuid seats==2
first=$(pick booking_id)
ask_as "$user" POST "/events/$tech/book"
expect "Book Event without a number" 200 event_availibility==7 seats==1
send_as "$other" POST "/events/$tech/book" '{ "seats": 3 }'
expect "Book Event with the number in the body" 200 event_availibility==4 seats==3
ask GET "/events/$tech"
expect "Get Event" 200 event_availibility==4 event_availability==4 event_capacity==10
ask GET /events
expect "Get All Events" 200 0.event_availibility==4

ask_as "$user" POST "/events/$tech/book?seats=5"
expect "Book Event with more seats than are left" 409 "${refusal[@]}" code=fully_booked
ask_as "$user" POST "/events/$tech/book?seats=0"
expect "Book Event with no seats" 422 "${refusal[@]}" errors.0.field=seats
ask_as "$user" POST "/events/$tech/book?seats=101"
expect "Book Event with too many seats" 422 "${refusal[@]}" errors.0.field=seats
ask_as "$user" POST "/events/$tech/book?seats=two"
expect "Book Event with seats in words" 422 "${refusal[@]}" errors.0.field=seats
ask_as "$admin" POST "/events/$tech/book?seats=1"
expect "Book Event as the admin" 403 "${refusal[@]}" \
    "detail=Not authorized to book event. Must be a User"
ask_as "$public" POST "/events/$tech/book?seats=1"
expect "Book Event as public" 403 "${refusal[@]}" \
    "detail=Not authorized to book event. Must be a User"
ask POST "/events/$tech/book?seats=1"
expect "Book Event without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
ask_as "$user" POST "/events/$nobody/book?seats=1"
expect "Book Event that is not there" 404 "${refusal[@]}" code=not_found
ask_as "$user" POST "/events/1/book?seats=1"
expect "Book Event by an id that is none" 404 "${refusal[@]}"
ask GET "/events/$tech"
expect "Refusals took nothing" 200 event_availibility==4

as_shown=(0.id:uuid 0.seats_booked:count 0.remaining_tickets==4 0.booking_time:instant
    0.user_id:uuid "0.event_id=$tech" "0.event.event_name=Tech Conference"
    "0.event.event_date=${month}T09:00:00.000Z")
ask_as "$user" GET /users/me/bookings
expect "The user's bookings" 200 "${as_shown[@]}" "*.id~$first" 2:absent @X-Total-Count=2
ask GET /users/me/bookings
expect "The user's bookings without a token" 401 "${refusal[@]}"
ask_as "$admin" GET /admin/bookings
expect "All bookings" 200 "${as_shown[@]}" "*.id~$first" 3:absent @X-Total-Count=3
ask_as "$user" GET /admin/bookings
expect "All bookings for a user" 403 "${refusal[@]}"
ask_as "$user" GET "/bookings?kind=event"
expect "The bookings by the other door" 200 "*.id~$first" 0.kind=event "0.event_id=$tech" \
    "0.event_name=Tech Conference" "0.event_venue=Convention Center" 0.state=confirmed \
    "0.start_time=${month}T09:00:00.000Z" 0.end_time==null

send_as "$user" POST /bookings "{ \"event_id\": \"$tech\", \"seats\": 4 }"
expect "Book the last seats by the other door" 201 seats==4 kind=event status=confirmed \
    "event_id=$tech"
rest=$(pick id)
send_as "$user" POST /bookings "{ \"event_id\": \"$tech\" }"
expect "Book an event without seats left" 409 "${refusal[@]}" code=fully_booked
ask GET "/events?available=false"
expect "Events without seats" 200 "0.event_id=$tech" 0.event_availibility==0
send_as "$admin" PATCH "/events/$tech" '{ "event_capacity": 9 }'
expect "Update Event to fewer seats than are booked" 409 "${refusal[@]}" \
    code=capacity_below_bookings
send_as "$admin" PATCH "/events/$tech" '{ "event_availibility": 5 }'
expect "Update Event to so many seats left" 200 event_availibility==5 event_capacity==15
ask_as "$user" POST "/bookings/$rest/cancel"
expect "Cancel a booking" 200 status=cancelled
ask GET "/events/$tech"
expect "The seats are free" 200 event_availibility==9 event_capacity==15

ask_as "$admin" POST "/events/$tech/cancel"
expect "Cancel Event" 200 status=cancelled
ask_as "$user" GET "/bookings/$first"
expect "The booking of an event that was cancelled" 200 status=cancelled
ask_as "$user" POST "/events/$tech/book?seats=1"
expect "Book an event that was cancelled" 400 "${refusal[@]}"
