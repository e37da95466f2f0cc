"""Looks at an answer that curl has kept.

answer.py check FOLDER TITLE STATUS [EXPECTATION...]   one line for each, "ok" or "FAIL" in front
answer.py pick FOLDER PATH                             the value of a member

An expectation is a path and what must stand there:
  roles.0.name=client   this text
  capacity==10          what JSON writes so: a number, null, an empty array
  roles.*.name~client   one of them is this text
  created_at:instant    of this kind: see KINDS
  @Retry-After:digits   a field of the head
"""
import json
import re
import sys

INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
JWT = r"[\w-]+\.[\w-]+\.[\w-]+"


def text(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


KINDS = {
    "text": text(r"(?s).+"),
    "empty": text(""),
    "uuid": text(UUID),
    "instant": text(INSTANT),
    "jwt": text(JWT),
    "digits": text(r"\d+"),
    "count": lambda value: type(value) is int and value > 0,
    "number": lambda value: type(value) in (int, float),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "true": lambda value: value is True,
    "false": lambda value: value is False,
}


def found(value, path):
    """Every value at a path; `*` is each element of an array."""
    if not path:
        return [value]
    name, rest = path[0], path[1:]
    if name == "*":
        return [one for element in value for one in found(element, rest)]
    if isinstance(value, list) and name.isdigit() and int(name) < len(value):
        return found(value[int(name)], rest)
    if isinstance(value, dict) and name in value:
        return found(value[name], rest)
    return []


class Answer:
    def __init__(self, folder):
        with open(folder + "/head", encoding="utf-8") as file:
            lines = file.read().splitlines()
        self.status = lines[0].split()[1]
        pairs = [line.split(": ", 1) for line in lines[1:] if ": " in line]
        self.fields = {name.lower(): value for name, value in pairs}
        with open(folder + "/body", encoding="utf-8") as file:
            body = file.read()
        self.body = json.loads(body) if body else None

    def values(self, path):
        if path.startswith("@"):
            value = self.fields.get(path[1:].lower())
            return [] if value is None else [value]
        return found(self.body, path.split(".") if path else [])

    def holds(self, expectation):
        path, sign, wanted = re.fullmatch(r"([^=~:]*)(==|[=~:])(.*)", expectation).groups()
        values = self.values(path)
        if sign == ":" and wanted == "absent":
            return not values
        if sign == "~":
            return wanted in values
        if sign == "==":
            return values != [] and all(json.dumps(value) == wanted for value in values)
        if sign == "=":
            return values != [] and all(value == wanted for value in values)
        return values != [] and all(KINDS[wanted](value) for value in values)


def check(folder, title, status, *expectations):
    answer = Answer(folder)
    holds = answer.status == status
    print(f"{'ok  ' if holds else 'FAIL'} {title}: the status is {status}"
          + ("" if holds else f", but was {answer.status}: {json.dumps(answer.body)}"))
    for expectation in expectations:
        if answer.holds(expectation):
            print(f"ok   {title}: {expectation}")
        else:
            there = answer.values(re.split("[=~:]", expectation)[0])
            print(f"FAIL {title}: {expectation}, but there is {json.dumps(there)}")


def pick(folder, path):
    print(next(iter(Answer(folder).values(path)), ""))


{"check": check, "pick": pick}[sys.argv[1]](*sys.argv[2:])
