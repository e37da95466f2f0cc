#!/usr/bin/env bash
# Sends strings that break software as every text about people and of the catalogue:
#   naughty.sh ROOST CASES
# ROOST is the built server, CASES the folder with naughty-strings.json.
set -euo pipefail
here=$(dirname "$0")
. "$here/served.sh"

password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
serve "$1" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password"
echo "== naughty-strings.json"
python3 "$here/naughty.py" "$port" "$password" "$2/naughty-strings.json"
