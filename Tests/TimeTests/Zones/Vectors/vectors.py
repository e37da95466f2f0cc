#!/usr/bin/env python3
"""Writes vectors.txt: files of real zones, and what Python's zoneinfo says of them.

    zic -b slim -d FOLDER /usr/share/zoneinfo/tzdata.zi
    python3 vectors.py FOLDER > vectors.txt
"""

import base64
import pathlib
import random
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, _zoneinfo

ZONES = """Africa/Casablanca America/New_York America/Nuuk America/Sao_Paulo Antarctica/Troll
Asia/Gaza Asia/Kathmandu Asia/Kolkata Australia/Lord_Howe Europe/Berlin Europe/Dublin
Pacific/Apia UTC""".split()
EPOCH = datetime(1970, 1, 1)
LAST = datetime(9999, 12, 29)
EACH = 12

chance = random.Random(9636)


def seconds(moment):
    return (moment - EPOCH) // timedelta(seconds=1)


def changes(path):
    """When clocks are set: in the file, and a few of the rule's."""
    with open(path, "rb") as file:
        zone = _zoneinfo.ZoneInfo.from_file(file)
    found = [EPOCH + timedelta(seconds=moment) for moment in zone._trans_utc]
    found = [moment for moment in found if moment.year > 1880]
    rule = zone._tz_after
    if hasattr(rule, "transitions"):
        for year in (2026, 2027, 2038, 2099, 2100, 2400, 9998):
            start, end = rule.transitions(year)
            found.append(EPOCH + timedelta(seconds=start) - rule.std.utcoff)
            found.append(EPOCH + timedelta(seconds=end) - rule.dst.utcoff)
    return found


def moments(near):
    for number in range(EACH):
        if near and number < EACH * 3 // 4:
            away = chance.choice([0, -1, 1, -1800, 1800, chance.randint(-90000, 90000)])
            yield chance.choice(near[-40:]) + timedelta(seconds=away)
        else:
            yield EPOCH + timedelta(seconds=chance.randint(0, seconds(LAST)))


def locals_(near, zone):
    """Those that clocks show around the moments, were they set then or not."""
    for moment in moments(near):
        other = moment + timedelta(hours=chance.choice([-2, 2]))
        yield moment + other.replace(tzinfo=timezone.utc).astimezone(zone).utcoffset()


def written(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def at(moment, zone):
    local = moment.replace(tzinfo=timezone.utc).astimezone(zone)
    offset = local.utcoffset() // timedelta(seconds=1)
    return f"at {written(moment)} {local:%Y-%m-%d %H:%M:%S} {offset}"


def of(local, zone):
    before, after = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    first, second = written(local - before), written(local - after)
    if before == after:
        how = f"once {first}"
    elif before > after:
        how = f"twice {first} {second}"
    else:
        how = f"never {first}"
    return f"of {local:%Y-%m-%d %H:%M:%S} {how}"


def main(folder):
    for name in ZONES:
        path = pathlib.Path(folder, name)
        with open(path, "rb") as file:
            zone = ZoneInfo.from_file(file)
        near = changes(path)
        print("zone", name, base64.b64encode(path.read_bytes()).decode())
        for moment in sorted(moments(near)):
            print(at(moment, zone))
        for local in sorted(locals_(near, zone)):
            print(of(local, zone))


main(sys.argv[1])
