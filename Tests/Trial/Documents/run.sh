#!/usr/bin/env bash
# Does what clients do that were written from the five documents: run.sh ROOST
# ROOST is the built server. Each document gets a fresh one, on a free port and in an empty folder.
set -euo pipefail
roost=$(realpath "$1")
documents=$(realpath "$(dirname "$0")")
admin=(admin@example.com "a password for the admin")

work=$(mktemp -d)
server=
stop() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    server=
}
trap 'stop; rm -rf "$work"' EXIT

# start LETTER [SETTING=VALUE...]: sets `server` and `port`
start() {
    local folder=$work/$1
    mkdir "$folder" && : > "$folder/log"
    (cd "$folder" && exec env -i PATH="$PATH" PORT=0 WORKERS=1 ACCESS_LOG=off SEED_SAMPLE_DATA=off \
        ADMIN_EMAIL="${admin[0]}" ADMIN_PASSWORD="${admin[1]}" "${@:2}" \
        "$roost" serve) >> "$folder/log" 2>&1 &
    server=$!
    for _ in $(seq 200); do
        port=$(sed -nE 's/.*"message":"listening".*"address":"[^"]*:([0-9]+)".*/\1/p' "$folder/log")
        [ -z "$port" ] || return 0
        kill -0 "$server" 2>/dev/null || break
        sleep 0.05
    done
    cat "$folder/log" >&2
    echo "the server did not start" >&2
    exit 1
}

failed=0
run() {
    echo "== document ${1^^}"
    start "$@"
    "$documents/$1.sh" "http://127.0.0.1:$port/api/v1" "$work/$1/var/mail" "${admin[@]}" || failed=1
    stop
}
run a
run a-bookings
run b
run b-bookings
run c
run c-bookings
run d
run d-bookings
run e-bookings
# This document names its limits; development has a hundred times as much.
run e RATE_LIMIT_REGISTER=5/3600 RATE_LIMIT_LOGIN=10/60 RATE_LIMIT_RECOVER=3/3600 \
    RATE_LIMIT_RESET=5/3600 RATE_LIMIT_PROFILE_READ=60/60 RATE_LIMIT_PROFILE_UPDATE=30/3600 \
    RATE_LIMIT_PASSWORD=5/3600
exit "$failed"
