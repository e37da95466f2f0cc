#!/usr/bin/env bash
# What a client does that was written from document C: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

person='{
    "name": "John Doe",
    "email": "john@example.com",
    "password": "securepassword123",
    "role": "user"
}'
send POST /users "$person"
expect "Create User" 201 id:uuid "name=John Doe" email=john@example.com role=user \
    password:absent password_hash:absent
id=$(pick id)
send POST /users "$person"
expect "Create User with a taken address" 409 "${refusal[@]}" code=email_taken

# Its roles are Admin, User and Public; the first is nobody's to take.
send POST /users '{
    "name": "Eve", "email": "eve@example.com", "password": "securepassword123", "role": "admin"
}'
expect "Create User as an admin" 403 "${refusal[@]}" code=role_not_allowed
send POST /users '{
    "name": "Pat", "email": "pat@example.com", "password": "securepassword123", "role": "public"
}'
expect "Create User as public" 201 "name=Pat" role=public
seventy_three=$(printf 'p%.0s' {1..73})
send POST /users "{
    \"name\": \"Max\", \"email\": \"max@example.com\", \"password\": \"$seventy_three\",
    \"role\": \"user\"
}"
expect "Create User with 73 characters as the password" 422 "${refusal[@]}" \
    errors.0.field=password errors.0.code=too_long

send POST /login '{ "email": "john@example.com", "password": "securepassword123" }'
expect "Login" 200 access_token:jwt token_type=bearer
access=$(pick access_token)
send POST /login '{ "email": "john@example.com", "password": "not the password" }'
expect "Login with a wrong password" 401 "${refusal[@]}"
send POST /login '{ "email": "nobody@example.com", "password": "securepassword123" }'
expect "Login of nobody" 401 "${refusal[@]}"

ask_as "$access" GET /users/me
expect "Get Current User" 200 "id=$id" "user_id=$id" "name=John Doe" email=john@example.com \
    role=user "message=Welcome back, John Doe! You are logged in with role: user"
ask GET /users/me
expect "Get Current User without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer

send POST /login "{ \"email\": \"$admin_email\", \"password\": \"$admin_password\" }"
expect "Login of the admin" 200 access_token:jwt token_type=bearer
ask_as "$(pick access_token)" GET /users/me
expect "Get Current User as the admin" 200 role=admin user_id:uuid message:text

# Events. Everybody sees them, admins announce them.
sign_in admin "$admin_email" "$admin_password"
month=$(day 30)
event=(event_id:uuid id:uuid event_name:text event_venue:text event_date:instant price:number
    status:text)
ask GET /events
expect "Get All Events where there are none" 200 ==[] @X-Total-Count=0

send_as "$admin" POST /events '{
    "event_name": "Tech Conference 2025",
    "event_venue": "Convention Center",
    "event_date": "2025-12-15T09:00:00",
    "event_availibility": 100
}'
expect "Create Event in the past" 422 "${refusal[@]}" errors.0.field=event_date \
    errors.0.code=date_in_past
conference="{
    \"event_name\": \"Tech Conference 2025\",
    \"event_venue\": \"Convention Center\",
    \"event_date\": \"${month}T09:00:00\",
    \"event_availibility\": 100
}"
as_shown=("${event[@]}" "event_name=Tech Conference 2025" "event_venue=Convention Center"
    "event_date=${month}T09:00:00.000Z" event_availibility==100 event_availability==100
    event_capacity==100 price==0.0 status=active)
send_as "$admin" POST /events "$conference"
expect "Create Event" 201 "${as_shown[@]}" event_end==null
tech=$(pick event_id)
send_as "$access" POST /events "$conference"
expect "Create Event as a user" 403 "${refusal[@]}" \
    "detail=Not authorized to create event. Must be an Admin"
join public reader@example.com public
send_as "$public" POST /events "$conference"
expect "Create Event as public" 403 "${refusal[@]}" \
    "detail=Not authorized to create event. Must be an Admin"
send POST /events "$conference"
expect "Create Event without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
send_as "$admin" POST /events '{
    "event_name": "", "event_venue": " ", "event_date": "soon", "event_availibility": -1
}'
expect "Create Event with faults" 422 "${refusal[@]}" 'errors.*.field~event_name' \
    'errors.*.field~event_venue' 'errors.*.field~event_date' 'errors.*.field~event_availibility'
send_as "$admin" POST /events '{}'
expect "Create Event with nothing" 422 "${refusal[@]}" 'errors.*.field~event_name' \
    'errors.*.field~event_venue' 'errors.*.field~event_date' 'errors.*.field~event_availibility'
send_as "$admin" POST /events "{
    \"event_name\": \"Fair\", \"event_venue\": \"Hall\", \"event_date\": \"${month}T09:00:00Z\",
    \"event_availibility\": 1000001
}"
expect "Create Event with too many seats" 422 "${refusal[@]}" errors.0.field=event_availibility
send_as "$admin" POST /events "{
    \"event_name\": \"Jazz Night\", \"event_venue\": \"Blue Room\",
    \"event_date\": \"${month}T20:00:00-05:00\", \"event_end\": \"$(day 31)T04:00:00Z\",
    \"event_availability\": 0, \"price\": 12.5, \"description\": \"Two sets\"
}"
expect "Create Event with all members" 201 "${event[@]}" "event_name=Jazz Night" \
    "event_date=$(day 31)T01:00:00.000Z" "event_end=$(day 31)T04:00:00.000Z" \
    event_availibility==0 event_availability==0 price==12.5 "description=Two sets"
jazz=$(pick id)
send_as "$admin" POST /events "{
    \"event_name\": \"Fair\", \"event_venue\": \"Hall\", \"event_date\": \"${month}T09:00:00Z\",
    \"event_end\": \"${month}T08:00:00Z\", \"event_availibility\": 1
}"
expect "Create Event that ends first" 422 "${refusal[@]}" errors.0.field=event_end

ask GET /events
expect "Get All Events" 200 :array "0.event_id=$tech" "1.event_id=$jazz" 2:absent \
    "0.event_name=Tech Conference 2025" "0.event_venue=Convention Center" \
    "0.event_date=${month}T09:00:00.000Z" 0.event_availibility==100 @X-Total-Count=2 @ETag:text
ask GET "/events?name=CONF"
expect "Get Events by a part of the name" 200 "0.event_id=$tech" 1:absent
ask GET "/events?venue=ue%20Ro"
expect "Get Events by a part of the venue" 200 "0.event_id=$jazz" 1:absent
ask GET "/events?name=%25"
expect "Get Events by a sign that none has" 200 ==[]
ask GET "/events?available=true"
expect "Get Events with seats" 200 "0.event_id=$tech" 1:absent
ask GET "/events?available=false"
expect "Get Events without seats" 200 "0.event_id=$jazz" 1:absent
ask GET "/events?from=$(day 31)T00:00:00Z&to=$(day 32)T00:00:00Z"
expect "Get Events of a day" 200 "0.event_id=$jazz" 1:absent @X-Total-Count=1
ask GET "/events?limit=1&page=2"
expect "Get Events, the second page" 200 "0.event_id=$jazz" 1:absent @X-Total-Count=2
ask GET "/events?envelope=true"
expect "Get Events in an envelope" 200 "items.0.event_id=$tech" total==2 page==1 limit==20 \
    total_pages==1
ask GET "/events?page=0&limit=0&from=soon"
expect "Get Events with wishes that are none" 422 "${refusal[@]}" 'errors.*.field~page' \
    'errors.*.field~limit' 'errors.*.field~from'

ask GET "/events/$tech"
expect "Get Event" 200 "${as_shown[@]}" "event_id=$tech" "id=$tech" @ETag:text
tag=$(pick @ETag)
ask GET "/events/$tech" -H "If-None-Match: $tag"
expect "Get Event that is known" 304
ask GET "/events/$nobody"
expect "Get Event that is not there" 404 "${refusal[@]}" code=not_found
ask GET /events/1
expect "Get Event by an id that is none" 404 "${refusal[@]}"

send_as "$admin" PATCH "/events/$tech" '{ "event_availibility": 40 }'
expect "Update Event to so many seats left" 200 "${event[@]}" event_availibility==40 \
    event_availability==40 event_capacity==40 "event_venue=Convention Center"
send_as "$admin" PATCH "/events/$tech" '{ "event_capacity": 60, "event_venue": "Main Hall" }'
expect "Update Event to so many seats in all" 200 event_availibility==60 event_capacity==60 \
    "event_venue=Main Hall"
send_as "$admin" PATCH "/events/$tech" '{ "event_capacity": 60, "event_availibility": 60 }'
expect "Update Event to both" 422 "${refusal[@]}" 'errors.*.field~event_capacity'
send_as "$admin" PATCH "/events/$tech" '{ "price": 1 }' -H "If-Match: $tag"
expect "Update Event as it was before" 412 "${refusal[@]}" code=precondition_failed
send_as "$admin" PATCH "/events/$tech" '{ "event_date": "2025-12-15T09:00:00" }'
expect "Update Event into the past" 422 "${refusal[@]}" errors.0.field=event_date \
    errors.0.code=date_in_past
send_as "$access" PATCH "/events/$tech" '{ "price": 1 }'
expect "Update Event as a user" 403 "${refusal[@]}"
send PATCH "/events/$tech" '{ "price": 1 }'
expect "Update Event without a token" 401 "${refusal[@]}"
send_as "$admin" PATCH "/events/$nobody" '{ "price": 1 }'
expect "Update Event that is not there" 404 "${refusal[@]}"

ask_as "$access" POST "/events/$jazz/cancel"
expect "Cancel Event as a user" 403 "${refusal[@]}"
ask_as "$admin" POST "/events/$jazz/cancel"
expect "Cancel Event" 200 "${event[@]}" "event_id=$jazz" status=cancelled
ask_as "$admin" POST "/events/$jazz/cancel"
expect "Cancel Event again" 200 status=cancelled
send_as "$admin" PATCH "/events/$jazz" '{ "price": 1 }'
expect "Update Event that is cancelled" 400 "${refusal[@]}" code=already_cancelled
ask_as "$admin" POST "/events/$nobody/cancel"
expect "Cancel Event that is not there" 404 "${refusal[@]}"
ask GET /events
expect "Get All Events after one was cancelled" 200 "0.event_id=$tech" 1:absent @X-Total-Count=1
