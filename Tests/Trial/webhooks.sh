#!/usr/bin/env bash
# Has PyPI's standardwebhooks verify what a server sends: webhooks.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

serve_admin "$1" WEBHOOK_ALLOW_PRIVATE=true
install standardwebhooks
"$python" "$here/webhooks.py" "$port" "$password"
# Neither the log nor the database's file has a secret in it.
! grep -r -l -a whsec_ "$folder"/log "$folder"/var
