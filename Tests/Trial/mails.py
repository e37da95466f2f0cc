"""The parts of mails.sh: take ADDRESS WORK OUT | distrust PORT PASSWORD | tell PORT PASSWORD DATABASE OUT | read OUT | draw OUT"""

import datetime
import email
import email.policy
import html.parser
import json
import pathlib
import sqlite3
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

LANGUAGES = ["en", "de"]
TITLE = "Yoga & <b>Breath</b>"
# How each subject begins, and what a calendar is told with it.
MAILS = {
    "en": {
        "Booking Confirmation - ": "REQUEST", "Booking Received - ": None, "New Booking - ": None,
        "Booking Cancelled - ": "CANCEL", "Booking Changed - ": "REQUEST", "New Time or Place - ": "REQUEST",
        "Reminder - ": None, "Set a new password": None, "Is this your e-mail address?": None,
        "Your account has another e-mail address": None, "Your password was changed": None,
    },
    "de": {
        "Buchungsbestätigung - ": "REQUEST", "Buchung eingegangen - ": None, "Neue Buchung - ": None,
        "Buchung storniert - ": "CANCEL", "Buchung geändert - ": "REQUEST",
        "Neue Zeit oder neuer Ort - ": "REQUEST", "Erinnerung - ": None, "Neues Passwort festlegen": None,
        "Ist das deine E-Mail-Adresse?": None, "Dein Konto hat eine andere E-Mail-Adresse": None,
        "Dein Passwort wurde geändert": None,
    },
}


# A mail server that asks for STARTTLS, then for a login, and keeps what it gets.

def take(address, work, out):
    import aiosmtpd.controller
    import aiosmtpd.smtp

    work, out = pathlib.Path(work), pathlib.Path(out)
    counts = {"mails": 0, "connections": set()}

    class Handler:
        async def handle_DATA(self, server, session, envelope):
            assert session.ssl and session.authenticated, "neither encrypted nor logged in"
            counts["mails"] += 1
            counts["connections"].add(session.peer)
            (out / f"{counts['mails']:03}.eml").write_bytes(envelope.original_content)
            (out / "counts").write_text(f"{counts['mails']} mails, {len(counts['connections'])} connections")
            return "250 kept"

    def login(server, session, envelope, mechanism, data):
        right = (data.login, data.password) == (b"roost", b"a secret, of Roost's")
        return aiosmtpd.smtp.AuthResult(success=right)

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(work / "cert.pem", work / "key.pem")
    import socket
    with socket.socket() as free:
        free.bind((address, 0))
        port = free.getsockname()[1]
    controller = aiosmtpd.controller.Controller(
        Handler(), hostname=address, port=port, tls_context=context, require_starttls=True,
        auth_required=True, authenticator=login)
    controller.start()
    (work / "port").write_text(str(port))
    while True:
        time.sleep(60)


# A client of Roost.

class Roost:
    def __init__(self, port, password):
        self.base = f"http://127.0.0.1:{port}/api/v1"
        self.admin = self.tell("POST", "/auth/login", {"email": "admin@example.com", "password": password})["access_token"]

    def tell(self, method, path, body=None, token=None, **fields):
        request = urllib.request.Request(self.base + path, method=method)
        request.add_header("Content-Type", "application/json")
        for name, value in fields.items():
            request.add_header(name.replace("_", "-"), value)
        if token:
            request.add_header("Authorization", "Bearer " + token)
        data = json.dumps(body).encode() if body is not None else None
        try:
            with urllib.request.urlopen(request, data) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{method} {path}: {error.read().decode()}")

    def person(self, key, language, **others):
        body = {"email": f"{key}@example.com", "password": "correct horse battery", "username": key, **others}
        return self.tell("POST", "/users", body, Accept_Language=language)


def soon(what, condition):
    for _ in range(600):
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"not in a minute: {what}")


def distrust(port, password):
    roost = Roost(port, password)
    roost.person("nobody", "en")
    waiting = soon("a delivery that failed", lambda: [
        one for one in roost.tell("GET", "/deliveries?channel=mail", token=roost.admin) if one["last_error"]])
    assert "not trusted" in waiting[0]["last_error"], waiting
    print("a server with a certificate that nobody vouches for gets nothing")


def tell(port, password, database, out):
    out = pathlib.Path(out)
    roost = Roost(port, password)
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)

    def mails():
        return [email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP) for path in sorted(out.glob("*.eml"))]

    def code(address):
        marks = ("Your code: ", "Dein Code: ")
        for mail in reversed(mails()):
            text = mail.get_body(("plain",)).get_content()
            if address in mail["To"] and any(mark in text for mark in marks):
                return next(line.split(": ")[1] for line in text.splitlines() if line.startswith(marks))

    service = roost.tell("POST", "/services", {"title": "Massage 按摩", "price": 45.5, "duration_minutes": 60}, roost.admin)
    for number, language in enumerate(LANGUAGES):
        host = roost.person(f"host{number}", language, name="Asha \"Ash\" <Rao>; שלום", role="instructor")
        una = roost.person(f"una{number}", language, name="Zoë 😀 O'Neil, <script>alert(1)</script>")
        for one in (host, una):
            key = soon("a letter to verify", lambda: code(one["email"]))
            roost.tell("POST", "/auth/verify-email", {"token": key})
        day = now + datetime.timedelta(days=3 + number)
        course = roost.tell("POST", "/classes", {
            "name": TITLE, "schedule": day.isoformat(), "slots": 5, "timezone": "Europe/Berlin",
            "location": "Hall 2, Kastanienallee 7\r\nBcc: x@example.com"}, host["access_token"])
        notes = "First time!\r\nBcc: y@example.com\n\n.\n<img src=x onerror=alert(1)> \u202e evil"
        booked = roost.tell("POST", "/bookings", {"class_id": course["id"], "notes": notes}, una["access_token"])
        roost.tell("PATCH", f"/classes/{course['id']}", {"schedule": (day + datetime.timedelta(hours=1)).isoformat()}, host["access_token"])
        with sqlite3.connect(database, timeout=10) as tables:
            stamp = int(time.time() * 1000)
            tables.execute(
                "insert into delivery (id, lane, channel, kind, target, booking_id, account_id, state, attempts,"
                " next_attempt_at, created_at) values (?, 'mail', 'mail', 'booking.reminder', ?, ?, ?, 'pending', 0, ?, ?)",
                (str(uuid.uuid4()), "user/" + una["id"], booked["id"], una["id"], stamp, stamp))
        start = day + datetime.timedelta(days=1)
        visit = roost.tell("POST", "/bookings", {"service_id": service["id"], "start_time": start.isoformat()}, una["access_token"])
        # What has been overtaken isn't sent.
        soon("the receipt", lambda: sum(one["Subject"].startswith(tuple(MAILS[language])[1]) for one in mails()))
        roost.tell("PATCH", f"/bookings/{visit['id']}", {"status": "confirmed"}, roost.admin)
        roost.tell("PATCH", f"/bookings/{visit['id']}", {"start_time": (start + datetime.timedelta(hours=2)).isoformat()}, una["access_token"])
        soon("the move", lambda: sum(one["Subject"].startswith(tuple(MAILS[language])[5]) for one in mails()))
        soon("the reminder", lambda: sum(one["Subject"].startswith(tuple(MAILS[language])[6]) for one in mails()))
        roost.tell("POST", f"/bookings/{booked['id']}/cancel", {"reason": "I am ill,\nsorry"}, host["access_token"])
        roost.tell("POST", "/auth/recover-password", {"email": una["email"]})
        key = soon("a letter to recover", lambda: code(una["email"]) if any(tuple(MAILS[language])[7] == one["Subject"] for one in mails()) else None)
        roost.tell("POST", "/auth/reset-password", {"token": key, "new_password": "another horse battery"})
        una = roost.tell("POST", "/auth/login", {"email": una["email"], "password": "another horse battery"})
        roost.tell("PATCH", "/me", {"email": f"other{number}@example.com"}, una["access_token"])
    waiting = lambda: [one for one in roost.tell("GET", "/deliveries?channel=mail&limit=100", token=roost.admin) if one["state"] != "delivered"]
    soon("every delivery", lambda: not waiting())
    print((out / "counts").read_text())


# What others make of the mails.

class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], ""

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_data(self, data):
        self.text += data


def read(out):
    import icalendar

    seen = {language: set() for language in LANGUAGES}
    calendars = {}
    for path in sorted(pathlib.Path(out).glob("*.eml")):
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
        assert not mail.defects, (path, mail.defects)
        assert sorted(set(mail.keys())) == sorted(mail.keys()), "a field twice"
        assert "Bcc" not in mail and mail["From"].addresses[0].display_name == "Studio Zoë"
        assert mail["Auto-Submitted"] == "auto-generated" and mail["Message-ID"].endswith("@studio.example>")
        parts = [part for part in mail.walk() if not part.is_multipart()]
        for part in parts:
            assert not part.defects, (path, part.defects)
        text, page = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
        tags = Tags()
        tags.feed(page)
        assert set(tags.tags) <= {"html", "head", "meta", "title", "body", "div", "h1", "p", "a", "br"}, tags.tags
        assert all(name in {"lang", "charset", "name", "content", "style", "dir", "href"} for name, _ in tags.attributes)
        assert "\u202e" not in text + page
        language = next(value for name, value in tags.attributes if name == "lang")
        kind = next(one for one in MAILS[language] if mail["Subject"].startswith(one))
        seen[language].add(kind)
        if TITLE in mail["Subject"]:
            assert TITLE in text and TITLE in tags.text
        method = MAILS[language][kind]
        # What still has to be confirmed, and what a host hears, comes into no calendar.
        files = [part for part in parts if part.get_content_type() in ("text/calendar", "application/ics")]
        assert len(files) in ((0, 2) if kind in ("Booking Cancelled - ", "Buchung storniert - ") else (2,) if method else (0,)), (path, kind)
        for file in files:
            data = file.get_payload(decode=True)
            if file.get_content_type() == "text/calendar":
                assert file.get_param("method") == method
            else:
                assert file.get_filename() == "booking.ics" and file.get_content_disposition() == "attachment"
            calendar = icalendar.Calendar.from_ical(data)
            assert all(not one.errors for one in calendar.walk()) and calendar["METHOD"] == method
            (event,) = calendar.walk("VEVENT")
            assert str(event["ORGANIZER"]) == "mailto:roost@studio.example"
            assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
            assert event["STATUS"] == ("CANCELLED" if method == "CANCEL" else "CONFIRMED")
            calendars.setdefault(str(event["UID"]), []).append(event["SEQUENCE"])
    for language in LANGUAGES:
        assert seen[language] == set(MAILS[language]), set(MAILS[language]) - seen[language]
    for sequence in calendars.values():
        assert len(set(sequence)) > 1 and sequence == sorted(sequence), sequence
    print("Python's email package and icalendar read every mail:", sum(map(len, seen.values())), "kinds and languages")


def draw(out):
    out = pathlib.Path(out)
    for path in sorted(out.glob("*.eml")):
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
        page = path.with_suffix(".html")
        page.write_text(mail.get_body(("html",)).get_content())
        for name, size, colours in (("wide", "900,820", 1), ("phone", "390,844", 1), ("dark", "390,844", 0)):
            subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={size}",
                 f"--blink-settings=preferredColorScheme={colours}",
                 f"--screenshot={path.with_suffix('')}-{name}.png", page.as_uri()],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    {"take": take, "distrust": distrust, "tell": tell, "read": read, "draw": draw}[sys.argv[1]](*sys.argv[2:])
