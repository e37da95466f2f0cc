#!/usr/bin/env bash
# What a client does that was written from document B: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

person='{
    "name": "John Doe",
    "email": "john@example.com",
    "password": "securepassword123"
}'
send POST /auth/register "$person"
expect "Register" 201 id:uuid "name=John Doe" email=john@example.com role=user \
    created_at:instant access_token:jwt refresh_token:text token_type=bearer \
    password:absent password_hash:absent
id=$(pick id)
send POST /auth/register "$person"
expect "Register with a taken address" 400 "${refusal[@]}" code=email_taken
send POST /auth/register '{ "name": "", "email": "john", "password": "short" }'
expect "Register with faults" 422 "${refusal[@]}" 'errors.*.field~name' 'errors.*.field~email' \
    'errors.*.field~password'

send POST /auth/login '{ "email": "john@example.com", "password": "securepassword123" }'
expect "Login" 200 access_token:jwt refresh_token:text token_type=bearer expires_in:count
access=$(pick access_token)
refresh=$(pick refresh_token)
send POST /auth/login '{ "email": "john@example.com", "password": "not the password" }'
expect "Login with a wrong password" 401 "${refusal[@]}"

ask_as "$access" GET /me
expect "Profile" 200 "id=$id" "name=John Doe" email=john@example.com role=user \
    created_at:instant password:absent password_hash:absent @ETag:text
ask GET /me
expect "Profile without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
ask_as "not-a-token" GET /me
expect "Profile with a bad token" 401 "${refusal[@]}"

send_as "$access" PATCH /me '{ "name": "John Smith" }'
expect "Update" 200 "id=$id" "name=John Smith" email=john@example.com role=user
send_as "$access" PATCH /me '{ "email": "smith@example.com" }'
expect "Update of the address" 200 "name=John Smith" email=smith@example.com email_verified:false
send_as "$access" PATCH /me "{ \"email\": \"$admin_email\" }"
expect "Update to a taken address" 409 "${refusal[@]}" code=email_taken
send_as "$access" PATCH /me '{ "email": "smith" }'
expect "Update with a fault" 422 "${refusal[@]}" errors.0.field=email
send_as "$access" PATCH /me '{ "name": '
expect "Update with half a body" 400 "${refusal[@]}" code=malformed_json

send POST /auth/refresh "{ \"refresh_token\": \"$refresh\" }"
expect "Refresh" 200 access_token:jwt refresh_token:text token_type=bearer
differs "Refresh: the access token is new" "$access" "$(pick access_token)"
access=$(pick access_token)
refresh=$(pick refresh_token)
send POST /auth/refresh "{ \"refresh_token\": \"$access\" }"
expect "Refresh with an access token" 401 "${refusal[@]}"

# The document's logout is the client's own; here what it brings ends.
send_as "$access" POST /auth/logout "{ \"refresh_token\": \"$refresh\" }"
expect "Logout" 200 message:text
send POST /auth/refresh "{ \"refresh_token\": \"$refresh\" }"
expect "Refresh after logging out" 401 "${refusal[@]}"
ask_as "$access" GET /me
expect "Profile after logging out" 401 "${refusal[@]}"
ask POST /auth/logout
expect "Logout with nothing" 200 message:text

# Services. Everybody sees them, admins make them.
join user user@example.com user
sign_in admin "$admin_email" "$admin_password"
service=(id:uuid title:text price:number currency=USD duration_minutes:count rating_average==null
    rating_count==0 created_at:instant updated_at:instant)

ask GET /services
expect "List of services where there are none" 200 ==[] @X-Total-Count=0

haircut='{
    "title": "Haircut",
    "description": "Wash, cut and blow-dry",
    "price": 25.5,
    "duration_minutes": 60
}'
send_as "$admin" POST /services "$haircut"
expect "Create service" 201 "${service[@]}" title=Haircut "description=Wash, cut and blow-dry" \
    price==25.5 duration_minutes==60 is_active:true buffer_minutes==0 lead_minutes==0 \
    step_minutes==null hours==null
cut=$(pick id)
send POST /services "$haircut"
expect "Create service without a token" 401 "${refusal[@]}" @WWW-Authenticate=Bearer
send_as "$user" POST /services "$haircut"
expect "Create service as a user" 403 "${refusal[@]}" code=permission_missing
send_as "$user" POST /services '{}'
expect "Create service as a user, with nothing" 403 "${refusal[@]}" code=permission_missing
send_as "$admin" POST /services '{ "title": "", "price": -1, "duration_minutes": 0 }'
expect "Create service with faults" 422 "${refusal[@]}" 'errors.*.field~title' \
    'errors.*.field~price' 'errors.*.field~duration_minutes'
send_as "$admin" POST /services '{}'
expect "Create service with nothing" 422 "${refusal[@]}" 'errors.*.field~title' \
    'errors.*.field~price' 'errors.*.field~duration_minutes'
long_title=$(printf 't%.0s' {1..201})
long_description=$(printf 'd%.0s' {1..1001})
send_as "$admin" POST /services "{
    \"title\": \"$long_title\", \"description\": \"$long_description\", \"price\": 1,
    \"duration_minutes\": 1441
}"
expect "Create service that is too long" 422 'errors.*.field~title' \
    'errors.*.field~description' 'errors.*.field~duration_minutes'
send_as "$admin" POST /services '{ "title": "Tip", "price": 0.001, "duration_minutes": 5 }'
expect "Create service for a tenth of a cent" 422 "${refusal[@]}" errors.0.field=price
send_as "$admin" POST /services '{ "title": "Chat", "price": 0, "duration_minutes": 1440 }'
expect "Create service for nothing" 201 "${service[@]}" title=Chat description:empty price==0.0
chat=$(pick id)
send_as "$admin" POST /services '{
    "title": "Massage", "description": "Back and shoulders", "price": 80, "duration_minutes": 30,
    "is_active": false, "buffer_minutes": 10, "lead_minutes": 60, "step_minutes": 30,
    "hours": {
        "timezone": "Europe/Berlin",
        "weekly": { "mon": [["09:00", "12:00"], ["13:00", "17:00"]], "sun": [] }
    }
}'
expect "Create service with hours, inactive" 201 "${service[@]}" is_active:false price==80.0 \
    buffer_minutes==10 lead_minutes==60 step_minutes==30 hours.timezone=Europe/Berlin \
    'hours.weekly.mon==[["09:00", "12:00"], ["13:00", "17:00"]]'
massage=$(pick id)
send_as "$admin" POST /services '{
    "title": "Massage", "price": 80, "duration_minutes": 30,
    "hours": { "timezone": "Mars/Base", "weekly": {} }
}'
expect "Create service with the hours of nowhere" 400 "${refusal[@]}" code=unknown_timezone
send_as "$admin" POST /services '{
    "title": "Massage", "price": 80, "duration_minutes": 30,
    "hours": { "timezone": "Europe/Berlin", "weekly": { "mon": [["17:00", "09:00"]] } }
}'
expect "Create service with hours that end first" 422 "${refusal[@]}"

ask GET /services
expect "List of services" 200 :array "0.id=$cut" "1.id=$chat" 2:absent @X-Total-Count=2 \
    '*.is_active:true' @ETag:text @Link:text
ask GET "/services?q=BLOW"
expect "List of services by a word of the description" 200 "0.id=$cut" 1:absent
ask GET "/services?q=hairc"
expect "List of services by a part of the title" 200 "0.id=$cut" 1:absent
ask GET "/services?q=plumber"
expect "List of services by a word that none has" 200 ==[] @X-Total-Count=0
ask GET "/services?price_min=10"
expect "List of services from a price" 200 "0.id=$cut" 1:absent
ask GET "/services?price_max=10"
expect "List of services up to a price" 200 "0.id=$chat" 1:absent
ask GET "/services?price_min=25.5&price_max=25.5&q=cut&active=true"
expect "List of services by everything" 200 "0.id=$cut" 1:absent @X-Total-Count=1
ask GET "/services?price_min=-1&price_max=cheap"
expect "List of services with prices that are none" 422 "${refusal[@]}" \
    'errors.*.field~price_min' 'errors.*.field~price_max'
ask GET "/services?page=0&limit=101"
expect "List of services with numbers out of range" 422 "${refusal[@]}" 'errors.*.field~page' \
    'errors.*.field~limit'
ask GET "/services?active=false"
expect "List of inactive services without a token" 200 ==[] @X-Total-Count=0
ask_as "$user" GET "/services?active=false"
expect "List of inactive services as a user" 200 ==[]
ask_as "$admin" GET "/services?active=false"
expect "List of inactive services as the admin" 200 "0.id=$massage" 1:absent 0.is_active:false
ask GET "/services?limit=1&page=2"
expect "List of services, the second page" 200 "0.id=$chat" 1:absent @X-Total-Count=2
ask GET "/services?limit=1&page=3"
expect "List of services past the end" 200 ==[] @X-Total-Count=2
ask GET "/services?envelope=true&limit=1"
expect "List of services in an envelope" 200 "items.0.id=$cut" total==2 page==1 limit==1 \
    total_pages==2

ask GET "/services/$cut"
expect "Service" 200 "${service[@]}" "id=$cut" title=Haircut price==25.5 @ETag:text
tag=$(pick @ETag)
ask GET "/services/$cut" -H "If-None-Match: $tag"
expect "Service that is known" 304
ask GET "/services/$nobody"
expect "Service that is not there" 404 "${refusal[@]}" code=not_found
ask GET /services/1
expect "Service by an id that is none" 404 "${refusal[@]}"

send_as "$admin" PATCH "/services/$cut" '{ "price": 30, "title": "Haircut & shave" }'
expect "Update service" 200 "${service[@]}" "title=Haircut & shave" price==30.0 \
    duration_minutes==60 "description=Wash, cut and blow-dry"
send_as "$admin" PATCH "/services/$cut" '{ "price": 31 }' -H "If-Match: $tag"
expect "Update service as it was before" 412 "${refusal[@]}" code=precondition_failed
send_as "$user" PATCH "/services/$cut" '{ "price": 1 }'
expect "Update service as a user" 403 "${refusal[@]}" code=permission_missing
send PATCH "/services/$cut" '{ "price": 1 }'
expect "Update service without a token" 401 "${refusal[@]}"
send_as "$admin" PATCH "/services/$cut" '{ "price": -1, "title": null }'
expect "Update service with faults" 422 "${refusal[@]}" 'errors.*.field~price' \
    'errors.*.field~title'
send_as "$admin" PATCH "/services/$nobody" '{ "price": 1 }'
expect "Update service that is not there" 404 "${refusal[@]}"

# The Monday after next; the hours are Berlin's, and are shown by London's clocks too.
away=$((15 - $(date -u -d "$today" +%u)))
monday=$(day "$away")
tuesday=$(day $((away + 1)))
hours="from=${monday}T09:00:00Z&to=${monday}T10:30:00Z"
ask GET "/services/$cut/availability?$hours"
expect "Availability" 200 slots.0.start_time="${monday}T09:00:00.000Z" \
    slots.0.end_time="${monday}T10:00:00.000Z" slots.1.start_time="${monday}T09:30:00.000Z" \
    slots.2.start_time="${monday}T10:00:00.000Z" slots.3:absent timezone=Asia/Kolkata
ask GET "/services/$massage/availability?from=${monday}T00:00:00Z"
expect "Availability of an inactive service" 200 slots==[]
send_as "$admin" PATCH "/services/$massage" '{ "is_active": true }'
expect "Update service to be active" 200 is_active:true
ask GET "/services/$massage/availability?from=${monday}T00:00:00Z&to=${tuesday}T00:00:00Z"
expect "Availability within hours" 200 slots.0.date="$monday" slots.0.time=09:00:00 \
    slots.5.time=11:30:00 slots.6.time=13:00:00 slots.13.time=16:30:00 slots.14:absent \
    timezone=Europe/Berlin
ask GET "/services/$massage/availability?from=${monday}T00:00:00Z&timezone=Europe/London"
expect "Availability by other clocks" 200 slots.0.time=08:00:00 timezone=Europe/London
ask GET "/services/$cut/availability?timezone=Mars/Base"
expect "Availability by clocks of nowhere" 400 "${refusal[@]}" code=unknown_timezone
ask GET "/services/$cut/availability?from=${monday}T00:00:00Z&to=$(day 90)T00:00:00Z"
expect "Availability of three months" 422 "${refusal[@]}" errors.0.field=to
ask GET "/services/$cut/availability?from=${monday}T00:00:00Z&to=${today}T00:00:00Z"
expect "Availability that ends first" 422 "${refusal[@]}" errors.0.field=to
ask GET "/services/$nobody/availability"
expect "Availability of what is not there" 404 "${refusal[@]}"

ask_as "$user" DELETE "/services/$cut"
expect "Delete service as a user" 403 "${refusal[@]}"
ask DELETE "/services/$cut"
expect "Delete service without a token" 401 "${refusal[@]}"
ask_as "$admin" DELETE "/services/$cut"
expect "Delete service" 204
ask_as "$admin" DELETE "/services/$cut"
expect "Delete service again" 404 "${refusal[@]}"
ask GET "/services/$cut"
expect "Service that was deleted" 404 "${refusal[@]}"
ask GET /services
expect "List of services after one was deleted" 200 "0.id=$chat" "1.id=$massage" 2:absent
