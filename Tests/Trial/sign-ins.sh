#!/usr/bin/env bash
# Has 200 people sign in at the same moment, and asks for the server's health meanwhile: sign-ins.sh ROOST
set -euo pipefail
here=$(dirname "$0")
. "$here/served.sh"

serve "$1" MAX_CONNECTIONS_PER_IP=1000
uptime
python3 "$here/sign-ins.py" "$port"
