"""Kills a server while it tells others of bookings: notices.py ROOST

A CRM and a webhook that asks for order are away while people book and cancel. The server is killed, the receivers come
back, and it is killed again amid telling them. In the end each has everything: the same thing twice only under the same
id, and what happened to a booking in its order.
"""

import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

roost = os.path.realpath(sys.argv[1])
BOOKINGS = 300
received = []
is_away = True


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not is_away:
            key = self.headers["webhook-id"] or self.headers["Idempotency-Key"]
            received.append((self.path, key, body))
        self.send_response(503 if is_away else 204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A server that is killed leaves its connections."""


receiver = Server(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{receiver.server_port}"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


port = free_port()
password = os.urandom(16).hex()


def start(folder):
    log = open(os.path.join(folder, "log"), "a")
    settings = {
        "HOST": "127.0.0.1", "PORT": str(port), "RATE_LIMITS": "off", "SEED_SAMPLE_DATA": "off", "ACCESS_LOG": "off",
        "ADMIN_EMAIL": "admin@example.com", "ADMIN_PASSWORD": password, "WEBHOOK_ALLOW_PRIVATE": "true",
        "CRM_SERVICE_URL": url, "CRM_BEARER_TOKEN": "x",
    }
    server = subprocess.Popen([roost, "serve"], cwd=folder, env={**os.environ, **settings}, stdout=log, stderr=log)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return server
        except OSError:
            time.sleep(0.05)
    sys.exit("the server did not start")


def kill(server):
    server.send_signal(signal.SIGKILL)
    server.wait()


def ask(path, body=None, token=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1{path}", method="POST")
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, json.dumps(body or {}).encode(), timeout=20) as answer:
        return json.loads(answer.read())


def book(una):
    bookings = []
    admin = ask("/auth/login", {"email": "admin@example.com", "password": password})["access_token"]
    ask("/webhooks", {"url": url + "/hook", "kinds": ["booking.*"], "ordered": True}, admin)
    day = time.strftime("%Y-%m-%dT10:00:00Z", time.gmtime(time.time() + 9 * 86_400))
    event = {"event_name": "Fair", "event_venue": "Hall", "event_date": day, "event_availibility": 10_000}
    fair = ask("/events", event, admin)["id"]
    for number in range(BOOKINGS):
        booking = ask("/bookings", {"event_id": fair, "seats": 1}, una)["id"]
        bookings.append(booking)
        if number % 2 == 0:
            ask(f"/bookings/{booking}/cancel", {}, una)
    return bookings


def judge(bookings):
    expected = {}
    for number, booking in enumerate(bookings):
        expected[booking] = ["booking.placed"] + ["booking.cancelled"] * (number % 2 == 0)
    told, ids, repeated = {}, {}, 0
    for path, key, body in received:
        booking = body["booking_id"] if path != "/hook" else body["data"]["id"]
        what = (path, booking, body.get("type"))
        assert ids.setdefault(what, key) == key, f"{what} was told under two ids"
        repeated += what in told
        told.setdefault(what, len(told))
    assert len(set(ids.values())) == len(ids), "one id for two things"
    for booking, kinds in expected.items():
        places = [told.get(("/hook", booking, kind)) for kind in kinds]
        assert None not in places, f"{booking} was not told: {kinds} {places}"
        assert places == sorted(places), f"{booking} was told out of order"
        assert ("/api/booking-notification", booking, None) in told, f"the CRM doesn't know {booking}"
    return len(told), repeated


with tempfile.TemporaryDirectory() as folder:
    server = start(folder)
    try:
        person = {"email": "una@example.com", "name": "Una", "password": "a fine long password"}
        bookings = book(ask("/auth/register", person)["access_token"])
        kill(server)
        is_away = False
        total = BOOKINGS * 2 + BOOKINGS // 2
        kills, end = 0, time.monotonic() + 120
        server = start(folder)
        while len({key for _, key, _ in received}) < total and time.monotonic() < end:
            if kills < 3 and len(received) > 40 * (kills + 1):
                kills += 1
                kill(server)
                server = start(folder)
            time.sleep(0.005)
        time.sleep(1)
        count, repeated = judge(bookings)
        print(f"{count} things told after {kills + 1} kills, {repeated} of them again under the same id")
        assert count == total
    finally:
        kill(server)
