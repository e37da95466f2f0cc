"""Sends each string of a list as every text about people, and looks at what comes back.

naughty.py PORT ADMIN_PASSWORD STRINGS: each is stored as it was sent, or refused with a 422; nothing else,
and never a 5xx.
"""

import http.client
import json
import sys
import time

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

for number, text in enumerate(json.load(open(path, encoding="utf-8"))):
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

for failure in failures:
    print(failure)
print(f"{asked} requests, {stored} answers with the text in them, {len(failures)} failures")
sys.exit(1 if failures else 0)
