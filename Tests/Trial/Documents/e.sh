#!/usr/bin/env bash
# What a client does that was written from document E: see client.sh for the arguments. The server
# has the limits that the document names.
source "$(dirname "$0")/client.sh"

form=(-H "Content-Type: application/x-www-form-urlencoded")
token=(access_token:jwt token_type=bearer)

# code_for ADDRESS: what the newest letter to it says. A letter is written behind the answer.
code_for() {
    local letter
    for _ in $(seq 200); do
        letter=$(grep -lsF "<$1>" "$letters"/*.eml | xargs -r grep -ls 'set a new password' \
            | sort | tail -1 || true)
        [ -n "$letter" ] && break
        sleep 0.05
    done
    [ -z "$letter" ] || tr -d '\r' < "$letter" | sed -n 's/^Your code: //p' | head -1
}

send POST /auth/register '{
    "username": "demo", "email": "user@example.com", "password": "first secret of demo"
}'
expect "Registration" 201 id:uuid username=demo email=user@example.com "${token[@]}" \
    '@RateLimit-Policy="register";q=5;w=3600' @RateLimit:text

ask POST /auth/token "${form[@]}" -d username=demo --data-urlencode "password=first secret of demo"
expect "Issue Token" 200 "${token[@]}" expires_in:count refresh_token:text scope:text \
    @Cache-Control=no-store '@RateLimit-Policy="login";q=10;w=60' @RateLimit:text
access=$(pick access_token)
ask POST /auth/token "${form[@]}" -d username=demo -d password=secret
expect "Issue Token for a wrong password" 401 "${refusal[@]}"
ask POST /auth/token "${form[@]}" -d username=demo
expect "Issue Token without a password" 422 "${refusal[@]}" errors.0.field=password

ask_as "$access" GET /users/me
expect "User Profile" 200 id:uuid username=demo email=user@example.com \
    '@RateLimit-Policy="profile_read";q=60;w=60' @RateLimit:text
send_as "$access" PUT /users/me '{ "full_name": "Demo User" }'
expect "Profile Update" 200 "full_name=Demo User" "name=Demo User" \
    '@RateLimit-Policy="profile_update";q=30;w=3600' @RateLimit:text
send_as "$access" PATCH /users/me '{ "full_name": "Demo" }'
expect "Profile Update in part" 200 "full_name=Demo"

send POST /auth/recover-password '{ "email": "user@example.com" }'
expect "Recover Password" 200 msg:text message:text \
    '@RateLimit-Policy="recover";q=3;w=3600' @RateLimit:text
known=$(pick msg)
send POST /auth/recover '{ "email": "nobody@example.com" }'
expect "Recover Password of nobody" 200 "msg=$known" "message=$known"
code=$(code_for user@example.com)
differs "Recover Password: the letter has a code" "" "$code"

send POST /auth/reset-password "{ \"token\": \"$code\", \"new_password\": \"short\" }"
expect "Reset Password to a short one" 422 "${refusal[@]}" errors.0.field=new_password
send POST /auth/reset-password \
    "{ \"token\": \"$code\", \"new_password\": \"second secret of demo\" }"
expect "Reset Password" 200 msg:text message:text \
    '@RateLimit-Policy="reset";q=5;w=3600' @RateLimit:text
send POST /auth/reset-password \
    "{ \"token\": \"$code\", \"new_password\": \"third secret of demo\" }"
expect "Reset Password with a used code" 400 "${refusal[@]}" code=invalid_token
ask_as "$access" GET /users/me
expect "User Profile with a token from before" 401 "${refusal[@]}"
ask POST /auth/token "${form[@]}" -d username=demo --data-urlencode "password=first secret of demo"
expect "Issue Token for the old password" 401 "${refusal[@]}"
ask POST /auth/token "${form[@]}" -d username=user@example.com \
    --data-urlencode "password=second secret of demo"
expect "Issue Token for the new password, by the address" 200 "${token[@]}"
access=$(pick access_token)

send_as "$access" PUT /users/me/password \
    '{ "old_password": "not the password", "new_password": "third secret of demo" }'
expect "Password Change with a wrong one" 400 "${refusal[@]}" code=wrong_password \
    '@RateLimit-Policy="password";q=5;w=3600' @RateLimit:text
send_as "$access" PUT /users/me/password \
    '{ "old_password": "second secret of demo", "new_password": "third secret of demo" }'
expect "Password Change" 200 msg:text message:text
ask POST /auth/token "${form[@]}" -d username=demo --data-urlencode "password=third secret of demo"
expect "Issue Token for the changed password" 200 "${token[@]}"

# Three recoveries an hour are allowed, and two are done.
send POST /auth/recover-password '{ "email": "user@example.com" }'
expect "Recover Password for the third time" 200 msg:text
send POST /auth/recover-password '{ "email": "user@example.com" }'
expect "Recover Password for the fourth time" 429 "${refusal[@]}" code=rate_limited \
    @Retry-After:digits '@RateLimit-Policy="recover";q=3;w=3600' @RateLimit:text
