#!/usr/bin/env bash
# Has PyPI's standardwebhooks verify what a server sends: webhooks.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
serve "$1" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password" WEBHOOK_ALLOW_PRIVATE=true
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet standardwebhooks
"$folder/venv/bin/python" "$here/webhooks.py" "$port" "$password"
# Neither the log nor the database's file has a secret in it.
! grep -r -l -a whsec_ "$folder"/log "$folder"/var
