#!/usr/bin/env bash
# Asks each operation of a server once, and has PyPI's httplint look at the answers: httplint.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

serve_admin "$1" WEBHOOK_ALLOW_PRIVATE=on \
    GOOGLE_CLIENT_ID=trial GOOGLE_JWKS_URL=http://127.0.0.1:9/
install httplint
"$python" -B "$here/answers.py" "$port" "$password" "$folder/var/mail"
