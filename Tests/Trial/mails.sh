#!/usr/bin/env bash
# Sends every mail in every language to another program's mail server, has other programs read them, and draws
# them: mails.sh ROOST [FOLDER]. FOLDER gets the mails and the pictures.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"

out=${2:-$(mktemp -d)}
mkdir -p "$out"
out=$(realpath "$out")
work=$(mktemp -d)
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet aiosmtpd icalendar
python="$work/venv/bin/python"

# A server elsewhere, as far as anybody can see: not on the loopback, with a certificate of an authority that
# only a setting trusts.
address=$(hostname -I | tr ' ' '\n' | grep -m1 -F . || true)
: "${address:?this machine has no address besides the loopback}"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Trial" -addext "subjectAltName=IP:$address" \
    -keyout "$work/key.pem" -out "$work/cert.pem" 2> "$work/openssl"

"$python" "$here/mails.py" take "$address" "$work" "$out" > "$work/taker" 2>&1 &
taker=$!
for _ in $(seq 100); do [ -s "$work/port" ] && break; sleep 0.1; done
[ -s "$work/port" ] || { cat "$work/taker" >&2; exit 1; }

password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
mail=(SMTP_HOST="$address" SMTP_PORT="$(cat "$work/port")" SMTP_USER=roost SMTP_PASS="a secret, of Roost's"
    SMTP_FROM_EMAIL=roost@studio.example SMTP_FROM_NAME="Studio Zoë" PUBLIC_URL=https://roost.example
    ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password")

(
    serve "$1" "${mail[@]}"
    "$python" "$here/mails.py" distrust "$port" "$password"
)
serve "$1" "${mail[@]}" SMTP_CA_FILE="$work/cert.pem"
trap 'kill "$server" "$taker" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder" "$work"' EXIT
"$python" "$here/mails.py" tell "$port" "$password" "$folder/var/roost.db" "$out"
"$python" "$here/mails.py" read "$out"
if command -v chromium > /dev/null; then
    "$python" "$here/mails.py" draw "$out"
fi
echo "every mail in every language, read and drawn: $out"
