"""Signs 200 people in at the same moment, each over a connection of their own: sign-ins.py PORT

Another process asks for the server's health every 2 ms, before with nothing else, and meanwhile. It fails
when somebody gets a time-out, or an answer that is neither a 200 nor a 503, or when the 99th percentile of
health is over 20 ms meanwhile.
"""

import asyncio
import collections
import json
import os
import signal
import socket
import sys
import time

PEOPLE = 200
PATIENCE = 15
MOST_HEALTH = 0.020
port = int(sys.argv[1])


def request(target, body):
    data = json.dumps(body).encode()
    head = (
        f"POST /api/v1{target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n")
    return head.encode() + data


async def ask(reader, writer, target, body):
    """The status, and after how many seconds to come again."""
    writer.write(request(target, body))
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    fields = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
    await reader.readexactly(int(fields["content-length"]))
    return int(lines[0].split()[1]), float(fields.get("retry-after", 0))


async def until_done(number, target, body, counts, start=None):
    """Asks until it is no 503, as a decent client does."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    if start:
        await start.wait()
    while True:
        try:
            status, pause = await asyncio.wait_for(ask(reader, writer, target, body), PATIENCE)
        except (asyncio.TimeoutError, asyncio.IncompleteReadError, ConnectionError) as error:
            counts[type(error).__name__] += 1
            break
        counts[status] += 1
        if status != 503:
            break
        await asyncio.sleep(pause)
    writer.close()


def account(number):
    return {"email": f"p{number}@example.com", "password": f"a decent password {number}"}


async def register():
    places, counts = asyncio.Semaphore(8), collections.Counter()

    async def one(number):
        async with places:
            await until_done(number, "/users", account(number) | {"name": "P"}, counts)

    await asyncio.gather(*(one(number) for number in range(PEOPLE)))
    assert counts[201] == PEOPLE, counts


async def sign_in():
    counts, start = collections.Counter(), asyncio.Barrier(PEOPLE)
    began = time.monotonic()
    await asyncio.gather(
        *(until_done(number, "/login", account(number), counts, start) for number in range(PEOPLE)))
    return counts, time.monotonic() - began


class Health:
    """Asks for the health in a process of its own, so that nothing here makes it wait."""

    def __init__(self):
        self.reading, writing = os.pipe()
        self.child = os.fork()
        if self.child == 0:
            os.close(self.reading)
            self.ask(writing)
            os._exit(0)
        os.close(writing)

    def ask(self, writing):
        ended = []
        signal.signal(signal.SIGTERM, lambda *_: ended.append(True))
        connection = None
        question = f"GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
        times = []
        while not ended:
            # A server ends a connection that has asked often enough.
            connection = connection or socket.create_connection(("127.0.0.1", port))
            began = time.perf_counter()
            connection.sendall(question)
            answer = connection.recv(65_536)
            times.append(time.perf_counter() - began)
            assert answer.startswith(b"HTTP/1.1 200 "), answer
            if b"\r\nconnection: close\r\n" in answer.lower():
                connection = connection.close()
            time.sleep(0.002)
        with os.fdopen(writing, "w") as pipe:
            json.dump(sorted(times), pipe)

    def end(self):
        os.kill(self.child, signal.SIGTERM)
        with os.fdopen(self.reading) as pipe:
            times = json.load(pipe)
        os.waitpid(self.child, 0)
        return times


def at(times, share):
    return times[min(len(times) - 1, int(len(times) * share))]


def tell(when, times):
    figures = [f"{name} {seconds * 1_000:.2f} ms" for name, seconds in (
        ("p50", at(times, 0.5)), ("p99", at(times, 0.99)), ("max", times[-1]))]
    print(f"health {when}: {', '.join(figures)} ({len(times)} answers)")


asyncio.run(register())
health = Health()
time.sleep(5)
before = health.end()

health = Health()
counts, seconds = asyncio.run(sign_in())
meanwhile = health.end()

print(f"{PEOPLE} people were in after {seconds:.2f} s: {dict(counts)}")
tell("before", before)
tell("meanwhile", meanwhile)
is_good = set(counts) <= {200, 503} and counts[200] == PEOPLE and at(meanwhile, 0.99) < MOST_HEALTH
print("good" if is_good else "not good enough")
sys.exit(0 if is_good else 1)
