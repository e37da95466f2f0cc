#!/usr/bin/env bash
# Has PyPI's openapi-python-client make a client out of a server's document, and books with it: client.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
serve "$1" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openapi-python-client
# The generator runs ruff over what it has made, and warns where there is none.
PATH="$folder/venv/bin:$PATH" "$folder/venv/bin/openapi-python-client" generate --meta none --fail-on-warning \
    --url "http://127.0.0.1:$port/openapi.json" --output-path "$folder/roost_client"
PYTHONPATH="$folder" "$folder/venv/bin/python" -B "$here/client.py" "$port" "$password"
