#!/usr/bin/env bash
# Has PyPI's schemathesis make requests out of a server's document, good ones and bad ones, and hold the answers
# against it: schemathesis.sh ROOST EXAMPLES SEED [OPTION ...]. An admin asks, and somebody with no more rights than
# everybody has, each a server of its own.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/served.sh"
roost=$(realpath "$1") examples=$2 seed=$3
shift 3

venv=$(mktemp -d)
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet 'schemathesis>=4.32,<5'
# TRACE and QUERY are left out of the methods that no path has: the server implements neither, for any path,
# so they are 501 (RFC 9110 section 15.6.2), not 405.
cat > "$venv/settings.toml" << 'TOML'
max-stream-events = 1
[phases.coverage]
unexpected-methods = ["get", "put", "post", "delete", "patch", "options"]
# As it is by default, and 414 for what is too long for any path.
[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 406, 409, 414, 415, 422, 428, 429, "5xx"]
TOML

# Runs in a shell of its own, which ends its server.
ask_as() (
    password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
    serve "$roost" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password" ACCESS_TOKEN_EXPIRE_MINUTES=1000 \
        WEBHOOK_ALLOW_PRIVATE=on GOOGLE_CLIENT_ID=trial GOOGLE_JWKS_URL=http://127.0.0.1:9/
    export TRIAL_PORT=$port TRIAL_PASSWORD=$password TRIAL_MAILS=$folder/var/mail TRIAL_CALLER=$1 TRIAL_SEED=$seed
    export PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 SCHEMATHESIS_HOOKS=$here/generated_calls.py
    shift
    cd "$folder"
    # What went well is told in a few lines, what did not in full.
    "$venv/bin/schemathesis" --config-file "$venv/settings.toml" run "http://127.0.0.1:$port/openapi.json" \
        --checks all --phases examples,coverage,fuzzing,stateful --max-examples "$examples" --seed "$seed" \
        --request-timeout 30 --continue-on-failure --warnings off --no-color --generation-database none "$@" \
        > report 2>&1 || { cat report >&2; return 1; }
    grep -E "went well as|Tested:|generated|Filtered|====" report
    if grep '"level":"error"' log; then return 1; fi
)

failed=0
ask_as admin "$@" & admin=$!
ask_as user "$@" & user=$!
wait "$admin" || failed=1
wait "$user" || failed=1
rm -rf "$venv"
[ "$failed" = 0 ] && echo "good"
exit "$failed"
