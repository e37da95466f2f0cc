"""Sends each string of a list as every text about people and of the catalogue, and looks at what comes back.

naughty.py PORT ADMIN_PASSWORD STRINGS: each is stored as it was sent, or refused with a 422; nothing else,
and never a 5xx.
"""

import datetime
import http.client
import json
import sys
import time
import urllib.parse

port, admin_password, path = int(sys.argv[1]), sys.argv[2], sys.argv[3]
connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
asked = stored = 0
failures = []


def ask(method, target, body=None, token=None):
    global asked
    asked += 1
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    data = None if body is None else json.dumps(body, ensure_ascii=asked % 2 == 0).encode()
    while True:
        connection.request(method, "/api/v1" + target, data, headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status != 503:
            return answer.status, json.loads(text) if text else None
        time.sleep(int(answer.headers.get("Retry-After", "1")))


def judge(what, text, status, answer, member=None, expected=None, others=()):
    """A success must hold the text again, and anything but a 422 is none."""
    global stored
    if status in (200, 201):
        stored += 1
        if member and answer[member] != (text if expected is None else expected):
            failures.append(f"{what} {text!r} came back as {answer[member]!r}")
    elif status == 422:
        if member and member not in [fault["field"] for fault in answer["errors"]]:
            failures.append(f"{what} {text!r} was refused as {answer['errors']}")
    elif status not in others:
        failures.append(f"{what} {text!r}: {status} {answer}")


def lower(text):
    """Scalar by scalar, where Python would look at what stands around a sigma."""
    return "".join(scalar.lower() for scalar in text)


status, admin = ask("POST", "/login", {"email": "admin@example.com", "password": admin_password})
assert status == 200, admin
admin = admin["access_token"]
status, person = ask(
    "POST", "/users", {"email": "one@example.com", "password": "a decent password", "name": "One"})
assert status == 201, person
token = person["access_token"]

status, guide = ask(
    "POST", "/users",
    {"email": "guide@example.com", "password": "a decent password", "name": "Guide",
     "role": "facilitator"})
assert status == 201, guide
guide = guide["access_token"]

in_a_month = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)
start = in_a_month.strftime("%Y-%m-%dT%H:%M:%SZ")
end = (in_a_month + datetime.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")

# Where each kind of thing is, who makes it, what it has else, its texts, and those of them that lose the
# white space at both ends.
CATALOGUE = [
    ("/classes", admin, {"name": "A class", "schedule": start, "slots": 1},
     ("name", "description", "location"), ("name", "location")),
    ("/services", admin, {"title": "A service", "price": 1, "duration_minutes": 30},
     ("title", "description"), ("title",)),
    ("/sessions", guide,
     {"title": "A session", "session_type": "session", "start_time": start, "end_time": end},
     ("title", "description"), ("title",)),
    ("/events", admin,
     {"event_name": "An event", "event_venue": "A venue", "event_date": start,
      "event_availibility": 1},
     ("event_name", "event_venue", "description"), ("event_name", "event_venue")),
]

# Unicode's White_Space; Python's own strip takes four control characters more.
WHITE_SPACE = "".join(map(chr, (
    *range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F,
    0x205F, 0x3000)))


def offer(text):
    """Makes a thing for each of its texts, reads it again, and changes another to it."""
    for path, by, other, members, trimmed in CATALOGUE:
        for member in members:
            expected = text.strip(WHITE_SPACE) if member in trimmed else text
            what = path[1:] + " " + member
            status, answer = ask("POST", path, {**other, member: text}, by)
            made = answer.get("session", answer)
            judge(what, text, status, made, member, expected)
            if status == 201:
                place = path + "/" + made["id"]
                status, answer = ask("GET", place, None, by)
                judge("stored " + what, text, status, answer, member, expected)
                status, answer = ask("PATCH", place, {member: "Plain"}, by)
                judge("changed " + what, "Plain", status, answer.get("session", answer), member)
                status, answer = ask("PATCH", place, {member: text}, by)
                made = answer.get("session", answer)
                judge("changed " + what, text, status, made, member, expected)


def search(text):
    """Looks for the text, and for what is called so: events have their names as a whole."""
    def find(path, **query):
        query = urllib.parse.urlencode(query)
        status, answer = ask("GET", path + "?" + query, None, admin)
        # A NUL in a target is no text for any route.
        if status not in (200, 422) and not (status == 400 and "\0" in text):
            failures.append(f"{path} by {query}: {status} {answer}")
        return status, answer

    for path in ("/classes", "/services", "/sessions", "/events"):
        find(path, q=text)
    name = text.strip(WHITE_SPACE)
    for member, parameter in (("event_name", "name"), ("event_venue", "venue")):
        status, answer = find("/events", **{parameter: name})
        if status == 200 and not any(name in event[member] for event in answer):
            failures.append(f"no event is found by its {parameter} {name!r}")


def tell(number, text):
    """Says it of people and of roles."""
    for member in ("name", "username", "bio", "specialization"):
        status, answer = ask("PATCH", "/me", {member: text}, token)
        judge(member, text, status, answer, member)
        if status == 200:
            status, answer = ask("GET", "/me", None, token)
            judge("stored " + member, text, status, answer, member)

    account = {"email": f"p{number}@example.com", "name": "P", "bio": text, "password": text}
    status, answer = ask("POST", "/users", account)
    judge("password", text, status, answer)
    if status == 201:
        status, answer = ask("POST", "/login", {"email": account["email"], "password": text})
        if status != 200:
            failures.append(f"password {text!r} was set, and signs in with {status}")

    status, answer = ask("POST", "/roles", {"name": text, "description": text}, admin)
    # Two of the strings may be one name in lower case, or the name of a role that is built in.
    judge("role", text, status, answer, others=(409,))
    if status == 201:
        judge("role description", text, status, answer, "description")
        judge("role name", text, status, answer, "name", lower(text.strip()))
        status, _ = ask("DELETE", "/roles/" + answer["id"], None, admin)
        if status != 204:
            failures.append(f"role {text!r} can't be deleted: {status}")


for number, text in enumerate(json.load(open(path, encoding="utf-8"))):
    tell(number, text)
    offer(text)
    search(text)

for failure in failures:
    print(failure)
print(f"{asked} requests, {stored} answers with the text in them, {len(failures)} failures")
sys.exit(1 if failures else 0)
