"""Does with a generated client what somebody does who books: client.py PORT PASSWORD

No path, no member's name and no status is written here by hand: what the generator made of the document is all
that there is. The client is on the path as `roost_client`."""

import builtins
import datetime
import importlib
import json
import pkgutil
import sys
import urllib.request
import uuid

import roost_client.api
import roost_client.types
from roost_client import AuthenticatedClient, Client, models
from roost_client.api.bookings import get_bookings, get_bookings_by_id, patch_bookings_by_id, post_bookings, \
    post_bookings_by_id_cancel
from roost_client.api.classes import get_classes, post_classes
from roost_client.api.services import get_services, get_services_by_id_availability, post_services
from roost_client.api.signing_in import post_auth_login, post_auth_register
from roost_client.api.users import get_me

# The generator (0.29) forgets to import this where a body may come in two media types.
builtins.Unset = roost_client.types.Unset

address, password = f"http://127.0.0.1:{sys.argv[1]}", sys.argv[2]


def expect(holds, what):
    assert holds, what
    print(f"ok: {what}")


def all_is_generated():
    """Every operation of the document has a module, and every module can be imported."""
    with urllib.request.urlopen(f"{address}/openapi.json") as answer:
        paths = json.load(answer)["paths"]
    wanted = sum(len(item) for item in paths.values())
    modules = [found.name for found in pkgutil.walk_packages(roost_client.api.__path__, "roost_client.api.")
               if not found.ispkg]
    for module in modules:
        importlib.import_module(module)
    expect(len(modules) == wanted, f"a function for each of {wanted} operations")


def signed_in(email, password):
    answer = post_auth_login.sync_detailed(
        client=Client(address), body=models.Credentials(email=email, password=password))
    assert isinstance(answer.parsed, models.Account), answer
    return AuthenticatedClient(address, token=answer.parsed.access_token)


all_is_generated()

registered = post_auth_register.sync(client=Client(address), body=models.NewUser(
    email="ada@example.com", name="Ada", password="a fine long password"))
expect(isinstance(registered, models.Account) and registered.name == "Ada", "registers")
client = signed_in("ada@example.com", "a fine long password")
expect(get_me.sync(client=client).id == registered.id, "signs in, and is who registered")

admin = signed_in("admin@example.com", password)
massage = post_services.sync(client=admin, body=models.NewService(title="Massage", price=25.5, duration_minutes=60))
soon = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(days=2)
yoga = post_classes.sync(client=admin, body=models.NewClass(name="Yoga", schedule=soon, slots=1))
assert isinstance(massage, models.Service) and isinstance(yoga, models.Class), (massage, yoga)

services = get_services.sync(client=client, q="massage")
expect([service.title for service in services] == ["Massage"] and services[0].price == 25.5, "lists services")
classes = get_classes.sync(client=client, timezone="Europe/Berlin")
expect([(item.id, item.available_slots) for item in classes.items] == [(yoga.id, 1)], "lists classes")
free = get_services_by_id_availability.sync(massage.id, client=client, from_=soon)
expect(len(free.slots) > 0 and free.slots[0].start_time >= soon, "sees what is free")

start, key = free.slots[0].start_time, str(uuid.uuid4())
wish = models.NewBooking(service_id=massage.id, start_time=start, notes="The left shoulder")
booked = post_bookings.sync_detailed(client=client, body=wish, idempotency_key=key)
booking = booked.parsed
expect(isinstance(booking, models.PlacedBooking) and booking.start_time == start, "books")
again = post_bookings.sync_detailed(client=client, body=wish, idempotency_key=key)
expect(again.parsed == booking and again.headers["Idempotency-Replayed"] == "true", "books once with one key")

other_wish = models.NewBooking(service_id=massage.id, start_time=start)
refused = post_bookings.sync_detailed(client=admin, body=other_wish).parsed
expect(isinstance(refused, models.Problem) and refused.code == "slot_taken", "somebody else is refused")
expect(len(refused.alternatives) == 5 and refused.alternatives[0].start_time != start, "and told what is free")
unclear = post_bookings.sync_detailed(client=client, body=models.NewBooking(class_id=yoga.id, seats=0)).parsed
expect(isinstance(unclear, models.Problem) and [fault.field for fault in unclear.errors] == ["seats"],
       "what isn't valid is told by its field")

read = get_bookings_by_id.sync(booking.id, client=client)
expect(isinstance(read, models.Booking) and read.notes == "The left shoulder", "reads the booking")
expect([one.id for one in get_bookings.sync(client=client)] == [booking.id], "finds it among its bookings")

later = start + datetime.timedelta(hours=1)
moved = patch_bookings_by_id.sync(booking.id, client=client, body=models.BookingChange(start_time=later))
expect(moved.start_time == later and moved.state == models.BookingState.PENDING, "moves it")
cancelled = post_bookings_by_id_cancel.sync(
    booking.id, client=client, body=models.BookingCancellation(reason="Better already"))
expect(cancelled.state == models.BookingState.CANCELLED, "cancels it")
gone = get_bookings_by_id.sync(booking.id, client=client)
expect(gone.state == models.BookingState.CANCELLED and gone.cancellation_reason == "Better already", "and sees that")

place = post_bookings.sync_detailed(client=client, body=models.NewBooking(class_id=yoga.id)).parsed
expect(isinstance(place, models.PlacedBooking) and place.class_name == "Yoga", "takes the last place of a class")
late = post_bookings.sync_detailed(client=admin, body=models.NewBooking(class_id=yoga.id)).parsed
expect(isinstance(late, models.Problem) and (late.status, late.code) == (409, "fully_booked"), "it was the last")
print("good")
