#!/usr/bin/env bash
# Has PyPI's websockets be the client of a server: sockets.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

serve_admin "$1"
install websockets
"$python" "$here/sockets.py" "$port" "$password"
