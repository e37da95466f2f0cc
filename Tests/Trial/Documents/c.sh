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
