"""Serves a catalogue under callgrind and sends requests: profile.py FOLDER WORKLOAD COUNT SECRET

64 connections send one request each and the next one when it is answered, as the bench does. What the first
thousand cost isn't counted. FOLDER/callgrind.out is what callgrind wrote of the others.
"""
import os
import selectors
import signal
import socket
import subprocess
import sys
import time

CONNECTIONS = 64
FIRST = 1_000


def lines(path):
    with open(path) as file:
        return [line.split() for line in file]


class Requests:
    """Requests as the bench's wrk sends them; bookings are all of another person and class."""

    def __init__(self, folder, workload):
        self.people = lines(f"{folder}/catalogue/tokens.txt")
        self.classes = lines(f"{folder}/catalogue/classes.txt")
        self.make = {"book": self.booking, "list": self.listing}[workload]
        self.number = 0

    def next(self):
        request = self.make(self.number)
        self.number += 1
        return request.encode()

    def booking(self, number):
        token, user = self.people[number % len(self.people)]
        chosen = self.classes[(number // len(self.people) + number) % len(self.classes)][0]
        body = (
            f'{{"class_id":"{chosen}","client_name":"Bench User",'
            f'"client_email":"user{user}@example.com"}}'
        )
        return (
            f"POST /api/v1/bookings HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        )

    def listing(self, number):
        token = self.people[0][0]
        return (
            f"GET /api/v1/classes?limit=20&page=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {token}\r\nAccept: application/json\r\n\r\n"
        )


class Client:
    """One connection with one request under way."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.input = b""

    def send(self, request):
        self.input = b""
        self.socket.sendall(request)

    def take(self):
        """Whether the answer is complete now."""
        more = self.socket.recv(1 << 16)
        if not more:
            sys.exit("the server closed a connection")
        self.input += more
        head, end, body = self.input.partition(b"\r\n\r\n")
        if not end:
            return False
        length = next(
            int(line.split(b":")[1]) for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:"))
        if len(body) < length:
            return False
        if not head.split()[1].startswith(b"20"):
            sys.exit(f"refused: {self.input[:600]}")
        return True


def send(clients, requests, count):
    """So many requests, all answered when this returns."""
    selector = selectors.DefaultSelector()
    for client in clients:
        selector.register(client.socket, selectors.EVENT_READ, client)
    sent = answered = 0
    for client in clients[:count]:
        client.send(requests.next())
        sent += 1
    while answered < count:
        ready = selector.select(timeout=300)
        if not ready:
            sys.exit("the server answers nothing")
        for key, _ in ready:
            if not key.data.take():
                continue
            answered += 1
            if sent < count:
                key.data.send(requests.next())
                sent += 1


def served(folder, port, secret):
    environment = {
        "PATH": os.environ["PATH"], "ENVIRONMENT": "production", "PORT": str(port),
        "DB_FILE": "catalogue/roost.db", "JWT_SECRET_KEY": secret, "RATE_LIMITS": "off",
        "SEED_SAMPLE_DATA": "off", "ACCESS_LOG": "off", "WORKERS": "1",
        "REQUEST_TIMEOUT_SECONDS": "120",
    }
    command = ["valgrind", "--tool=callgrind", "--instr-atstart=no", "--callgrind-out-file=callgrind.out"]
    command += os.environ.get("CALLGRIND", "").split() + ["./roost", "serve"]
    with open(f"{folder}/log", "w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return server
        except OSError:
            time.sleep(0.2)
    sys.exit("the server doesn't listen")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def main():
    folder, workload, count, secret = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    port = free_port()
    server = served(folder, port, secret)
    try:
        requests = Requests(folder, workload)
        clients = [Client(port) for _ in range(CONNECTIONS)]
        send(clients, requests, FIRST)
        control = ["callgrind_control", "-i"]
        subprocess.run([*control, "on", str(server.pid)], check=True, stdout=subprocess.DEVNULL)
        send(clients, requests, count)
        subprocess.run([*control, "off", str(server.pid)], check=True, stdout=subprocess.DEVNULL)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


main()
