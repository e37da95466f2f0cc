#!/usr/bin/env bash
# Has PyPI's openapi-python-client make a client out of a server's document, and books with it: client.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

serve_admin "$1"
install openapi-python-client
# The generator runs ruff over what it has made, and warns where there is none.
PATH="$folder/venv/bin:$PATH" "$folder/venv/bin/openapi-python-client" generate --meta none --fail-on-warning \
    --url "http://127.0.0.1:$port/openapi.json" --output-path "$folder/roost_client"
PYTHONPATH="$folder" "$python" -B "$here/client.py" "$port" "$password"
