#!/usr/bin/env bash
# Has a browser read the pages of a server, and sign in, book and cancel on them: pages.sh ROOST [FOLDER].
# FOLDER gets a picture of each page, wide and as a phone has it, in light and dark.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

chromium=$(command -v chromium || true)
: "${chromium:?chromium is missing: apt-get install chromium}"
out=${2:-$(mktemp -d)}
mkdir -p "$out"
out=$(realpath "$out")
serve "$1" SEED_SAMPLE_DATA=on
install playwright
"$python" "$here/pages.py" "$port" "$chromium" "$out"
echo "pictures of every page: $out"
