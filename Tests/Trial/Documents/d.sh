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
