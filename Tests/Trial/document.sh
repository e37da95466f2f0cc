#!/usr/bin/env bash
# Has other programs read the OpenAPI document of a server, and looks what they don't: document.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

serve "$1"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet openapi-spec-validator 'jsonschema[format-nongpl]'
"$folder/venv/bin/python" "$here/document.py" "$port"
