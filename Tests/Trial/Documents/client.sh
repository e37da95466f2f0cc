# What the scripts of the documents share; each sources it with its own arguments:
#   SCRIPT API LETTERS ADMIN_EMAIL ADMIN_PASSWORD
# API is where the server is, /api/v1 included, LETTERS the folder that its letters come to.
set -euo pipefail
api=$1
letters=$2
admin_email=$3
admin_password=$4

documents=$(dirname "${BASH_SOURCE[0]}")
folder=$(mktemp -d)
lines=$folder/lines
touch "$lines"

# Prints what was found, failures first, however the script ends.
finish() {
    local outcome=$?
    [ "$outcome" = 0 ] || echo "FAIL the script ended with $outcome, in the middle" >> "$lines"
    grep '^FAIL' "$lines" || true
    grep -v '^FAIL' "$lines" || true
    echo "$(grep -c '^ok' "$lines" || true) of $(wc -l < "$lines") hold"
    ! grep -q '^FAIL' "$lines" || outcome=1
    rm -rf "$folder"
    exit "$outcome"
}
trap finish EXIT

# ask METHOD PATH [arguments of curl...]
ask() {
    local method=$1 path=$2
    shift 2
    : > "$folder/body"
    curl -sS --max-time 20 -X "$method" -D "$folder/head" -o "$folder/body" "$@" "$api$path"
}

# send METHOD PATH JSON [arguments of curl...]
send() {
    ask "$1" "$2" -H "Content-Type: application/json" -d "$3" "${@:4}"
}

# send_as TOKEN METHOD PATH JSON [arguments of curl...], and the same without a body
send_as() { send "$2" "$3" "$4" -H "Authorization: Bearer $1" "${@:5}"; }
ask_as() { ask "$2" "$3" -H "Authorization: Bearer $1" "${@:4}"; }

# sign_in NAME ADDRESS PASSWORD: sets the variable to an access token
sign_in() {
    send POST /auth/login "{ \"email\": \"$2\", \"password\": \"$3\" }"
    expect "$2 signs in" 200 access_token:jwt
    printf -v "$1" %s "$(pick access_token)"
}

# join NAME ADDRESS ROLE: the same for a new account
join() {
    send POST /auth/register "{
        \"name\": \"${2%@*}\", \"email\": \"$2\", \"role\": \"$3\",
        \"password\": \"a password of my own\"
    }"
    expect "$2 registers" 201 access_token:jwt
    printf -v "$1" %s "$(pick access_token)"
}

# expect TITLE STATUS [EXPECTATION...]: see answer.py
expect() {
    python3 "$documents/answer.py" check "$folder" "$@" >> "$lines"
}

# The value of a member of the last answer.
pick() {
    python3 "$documents/answer.py" pick "$folder" "$1"
}

# differs TITLE ONE OTHER
differs() {
    if [ "$2" != "$3" ]; then
        echo "ok   $1" >> "$lines"
    else
        echo "FAIL $1, but is the same" >> "$lines"
    fi
}

# The documents' dates are over, so the examples have others. In one script they are of one today.
today=$(date -u +%F)
# day N: the date in so many days, by UTC
day() { date -u -d "$today + $1 days" +%F; }

# An id that is well formed, and nobody's.
nobody=01890000-0000-7000-8000-000000000000

# What every refusal has: D's clients read `error`, B's `detail`.
refusal=(detail:text error:text title:text request_id:text @Content-Type=application/problem+json)
