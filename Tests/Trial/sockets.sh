#!/usr/bin/env bash
# Has PyPI's websockets be the client of a server: sockets.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
serve "$1" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet websockets
"$folder/venv/bin/python" "$here/sockets.py" "$port" "$password"
