#!/usr/bin/env bash
# Has other programs read the OpenAPI document of a server, and looks what they don't: document.sh ROOST
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

serve "$1"
install openapi-spec-validator 'jsonschema[format-nongpl]'
"$python" "$here/document.py" "$port"
