"""Reads the pages of a server in a browser, and does with them what people do: pages.py PORT CHROMIUM FOLDER"""

import json
import statistics
import sys

from playwright.sync_api import sync_playwright

PORT, CHROMIUM, FOLDER = sys.argv[1:4]
HERE = f"http://127.0.0.1:{PORT}"
PAGES = {
    "landing": "/", "explorer": "/docs", "operation": "/docs#postBookings", "message": "/docs#onBookingPlaced",
    "reading": "/redoc", "guide": "/docs/guide", "first-booking": "/docs/guide/first-booking",
    "problems": "/docs/problems", "problem": "/docs/problems/fully_booked",
}
SIZES = {"wide": (1400, 900), "phone": (390, 844)}
MOST_BYTES = 120_000
MOST_MILLISECONDS = 200
# What of the header is beyond the edge of the screen.
CUT_OFF = """[...document.querySelectorAll('.bar a, .bar button')]
    .filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.textContent.trim())"""


class Visit:
    """A page with everything that it asked for and complained about."""

    def __init__(self, browser, keeps=False, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.complaints, self.bytes, self.foreign = [], 0, []
        self.page.on("console", lambda line: line.type in ("error", "warning") and self.complaints.append(line.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: request.url.startswith(HERE) or self.foreign.append(request.url))
        wire = self.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": not keeps})
        wire.on("Network.loadingFinished", self.count)

    def count(self, event):
        self.bytes += int(event["encodedDataLength"])

    def open(self, path):
        answer = self.page.goto(HERE + path, wait_until="networkidle")
        if answer and not answer.ok:
            self.complaints.append(f"{path} answers {answer.status}")
        return self

    def first_paint(self):
        return self.page.evaluate(
            "performance.getEntriesByType('paint').find(one => one.name === 'first-contentful-paint')?.startTime ?? 0")

    def close(self):
        self.context.close()


def fail(text):
    sys.exit(f"pages: {text}")


def check(visit, name):
    if visit.complaints:
        fail(f"{name} complains: {visit.complaints}")
    if visit.foreign:
        fail(f"{name} asks others: {visit.foreign}")


def draw(browser):
    for name, path in PAGES.items():
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                visit = Visit(browser, viewport={"width": width, "height": height}, color_scheme=scheme,
                              has_touch=size == "phone", is_mobile=size == "phone")
                visit.open(path)
                check(visit, f"{name}, {size}, {scheme}")
                wider = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
                if wider > 0:
                    fail(f"{name} is {wider} px wider than a {size} screen")
                cut = visit.page.evaluate(CUT_OFF)
                if cut:
                    fail(f"{name} cuts off {cut} at the top of a {size} screen")
                visit.page.screenshot(path=f"{FOLDER}/{name}-{size}-{scheme}.png")
                visit.close()


def weigh(browser):
    """What it takes to see each page for the first time."""
    heaviest = 0
    for name, path in PAGES.items():
        paints = []
        for _ in range(5):
            visit = Visit(browser, viewport={"width": 1400, "height": 900}).open(path)
            paints.append(visit.first_paint())
            size = visit.bytes
            visit.close()
        heaviest = max(heaviest, size)
        paint, best = statistics.median(paints), min(paints)
        print(f"{name:14} {size / 1000:6.1f} kB, first paint {paint:5.0f} ms, {best:.0f} at best")
        # What else the machine does only makes it later.
        if best > MOST_MILLISECONDS:
            fail(f"{name} is painted after {best:.0f} ms")
    if heaviest > MOST_BYTES:
        fail(f"a page takes {heaviest} bytes")
    for keeps, how in (False, "nothing kept from one to the next"), (True, "one after the other, as browsers do"):
        visit = Visit(browser, keeps)
        for path in PAGES.values():
            visit.open(path)
        check(visit, "one after the other")
        print(f"{'all of them':14} {visit.bytes / 1000:6.1f} kB, {how}")
        visit.close()
    if visit.bytes > MOST_BYTES:
        fail(f"all pages take {visit.bytes} bytes")


def return_to(browser):
    """A page that the browser has kept, and asks about, works as it did."""
    for name, path in PAGES.items():
        visit = Visit(browser, keeps=True).open(path)
        text = visit.page.locator("main").inner_text()
        visit.page.reload(wait_until="networkidle")
        check(visit, f"{name}, again")
        if visit.page.locator("main").inner_text() != text:
            fail(f"{name} is another when it is read again")
        visit.close()


def send(page, status):
    """Sends what *Try it* holds, and reads the answer."""
    page.get_by_role("button", name="Send").click()
    shown = page.locator(".answer .status")
    shown.wait_for()
    if not shown.inner_text().startswith(str(status)):
        fail(f"{page.url} answers {page.locator('.answer').inner_text()[:400]}, not {status}")
    text = page.locator(".answer pre").first.inner_text()
    return json.loads(text) if text.startswith(("{", "[")) else None


def try_operation(page, name, status, body=None, **parameters):
    page.goto(f"{HERE}/docs#{name}")
    page.locator(".op .try").wait_for()
    for parameter, value in parameters.items():
        page.locator(f"[id$='-{parameter}']").fill(value)
    if body is not None:
        page.locator("#try-body").fill(json.dumps(body))
    return send(page, status)


def sign_in(page, password):
    page.locator("#account").click()
    page.get_by_label("E-mail or username").fill("facilitator@example.com")
    page.get_by_label("Password").fill(password)
    page.locator("#signin").get_by_role("button", name="Sign in").click()


def book(browser):
    visit = Visit(browser, viewport={"width": 1400, "height": 900}).open("/docs")
    page = visit.page
    # Without signing in nothing is booked.
    refused = try_operation(page, "postBookings", 401)
    if refused["code"] != "authentication_required":
        fail(f"a stranger is refused with {refused}")
    sign_in(page, "not the password")
    page.locator("#signin [role=alert]:not(:empty)").wait_for()
    page.keyboard.press("Escape")
    # Both refusals were asked for, and browsers log them.
    if len(visit.complaints) != 2:
        fail(f"two refusals are logged as {visit.complaints}")
    visit.complaints.clear()
    sign_in(page, "password123")
    page.locator("#account", has_text="Sign out").wait_for()
    classes = try_operation(page, "getClasses", 200, limit="1")
    chosen = classes["items"][0]["id"]
    booked = try_operation(page, "postBookings", 201, {"class_id": chosen})
    code = page.locator("section[aria-label='The same call as code']")
    for language in ("Swift", "Kotlin", "Python", "JavaScript", "curl"):
        code.get_by_role("tab", name=language).click()
        if chosen not in code.locator("pre").inner_text():
            fail(f"the call in {language} has not what was typed")
    cancelled = try_operation(page, "postBookingsByIdCancel", 200, {"reason": "I have a cold."}, id=booked["id"])
    if cancelled["state"] != "cancelled":
        fail(f"the booking is {cancelled['state']}")
    seen = try_operation(page, "getBookingsById", 200, id=booked["id"])
    if seen["state"] != "cancelled":
        fail(f"the booking is shown as {seen['state']}")
    # Search by keyboard alone.
    page.keyboard.press("Escape")
    page.locator("main").focus()
    page.keyboard.press("/")
    page.keyboard.type("reset password")
    page.keyboard.press("Enter")
    page.locator("h1", has_text="password").wait_for()
    page.reload()
    if "Sign in" not in page.locator("#account").inner_text():
        fail("the token outlives its page")
    check(visit, "the way to a booking")
    visit.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    return_to(browser)
    weigh(browser)
    book(browser)
    draw(browser)
    browser.close()
print("a stranger was refused, a guest signed in, booked, cancelled, and found their way by keyboard")
