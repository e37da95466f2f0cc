#!/usr/bin/env bash
# Counts the instructions that a request takes, for which no quiet machine is needed:
# profile.sh ROOST WORKLOAD COUNT [TOP]
# WORKLOAD is `book` (bookings of classes, as W3 of the bench) or `list` (a page of 20 classes, as W2). Prints the
# instructions a request in user space, without the kernel's, and the TOP functions that spend them. With
# KEEP=FILE what callgrind wrote is kept, for `callgrind_annotate` to look at more closely.
set -euo pipefail
roost=$(realpath "$1")
workload=$2
count=$3
top=${4:-40}

for program in valgrind callgrind_control callgrind_annotate python3 strip; do
    command -v "$program" > /dev/null || { echo "$program is missing" >&2; exit 1; }
done

folder=$(mktemp -d)
here=$(realpath "$(dirname "$0")")
trap 'rm -rf "$folder"' EXIT
# Debugging symbols take callgrind minutes to read; the names of functions are all it needs.
strip -g -o "$folder/roost" "$roost"
secret=$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')
python3 "$here/catalogue.py" "$roost" 200 "$folder/catalogue" "$secret"
python3 "$here/profile.py" "$folder" "$workload" "$count" "$secret"
[ -z "${KEEP:-}" ] || cp "$folder/callgrind.out" "$KEEP"
callgrind_annotate --show-percs=no --threshold=100 "$folder/callgrind.out" \
    | swift demangle --simplified | sed -E 's/^( *[0-9,]+) +[^ :]*:/\1 /; s/ \[[^]]*\]$//' > "$folder/costs"
awk -v count="$count" -v top="$top" -v workload="$workload" '
    !/^ *[0-9][0-9,]* / { next }
    { gsub(/,/, "", $1); cost = int($1 / count); $1 = "" }
    /PROGRAM TOTALS/ { print cost " instructions a request of " workload ", in user space"; next }
    lines++ < top { printf "%8d %s\n", cost, substr($0, 1, 150) }
    ' "$folder/costs"
