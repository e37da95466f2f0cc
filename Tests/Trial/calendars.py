"""Books, changes and cancels, and reads what calendars are told of it: calendars.py PORT PASSWORD"""

import datetime
import json
import sys
import urllib.request

import icalendar

port, password = sys.argv[1], sys.argv[2]
base = f"http://127.0.0.1:{port}/api/v1"


def ask(method, path, body=None, token=None):
    request = urllib.request.Request(base + path, method=method)
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    data = json.dumps(body).encode() if body is not None else None
    with urllib.request.urlopen(request, data) as answer:
        return answer.read()


def tell(method, path, body=None, token=None):
    return json.loads(ask(method, path, body, token))


def events(text):
    calendar = icalendar.Calendar.from_ical(text)
    for component in calendar.walk():
        assert not component.errors, component.errors
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


admin = tell("POST", "/auth/login", {"email": "admin@example.com", "password": password})["access_token"]
start = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=3)).replace(microsecond=0)
name = "Yoga; with \\ all, of it:\nEND:VEVENT and Größe 🧘 " + "long " * 40
course = tell("POST", "/classes", {"name": name, "schedule": start.isoformat(), "slots": 5, "location": "Hall, 2nd floor"}, admin)
notes = "a,b;c\\d\r\ne\tf \u2028 \u0007 end"
booking = tell("POST", "/bookings", {"class_id": course["id"], "notes": notes}, admin)
slot = tell("POST", "/bookings", {"slot": (start + datetime.timedelta(days=1)).isoformat()}, admin)
feed = tell("POST", "/me/calendar", token=admin)
assert feed["url"].startswith("https://roost.example/api/v1/me/calendar.ics?token=")


def calendar():
    return events(ask("GET", "/me/calendar.ics?token=" + feed["token"]))


file = events(ask("GET", f"/bookings/{booking['id']}/calendar.ics", token=admin))[booking["id"]]
assert file["SUMMARY"] == course["name"], file["SUMMARY"]
assert file["LOCATION"] == "Hall, 2nd floor"
assert file["DESCRIPTION"] == "a,b;c\\d\ne\tf \u2028  end", file["DESCRIPTION"]
assert file["DTSTART"].dt == start and file["DTEND"].dt == start + datetime.timedelta(hours=1)
assert file["STATUS"] == "CONFIRMED"

before = calendar()
assert set(before) == {booking["id"], slot["id"]}
moved = start + datetime.timedelta(days=2)
tell("PATCH", f"/classes/{course['id']}", {"schedule": moved.isoformat()}, admin)
after = calendar()[booking["id"]]
assert after["DTSTART"].dt == moved and after["SEQUENCE"] > before[booking["id"]]["SEQUENCE"]
tell("POST", f"/bookings/{booking['id']}/cancel", token=admin)
gone = calendar()[booking["id"]]
assert gone["STATUS"] == "CANCELLED" and gone["SEQUENCE"] > after["SEQUENCE"]
assert gone["UID"] == after["UID"] == booking["id"]
print("another program reads the calendars: names, times, changes and what is cancelled")
