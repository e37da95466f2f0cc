"""What to ask of each operation so that it goes well."""

import random

from venue import PASSWORD, soon

NOWHERE = "http://127.0.0.1:9/"
BERLIN = "Europe/Berlin"


class Wishes:
    """What one account can ask of the server of a venue, as `account` answers it."""

    def __init__(self, venue, account, chance=random.Random(1)):
        self.venue = venue
        self.account = account
        self.chance = chance
        self.token = account["access_token"]
        self.is_admin = account["role"] == "admin"

    def parameters(self, path):
        """Values of the parameters of a path; they lead to something that is there."""
        start = max((start for start in self.things if (path + "/").startswith(start + "/")), key=len, default=None)
        return self.things[start]() if start else {}

    @property
    def things(self):
        venue, token = self.venue, self.token
        return {
            "/api/v1/users/{id}": lambda: {"id": venue.account()["id"] if self.is_admin else self.account["id"]},
            "/api/v1/me/sign-ins/{id}": lambda: {"id": venue.sign_in_id(token)},
            "/api/v1/roles/{id}": lambda: {"id": venue.role()},
            "/api/v1/facilitators/{id}": lambda: {"id": venue.account_id(venue.host)},
            "/api/v1/classes/{id}": lambda: {"id": venue.class_(token)},
            "/api/v1/services/{id}": lambda: {"id": venue.service()},
            "/api/v1/sessions/{id}": lambda: {"id": self.session()},
            "/api/v1/facilitator/sessions/{id}": lambda: {"id": self.session()},
            "/api/v1/events/{id}": lambda: {"id": venue.event()},
            "/api/v1/bookings/{id}": lambda: {"id": self.booking()},
            "/api/v1/reviews/{id}": lambda: {"id": venue.review(token)},
            "/api/v1/deliveries/{id}": lambda: {"id": venue.delivery()},
            "/api/v1/webhooks/{id}": lambda: {"id": venue.webhook()},
            "/api/v1/notifications/{id}": lambda: {"id": venue.booking(venue.guest, session_id=self.session())},
            "/docs/assets/{name}": lambda: {"name": "explorer.js"},
            "/docs/guide/{page}": lambda: {"page": "first-booking"},
            "/docs/reference/{page}": lambda: {"page": "webhooks"},
            "/docs/problems/{code}": lambda: {"code": self.chance.choice(["not_found", "slot_taken"])},
        }

    def session(self):
        """A session; an admin's own, since only who leads one may change it."""
        return self.venue.session(self.token if self.is_admin else None)

    def booking(self):
        return self.venue.booking(self.token, **self.chance.choice(self.targets()))

    def targets(self):
        venue, time = self.venue, soon(next(self.venue.hours))
        return [
            {"slot": time}, {"service_id": venue.service(), "start_time": time}, {"session_id": venue.session()},
            {"class_id": venue.class_()}, {"event_id": venue.event(), "seats": 2}]

    def query(self, label):
        """Parameters that have to be there, or to lead somewhere."""
        if label == "GET /api/v1/me/calendar.ics":
            address = self.venue.ask("POST", "/me/calendar", token=self.token)["url"]
            return {"token": address.partition("token=")[2]}
        if label == "GET /api/v1/reviews":
            return {"kind": "service", "item_id": self.venue.service()}
        if label in ("GET /verify-email", "GET /reset-password"):
            return {"token": "of a letter"}
        return {}

    def body(self, label):
        """Members of a body: those that could be others as well, and those that rules ask for; None if there is
        no body. A rule's None says that the member must be absent."""
        wish = self.bodies.get(label)
        return wish() if wish else None

    @property
    def bodies(self):
        venue, account = self.venue, self.account
        name = {"name": "Somebody"}
        number = next(venue.numbers)
        newcomer = lambda: ({"email": f"new{number}@example.com"} | name, {"role": "client", "password": PASSWORD})
        sign_in = lambda: ({}, {"email": account["email"], "username": None, "password": PASSWORD})
        refresh = lambda: ({}, {"refresh_token": venue.account()["refresh_token"]})
        password = lambda: ({}, {"old_password": PASSWORD, "new_password": "another decent one"})
        profile = lambda: ({"bio": "Likes tea"}, {"username": None, "email": None})
        farewell = lambda: ({}, {"password": PASSWORD})
        verification = lambda: ({}, {"token": venue.verification()})
        recovery = lambda: ({"email": "nobody@example.com"}, {})
        reset = lambda: ({}, {"token": venue.recovery(), "new_password": "another decent one"})
        moment = lambda: soon(next(venue.hours))
        span = lambda: (lambda hour: {"start_time": soon(hour), "end_time": soon(hour + 1)})(next(venue.hours))
        return {
            "POST /api/v1/users": newcomer,
            "POST /api/v1/auth/register": newcomer,
            "POST /api/v1/users/login": sign_in,
            "POST /api/v1/auth/login": sign_in,
            "POST /api/v1/login": sign_in,
            "POST /api/v1/auth/token": lambda: ({}, {"username": account["username"], "password": PASSWORD}),
            "POST /api/v1/auth/google": lambda: ({"credential": "of Google"}, {}),
            "POST /api/v1/auth/refresh": refresh,
            "POST /api/v1/auth/revoke": refresh,
            "POST /api/v1/auth/logout": lambda: ({}, {"refresh_token": account["refresh_token"]}),
            "POST /api/v1/auth/recover-password": recovery,
            "POST /api/v1/auth/recover": recovery,
            "POST /api/v1/auth/reset-password": reset,
            "POST /reset-password": reset,
            "POST /api/v1/auth/verify-email": verification,
            "POST /verify-email": verification,
            "PATCH /api/v1/me": profile,
            "PATCH /api/v1/users/me": profile,
            "PUT /api/v1/users/me": profile,
            "DELETE /api/v1/me": farewell,
            "DELETE /api/v1/users/me": farewell,
            "PUT /api/v1/me/password": password,
            "PUT /api/v1/users/me/password": password,
            "PATCH /api/v1/users/{id}": lambda: (name, {"password": None, "roles": None, "status": None}),
            "POST /api/v1/roles": lambda: ({"name": f"role {number}"}, {}),
            "PATCH /api/v1/roles/{id}": lambda: ({"description": "What it is for"}, {}),
            "PUT /api/v1/me/facilitator": lambda: ({"bio": "Leads"}, {}),
            "POST /api/v1/classes": lambda: (
                {"name": "Yoga", "slots": 5}, {"schedule": moment(), "timezone": BERLIN}),
            "PATCH /api/v1/classes/{id}": lambda: ({"name": "Yin"}, {"schedule": moment(), "timezone": BERLIN}),
            "POST /api/v1/services": lambda: (
                {"title": "Massage", "price": 9.5, "duration_minutes": 30}, {"hours": None}),
            "PATCH /api/v1/services/{id}": lambda: ({"price": 10}, {"hours": None}),
            "POST /api/v1/sessions": lambda: ({"title": "Silence", "session_type": "retreat"}, span()),
            "PUT /api/v1/sessions/{id}": lambda: ({"title": "Rest"}, span()),
            "PATCH /api/v1/sessions/{id}": lambda: ({"title": "Rest"}, span()),
            "POST /api/v1/events": lambda: (
                {"event_name": "Play", "event_venue": "Hall", "event_availability": 9},
                {"event_date": moment(), "event_end": None}),
            "PATCH /api/v1/events/{id}": lambda: (
                {"event_name": "Play"}, {"event_date": moment(), "event_end": None, "event_capacity": None}),
            "POST /api/v1/bookings": lambda: ({}, dict.fromkeys(
                ("slot", "service_id", "start_time", "session_id", "class_id", "event_id", "seats"))
                | self.chance.choice(self.targets())),
            "POST /api/v1/book": lambda: (
                {"client_name": "Ada", "client_email": "ada@example.com"}, {"class_id": venue.class_()}),
            "PATCH /api/v1/bookings/{id}": lambda: ({"notes": "By bike"}, {"status": None, "start_time": None, "slot": None}),
            "POST /api/v1/bookings/{id}/cancel": lambda: ({"reason": "Rain"}, {}),
            "POST /api/v1/events/{id}/book": lambda: ({"seats": 1}, {}),
            "POST /api/v1/reviews": lambda: (
                {"rating": 4, "comment": "Good"}, {"booking_id": venue.completed_booking(self.token)}),
            "PATCH /api/v1/reviews/{id}": lambda: ({"rating": 3}, {}),
            "POST /api/v1/webhooks": lambda: ({}, {"url": NOWHERE}),
            "PATCH /api/v1/webhooks/{id}": lambda: ({"active": False}, {"url": NOWHERE}),
            "POST /api/v1/notifications/read": lambda: ({}, {"up_to": self.notified()}),
        }

    def notified(self):
        """A notice of this account's, if it leads anything; else of nobody's, and refused."""
        return self.venue.booking(self.venue.guest, session_id=self.session())
