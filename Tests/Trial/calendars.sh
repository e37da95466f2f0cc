#!/usr/bin/env bash
# Has PyPI's icalendar read a booking's file and somebody's calendar: calendars.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

serve_admin "$1" PUBLIC_URL=https://roost.example
install icalendar
"$python" "$here/calendars.py" "$port" "$password"
