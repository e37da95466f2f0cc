#!/usr/bin/env bash
# What a client does that was written from document E, as far as it books: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

join demo demo@example.com user
join other other@example.com user
sign_in admin "$admin_email" "$admin_password"
date=$(day 10)

ask_as "$demo" POST "/bookings?slot=${date}T14:30:00"
expect "Create Booking" 201 id:uuid kind=slot "slot=${date}T14:30:00.000Z" \
    "start_time=${date}T14:30:00.000Z" "end_time=${date}T15:00:00.000Z" user_id:uuid seats==1 \
    state:text created_at:instant
first=$(pick id)
ask POST "/bookings?slot=${date}T16:00:00"
expect "Create Booking without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
ask_as "$other" POST "/bookings?slot=${date}T14:30:00"
expect "Create Booking at the same time" 409 "${refusal[@]}" code=slot_taken \
    alternatives.0.start_time:instant alternatives.0.end_time:instant alternatives.5:absent
ask_as "$other" POST "/bookings?slot=${date}T14:45:00"
expect "Create Booking amid another" 409 "${refusal[@]}" code=slot_taken
ask_as "$other" POST "/bookings?slot=${date}T15:00:00"
expect "Create Booking right behind another" 201 "slot=${date}T15:00:00.000Z"
behind=$(pick id)
send_as "$other" POST /bookings "{ \"slot\": \"${date}T18:00:00+02:00\", \"notes\": \"By phone\" }"
expect "Create Booking with the slot in the body" 201 "slot=${date}T16:00:00.000Z" "notes=By phone"
ask_as "$other" POST "/bookings?slot=${date}T19:30:00+02:00"
expect "Create Booking with a plus that nobody escaped" 201 "slot=${date}T17:30:00.000Z"
ask_as "$demo" POST "/bookings?slot=2025-05-12T14:30:00"
expect "Create Booking in the past" 422 "${refusal[@]}" code:text
ask_as "$demo" POST "/bookings?slot=soon"
expect "Create Booking at no time" 422 "${refusal[@]}" errors.0.field=slot
ask_as "$demo" POST /bookings
expect "Create Booking of nothing" 422 "${refusal[@]}" code=ambiguous_target
send_as "$demo" POST "/bookings?slot=${date}T20:00:00" "{ \"class_id\": \"$nobody\" }"
expect "Create Booking of two things" 422 "${refusal[@]}" code=ambiguous_target

ask_as "$demo" GET /bookings
expect "List Bookings" 200 "0.id=$first" 1:absent "0.slot=${date}T14:30:00.000Z" @X-Total-Count=1
ask_as "$demo" GET "/bookings?envelope=true"
expect "List Bookings in an envelope" 200 "bookings.0.id=$first" "items.0.id=$first" total==1
ask GET /bookings
expect "List Bookings without a token" 401 "${refusal[@]}"
ask_as "$admin" GET /bookings
expect "List Bookings of everybody, the newest start first" 200 \
    "0.slot=${date}T17:30:00.000Z" "1.slot=${date}T16:00:00.000Z" \
    "2.slot=${date}T15:00:00.000Z" "3.slot=${date}T14:30:00.000Z" 4:absent
ask_as "$admin" GET "/bookings?limit=1&page=2"
expect "List Bookings, the second page" 200 "0.slot=${date}T16:00:00.000Z" 1:absent \
    @X-Total-Count=4 @Link:text

send_as "$demo" PATCH "/bookings/$first" "{ \"start_time\": \"${date}T14:45:00Z\" }"
expect "Move onto another" 409 "${refusal[@]}" code=slot_taken
send_as "$demo" PATCH "/bookings/$first" "{ \"start_time\": \"${date}T14:15:00Z\" }"
expect "Move a little" 200 "slot=${date}T14:15:00.000Z" "end_time=${date}T14:45:00.000Z"
ask_as "$other" POST "/bookings/$behind/cancel"
expect "Cancel" 200 status=cancelled
ask_as "$demo" POST "/bookings?slot=${date}T15:00:00Z"
expect "Create Booking where one was cancelled" 201 "slot=${date}T15:00:00.000Z"

ask_as "$admin" GET "/journal?stream=booking/$first"
expect "What the journal knows" 200 '*.kind~booking.placed' '*.kind~booking.rescheduled'
ask_as "$demo" GET "/journal?stream=booking/$first"
expect "What the journal tells a user" 403 "${refusal[@]}"

# Whoever gets no answer asks again with the same key.
key=(-H "Idempotency-Key: first-of-demo")
ask_as "$demo" POST "/bookings?slot=${date}T21:00:00Z" "${key[@]}"
expect "Create Booking with a key" 201 "slot=${date}T21:00:00.000Z" @Idempotency-Replayed:absent
kept=$(pick id)
ask_as "$demo" POST "/bookings?slot=${date}T21:00:00Z" "${key[@]}"
expect "Create Booking with the same key" 201 "id=$kept" @Idempotency-Replayed=true
ask_as "$demo" POST "/bookings?slot=${date}T22:00:00Z" "${key[@]}"
expect "Create another Booking with the same key" 422 "${refusal[@]}" code=idempotency_key_reused
ask_as "$other" POST "/bookings?slot=${date}T22:00:00Z" "${key[@]}"
expect "Create Booking with the key of another" 201 "slot=${date}T22:00:00.000Z"
