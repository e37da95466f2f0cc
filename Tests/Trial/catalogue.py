"""Makes a database with classes, and tokens of people who look at them: catalogue.py ROOST COUNT FOLDER SECRET

FOLDER gets roost.db, tokens.txt ("token user") and classes.txt, as the kit of the bench wants them, and
event.txt with the id of an event of a million seats. The classes are those of its other peers: one every half hour
from 2027 on, with 5,000 places, led by five instructors. All of it is brought in by `roost import`, as a studio's
calendar is.
"""
import base64
import csv
import hashlib
import hmac
import json
import os
import subprocess
import sys
import time
import uuid

PEOPLE = 1_000
NAMES = ["Yoga Flow", "Zumba", "HIIT", "Pilates", "Spin", "Boxing", "Barre", "Stretch"]
INSTRUCTORS = ["asha", "ben", "carla", "dmitri", "eve"]
START = 1_798_761_600


def made(kind, number):
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{kind} {number}"))


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def token(secret, user):
    """An access token as the server issues it."""
    name = hashlib.sha256(b"roost: name of an access token key\0" + secret).digest()[:12]
    header = {"alg": "HS256", "typ": "at+jwt", "kid": base64url(name).decode()}
    now = int(time.time())
    payload = {
        "iss": "roost", "aud": "roost", "sub": user, "iat": now, "exp": now + 86_400,
        "jti": made("token", user), "sid": made("sign-in", user), "role": "user",
        "roles": ["client"], "typ": "access",
    }
    parts = [base64url(json.dumps(part, separators=(",", ":")).encode()) for part in (header, payload)]
    signed = b".".join(parts)
    code = hmac.new(secret, signed, hashlib.sha256).digest()
    return (signed + b"." + base64url(code)).decode()


def write(path, header, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def people():
    for number, name in enumerate(INSTRUCTORS + [f"user{n}" for n in range(PEOPLE)]):
        yield [made("user", number), f"{name}@example.com", name]


def classes(count):
    for number in range(1, count + 1):
        start = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(START + number * 1_800))
        yield [
            made("class", number), f"{NAMES[number % 8]} {number}", start, 5_000,
            INSTRUCTORS[number % 5], 45 + 15 * (number % 3), "Asia/Kolkata",
        ]


def main():
    roost, count, folder, secret = os.path.realpath(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
    os.makedirs(folder, exist_ok=True)
    environment = {"DB_FILE": "roost.db", "JWT_SECRET_KEY": secret, "PATH": os.environ["PATH"]}

    def run(*words):
        subprocess.run([roost, *words], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)

    write(f"{folder}/people.csv", ["id", "email", "username"], people())
    write(
        f"{folder}/classes.csv",
        ["id", "name", "schedule", "slots", "instructor", "duration_minutes", "timezone"], classes(count))
    write(
        f"{folder}/events.csv", ["id", "event_name", "event_venue", "event_date", "event_availibility"],
        [[made("event", 1), "Hot Night", "Stadium", "2027-06-01T20:00:00Z", 1_000_000]])
    run("migrate", "--yes")
    run("import", "users", "people.csv")
    run("import", "classes", "classes.csv")
    run("import", "events", "events.csv")
    # A token of the very second in which its account changed is looked up.
    time.sleep(1.1)
    with open(f"{folder}/tokens.txt", "w") as tokens:
        for number in range(PEOPLE):
            user = made("user", number + len(INSTRUCTORS))
            tokens.write(f"{token(secret.encode(), user)} {user}\n")
    with open(f"{folder}/classes.txt", "w") as ids:
        ids.writelines(made("class", number) + "\n" for number in range(1, count + 1))
    with open(f"{folder}/event.txt", "w") as ids:
        ids.write(made("event", 1) + "\n")


main()
