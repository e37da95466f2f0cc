"""A server with something of everything in it, for trials that call all of its operations."""

import contextlib
import datetime
import itertools
import json
import os
import re
import time
import urllib.error
import urllib.request

PASSWORD = "a decent password"


def soon(hours):
    """A moment so many hours from now, at a full one."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0)
    return (now + datetime.timedelta(hours=1 + hours)).isoformat().replace("+00:00", "Z")


class Venue:
    """What a trial knows of its server: who is there, and the ids of what there is. `mails` is the folder of its
    mails."""

    def __init__(self, port, admin_password, mails):
        self.base = f"http://127.0.0.1:{port}"
        self.mails = mails
        self.numbers = itertools.count(1)
        self.hours = itertools.count(24 * 30, 3)
        self.admin = self.sign_in("admin@example.com", admin_password)
        self.host = self.register("facilitator")
        self.guest = self.register("client")

    def ask(self, method, path, body=None, token=None):
        """The JSON of an answer. Trials only ask so for what has to go well."""
        request = urllib.request.Request(f"{self.base}/api/v1{path}", method=method)
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, data, timeout=30) as answer:
                content = answer.read()
        except urllib.error.HTTPError as refusal:
            raise AssertionError(f"{method} {path} {body}: {refusal.status} {refusal.read().decode()}") from None
        return json.loads(content) if content else None

    def sign_in(self, email, password=PASSWORD):
        return self.ask("POST", "/auth/login", {"email": email, "password": password})["access_token"]

    def account(self, role="client"):
        """A new account, as registering answers it."""
        number = next(self.numbers)
        return self.ask("POST", "/auth/register", {
            "email": f"person{number}@example.com", "name": f"Person {number}", "role": role, "password": PASSWORD})

    def register(self, role="client"):
        return self.account(role)["access_token"]

    def account_id(self, token):
        return self.ask("GET", "/me", token=token)["id"]

    # What comes in letters.

    def verification(self):
        return self.letter(self.account()["email"], "Is this your e-mail address?")

    def recovery(self):
        email = self.account()["email"]
        self.ask("POST", "/auth/recover", {"email": email})
        return self.letter(email, "Set a new password")

    def letter(self, email, subject):
        """The code in a letter, which may still be on its way."""
        for _ in range(200):
            names = os.listdir(self.mails) if os.path.isdir(self.mails) else []
            # Those that are being written have another name.
            for name in sorted((name for name in names if name.endswith(".eml")), reverse=True)[:50]:
                with open(os.path.join(self.mails, name)) as file:
                    text = file.read()
                if f"To: <{email}>" in text and f"Subject: {subject}" in text:
                    return re.search(r"^Your code: (\S+)", text, re.MULTILINE)[1]
            time.sleep(0.05)
        raise AssertionError(f"no letter to {email}")

    # What can be booked, each far enough away and at a time of its own.

    def service(self):
        return self.ask("POST", "/services", {
            "title": "Massage", "price": 25, "duration_minutes": 60}, self.admin)["id"]

    def class_(self, token=None):
        return self.ask("POST", "/classes", {
            "name": "Yoga", "schedule": soon(next(self.hours)), "slots": 50}, token or self.host)["id"]

    def session(self, token=None):
        hour = next(self.hours)
        return self.ask("POST", "/sessions", {
            "title": "Meditation", "session_type": "session", "start_time": soon(hour), "end_time": soon(hour + 1),
            "capacity": 50}, token or self.host)["session_id"]

    def event(self):
        return self.ask("POST", "/events", {
            "event_name": "Concert", "event_venue": "Hall", "event_date": soon(next(self.hours)),
            "event_availibility": 500}, self.admin)["event_id"]

    # Bookings of them, and what comes of bookings.

    def booking(self, token, **what):
        return self.ask("POST", "/bookings", what or {"slot": soon(next(self.hours))}, token)["id"]

    def bookings(self, token):
        """A booking of each kind; the one of a service can still be moved."""
        return [
            self.booking(token),
            self.booking(token, service_id=self.service(), start_time=soon(next(self.hours))),
            self.booking(token, class_id=self.class_()),
            self.booking(token, session_id=self.session()),
            self.booking(token, event_id=self.event(), seats=2),
        ]

    def completed_booking(self, token):
        booking = self.booking(token, service_id=self.service(), start_time=soon(next(self.hours)))
        self.ask("PATCH", f"/bookings/{booking}", {"status": "completed"}, self.admin)
        return booking

    def review(self, token):
        return self.ask("POST", "/reviews", {
            "booking_id": self.completed_booking(token), "rating": 5, "comment": "Good"}, token)["id"]

    # What only admins have.

    def role(self):
        self.make_room("/roles", 80)
        return self.ask("POST", "/roles", {"name": f"role {next(self.numbers)}", "permissions": []}, self.admin)["id"]

    def webhook(self):
        self.make_room("/webhooks", 80)
        # Nobody listens there, so that what it is told stays to be told.
        return self.ask("POST", "/webhooks", {
            "url": "http://127.0.0.1:9/", "kinds": ["role.created"]}, self.admin)["id"]

    def make_room(self, path, most):
        """There can't be any number of some things: beyond so many, those go that can go."""
        things = self.ask("GET", f"{path}?limit=100", token=self.admin)
        for thing in things if len(things) > most else []:
            # What is built in stays, and what is in use.
            with contextlib.suppress(AssertionError):
                self.ask("DELETE", f"{path}/{thing['id']}", token=self.admin)

    def delivery(self):
        webhook = self.webhook()
        return self.ask("POST", f"/webhooks/{webhook}/ping", token=self.admin)["id"]

    def sign_in_id(self, token):
        return self.ask("GET", "/me/sign-ins", token=token)[0]["id"]

    def notification(self):
        """What the host is told of a booking of theirs."""
        return self.booking(self.guest, session_id=self.session())
