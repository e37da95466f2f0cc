#!/usr/bin/env bash
# Has many listen and cancels what they all have booked: live.sh ROOST LISTENERS
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

listeners=$2
secret='a secret that only trials know, 32 bytes and more'
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
python3 "$here/live.py" people "$listeners" > "$data/people.csv"
export DB_FILE="$data/roost.db" JWT_SECRET_KEY="$secret"
"$(realpath "$1")" import users "$data/people.csv" > /dev/null

ulimit -n "$(ulimit -Hn)"
uptime
# The server has one core, and the clients another.
taskset -cp 0 $$ > /dev/null
serve "$1" WORKERS=1 MAX_CONNECTIONS=$((listeners * 5 / 4 + 100)) MAX_CONNECTIONS_PER_IP=1000000
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder" "$data"' EXIT
taskset -c 1 python3 "$here/live.py" measure "$listeners" "$port" "$secret"
