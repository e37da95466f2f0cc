#!/usr/bin/env bash
# Asks each operation of a server once, and has PyPI's httplint look at the answers: httplint.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
serve "$1" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password" WEBHOOK_ALLOW_PRIVATE=on \
    GOOGLE_CLIENT_ID=trial GOOGLE_JWKS_URL=http://127.0.0.1:9/
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet httplint
"$folder/venv/bin/python" -B "$here/answers.py" "$port" "$password" "$folder/var/mail"
