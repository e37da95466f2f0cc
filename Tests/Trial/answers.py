"""Asks each operation of a server's document once, and has PyPI's httplint look at the answers:
answers.py PORT PASSWORD MAILS"""

import base64
import collections
import json
import os
import socket
import sys
import time
import urllib.parse
import urllib.request

from httplint import HttpRequestLinter, HttpResponseLinter, levels
from venue import Venue
from wishes import Wishes

port, password, mails = int(sys.argv[1]), sys.argv[2], sys.argv[3]
venue = Venue(port, password, mails)
faults = []
counts = collections.Counter()
notes = collections.Counter()

# Nobody but Google can make this succeed.
REFUSED = {"POST /api/v1/auth/google"}


def admin():
    """An account that may everything, and leads."""
    account = venue.account("facilitator")
    venue.ask("PATCH", f"/users/{account['id']}", {"roles": ["admin", "client", "facilitator"]}, venue.admin)
    return venue.ask("POST", "/auth/login", {"email": account["email"], "password": "a decent password"})


def exchange(method, target, headers, body):
    """The bytes of an answer. Of a stream it is what comes within a second."""
    head = "".join(f"{name}: {value}\r\n" for name, value in headers)
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode() + body)
        answer = b""
        if target.endswith(("/stream", "/socket")):
            connection.settimeout(1)
        try:
            while piece := connection.recv(65_536):
                answer += piece
        except TimeoutError:
            pass
    return answer


def parts(answer):
    """Status line, fields and content of an answer."""
    head, _, content = answer.partition(b"\r\n\r\n")
    top, *lines = head.split(b"\r\n")
    fields = [tuple(piece.strip(b" ") if i else piece for i, piece in enumerate(line.split(b":", 1))) for line in lines]
    return top, fields, content


def chunks(content):
    """The content that comes in chunks, as far as it came."""
    whole = b""
    while b"\r\n" in content:
        size, _, rest = content.partition(b"\r\n")
        length = int(size.split(b";")[0], 16)
        whole, content = whole + rest[:length], rest[length + 2:]
    return whole


def look(what, method, target, token=None, body=None, **more):
    """Sends a request, and has its answer looked at; gives the status and the fields."""
    headers = [("Host", f"127.0.0.1:{port}"), ("User-Agent", "trial"), ("Connection", more.pop("Connection", "close"))]
    if token:
        headers.append(("Authorization", f"Bearer {token}"))
    content = b"" if body is None else json.dumps(body).encode()
    if body is not None:
        headers += [("Content-Type", "application/json"), ("Content-Length", str(len(content)))]
    headers += [(name.replace("_", "-"), value) for name, value in more.items()]
    top, fields, answered = parts(exchange(method, target, headers, content))
    version, status, phrase = (top.split(b" ", 2) + [b""])[:3]
    names = {name.lower(): value for name, value in fields}

    request = HttpRequestLinter(start_time=time.time())
    request.process_request_topline(method.encode(), f"http://127.0.0.1:{port}{target}".encode(), b"1.1")
    request.process_headers([(name.encode(), value.encode()) for name, value in headers])
    linter = HttpResponseLinter(start_time=time.time(), _related=request, no_content=method == "HEAD")
    linter.is_head_response = method == "HEAD"
    linter.process_response_topline(version.removeprefix(b"HTTP/"), status, phrase)
    linter.process_headers(fields)
    # Behind 101 there is another protocol.
    if status != b"101":
        linter.feed_content(chunks(answered) if names.get(b"transfer-encoding") == b"chunked" else answered)
    linter.finish_content(True)
    counts["answers"] += 1
    for note in linter.notes:
        tell(what, note)
        for detail in note.subnotes:
            tell(what, detail)
    return int(status), names


def tell(what, note):
    name = type(note).__name__
    notes[note.level.name, name] += 1
    if note.level in (levels.BAD, levels.WARN):
        faults.append(f"{note.level.name} {name}: {note.summary} ({what})")


def ask(path, method):
    label = f"{method} {path}"
    wishes = Wishes(venue, admin())
    target = path
    for name, value in wishes.parameters(path).items():
        target = target.replace("{" + name + "}", urllib.parse.quote(value))
    query = wishes.query(label)
    if query:
        target += "?" + urllib.parse.urlencode(query)
    wish = wishes.body(label)
    body = wish and {name: value for name, value in (wish[0] | wish[1]).items() if value is not None}
    more = {}
    if path.endswith("/socket"):
        key = base64.b64encode(os.urandom(16)).decode()
        more = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": key}
    status, fields = look(label, method, target, wishes.token, body, **more)
    if (status < 400) == (label in REFUSED):
        faults.append(f"{label} was answered with {status}")
    return target, wishes, status, fields


with urllib.request.urlopen(f"{venue.base}/openapi.json") as document:
    paths = json.load(document)["paths"]
for path, item in paths.items():
    for method, operation in item.items():
        target, wishes, status, fields = ask(path, method.upper())
        counts["operations"] += 1
        if "bearer" in str(operation.get("security")) and {} not in operation["security"]:
            refusal, _ = look(f"{method.upper()} {path} without a token", method.upper(), target)
            if refusal != 401:
                faults.append(f"{method.upper()} {path} without a token was answered with {refusal}")
        if method == "get" and status == 200 and not path.endswith("/stream"):
            look(f"HEAD {path}", "HEAD", target, wishes.token)
            look(f"GET {path}, compressed", "GET", target, wishes.token, Accept_Encoding="gzip")
            if b"etag" in fields:
                tag = fields[b"etag"].decode()
                repeated, _ = look(f"GET {path}, again", "GET", target, wishes.token, If_None_Match=tag)
                counts["304"] += repeated == 304

look("a path that leads nowhere", "GET", "/nowhere")
look("a method that is not there", "PUT", "/api/v1/roles")
look("the methods of a path", "OPTIONS", "/api/v1/roles")
look("the documents for browsers", "GET", "/docs", Accept="text/html")
look("a body that is not valid", "POST", "/api/v1/auth/login", body="text")

print(", ".join(f"{count} {what}" for what, count in counts.items()))
for (level, name), count in sorted(notes.items()):
    print(f"{level:5} {count:4} {name}")
for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(f"{len(faults)} faults" if faults else None)
