#!/usr/bin/env bash
# Fuzzes the readers, then a live server: fuzz.sh TRIAL SECONDS SEED
# The time is shared out among them. A failure names the seed and the case that repeat it.
set -euo pipefail
trial=$1
share=$(($2 / 4))
seed=$3

log=$(mktemp)
"$trial" serve 0 > "$log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -f "$log"' EXIT

for kind in fuzz-reader fuzz-json fuzz-texts; do
    "$trial" "$kind" --seconds "$share" --seed "$seed"
done

port=$(sed -nE 's#^serving at http://127\.0\.0\.1:([0-9]+)$#\1#p' "$log")
resident() { awk '/^VmRSS/ { print $2 }' "/proc/$server/status"; }
before=$(resident)
"$trial" fuzz-server --seconds "$share" --seed "$seed" --port "$port"
after=$(resident)
echo "the server's memory: $before kB before, $after kB after"
kill -0 "$server" || { echo "the server is gone" >&2; exit 1; }
[ $((after - before)) -lt 65536 ] || { echo "the server's memory grew" >&2; exit 1; }
