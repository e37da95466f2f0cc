#!/usr/bin/env bash
# Measures how many bookings are made durable in a second, alone and together, then counts the system's syncs
# beside the program's own count: commits.sh TRIAL FOLDER
set -euo pipefail
trial=$1
folder=$(mktemp -d "$2/commits-XXXXXX")
trap 'rm -rf "$folder"' EXIT

"$trial" commits "$folder/test.db"

command -v strace > /dev/null || { echo "no strace, so nobody counts the syncs"; exit 0; }
strace -f -c -e trace=fdatasync,fsync -o "$folder/calls" \
    "$trial" commits "$folder/test.db" --rounds 1 --writes 2000 --readers 0 | tee "$folder/told"
calls=$(awk '$NF == "fdatasync" || $NF == "fsync" { sum += $4 } END { print sum + 0 }' "$folder/calls")
sum() { grep -oE "$1=[0-9]+" "$folder/told" | awk -F= '{ sum += $2 } END { print sum + 0 }'; }
groups=$(sum commits)
log=$(sum log_syncs)
checkpoints=$(sum checkpoints)
runs=$(grep -c '^size=' "$folder/told")
echo "$calls syncs: $groups groups, $log of the log, $checkpoints checkpoints of the file"
# What is left is the making of a file, and the checkpoint at its end.
rest=$((calls - log - checkpoints))
[ "$rest" -ge 0 ] && [ "$rest" -le $((10 * runs)) ] \
    || { echo "$rest syncs that nobody has told of" >&2; exit 1; }
# A log is synced once more where it begins anew, and once in each checkpoint.
[ "$log" -ge "$groups" ] && [ "$log" -le $((groups + 2 * checkpoints + 4 * runs)) ] \
    || { echo "the log was not synced once a group" >&2; exit 1; }
