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
