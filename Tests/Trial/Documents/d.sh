#!/usr/bin/env bash
# What a client does that was written from document D: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

# The document's own password is one of the most common.
send POST /auth/register '{
    "email": "user@example.com",
    "password": "password123",
    "name": "John Doe",
    "role": "user",
    "bio": "Optional bio for facilitators",
    "specialization": "Optional specialization for facilitators"
}'
expect "User Registration with a common password" 422 "${refusal[@]}" errors.0.field=password \
    errors.0.code=too_common

person='{
    "email": "user@example.com",
    "password": "a password of my own",
    "name": "John Doe",
    "role": "user",
    "bio": "Optional bio for facilitators",
    "specialization": "Optional specialization for facilitators"
}'
brief=(access_token:jwt user:object user.id:uuid user.email=user@example.com "user.name=John Doe")
send POST /auth/register "$person"
expect "User Registration" 201 "${brief[@]}" user.role=user password:absent password_hash:absent
access=$(pick access_token)
id=$(pick user.id)
ask_as "$access" GET /me
expect "The token of the registration" 200 "id=$id" email=user@example.com
send POST /auth/register "$person"
expect "User Registration with a taken address" 400 "${refusal[@]}" code=email_taken

send POST /auth/register '{
    "email": "jane@example.com",
    "password": "a password of my own",
    "name": "Jane Smith",
    "role": "facilitator",
    "bio": "Thirty years on the mat",
    "specialization": "Mindfulness & Wellness"
}'
expect "Registration of a facilitator" 201 access_token:jwt user.id:uuid \
    user.email=jane@example.com "user.name=Jane Smith" user.role=facilitator
ask_as "$(pick access_token)" GET /me
expect "The facilitator's profile" 200 role=facilitator "bio=Thirty years on the mat" \
    "specialization=Mindfulness & Wellness"

send POST /auth/login '{ "email": "user@example.com", "password": "a password of my own" }'
expect "User Login" 200 "${brief[@]}" "user.id=$id" user.role=user
send POST /auth/login '{ "email": "user@example.com", "password": "password123" }'
expect "User Login with a wrong password" 401 "${refusal[@]}" code=invalid_credentials
send POST /auth/login '{ "email": "nobody@example.com", "password": "a password of my own" }'
expect "User Login of nobody" 401 "${refusal[@]}" code=invalid_credentials

# An id that a client says proves nothing: the document's own request is refused.
send POST /auth/google '{
    "google_id": "google-oauth-id",
    "email": "user@example.com",
    "name": "John Doe"
}'
expect "Google OAuth Login with an id alone" 400 "${refusal[@]}" code=missing_fields
send POST /auth/google '{}'
expect "Google OAuth Login with nothing" 400 "${refusal[@]}" code=missing_fields
send POST /auth/google '{ "credential": "a.b.c", "google_id": "google-oauth-id" }'
expect "Google OAuth Login where Google is not set up" 503 "${refusal[@]}" \
    code=google_not_configured @Retry-After:digits

ask GET /me
expect "What needs a token, without one" 401 "${refusal[@]}"
ask GET /nowhere
expect "What is not there" 404 "${refusal[@]}"

# Sessions. Facilitators lead them, and whoever is signed in sees them.
join guide guide@example.com facilitator
join other other@example.com facilitator
join client client@example.com user
sign_in admin "$admin_email" "$admin_password"
date=$(day 10)
session=(id:uuid title:text facilitator:text facilitator_id:uuid session_type:text
    start_time:instant end_time:instant capacity:count price:number available_spots:count)

ask_as "$client" GET /sessions
expect "Get All Sessions where there are none" 200 ==[] @X-Total-Count=0
ask_as "$guide" GET /facilitator/sessions
expect "Get Facilitator Sessions where there are none" 200 ==[]

send_as "$guide" POST /sessions '{
    "title": "Evening Yoga",
    "description": "Relaxing yoga session",
    "session_type": "session",
    "start_time": "2024-01-15T18:00:00",
    "end_time": "2024-01-15T19:00:00",
    "capacity": 15,
    "price": 30.0
}'
expect "Create New Session in the past" 422 "${refusal[@]}" errors.0.field=start_time \
    errors.0.code=start_in_past
yoga="{
    \"title\": \"Evening Yoga\",
    \"description\": \"Relaxing yoga session\",
    \"session_type\": \"session\",
    \"start_time\": \"${date}T18:00:00\",
    \"end_time\": \"${date}T19:00:00\",
    \"capacity\": 15,
    \"price\": 30.0
}"
send_as "$guide" POST /sessions "$yoga"
expect "Create New Session" 201 "message=Session created successfully" session_id:uuid \
    "session.title=Evening Yoga" session.facilitator=guide session.available_spots==15 \
    session.price==30.0 session.status=active
evening=$(pick session_id)
send_as "$client" POST /sessions "$yoga"
expect "Create New Session as a user" 403 "${refusal[@]}" "error=Insufficient permissions"
send_as "$admin" POST /sessions "$yoga"
expect "Create New Session without a profile" 404 "${refusal[@]}" code=facilitator_profile_missing
send POST /sessions "$yoga"
expect "Create New Session without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
send_as "$guide" POST /sessions "{
    \"title\": \"Weekend Retreat\", \"session_type\": \"retreat\",
    \"start_time\": \"$(day 12)T09:00:00Z\", \"end_time\": \"$(day 14)T09:00:00Z\"
}"
expect "Create New Session with the fewest members" 201 session.session_type=retreat \
    session.capacity==1 session.price==0.0 session.description==null
retreat=$(pick session_id)
send_as "$guide" POST /sessions \
    '{ "title": "", "session_type": "party", "start_time": "x", "capacity": 0, "price": -1 }'
expect "Create New Session with faults" 422 "${refusal[@]}" 'errors.*.field~title' \
    'errors.*.field~session_type' 'errors.*.field~start_time' 'errors.*.field~end_time' \
    'errors.*.field~capacity' 'errors.*.field~price'
send_as "$guide" POST /sessions "{
    \"title\": \"Yoga\", \"session_type\": \"session\", \"start_time\": \"${date}T18:00:00\",
    \"end_time\": \"${date}T18:00:00\"
}"
expect "Create New Session that ends at once" 422 "${refusal[@]}" errors.0.field=end_time

ask_as "$client" GET /sessions
expect "Get All Sessions" 200 :array "0.id=$evening" "1.id=$retreat" 2:absent \
    "0.title=Evening Yoga" "0.description=Relaxing yoga session" 0.facilitator=guide \
    0.facilitator_id:uuid 0.session_type=session "0.start_time=${date}T18:00:00.000Z" \
    "0.end_time=${date}T19:00:00.000Z" 0.capacity==15 0.price==30.0 0.available_spots==15 \
    @X-Total-Count=2 @ETag:text
ask GET /sessions
expect "Get All Sessions without a token" 401 "${refusal[@]}"
ask_as "$client" GET "/sessions?type=retreat"
expect "Get Sessions of a sort" 200 "0.id=$retreat" 1:absent
ask_as "$client" GET "/sessions?q=relax"
expect "Get Sessions by a word" 200 "0.id=$evening" 1:absent
ask_as "$client" GET "/sessions?from=$(day 11)T00:00:00"
expect "Get Sessions from a day on" 200 "0.id=$retreat" 1:absent
ask_as "$client" GET "/sessions?to=$(day 11)T00:00:00"
expect "Get Sessions up to a day" 200 "0.id=$evening" 1:absent
ask_as "$client" GET "/sessions?limit=1&page=2"
expect "Get Sessions, the second page" 200 "0.id=$retreat" 1:absent @X-Total-Count=2
ask_as "$client" GET "/sessions?envelope=true"
expect "Get Sessions in an envelope" 200 "items.0.id=$evening" total==2 total_pages==1
ask_as "$client" GET "/sessions?type=party&limit=0"
expect "Get Sessions with wishes that are none" 422 "${refusal[@]}" 'errors.*.field~type' \
    'errors.*.field~limit'

ask_as "$client" GET "/sessions/$evening"
expect "Get Session" 200 "${session[@]}" "id=$evening" "title=Evening Yoga" @ETag:text
tag=$(pick @ETag)
ask GET "/sessions/$evening"
expect "Get Session without a token" 401 "${refusal[@]}"
ask_as "$client" GET "/sessions/$nobody"
expect "Get Session that is not there" 404 "${refusal[@]}" code=not_found
ask_as "$client" GET /sessions/1
expect "Get Session by an id that is none" 404 "${refusal[@]}"

update="{
    \"title\": \"Updated Session Title\",
    \"description\": \"Updated description\",
    \"capacity\": 20,
    \"start_time\": \"${date}T19:00:00\",
    \"end_time\": \"${date}T20:00:00\"
}"
send_as "$guide" PUT "/sessions/$evening" "$update"
expect "Update Session" 200 "message=Session updated successfully" \
    "session.title=Updated Session Title" "session.description=Updated description" \
    session.capacity==20 session.available_spots==20 "session.start_time=${date}T19:00:00.000Z" \
    "session.end_time=${date}T20:00:00.000Z" session.price==30.0
send_as "$guide" PUT "/sessions/$evening" '{ "capacity": 18 }'
expect "Update Session in part" 200 session.capacity==18 "session.title=Updated Session Title"
send_as "$guide" PATCH "/sessions/$evening" '{ "price": 35 }'
expect "Update Session by the other method" 200 "message=Session updated successfully" \
    session.price==35.0 session.capacity==18
send_as "$guide" PUT "/sessions/$evening" '{ "price": 1 }' -H "If-Match: $tag"
expect "Update Session as it was before" 412 "${refusal[@]}" code=precondition_failed
send_as "$other" PUT "/sessions/$evening" "$update"
expect "Update Session of somebody else" 403 "${refusal[@]}" code=not_yours
send_as "$client" PUT "/sessions/$evening" "$update"
expect "Update Session as a user" 403 "${refusal[@]}"
send PUT "/sessions/$evening" "$update"
expect "Update Session without a token" 401 "${refusal[@]}"
send_as "$guide" PUT "/sessions/$nobody" "$update"
expect "Update Session that is not there" 404 "${refusal[@]}"
send_as "$guide" PUT "/sessions/$evening" '{ "capacity": 0, "session_type": "party" }'
expect "Update Session with faults" 422 "${refusal[@]}" 'errors.*.field~capacity' \
    'errors.*.field~session_type'
send_as "$guide" PUT "/sessions/$evening" "{ \"end_time\": \"${date}T18:59:00\" }"
expect "Update Session to end first" 422 "${refusal[@]}" errors.0.field=end_time
send_as "$guide" PUT "/sessions/$evening" '{ "start_time": "2024-01-15T19:00:00" }'
expect "Update Session into the past" 422 "${refusal[@]}" errors.0.field=start_time \
    errors.0.code=start_in_past

ask_as "$other" POST "/sessions/$evening/cancel"
expect "Cancel Session of somebody else" 403 "${refusal[@]}" code=not_yours
ask_as "$client" POST "/sessions/$evening/cancel"
expect "Cancel Session as a user" 403 "${refusal[@]}"
ask_as "$guide" POST "/sessions/$nobody/cancel"
expect "Cancel Session that is not there" 404 "${refusal[@]}"
ask_as "$guide" POST "/sessions/$evening/cancel"
expect "Cancel Session" 200 "message=Session cancelled successfully"
ask_as "$guide" POST "/sessions/$evening/cancel"
expect "Cancel Session again" 200 "message=Session cancelled successfully"
send_as "$guide" PUT "/sessions/$evening" '{ "capacity": 18 }'
expect "Update Session that is cancelled" 400 "${refusal[@]}" code=already_cancelled
ask_as "$client" GET /sessions
expect "Get All Sessions after one was cancelled" 200 "0.id=$retreat" 1:absent

ask_as "$other" DELETE "/facilitator/sessions/$retreat"
expect "Delete Session of somebody else" 403 "${refusal[@]}" code=not_yours
ask_as "$guide" DELETE "/facilitator/sessions/$nobody"
expect "Delete Session that is not there" 404 "${refusal[@]}"
ask DELETE "/facilitator/sessions/$retreat"
expect "Delete Session without a token" 401 "${refusal[@]}"
ask_as "$guide" DELETE "/facilitator/sessions/$retreat"
expect "Delete Session" 200 "message=Session cancelled successfully"
ask_as "$guide" DELETE "/facilitator/sessions/$retreat"
expect "Delete Session again" 200 "message=Session cancelled successfully"

send_as "$guide" POST /sessions "$yoga"
expect "Create New Session once more" 201 session_id:uuid
ask_as "$guide" GET /facilitator/sessions
expect "Get Facilitator Sessions" 200 :array 3:absent '*.id:uuid' '*.title:text' \
    '*.start_time:instant' '*.end_time:instant' '*.capacity:count' '*.price:number' \
    '*.bookings_count==0' '*.available_spots:count' '*.created_at:instant' 0.status=active \
    0.session_type=session "0.description=Relaxing yoga session" "1.id=$evening" \
    1.status=cancelled "2.id=$retreat" 2.status=cancelled 2.session_type=retreat
ask_as "$other" GET /facilitator/sessions
expect "Get Facilitator Sessions of who has none" 200 ==[]
ask_as "$client" GET /facilitator/sessions
expect "Get Facilitator Sessions as a user" 403 "${refusal[@]}" "error=Insufficient permissions"
ask_as "$admin" GET /facilitator/sessions
expect "Get Facilitator Sessions without a profile" 404 "${refusal[@]}" \
    code=facilitator_profile_missing
ask GET /facilitator/sessions
expect "Get Facilitator Sessions without a token" 401 "${refusal[@]}"

# The profile, which the registration makes.
ask GET /facilitators
expect "The facilitators" 200 '*.id:uuid' '*.name~Jane Smith' '*.name~guide' '*.name~other' \
    3:absent '*.created_at:instant' '*.email:absent' @X-Total-Count=3
ask_as "$guide" GET /me/facilitator
expect "The facilitator's own profile" 200 id:uuid name=guide
guide_id=$(pick id)
send_as "$guide" PUT /me/facilitator \
    '{ "bio": "Thirty years on the mat", "specialization": "Mindfulness & Wellness" }'
expect "A change of the profile" 200 "bio=Thirty years on the mat" \
    "specialization=Mindfulness & Wellness"
ask GET "/facilitators/$guide_id"
expect "A facilitator" 200 "id=$guide_id" name=guide "bio=Thirty years on the mat" \
    "specialization=Mindfulness & Wellness"
ask GET "/facilitators/$nobody"
expect "A facilitator who is not there" 404 "${refusal[@]}"
ask_as "$client" GET /me/facilitator
expect "The profile of a user" 403 "${refusal[@]}"
