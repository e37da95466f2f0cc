#!/usr/bin/env bash
# What a client does that was written from document A, as far as it books: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

join instructor vaibhav@example.com instructor
join client client@example.com client
join other other@example.com client
join public reader@example.com public
sign_in admin "$admin_email" "$admin_password"
week=$(day 7)

# open NAME SLOTS [SCHEDULE]: sets `class`
open() {
    send_as "$instructor" POST /classes \
        "{ \"name\": \"$1\", \"schedule\": \"${3:-${week}T10:00:00+05:30}\", \"slots\": $2 }"
    expect "Create Class $1" 201 id:uuid "available_slots==$2"
    class=$(pick id)
}
open Yoga 2
yoga=$class

book() { echo "{ \"class_id\": \"$1\", \"client_name\": \"Vaibhav\", \"client_email\": \"vaibhav@gmail.com\" }"; }
as_documented=("class_id=$yoga" class_name=Yoga "class_date=$week" class_time=10:00:00
    client_name=Vaibhav client_email=vaibhav@gmail.com)
core=(id:uuid kind=class state=confirmed status=active user_id:uuid seats==1
    "start_time=${week}T04:30:00.000Z" "end_time=${week}T05:30:00.000Z" notes==null
    created_at:instant updated_at:instant)

send_as "$client" POST /book "$(book "$yoga")"
expect "Create Booking" 201 "${as_documented[@]}" "${core[@]}" timezone=Asia/Kolkata
first=$(pick id)
owner=$(pick user_id)
ask_as "$client" GET "/classes/$yoga"
expect "A place is taken" 200 slots==2 available_slots==1
ask_as "$client" GET /classes
expect "A place is taken, in the list" 200 items.0.available_slots==1

send_as "$client" POST /book "$(book "$yoga")"
expect "Create Booking twice" 409 "${refusal[@]}" code=already_booked
send POST /book "$(book "$yoga")"
expect "Create Booking without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
send_as "$public" POST /book "$(book "$yoga")"
expect "Create Booking as public" 403 "${refusal[@]}" code=permission_missing
send_as "$other" POST /book '{}'
expect "Create Booking with nothing" 422 "${refusal[@]}" 'errors.*.field~class_id' \
    'errors.*.field~client_name' 'errors.*.field~client_email'
send_as "$other" POST /book '{ "class_id": "1", "client_name": "", "client_email": "vaibhav" }'
expect "Create Booking with faults" 422 "${refusal[@]}" 'errors.*.field~class_id' \
    'errors.*.field~client_name' 'errors.*.field~client_email'
send_as "$other" POST /book "$(book "$nobody")"
expect "Create Booking of what is not there" 404 "${refusal[@]}" code=not_found
send_as "$other" POST /book '{ "class_id": '
expect "Create Booking with half a body" 400 "${refusal[@]}" code=malformed_json
ask_as "$other" POST /book -H "Content-Type: text/plain" -d "$(book "$yoga")"
expect "Create Booking as plain text" 415 "${refusal[@]}"

send_as "$other" POST /bookings "{ \"class_id\": \"$yoga\", \"notes\": \"By the window\" }"
expect "Create Booking by the other door" 201 "class_id=$yoga" status=active state=confirmed \
    "notes=By the window" kind=class
second=$(pick id)
send_as "$admin" POST /book "$(book "$yoga")"
expect "Create Booking of a full class" 409 "${refusal[@]}" code=fully_booked
ask_as "$client" GET "/classes?available=false"
expect "The full class" 200 "items.0.id=$yoga" items.0.available_slots==0 total==1
send_as "$instructor" PATCH "/classes/$yoga" '{ "slots": 1 }'
expect "Change Class to fewer places than are booked" 409 "${refusal[@]}" \
    code=capacity_below_bookings

ask_as "$client" GET /bookings
expect "List Bookings" 200 :array "0.id=$first" 1:absent "0.class_id=$yoga" 0.class_name=Yoga \
    "0.class_date=$week" 0.class_time=10:00:00 0.client_name=Vaibhav \
    0.client_email=vaibhav@gmail.com 0.status=active @X-Total-Count=1 @ETag:text
ask GET /bookings
expect "List Bookings without a token" 401 "${refusal[@]}"
ask_as "$public" GET /bookings
expect "List Bookings of who has none" 200 ==[] @X-Total-Count=0
ask_as "$admin" GET /bookings
expect "List Bookings of everybody" 200 "*.id~$first" "*.id~$second" 2:absent @X-Total-Count=2
ask_as "$admin" GET "/bookings?mine=true"
expect "List Bookings of the admin's own" 200 ==[]
ask_as "$client" GET "/bookings?status=active&kind=class"
expect "List Bookings that are active" 200 "0.id=$first" 1:absent
ask_as "$client" GET "/bookings?status=cancelled"
expect "List Bookings that are cancelled" 200 ==[]
ask_as "$client" GET "/bookings?kind=event"
expect "List Bookings of events" 200 ==[]
ask_as "$client" GET "/bookings?from=${week}T00:00:00Z&to=$(day 8)T00:00:00Z"
expect "List Bookings of a day" 200 "0.id=$first" 1:absent
ask_as "$client" GET "/bookings?from=$(day 8)T00:00:00Z"
expect "List Bookings from a later day on" 200 ==[]
ask_as "$client" GET "/bookings?timezone=UTC"
expect "List Bookings by other clocks" 200 0.class_time=04:30:00 0.timezone=UTC
ask_as "$client" GET "/bookings?timezone=Mars/Base"
expect "List Bookings by clocks of nowhere" 400 "${refusal[@]}" code=unknown_timezone
ask_as "$client" GET "/bookings?status=lost&kind=trip&page=0&limit=101&from=soon"
expect "List Bookings with wishes that are none" 422 "${refusal[@]}" 'errors.*.field~status' \
    'errors.*.field~kind' 'errors.*.field~page' 'errors.*.field~limit' 'errors.*.field~from'
ask_as "$client" GET "/bookings?envelope=true"
expect "List Bookings in an envelope" 200 "items.0.id=$first" "bookings.0.id=$first" total==1 \
    page==1 limit==20 total_pages==1
ask_as "$client" GET "/bookings?page=2"
expect "List Bookings past the end" 200 ==[] @X-Total-Count=1

ask_as "$client" GET "/bookings/$first"
expect "Get Booking" 200 "${as_documented[@]}" "${core[@]}" "id=$first" @ETag:text
tag=$(pick @ETag)
ask_as "$client" GET "/bookings/$first" -H "If-None-Match: $tag"
expect "Get Booking that is known" 304
ask_as "$instructor" GET "/bookings/$first"
expect "Get Booking as the instructor" 200 "id=$first"
ask_as "$admin" GET "/bookings/$first"
expect "Get Booking as the admin" 200 "id=$first" "user_id=$owner"
ask_as "$other" GET "/bookings/$first"
expect "Get Booking of somebody else" 403 "${refusal[@]}"
ask GET "/bookings/$first"
expect "Get Booking without a token" 401 "${refusal[@]}"
ask_as "$client" GET "/bookings/$nobody"
expect "Get Booking that is not there" 404 "${refusal[@]}" code=not_found
ask_as "$client" GET /bookings/1
expect "Get Booking by an id that is none" 404 "${refusal[@]}"

ask_as "$instructor" GET "/classes/$yoga/bookings"
expect "The roster" 200 "*.id~$first" "*.id~$second" 2:absent '*.client_name~Vaibhav'
ask_as "$admin" GET "/classes/$yoga/bookings"
expect "The roster for the admin" 200 "*.id~$first"
ask_as "$client" GET "/classes/$yoga/bookings"
expect "The roster for a client" 403 "${refusal[@]}"

ask_as "$other" POST "/bookings/$first/cancel"
expect "Cancel the booking of somebody else" 403 "${refusal[@]}"
send_as "$client" POST "/bookings/$first/cancel" '{ "reason": "A cold" }'
expect "Cancel Booking" 200 "id=$first" status=cancelled state=cancelled
ask_as "$client" POST "/bookings/$first/cancel"
expect "Cancel Booking twice" 200 status=cancelled
ask_as "$client" GET "/classes/$yoga"
expect "The place is free" 200 available_slots==1
send_as "$client" POST /book "$(book "$yoga")"
expect "Book again" 201 "class_id=$yoga" status=active
again=$(pick id)
differs "Book again: it is another booking" "$first" "$again"
ask_as "$client" GET "/bookings?status=cancelled"
expect "List Bookings that were cancelled" 200 "0.id=$first" 1:absent
ask_as "$client" DELETE "/bookings/$again"
expect "Delete Booking" 204
ask_as "$client" GET "/bookings/$again"
expect "Get Booking that was deleted" 404 "${refusal[@]}"
ask_as "$client" DELETE "/bookings/$again"
expect "Delete Booking twice" 404 "${refusal[@]}"
ask_as "$client" GET "/classes/$yoga"
expect "The place is free again" 200 available_slots==1
send_as "$client" PATCH "/bookings/$first" '{ "start_time": "2030-01-01T00:00:00Z" }'
expect "Move the booking of a class" 400 "${refusal[@]}" code=not_reschedulable
send_as "$other" PATCH "/bookings/$second" '{ "status": "completed" }'
expect "Complete one's own booking" 403 "${refusal[@]}" code=status_not_allowed

open Sprint 5 "$(date -u -d '+20 minutes' +%FT%T)+00:00"
send_as "$client" POST /book "$(book "$class")"
expect "Book a class that begins soon" 400 "${refusal[@]}" code=booking_closed

ask_as "$instructor" POST "/classes/$yoga/cancel"
expect "Cancel Class" 200 status=cancelled
ask_as "$other" GET "/bookings/$second"
expect "The booking of a class that was cancelled" 200 status=cancelled state=cancelled
send_as "$client" POST /book "$(book "$yoga")"
expect "Book a class that was cancelled" 404 "${refusal[@]}" code=not_found
