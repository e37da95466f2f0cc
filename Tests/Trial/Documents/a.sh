#!/usr/bin/env bash
# What a client does that was written from document A: see client.sh for the arguments.
source "$(dirname "$0")/client.sh"

account=(id:uuid email=vaibhav@gmail.com status=active createdAt:instant updatedAt:instant
    roles:array roles.*.id:uuid roles.*.description:text roles.*.status=active)
with_tokens=("${account[@]}" access_token:jwt refresh_token:text)
without_tokens=("${account[@]}" access_token:empty refresh_token:empty)
role=(id:uuid status=active createdAt:instant updatedAt:instant)
nobody=01890000-0000-7000-8000-000000000000

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
