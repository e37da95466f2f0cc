#!/usr/bin/env bash
# What a client does that was written from document A: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

account=(id:uuid email=vaibhav@gmail.com status=active createdAt:instant updatedAt:instant
    roles:array roles.*.id:uuid roles.*.description:text roles.*.status=active)
with_tokens=("${account[@]}" access_token:jwt refresh_token:text)
without_tokens=("${account[@]}" access_token:empty refresh_token:empty)
role=(id:uuid status=active createdAt:instant updatedAt:instant)

person='{
    "email": "vaibhav@gmail.com",
    "username": "vaibhav",
    "password": "securepassword123"
}'
send POST /users "$person"
expect "Register User" 201 "${with_tokens[@]}" username=vaibhav roles.0.name=client \
    password:absent password_hash:absent
id=$(pick id)
send POST /users "$person"
expect "Register User with a taken address" 409 "${refusal[@]}" code=email_taken

send POST /users/login '{ "email": "vaibhav@gmail.com", "password": "securepassword123" }'
expect "Login User" 200 "${with_tokens[@]}" username=vaibhav roles.0.name=client
access=$(pick access_token)
refresh=$(pick refresh_token)
send POST /users/login '{ "email": "vaibhav@gmail.com", "password": "not the password" }'
expect "Login User with a wrong password" 401 "${refusal[@]}" code=invalid_credentials

send POST /users/login "{ \"email\": \"$admin_email\", \"password\": \"$admin_password\" }"
expect "Login of the admin" 200 role=admin access_token:jwt
admin=$(pick access_token)

ask GET /users
expect "List All Users without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
ask_as "$access" GET /users
expect "List All Users as a client" 403 "${refusal[@]}"
ask_as "$admin" GET /users
expect "List All Users" 200 :array '*.id:uuid' '*.email:text' '*.username:text' \
    '*.status=active' '*.createdAt:instant' '*.updatedAt:instant' '*.access_token:empty' \
    '*.refresh_token:empty' '*.roles.*.id:uuid' '*.roles.*.name:text' \
    '*.roles.*.description:text' '*.roles.*.status=active' '*.email~vaibhav@gmail.com' \
    @X-Total-Count:digits

ask_as "$access" GET "/users/$id"
expect "Get User by ID" 200 "${without_tokens[@]}" "id=$id" username=vaibhav roles.0.name=client
ask_as "$admin" GET "/users/$nobody"
expect "Get User by ID that nobody has" 404 "${refusal[@]}"

change='{ "username": "vaibhav_updated", "roles": ["client", "instructor"] }'
send_as "$access" PATCH "/users/$id" "$change"
expect "Update User with roles, by the user" 403 "${refusal[@]}" code=role_not_allowed
send_as "$admin" PATCH "/users/$id" "$change"
expect "Update User" 200 "${without_tokens[@]}" "id=$id" username=vaibhav_updated \
    roles.0.name=client roles.1.name=instructor
send_as "$access" PATCH "/users/$id" '{ "username": "vaibhav" }'
expect "Update User, by the user" 200 "${without_tokens[@]}" username=vaibhav

send POST /auth/refresh "{ \"refresh_token\": \"$refresh\" }"
expect "Refresh Token" 200 "${with_tokens[@]}" "id=$id" username=vaibhav
differs "Refresh Token: the access token is new" "$access" "$(pick access_token)"
differs "Refresh Token: the refresh token is new" "$refresh" "$(pick refresh_token)"
refresh=$(pick refresh_token)
send POST /auth/refresh '{ "refresh_token": "jwt-refresh-token" }'
expect "Refresh Token with a token that is none" 401 "${refusal[@]}" code=invalid_token

send POST /auth/revoke "{ \"refresh_token\": \"$refresh\" }"
expect "Revoke Token" 204
send POST /auth/refresh "{ \"refresh_token\": \"$refresh\" }"
expect "Refresh Token after it was revoked" 401 "${refusal[@]}" code=invalid_token
send POST /auth/revoke "{ \"refresh_token\": \"$refresh\" }"
expect "Revoke Token again" 204

# The document makes a role "instructor", which every server has.
send_as "$admin" POST /roles \
    '{ "name": "instructor", "description": "Instructor role for teaching classes" }'
expect "Create Role that is built in" 409 "${refusal[@]}" code=role_exists
send_as "$admin" POST /roles \
    '{ "name": "trainer", "description": "Instructor role for teaching classes" }'
expect "Create Role" 201 "${role[@]}" name=trainer \
    "description=Instructor role for teaching classes"
trainer=$(pick id)
send POST /users/login '{ "email": "vaibhav@gmail.com", "password": "securepassword123" }'
expect "Login User with two roles" 200 'roles.*.name~instructor'
access=$(pick access_token)
send_as "$access" POST /roles '{ "name": "boss" }'
expect "Create Role as a client and instructor" 403 "${refusal[@]}"

ask_as "$access" GET "/roles?status=active"
expect "List Roles" 200 :array '*.id:uuid' '*.name:text' '*.description:text' \
    '*.status=active' '*.createdAt:instant' '*.updatedAt:instant' '*.name~client' \
    '*.name~trainer'
expect "List Roles by name" 200 3.name=instructor
instructor=$(pick 3.id)
ask GET /roles
expect "List Roles without a token" 401 "${refusal[@]}"

send_as "$admin" PATCH "/roles/$trainer" '{ "description": "Updated instructor role description" }'
expect "Update Role" 200 "${role[@]}" "id=$trainer" name=trainer \
    "description=Updated instructor role description"
send_as "$admin" PATCH "/roles/$instructor" \
    '{ "description": "Updated instructor role description" }'
expect "Update Role that is built in" 200 "${role[@]}" "id=$instructor" name=instructor \
    "description=Updated instructor role description"
send_as "$admin" PATCH "/roles/$nobody" '{ "description": "Whatever" }'
expect "Update Role that is not there" 404 "${refusal[@]}"

ask_as "$admin" DELETE "/roles/$trainer"
expect "Delete Role" 204
ask_as "$admin" DELETE "/roles/$trainer"
expect "Delete Role again" 404 "${refusal[@]}"
ask_as "$admin" DELETE "/roles/$instructor"
expect "Delete Role that is built in" 409 "${refusal[@]}" code=built_in_role

# Classes. The date that the document has is over.
week=$(day 7)
next=$(day 8)
class=(id:uuid date:text time:text instructor:text status:text timezone:text starts_at:instant
    ends_at:instant created_at:instant updated_at:instant)
yoga="{ \"name\": \"Yoga\", \"schedule\": \"${week}T10:00:00+05:30\", \"slots\": 10 }"
as_shown=("${class[@]}" name=Yoga "date=$week" time=10:00:00 instructor=vaibhav slots==10
    available_slots==10 status=active timezone=Asia/Kolkata)

ask_as "$access" GET "/classes?page=1&limit=2"
expect "List Classes where there are none" 200 items==[] total==0 page==1 limit==2 total_pages==0

send_as "$access" POST /classes \
    '{ "name": "Yoga", "schedule": "2025-06-15T10:00:00+05:30", "slots": 10 }'
expect "Create Class in the past" 400 "${refusal[@]}" code=schedule_in_past
send_as "$access" POST /classes "$yoga"
expect "Create Class" 201 "${as_shown[@]}" "instructor_id=$id" description==null location==null \
    "starts_at=${week}T04:30:00.000Z" "ends_at=${week}T05:30:00.000Z"
first=$(pick id)

send POST /classes "$yoga"
expect "Create Class without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
join public reader@example.com public
send_as "$public" POST /classes "$yoga"
expect "Create Class as public" 403 "${refusal[@]}" code=permission_missing
send_as "$access" POST /classes \
    "{ \"name\": \"Yoga\", \"schedule\": \"${week}T10:00:00\", \"slots\": 10 }"
expect "Create Class without an offset" 422 "${refusal[@]}" errors.0.field=schedule \
    errors.0.pointer=/schedule errors.0.code=offset_required
send_as "$access" POST /classes '{ "name": " ", "schedule": "tomorrow", "slots": 0 }'
expect "Create Class with faults" 422 "${refusal[@]}" 'errors.*.field~name' \
    'errors.*.field~schedule' 'errors.*.field~slots'
send_as "$access" POST /classes '{}'
expect "Create Class with nothing" 422 "${refusal[@]}" 'errors.*.field~name' \
    'errors.*.field~schedule' 'errors.*.field~slots'
send_as "$access" POST /classes \
    "{ \"name\": \"Yoga\", \"schedule\": \"${week}T10:00:00Z\", \"slots\": 10001 }"
expect "Create Class with too many slots" 422 "${refusal[@]}" errors.0.field=slots
send_as "$access" POST /classes \
    "{ \"name\": \"Yoga\", \"schedule\": \"${week}T10:00:00Z\", \"slots\": \"ten\" }"
expect "Create Class with slots in words" 422 "${refusal[@]}" errors.0.field=slots
send_as "$access" POST /classes "{
    \"name\": \"Yoga\", \"schedule\": \"${week}T10:00:00Z\", \"slots\": 1,
    \"timezone\": \"Mars/Base\"
}"
expect "Create Class in a zone that is none" 400 "${refusal[@]}" code=unknown_timezone
send_as "$access" POST /classes '{ "name": '
expect "Create Class with half a body" 400 "${refusal[@]}" code=malformed_json
ask_as "$access" POST /classes -H "Content-Type: text/plain" -d "$yoga"
expect "Create Class as plain text" 415 "${refusal[@]}"

ask_as "$access" GET "/classes?page=1&limit=2"
expect "List Classes" 200 "items.0.id=$first" items.0.name=Yoga "items.0.date=$week" \
    items.0.time=10:00:00 items.0.instructor=vaibhav items.0.available_slots==10 \
    items.0.status=active items.0.timezone=Asia/Kolkata total==1 page==1 limit==2 \
    total_pages==1 items.1:absent @X-Total-Count=1 @ETag:text @Link:text
ask GET "/classes?page=1&limit=2"
expect "List Classes without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
ask_as "$public" GET /classes
expect "List Classes as public" 200 "items.0.id=$first" limit==10

send_as "$admin" POST /classes "{
    \"name\": \"Stretching\", \"schedule\": \"${next}T18:30:00Z\", \"slots\": 1,
    \"timezone\": \"Asia/Tokyo\", \"duration_minutes\": 90, \"description\": \"Slow and long\",
    \"location\": \"Hall 2\"
}"
expect "Create Class in another zone" 201 "${class[@]}" name=Stretching "date=$(day 9)" \
    time=03:30:00 timezone=Asia/Tokyo "starts_at=${next}T18:30:00.000Z" \
    "ends_at=${next}T20:00:00.000Z" "description=Slow and long" "location=Hall 2" slots==1
second=$(pick id)
host=$(pick instructor_id)

ask_as "$access" GET "/classes?limit=1"
expect "List Classes, the first page" 200 "items.0.id=$first" items.1:absent total==2 page==1 \
    total_pages==2 @X-Total-Count=2
follows=$(pick @Link | sed -nE 's|.*</api/v1([^>]*)>; rel="next".*|\1|p')
ask_as "$access" GET "$follows"
expect "List Classes, the link to the next page" 200 "items.0.id=$second" items.1:absent total==2 \
    page==2
ask_as "$access" GET "/classes?limit=1&page=2"
expect "List Classes, the second page" 200 "items.0.id=$second" items.1:absent total==2 page==2
ask_as "$access" GET "/classes?limit=1&page=3"
expect "List Classes past the end" 200 items==[] total==2 page==3 total_pages==2
ask_as "$access" GET "/classes?timezone=UTC"
expect "List Classes by other clocks" 200 items.0.time=04:30:00 items.0.timezone=UTC \
    items.1.time=18:30:00 items.1.timezone=UTC "items.1.date=$next"
ask_as "$access" GET "/classes?timezone=Mars/Base"
expect "List Classes by clocks of nowhere" 400 "${refusal[@]}" code=unknown_timezone
ask_as "$access" GET "/classes?page=0&limit=101"
expect "List Classes with numbers out of range" 422 "${refusal[@]}" 'errors.*.field~page' \
    'errors.*.field~limit'
ask_as "$access" GET "/classes?from=soon&available=perhaps&status=over"
expect "List Classes with wishes that are none" 422 "${refusal[@]}" 'errors.*.field~from' \
    'errors.*.field~available' 'errors.*.field~status'
ask_as "$access" GET "/classes?q=STRETCH"
expect "List Classes by a word" 200 "items.0.id=$second" total==1
ask_as "$access" GET "/classes?q=boxing"
expect "List Classes by a word that none has" 200 items==[] total==0
ask_as "$access" GET "/classes?instructor_id=$host"
expect "List Classes of an instructor" 200 "items.0.id=$second" total==1
ask_as "$access" GET "/classes?from=${week}T00:00:00Z&to=${next}T00:00:00Z"
expect "List Classes of a day" 200 "items.0.id=$first" total==1
# Nobody escapes a plus: it arrives as a blank.
ask_as "$access" GET "/classes?from=${week}T10:00:01+05:30"
expect "List Classes from an instant with an offset" 200 "items.0.id=$second" total==1
ask_as "$access" GET "/classes?available=false"
expect "List Classes without free places" 200 items==[] total==0
ask_as "$access" GET "/classes?available=true"
expect "List Classes with free places" 200 total==2

ask_as "$public" GET "/classes/$first"
expect "Get Class" 200 "${as_shown[@]}" "id=$first" @ETag:text
tag=$(pick @ETag)
ask_as "$access" GET "/classes/$first" -H "If-None-Match: $tag"
expect "Get Class that is known" 304
ask_as "$access" GET "/classes/$first?timezone=America/New_York"
expect "Get Class by other clocks" 200 timezone=America/New_York "starts_at=${week}T04:30:00.000Z"
ask_as "$access" GET "/classes/$first?timezone=Mars/Base"
expect "Get Class by clocks of nowhere" 400 "${refusal[@]}" code=unknown_timezone
ask GET "/classes/$first"
expect "Get Class without a token" 401 "${refusal[@]}"
ask_as "$access" GET "/classes/$nobody"
expect "Get Class that is not there" 404 "${refusal[@]}" code=not_found
ask_as "$access" GET /classes/1
expect "Get Class by an id that is none" 404 "${refusal[@]}"
ask_as "$access" PUT "/classes/$first"
expect "A method that classes don't have" 405 "${refusal[@]}" @Allow:text

send_as "$access" PATCH "/classes/$first" '{ "name": "Power Yoga", "slots": 12 }'
expect "Change Class" 200 "${class[@]}" "name=Power Yoga" slots==12 available_slots==12 \
    time=10:00:00
send_as "$access" PATCH "/classes/$first" '{ "slots": 11 }' -H "If-Match: $tag"
expect "Change Class as it was before" 412 "${refusal[@]}" code=precondition_failed
send_as "$access" PATCH "/classes/$first" "{ \"schedule\": \"${next}T11:00:00+05:30\" }"
expect "Move Class" 200 "date=$next" time=11:00:00 "starts_at=${next}T05:30:00.000Z" \
    "ends_at=${next}T06:30:00.000Z"
send_as "$access" PATCH "/classes/$first" '{ "schedule": "2025-06-15T10:00:00+05:30" }'
expect "Move Class into the past" 400 "${refusal[@]}" code=schedule_in_past
send_as "$access" PATCH "/classes/$first" '{ "timezone": "Mars/Base" }'
expect "Move Class to nowhere" 400 "${refusal[@]}" code=unknown_timezone
send_as "$access" PATCH "/classes/$first" '{ "slots": 0, "name": null }'
expect "Change Class with faults" 422 "${refusal[@]}" 'errors.*.field~slots' \
    'errors.*.field~name'
send_as "$access" PATCH "/classes/$second" '{ "name": "Mine" }'
expect "Change Class of somebody else" 403 "${refusal[@]}" code=not_yours
send_as "$admin" PATCH "/classes/$first" '{ "location": "Hall 1", "description": null }'
expect "Change Class as the admin" 200 "location=Hall 1" instructor=vaibhav
send_as "$admin" PATCH "/classes/$nobody" '{ "name": "Mine" }'
expect "Change Class that is not there" 404 "${refusal[@]}"
send PATCH "/classes/$first" '{ "name": "Mine" }'
expect "Change Class without a token" 401 "${refusal[@]}"

ask_as "$access" POST "/classes/$second/cancel"
expect "Cancel Class of somebody else" 403 "${refusal[@]}" code=not_yours
ask_as "$access" POST "/classes/$first/cancel"
expect "Cancel Class" 200 "${class[@]}" "id=$first" status=cancelled
ask_as "$access" POST "/classes/$first/cancel"
expect "Cancel Class again" 200 "id=$first" status=cancelled
send_as "$access" PATCH "/classes/$first" '{ "slots": 11 }'
expect "Change Class that is cancelled" 400 "${refusal[@]}" code=already_cancelled
ask_as "$admin" POST "/classes/$nobody/cancel"
expect "Cancel Class that is not there" 404 "${refusal[@]}"
ask_as "$access" DELETE "/classes/$second"
expect "Delete Class of somebody else" 403 "${refusal[@]}"
ask_as "$admin" DELETE "/classes/$second"
expect "Delete Class" 204
ask_as "$admin" DELETE "/classes/$second"
expect "Delete Class again" 204
ask_as "$access" GET /classes
expect "List Classes after all are cancelled" 200 items==[] total==0
ask_as "$access" GET "/classes?status=cancelled"
expect "List Classes that were cancelled" 200 total==2 'items.*.status=cancelled' \
    "items.0.id=$first" "items.1.id=$second"
ask_as "$access" GET "/classes/$second"
expect "Get Class that was cancelled" 200 "id=$second" status=cancelled
