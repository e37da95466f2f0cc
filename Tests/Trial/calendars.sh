#!/usr/bin/env bash
# Has PyPI's icalendar read a booking's file and somebody's calendar: calendars.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
serve "$1" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password" PUBLIC_URL=https://roost.example
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet icalendar
"$folder/venv/bin/python" "$here/calendars.py" "$port" "$password"
