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
work=$(mktemp -d)
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet playwright
serve "$1" SEED_SAMPLE_DATA=on
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder" "$work"' EXIT
"$work/venv/bin/python" "$here/pages.py" "$port" "$chromium" "$out"
echo "pictures of every page: $out"
