"""Receives what a server posts, and has Standard Webhooks' own library verify it: webhooks.py PORT PASSWORD"""

import datetime
import http.server
import json
import queue
import sys
import threading
import time
import urllib.error
import urllib.request

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

port, password = sys.argv[1], sys.argv[2]
base = f"http://127.0.0.1:{port}/api/v1"
received = queue.Queue()


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        received.put((time.monotonic(), self.path, dict(self.headers), body))
        if self.path == "/silent":
            time.sleep(60)
        status = {"/gone": 410, "/moved": 302}.get(self.path, 204)
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
receiver.daemon_threads = True
threading.Thread(target=receiver.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{receiver.server_port}"


def ask(method, path, body=None, token=None):
    request = urllib.request.Request(base + path, method=method)
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    data = json.dumps(body).encode() if body is not None else None
    with urllib.request.urlopen(request, data) as answer:
        text = answer.read()
        return json.loads(text) if text else None


def take(path="/hook"):
    while True:
        message = received.get(timeout=20)
        if message[1] == path:
            return message


admin = ask("POST", "/auth/login", {"email": "admin@example.com", "password": password})["access_token"]


def make(path, kinds):
    return ask("POST", "/webhooks", {"url": address + path, "kinds": kinds}, admin)


hook = make("/hook", ["class.*", "booking.*"])
others = [make(path, ["class.*", "booking.*"]) for path in ("/silent", "/gone", "/moved")]
start = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=3)).replace(microsecond=0)
name = "Größe \u2028 \"quoted\" 🧘"
course = ask("POST", "/classes", {"name": name, "schedule": start.isoformat(), "slots": 500}, admin)

_, _, headers, body = take()
message = Webhook(hook["secret"]).verify(body, headers)
assert message["type"] == "class.created" and message["data"]["name"] == name, message
assert message["data"] == ask("GET", f"/classes/{course['id']}", token=admin)
identity = headers["webhook-id"]

for forged in (body + b" ", body.replace(b"class", b"Class")):
    try:
        Webhook(hook["secret"]).verify(forged, headers)
        raise SystemExit("a forged message was taken for a good one")
    except WebhookVerificationError:
        pass
try:
    Webhook(others[0]["secret"]).verify(body, headers)
    raise SystemExit("another webhook's secret verified the message")
except WebhookVerificationError:
    pass

renewed = ask("POST", f"/webhooks/{hook['id']}/secret", token=admin)
assert renewed["secret"] != hook["secret"]
delivery = ask("POST", f"/webhooks/{hook['id']}/ping", token=admin)
_, _, headers, body = take()
for secret in (hook["secret"], renewed["secret"]):
    assert Webhook(secret).verify(body, headers)["type"] == "webhook.ping"
assert headers["webhook-id"] == delivery["id"] != identity

# How long it takes from the answer to a booking until it has arrived, while another receiver hangs.
times = []
for _ in range(40):
    person = ask("POST", "/auth/register", {
        "email": f"p{len(times)}@example.com", "name": "P", "password": "a fine long password"})["access_token"]
    begin = time.monotonic()
    booking = ask("POST", "/bookings", {"class_id": course["id"]}, person)
    arrived, _, headers, body = take()
    times.append(arrived - begin)
    message = Webhook(renewed["secret"]).verify(body, headers)
    assert message["type"] == "booking.placed" and message["data"]["id"] == booking["id"]
times.sort()

states = {ask("GET", f"/webhooks/{one['id']}", token=admin)["url"].split("/")[-1]: ask(
    "GET", f"/webhooks/{one['id']}", token=admin)["active"] for one in others}
assert states == {"silent": True, "gone": False, "moved": True}, states
listed = json.dumps(ask("GET", "/webhooks", token=admin)) + json.dumps(ask("GET", "/deliveries?limit=100", token=admin))
assert "whsec_" not in listed
assert all(message[1] != "/elsewhere" for message in list(received.queue))
print("another program verifies the signatures; from a booking to its message it takes "
      f"{times[len(times) // 2] * 1000:.1f} ms, {times[-1] * 1000:.1f} ms at most, while other receivers hang")
