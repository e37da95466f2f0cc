#!/usr/bin/env bash
# Runs the conformance cases against a trial server: conformance.sh TRIAL CASES
# TRIAL is the built program, CASES the folder with the cases and their runners.
set -euo pipefail
trial=$1
cases=$2

log=$(mktemp)
"$trial" serve 0 > "$log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -f "$log"' EXIT

for _ in $(seq 100); do
    port=$(sed -nE 's#^serving at http://127\.0\.0\.1:([0-9]+)$#\1#p' "$log")
    [ -n "$port" ] && break
    sleep 0.05
done
[ -n "${port:-}" ] || { echo "the trial server did not start" >&2; exit 1; }

failed=0
run() {
    echo "== $*"
    python3 "$cases/$1" 127.0.0.1 "$port" "${@:2}" || failed=1
}
run http1.py
run http1.py --split 1
run http1.py --pipelined
run http1.py --problem
run json_bodies.py

echo "== tokens.json"
"$trial" tokens-conformance "$cases/tokens.json" || failed=1
exit "$failed"
