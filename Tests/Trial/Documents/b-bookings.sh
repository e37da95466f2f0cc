#!/usr/bin/env bash
# What a client does that was written from document B, as far as it books and reviews: see client.sh for the
# arguments.
source "$(dirname "$0")/client.sh"

join user john@example.com user
join other jane@example.com user
sign_in admin "$admin_email" "$admin_password"
date=$(day 10)

# offer TITLE MINUTES [OTHER MEMBERS]: sets `service`
offer() {
    send_as "$admin" POST /services \
        "{ \"title\": \"$1\", \"price\": 25.5, \"duration_minutes\": $2${3:+, $3} }"
    expect "Create service $1" 201 id:uuid
    service=$(pick id)
}
offer Haircut 60
cut=$service

at() { echo "{ \"service_id\": \"$cut\", \"start_time\": \"${date}T$1\" }"; }
send_as "$user" POST /bookings "$(at 14:00:00)"
expect "Create Booking" 201 id:uuid user_id:uuid "service_id=$cut" \
    "start_time=${date}T14:00:00.000Z" "end_time=${date}T15:00:00.000Z" status=pending \
    created_at:instant kind=service state=pending service_title=Haircut price==25.5 \
    currency=USD seats==1 notes==null updated_at:instant
first=$(pick id)
owner=$(pick user_id)
send_as "$user" POST /bookings "$(at 14:00:00)"
expect "Create Booking at the same time" 409 "${refusal[@]}" code=slot_taken detail:text \
    alternatives:array alternatives.0.start_time:instant alternatives.0.end_time:instant \
    alternatives.5:absent
free=$(pick alternatives.0.start_time)
send_as "$other" POST /bookings "$(at 13:30:00)"
expect "Create Booking that ends amid another" 409 "${refusal[@]}" code=slot_taken
send_as "$other" POST /bookings "$(at 14:59:59)"
expect "Create Booking that begins amid another" 409 "${refusal[@]}" code=slot_taken
send_as "$other" POST /bookings "{ \"service_id\": \"$cut\", \"start_time\": \"$free\" }"
expect "Create Booking at an alternative" 201 "start_time=$free" status=pending
alternative=$(pick id)
send_as "$other" POST /bookings "$(at 16:00:00+01:00)"
expect "Create Booking right behind another" 201 "start_time=${date}T15:00:00.000Z"
behind=$(pick id)
ask GET "/services/$cut/availability?from=${date}T14:00:00Z&to=${date}T16:30:00Z"
expect "Availability leaves out what is booked" 200 "slots.0.start_time=${date}T16:00:00.000Z"

send POST /bookings "$(at 18:00:00)"
expect "Create Booking without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
send_as "$user" POST /bookings "{ \"service_id\": \"$cut\", \"start_time\": \"2025-10-25T14:00:00\" }"
expect "Create Booking in the past" 422 "${refusal[@]}" errors.0.field=start_time \
    errors.0.code=start_in_past
send_as "$user" POST /bookings "{ \"service_id\": \"$nobody\", \"start_time\": \"${date}T18:00:00\" }"
expect "Create Booking of what is not there" 404 "${refusal[@]}" code=not_found
send_as "$user" POST /bookings "{ \"service_id\": \"$cut\" }"
expect "Create Booking without a time" 422 "${refusal[@]}" 'errors.*.field~start_time'
send_as "$user" POST /bookings '{ "service_id": "1", "start_time": "soon" }'
expect "Create Booking with faults" 422 "${refusal[@]}" 'errors.*.field~service_id' \
    'errors.*.field~start_time'
send_as "$user" POST /bookings '{}'
expect "Create Booking of nothing" 422 "${refusal[@]}" code=ambiguous_target
send_as "$user" POST /bookings \
    "{ \"service_id\": \"$cut\", \"class_id\": \"$nobody\", \"start_time\": \"${date}T18:00:00\" }"
expect "Create Booking of two things" 422 "${refusal[@]}" code=ambiguous_target
notes=$(printf 'n%.0s' {1..1001})
send_as "$user" POST /bookings \
    "{ \"service_id\": \"$cut\", \"start_time\": \"${date}T18:00:00\", \"notes\": \"$notes\" }"
expect "Create Booking with long notes" 422 "${refusal[@]}" errors.0.field=notes

offer Closed 30 '"is_active": false'
send_as "$user" POST /bookings "{ \"service_id\": \"$service\", \"start_time\": \"${date}T18:00:00\" }"
expect "Create Booking of an inactive service" 400 "${refusal[@]}" code=not_available
offer Massage 30 '"buffer_minutes": 10, "step_minutes": 30, "lead_minutes": 20000,
    "hours": { "timezone": "UTC", "weekly": {
        "mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]],
        "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]], "sat": [["09:00", "17:00"]],
        "sun": [["09:00", "17:00"]] } }'
massage=$service
send_massage() {
    send_as "$user" POST /bookings "{ \"service_id\": \"$massage\", \"start_time\": \"$1\" }"
}
send_massage "$(day 20)T10:10:00Z"
expect "Create Booking off the grid" 422 "${refusal[@]}" code=off_grid
send_massage "$(day 20)T17:00:00Z"
expect "Create Booking outside of the hours" 400 "${refusal[@]}" code=outside_hours
send_massage "$(day 20)T16:30:00Z"
expect "Create Booking at the end of the hours" 201 status=pending
send_massage "$(day 5)T10:00:00Z"
expect "Create Booking without the lead" 400 "${refusal[@]}" code=too_soon
send_massage "$(day 20)T10:00:00Z"
expect "Create Booking on the grid" 201 "end_time=$(day 20)T10:30:00.000Z"
send_massage "$(day 20)T10:30:00Z"
expect "Create Booking in the buffer of another" 409 "${refusal[@]}" code=slot_taken

ask_as "$user" GET "/bookings?status=pending&from=${date}T00:00:00Z&to=${date}T23:00:00Z"
expect "List bookings" 200 "0.id=$first" 1:absent 0.status=pending "0.service_id=$cut"
ask_as "$other" GET /bookings
expect "List bookings of another" 200 "*.id~$behind" "*.id~$alternative" 2:absent
ask_as "$admin" GET "/bookings?kind=service"
expect "List bookings as the admin" 200 "*.id~$first" "*.id~$behind" @X-Total-Count=5
ask_as "$user" GET "/bookings/$first"
expect "Get booking" 200 "id=$first" "user_id=$owner" status=pending @ETag:text
tag=$(pick @ETag)
ask_as "$other" GET "/bookings/$first"
expect "Get booking of another" 403 "${refusal[@]}"
ask_as "$admin" GET "/bookings/$first"
expect "Get booking as the admin" 200 "id=$first"

move() { send_as "${2:-$user}" PATCH "/bookings/$first" "{ \"start_time\": \"${date}T$1\" }" "${@:3}"; }
move 15:30:00
expect "Reschedule onto another" 409 "${refusal[@]}" code=slot_taken alternatives:array
move 14:00:00.001
expect "Reschedule by a moment onto another" 409 "${refusal[@]}" code=slot_taken
move 20:00:00
expect "Reschedule" 200 "id=$first" "start_time=${date}T20:00:00.000Z" \
    "end_time=${date}T21:00:00.000Z" status=pending
move 20:30:00
expect "Reschedule onto its own time" 200 "start_time=${date}T20:30:00.000Z"
move 21:00:00 "$user" -H "If-Match: $tag"
expect "Reschedule as it was before" 412 "${refusal[@]}" code=precondition_failed
move 21:00:00 "$other"
expect "Reschedule the booking of another" 403 "${refusal[@]}"
send_as "$user" PATCH "/bookings/$first" '{ "start_time": "2025-10-25T14:00:00" }'
expect "Reschedule into the past" 422 "${refusal[@]}" errors.0.code=start_in_past
send_as "$user" PATCH "/bookings/$first" '{ "notes": "Short, please" }'
expect "Change the notes" 200 "notes=Short, please" "start_time=${date}T20:30:00.000Z"
send_as "$user" PATCH "/bookings/$first" '{ "status": "confirmed" }'
expect "Confirm one's own booking" 403 "${refusal[@]}" code=status_not_allowed
send_as "$user" PATCH "/bookings/$first" '{ "status": "lost" }'
expect "A status that is none" 422 "${refusal[@]}" errors.0.field=status
send_as "$user" PATCH "/bookings/$first" \
    "{ \"notes\": \"Both or neither\", \"start_time\": \"${date}T15:30:00\" }"
expect "A change that fails in part" 409 "${refusal[@]}" code=slot_taken
ask_as "$user" GET "/bookings/$first"
expect "A change that failed in part left nothing" 200 "notes=Short, please" \
    "start_time=${date}T20:30:00.000Z"

review() { echo "{ \"booking_id\": \"$1\", \"rating\": ${2:-5}, \"comment\": \"Excellent service, highly recommended!\" }"; }
send_as "$user" POST /reviews "$(review "$first")"
expect "Create review before it is completed" 400 "${refusal[@]}" code=not_completed
send_as "$admin" PATCH "/bookings/$first" '{ "status": "completed" }'
expect "Complete a pending booking" 200 "id=$first" status=completed state=completed
send_as "$admin" PATCH "/bookings/$first" '{ "status": "cancelled" }'
expect "Cancel what is completed" 400 "${refusal[@]}" code=bad_transition
send_as "$user" PATCH "/bookings/$first" "{ \"start_time\": \"${date}T22:00:00\" }"
expect "Reschedule what is completed" 400 "${refusal[@]}" code=not_reschedulable
ask_as "$admin" GET "/bookings/$first/history"
expect "The history of a booking" 200 0.kind=booking.placed '*.kind~booking.rescheduled' \
    '*.kind~booking.completed' '*.at:instant'
ask_as "$other" GET "/bookings/$first/history"
expect "The history of another's booking" 403 "${refusal[@]}"

send_as "$other" POST /reviews "$(review "$first")"
expect "Create review of another's booking" 403 "${refusal[@]}"
send_as "$user" POST /reviews "$(review "$nobody")"
expect "Create review of what is not there" 404 "${refusal[@]}"
send_as "$user" POST /reviews "{ \"booking_id\": \"$first\", \"rating\": 6, \"comment\": \"\" }"
expect "Create review with faults" 422 "${refusal[@]}" 'errors.*.field~rating' 'errors.*.field~comment'
send POST /reviews "$(review "$first")"
expect "Create review without a token" 401 "${refusal[@]}"
send_as "$user" POST /reviews "$(review "$first")"
expect "Create review" 201 id:uuid "booking_id=$first" "service_id=$cut" user_name=john \
    rating==5 "comment=Excellent service, highly recommended!" created_at:instant \
    updated_at:instant kind=service "item_id=$cut"
written=$(pick id)
send_as "$user" POST /reviews "$(review "$first" 4)"
expect "Create review twice" 409 "${refusal[@]}" code=review_exists
ask GET "/reviews/$written"
expect "Get review" 200 "id=$written" rating==5 @ETag:text
send_as "$user" PATCH "/reviews/$written" '{ "rating": 4 }'
expect "Update review" 200 rating==4 "comment=Excellent service, highly recommended!"
send_as "$other" PATCH "/reviews/$written" '{ "rating": 1 }'
expect "Update review of another" 403 "${refusal[@]}"
send_as "$user" PATCH "/reviews/$written" '{ "rating": 0 }'
expect "Update review with a fault" 422 "${refusal[@]}" errors.0.field=rating
ask GET "/services/$cut/reviews"
expect "Reviews of a service" 200 "0.id=$written" 1:absent @X-Total-Count=1
ask GET "/services/$cut/reviews?rating_min=5"
expect "Good reviews of a service" 200 ==[]
ask GET "/services/$cut/reviews/stats"
expect "What reviews say together" 200 count==1 histogram.4==1 histogram.5==0 average:number
ask GET "/services/$cut"
expect "The rating of a service" 200 rating_average:number rating_count==1
ask GET "/services/$nobody/reviews"
expect "Reviews of what is not there" 404 "${refusal[@]}"
ask_as "$other" DELETE "/reviews/$written"
expect "Delete review of another" 403 "${refusal[@]}"
ask_as "$admin" DELETE "/reviews/$written"
expect "Delete review as the admin" 204
ask GET "/reviews/$written"
expect "Get review that was deleted" 404 "${refusal[@]}"
ask GET "/services/$cut"
expect "The rating without reviews" 200 rating_average==null rating_count==0

send_as "$other" PATCH "/bookings/$behind" '{ "status": "cancelled" }'
expect "Cancel" 200 status=cancelled
send_as "$user" POST /bookings "$(at 15:00:00)"
expect "Create Booking where one was cancelled" 201 status=pending
mine=$(pick id)
ask_as "$other" DELETE "/bookings/$mine"
expect "Delete the booking of another" 403 "${refusal[@]}"
ask_as "$user" DELETE "/bookings/$mine"
expect "Delete" 204
ask_as "$user" GET "/bookings/$mine"
expect "Get what was deleted" 404 "${refusal[@]}"
ask_as "$admin" DELETE "/services/$cut"
expect "Delete a service with bookings" 204
ask_as "$other" GET "/bookings/$alternative"
expect "The booking of a service that was deleted" 200 status=cancelled
