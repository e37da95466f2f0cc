#!/usr/bin/env bash
# Measures Roost beside peers, interleaved in one run: bench.sh ROOST KIT ROUNDS "PEERS" "WORKLOADS"
# ROOST is the built server, KIT the folder of the bench with its peers. Core 0 serves, core 1 loads. With
# workloads about classes (W2, W2R) or bookings (W3, W5) there are CLASSES of them, 1,000 or as many as the
# variable says; the peers have 1,000. The peer `roost-hot` is Roost where all bookings are of one event, and
# `roost-telling` is Roost that has receivers to tell, all of which are away.
set -euo pipefail
roost=$(realpath "$1")
kit=$2
rounds=$3
peers=$4
workloads=$5

for program in wrk taskset python3; do
    command -v "$program" > /dev/null || { echo "$program is missing" >&2; exit 1; }
done

bench=$(mktemp -d)
trap 'rm -rf "$bench"' EXIT
cp -r "$kit/." "$bench"
chmod -R u+w "$bench"

# What bookings of W3 are measured against.
gcc -O2 -o "$bench/tools/fsync" "$bench/tools/fsync.c"
mkdir -p "$bench/peers/roost" "$bench/peers/roost-hot" "$bench/peers/roost-telling" "$bench/data/static"
cat > "$bench/peers/roost/start.sh" <<END
#!/bin/sh
cd "\$2" && exec env \$TELLING ENVIRONMENT=production PORT=\$1 DB_FILE=roost.db JWT_SECRET_KEY=\$BENCH_SECRET RATE_LIMITS=off SEED_SAMPLE_DATA=off MAX_CONNECTIONS=20000 MAX_CONNECTIONS_PER_IP=20000 ACCESS_LOG=\${ROOST_ACCESS_LOG:-off} "$roost" serve
END
chmod +x "$bench/peers/roost/start.sh"
# The same with everybody to be told, and none of them there: nothing listens at port 9.
nobody=http://127.0.0.1:9
cat > "$bench/peers/roost-telling/start.sh" <<END
#!/bin/sh
export TELLING="SMTP_HOST=127.0.0.1 SMTP_PORT=9 CRM_SERVICE_URL=$nobody CRM_BEARER_TOKEN=x NOTIFICATION_SERVICE_URL=$nobody BACKEND_SERVICE_TOKEN=x"
exec "$bench/peers/roost/start.sh" "\$@"
END
chmod +x "$bench/peers/roost-telling/start.sh"
secret=${BENCH_SECRET:-$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')}
echo "$secret" > "$bench/data/secret.txt"
here=$(realpath "$(dirname "$0")")

# One database for all runs, with people, classes and an event; each run has a copy.
catalogue() {
    python3 "$here/catalogue.py" "$roost" "${CLASSES:-1000}" "$bench/catalogue" "$secret"
    cat > "$bench/peers/roost/prep.sh" <<END
#!/bin/sh
cp "$bench/catalogue/roost.db" "\$1/roost.db"
END
    chmod +x "$bench/peers/roost/prep.sh"
    cat > "$bench/peers/roost/peer.env" <<END
TOKENS=$bench/catalogue/tokens.txt
CLASSES=$bench/catalogue/classes.txt
DBFILE=roost.db
BODY={"class_id":"%C","client_name":"Bench User","client_email":"user%U@example.com"}
COUNT_SQL=select count(*) from booking
END
    cp "$bench/peers/roost/start.sh" "$bench/peers/roost/prep.sh" "$bench/peers/roost-hot"
    cp "$bench/peers/roost/prep.sh" "$bench/peers/roost/peer.env" "$bench/peers/roost-telling"
    cat - "$bench/peers/roost/peer.env" > "$bench/peers/roost-hot/peer.env" <<END
ONLY=W3 W5
BOOK_PATH=/api/v1/events/$(cat "$bench/catalogue/event.txt")/book
END
    sed -i 's/^BODY=.*/BODY={"seats":1}/' "$bench/peers/roost-hot/peer.env"
}

case "$workloads" in
*W2* | *W3* | *W5*)
    python3 -m venv "$bench/venv"
    "$bench/venv/bin/pip" install --quiet --requirement "$bench/requirements.lock"
    "$bench/venv/bin/python" "$bench/tools/seed.py"
    catalogue
    case " $peers " in
    *" pocketbase "*) (cd "$bench/peers/pocketbase" && python3 setup.py > "$bench/data/pocketbase.log") ;;
    esac
    ;;
*)
    # The workloads without a database need the name, but nothing in it.
    : > "$bench/data/seed.db"
    ;;
esac
echo '{"items":[],"total":0}' > "$bench/data/static/list.json"
if [ -f "$bench/peers/cepoll/cepoll.c" ]; then
    gcc -O2 -pthread -o "$bench/peers/cepoll/cepoll" "$bench/peers/cepoll/cepoll.c"
fi
if [ -f "$bench/peers/csql/csql.c" ]; then
    gcc -O2 -o "$bench/peers/csql/csql" "$bench/peers/csql/csql.c" -lsqlite3 -lcrypto
fi
case " $peers " in
*" rust"*) (cd "$bench/peers/rust" && ./build.sh) ;;
esac
if command -v go > /dev/null; then (cd "$bench" && peers/go/build.sh) || true; fi

(cd "$bench" && ulimit -n 20000 && BENCH_OUT="$bench/results.jsonl" \
    python3 bench.py suite "$rounds" pinned "roost $peers" "$workloads" "${BENCH_SECONDS:-6}")
(cd "$bench" && python3 bench.py table "$bench/results.jsonl")
