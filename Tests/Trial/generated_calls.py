"""Hooks of PyPI's schemathesis: who calls, with what that only a server can know, and which answers are right
although schemathesis can't know it.

TRIAL_PORT, TRIAL_PASSWORD and TRIAL_MAILS name the server, its admin's password and the folder of its mails,
TRIAL_CALLER is `admin` or `user`, TRIAL_SEED where chance begins.
"""

import os
import random
import re

import requests
import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData

from said_in_words import is_said_in_words
from venue import PASSWORD, Venue
from wishes import Wishes

venue = Venue(os.environ["TRIAL_PORT"], os.environ["TRIAL_PASSWORD"], os.environ["TRIAL_MAILS"])
first_admin = venue.admin
is_admin = os.environ["TRIAL_CALLER"] == "admin"
chance = random.Random(os.environ["TRIAL_SEED"])


# Who calls: an account that lasts, and one of its own for each call that ends a sign-in. Whatever else ends
# the account or what it may, such as an admin's change of a role, there is another for the next call.

ENDS_A_SIGN_IN = re.compile("/auth/logout$|/me$|password$|/sign-ins/")


def new_account():
    account = venue.account()
    if not is_admin:
        return account
    venue.ask("PATCH", f"/users/{account['id']}", {"roles": ["admin", "client", "facilitator"]}, first_admin)
    account = venue.ask("POST", "/auth/login", {"email": account["email"], "password": PASSWORD})
    venue.ask("PUT", "/me/facilitator", {"bio": "Leads"}, account["access_token"])
    return account


class Caller:
    def __init__(self):
        self.lasting = self.now = new_account()

    def account_for(self, operation):
        if ENDS_A_SIGN_IN.search(operation.path) and operation.method != "get":
            self.now = new_account()
        else:
            if not self.is_as_it_was():
                self.lasting = new_account()
            self.now = self.lasting
        return self.now

    def is_as_it_was(self):
        """Whether the lasting account is still there and may what it has to. Roles that grant nothing any more
        are mended."""
        token = self.lasting["access_token"]
        answer = requests.get(f"{venue.base}/api/v1/me", headers={"Authorization": f"Bearer {token}"}, timeout=30)
        if answer.status_code != 200:
            return False
        # Whoever changes their address or name is found by these, when they sign in.
        self.lasting |= {name: answer.json()[name] for name in ("email", "username")}
        return {role["name"] for role in answer.json()["roles"]} == {role["name"] for role in self.lasting["roles"]}


caller = Caller()


@schemathesis.auth(refresh_interval=None)
class Authentication:
    def get(self, case, context):
        return caller.account_for(context.operation)["access_token"]

    def set(self, case, token, context):
        case.headers["Authorization"] = f"Bearer {token}"


# What only a server can know: most requests whose data is valid get ids of what is there, and times that lie ahead.
# The rest go on with what was drawn, since ids that lead nowhere have to be answered as well.

def is_callers(case):
    """Whether it is who calls now. What is sent again without a token, or with a wrong one, stays as it was."""
    return case.headers.get("Authorization") == f"Bearer {caller.now['access_token']}"


@schemathesis.hook
def before_call(context, case, kwargs):
    # What a long poll says is asked here, not how long it can wait.
    if str(case.query.get("wait", "")).isdigit():
        case.query["wait"] = min(int(case.query["wait"]), 1)
    if case.meta is None or not case.meta.generation.mode.is_positive or not is_callers(case) or chance.random() < 0.2:
        return
    wishes = Wishes(venue, caller.now, chance)
    for name, value in wishes.parameters(case.operation.path).items():
        case.path_parameters[name] = value
    case.query.update(wishes.query(case.operation.label))
    # Only some ask for a state that nobody can guess; none would be changed otherwise.
    case.headers.pop("If-Match", None)
    if "timezone" in case.query:
        case.query["timezone"] = "America/New_York"
    if "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = f"key-{next(venue.numbers)}"
    wish = wishes.body(case.operation.label)
    if wish and isinstance(case.body, dict):
        like_others, by_rule = wish
        absent = {name for name, value in by_rule.items() if value is None}
        case.body = {name: value for name, value in (like_others | case.body | by_rule).items() if name not in absent}


# Which answers are right.

@schemathesis.hook
def before_load_schema(context, raw_schema):
    for item in raw_schema["paths"].values():
        for operation in item.values():
            # It stands for what the framing of HTTP and the server's limits refuse; all else a route has to say. What is
            # drawn here can only be too long for it.
            operation["responses"].pop("default", None)
            operation["responses"]["414"] = {"description": "`target_too_long`: URI Too Long"}
            # schemathesis holds each event against the schema of the stream, which is a text.
            for response in operation["responses"].values():
                if "text/event-stream" in response.get("content", {}):
                    response["content"]["text/event-stream"].pop("schema", None)
    draw_formats_beside_null(raw_schema)


def draw_formats_beside_null(node):
    """schemathesis draws any text for a format where null may stand as well, and calls it valid. Said in another way
    it draws the format."""
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        draw_formats_beside_null(child)
    if isinstance(node, dict) and isinstance(node.get("format"), str) and isinstance(node.get("type"), list):
        keywords = {name: node.pop(name) for name in list(node) if name not in ("description", "default", "example")}
        node["anyOf"] = [keywords | {"type": "string"}, {"type": "null"}]


def declared_codes(case, status):
    response = case.operation.definition.raw["responses"].get(str(status), {})
    return re.findall("`([a-z_]+)`:", response.get("description", ""))


def is_problem(response):
    return response.headers.get("content-type", [""])[0] == "application/problem+json"


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """What is valid by the schema may still be refused by rules that only words can say."""
    if not isinstance(failure, RejectedPositiveData):
        return True
    if is_problem(response):
        return not is_said_in_words(response.json(), case.body)
    # Pages for people tell them of spent letters and bad passwords; the document says with which status.
    content = case.operation.definition.raw["responses"].get(str(response.status_code), {}).get("content", {})
    return "text/html" not in content


@schemathesis.check
def problems_are_declared(ctx, response, case):
    """The document tells of the code of every refusal, under its status."""
    if is_problem(response) and case.method.upper() == case.operation.method.upper():
        code = response.json()["code"]
        if code not in declared_codes(case, response.status_code):
            raise AssertionError(f"{response.status_code} {code} is not declared")


@schemathesis.check
class OperationsSucceed:
    """Calls that are all refused would prove little: what an admin may, goes well at least once."""

    # Only Google makes the one succeed, only a WebSocket's client the other.
    never = {"POST /api/v1/auth/google", "GET /api/v1/notifications/socket"}

    def __init__(self):
        self.called, self.good = set(), set()

    def after_response(self, ctx, response, case):
        self.called.add(case.operation.label)
        if response.status_code < 400:
            self.good.add(case.operation.label)

    def after_run(self, ctx):
        print(f"{len(self.good)} of {len(self.called)} operations went well as {os.environ['TRIAL_CALLER']}")
        bad = self.called - self.good - self.never
        if is_admin and bad:
            raise AssertionError("never went well: " + ", ".join(sorted(bad)))
