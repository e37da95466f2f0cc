# To be sourced: starts a server in an empty folder, for a trial that asks it.
#
# serve ROOST [SETTING=VALUE ...] sets `port`, and ends the server when the script ends.
serve() {
    roost=$(realpath "$1")
    shift
    folder=$(mktemp -d)
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    (cd "$folder" && exec env HOST=127.0.0.1 PORT="$port" RATE_LIMITS=off ACCESS_LOG=off SEED_SAMPLE_DATA=off \
        "$@" "$roost" serve > "$folder/log" 2>&1) &
    server=$!
    trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
    for _ in $(seq 200); do
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && return
        kill -0 "$server" 2> /dev/null || break
        sleep 0.05
    done
    cat "$folder/log" >&2
    echo "the server did not start" >&2
    exit 1
}

# As `serve`, with an admin, admin@example.com, whose `password` nobody knows before.
serve_admin() {
    password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
    serve "$@" ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD="$password"
}

# install PACKAGE ... sets `python`, one that has these packages, beside the server's files.
install() {
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install --quiet "$@"
    python=$folder/venv/bin/python
}
