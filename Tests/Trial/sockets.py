"""Listens with PyPI's websockets as the client, and holds what comes against what was done: sockets.py PORT PASSWORD"""

import asyncio
import datetime
import json
import sys
import urllib.request

import websockets

port, password = int(sys.argv[1]), sys.argv[2]
base = f"127.0.0.1:{port}/api/v1"


def ask(method, path, body=None, token=None):
    request = urllib.request.Request(f"http://{base}{path}", method=method)
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(request, data) as answer:
        content = answer.read()
        return json.loads(content) if content else None


def register(name, role):
    return ask("POST", "/auth/register", {
        "email": f"{name}@example.com", "name": name, "password": "a decent password", "role": role})["access_token"]


async def hear(socket):
    return json.loads(await asyncio.wait_for(socket.recv(), 10))


def expect(found, wanted, what):
    assert found == wanted, f"{what}: {found!r} instead of {wanted!r}"
    print(f"ok: {what}")


async def closes(socket, code, what):
    try:
        while True:
            await asyncio.wait_for(socket.recv(), 10)
    except websockets.ConnectionClosed as end:
        expect(end.rcvd.code, code, what)


async def main():
    host, guest = register("fay", "facilitator"), register("una", "client")
    socket_url = f"ws://{base}/notifications/socket"

    async with websockets.connect(socket_url) as first:
        await first.send(json.dumps({"type": "auth", "token": host}))
        expect(await hear(first), {"type": "ready"}, "a token in the first message")
        await asyncio.wait_for(await first.ping(), 10)
        print("ok: a ping comes back")

    ticket = ask("POST", "/notifications/ticket", token=guest)["ticket"]
    async with websockets.connect(
            socket_url, additional_headers={"Authorization": f"Bearer {host}"}) as leader, \
            websockets.connect(f"{socket_url}?access_token={ticket}") as booker:
        expect(await hear(leader), {"type": "ready"}, "a token in the header")
        expect(await hear(booker), {"type": "ready"}, "a ticket in the address")
        start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        session = ask("POST", "/sessions", {
            "title": "Meditation", "session_type": "session", "start_time": start.isoformat(),
            "end_time": (start + datetime.timedelta(hours=1)).isoformat(), "capacity": 5}, host)["session_id"]
        booking = ask("POST", "/bookings", {"session_id": session}, guest)["id"]
        notice = await hear(leader)
        expect((notice["type"], notice["booking_id"]), ("new_booking", booking), "the host hears of a booking")
        expect(notice["message"], "New booking from una for Meditation", "in words")
        expect((await hear(booker))["type"], "booking.placed", "the guest hears of the booking")
        ask("POST", f"/bookings/{booking}/cancel", token=guest)
        expect((await hear(booker))["booking"]["state"], "cancelled", "the guest hears of its end")
        # A message in fragments, with characters cut.
        await booker.send(["{", '"type":"Grüße"', "}"])
        ask("POST", "/auth/logout", token=guest)
        await closes(booker, 4401, "signing out closes it")

    second = ask("POST", "/bookings", {"session_id": session}, register("vic", "client"))["id"]
    for what in ("what was missed comes on connecting", "and again, until it is read"):
        async with websockets.connect(
                socket_url, additional_headers={"Authorization": f"Bearer {host}"}) as leader:
            await hear(leader)
            expect((await hear(leader))["id"], second, what)

    async with websockets.connect(socket_url) as nobody:
        await nobody.send("hello")
        await closes(nobody, 4401, "whoever doesn't say who they are is let go")
    async with websockets.connect(socket_url) as talker:
        await talker.send("x" * 65_537)
        await closes(talker, 1009, "what is too long is refused")
    async with websockets.connect(socket_url) as talker:
        await talker.send(b"bytes")
        await closes(talker, 1003, "bytes are refused")
    try:
        await websockets.connect(f"{socket_url}?access_token={ticket}")
        raise AssertionError("a ticket was good twice")
    except websockets.InvalidStatus as refusal:
        expect(refusal.response.status_code, 401, "a ticket is good for one use")


asyncio.run(main())
print("good")
