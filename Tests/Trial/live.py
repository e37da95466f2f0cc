"""Has many people listen on WebSockets, each to a booking of their own, and cancels what they all have booked.

live.py people COUNT prints them as a table to import. live.py measure COUNT PORT SECRET opens the sockets, tells how much
memory each takes in the server, cancels, and tells how long it took until everybody knew. It fails beyond 12 KB for each, or
100 ms at the median.
"""

import base64
import hashlib
import hmac
import http.client
import json
import os
import select
import socket
import struct
import sys
import time

MOST_BYTES = 12 * 1_024
MOST_SECONDS = 0.100
PATIENCE = 60


def person(number):
    return f"01890000-0000-7000-8000-{number:012x}"


def people(count):
    print("id,email,username,role")
    for number in range(count + 1):
        print(f"{person(number)},p{number}@example.com,p{number},{'admin' if number == 0 else 'client'}")


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(number, secret):
    """An access token as the server signs them, so that nobody has to sign in."""
    name = text(hashlib.sha256(b"roost: name of an access token key\0" + secret).digest()[:12])
    header = {"alg": "HS256", "typ": "at+jwt", "kid": name}
    role, now = "admin" if number == 0 else "client", int(time.time())
    claims = {
        "iss": "roost", "aud": "roost", "sub": person(number), "iat": now, "exp": now + 1_800,
        "jti": f"01890000-0000-7000-a000-{number:012x}", "sid": f"01890000-0000-7000-9000-{number:012x}",
        "role": "admin" if number == 0 else "user", "roles": [role], "typ": "access"}
    body = ".".join(text(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims))
    return body + "." + text(hmac.digest(secret, body.encode(), "sha256"))


class Server:
    def __init__(self, port, secret):
        self.port, self.secret = port, secret
        self.connection = http.client.HTTPConnection("127.0.0.1", port)

    def ask(self, method, path, body=None, by=0):
        fields = {"Authorization": f"Bearer {token(by, self.secret)}"}
        if body is not None:
            fields["Content-Type"] = "application/json"
        self.connection.request(method, path, body and json.dumps(body), fields)
        answer = self.connection.getresponse()
        content = answer.read()
        assert answer.status < 300, (method, path, answer.status, content[:300])
        return content

    def memory(self):
        for line in self.ask("GET", "/metrics").decode().splitlines():
            if line.startswith("process_resident_memory_bytes"):
                return float(line.split()[1])

    def open_socket(self, number):
        """A WebSocket that is ready."""
        stream = socket.create_connection(("127.0.0.1", self.port))
        stream.settimeout(PATIENCE)
        stream.sendall((
            "GET /api/v1/notifications/socket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n\r\n"
        ).encode())
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += stream.recv(4_096)
        assert answer.startswith(b"HTTP/1.1 101 "), answer
        message = json.dumps({"type": "auth", "token": token(number, self.secret)}).encode()
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[index % 4] for index, byte in enumerate(message))
        stream.sendall(bytes([0x81, 0xFE]) + struct.pack(">H", len(message)) + mask + masked)
        answer = stream.recv(4_096)
        assert answer[2:] == b'{"type":"ready"}', answer
        stream.setblocking(False)
        return stream


def at(times, share):
    return times[min(len(times) - 1, int(len(times) * share))]


def cancel(server, event, streams):
    """When the answer came and when each of the others heard, in seconds after the question was sent."""
    poll, by_number = select.epoll(), {stream.fileno(): stream for stream in streams}
    asking = socket.create_connection(("127.0.0.1", server.port))
    question = f"POST /api/v1/events/{event}/cancel HTTP/1.1\r\nHost: a\r\n" \
        f"Authorization: Bearer {token(0, server.secret)}\r\n\r\n"
    by_number[asking.fileno()] = asking
    for number in by_number:
        poll.register(number, select.EPOLLIN)
    heard, answered, began = {}, None, time.perf_counter()
    asking.sendall(question.encode())
    while (len(heard) < len(streams) or answered is None) and time.perf_counter() - began < PATIENCE:
        for number, _ in poll.poll(1):
            message = by_number[number].recv(4_096)
            if number == asking.fileno():
                answered = answered or time.perf_counter() - began
                assert message.startswith(b"HTTP/1.1 200 "), message
            elif b'"booking.cancelled"' in message:
                heard.setdefault(number, time.perf_counter() - began)
    return answered, sorted(heard.values())


def measure(count, port, secret):
    server = Server(port, secret)
    # Tokens of the second in which the server began would be looked up.
    time.sleep(2)
    starts = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 86_400))
    event = json.loads(server.ask("POST", "/api/v1/events", {
        "event_name": "Concert", "event_venue": "Hall", "event_date": starts, "event_availibility": count}))["id"]
    for number in range(1, count + 1):
        server.ask("POST", "/api/v1/bookings", {"event_id": event, "seats": 1}, by=number)
    before = server.memory()
    streams = [server.open_socket(number) for number in range(1, count + 1)]
    time.sleep(1)
    each = (server.memory() - before) / count
    print(f"{count} listeners: {each / 1_024:.1f} KB each (the server has {server.memory() / 1e6:.0f} MB)")
    answered, heard = cancel(server, event, streams)
    assert len(heard) == count, f"{count - len(heard)} heard nothing"
    after = [time - answered for time in heard]
    print(f"cancelling took {answered * 1_000:.0f} ms; everybody knew "
          + ", ".join(f"{name} {at(after, share) * 1_000:.0f} ms" for name, share in (
              ("p50", 0.5), ("p99", 0.99), ("max", 1))) + " behind the answer")
    good = each <= MOST_BYTES and at(after, 0.5) <= MOST_SECONDS
    print("good" if good else "not good enough")
    sys.exit(0 if good else 1)


if sys.argv[1] == "people":
    people(int(sys.argv[2]))
else:
    measure(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4].encode())
