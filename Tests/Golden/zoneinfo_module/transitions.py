# zoneinfo: gaps and folds, arithmetic across them, footers, keys, caches, bad files, pickles, files of one's own.
import builtins, datetime as dt, io, os, pickle, struct, sys, tempfile, zoneinfo
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



UTC = timezone.utc; Z = {k: ZoneInfo(k) for k in ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Europe/Dublin", "UTC", "America/Sao_Paulo")}
for key, z in Z.items():
    for moment in ((1890, 1, 1), (1916, 6, 1), (1945, 7, 1, 12), (1970, 1, 1), (2011, 12, 30, 12), (2018, 3, 25, 2, 30), (2018, 10, 28, 2, 30), (2020, 3, 8, 2, 30), (2020, 11, 1, 1, 30), (2024, 4, 7, 1, 45), (2037, 12, 31), (2050, 7, 1), (2500, 1, 1), (9999, 12, 31, 23)):
        a, b = datetime(*moment, tzinfo=z), datetime(*moment, tzinfo=z, fold=1); print(key, a, a.tzname(), a.dst(), "" if a.utcoffset() == b.utcoffset() else (b.utcoffset(), b.tzname()), a.timestamp() if moment[0] < 9999 else "")
    for stamp in (-3e9, 0, 1521939599, 1521939600, 1540688399, 1540688400, 4e9): t = datetime.fromtimestamp(stamp, z); print("  ", t, t.fold, t.astimezone(UTC).timestamp() == stamp)
    print("  ", z, repr(z), z.key, z.utcoffset(None), z.tzname(None), z.dst(None), dt.time(1, tzinfo=z).utcoffset(), z is ZoneInfo(key), pickle.loads(pickle.dumps(z)) is z)
b = Z["Europe/Berlin"]; t = datetime(2018, 3, 25, 1, 30, tzinfo=b); print(t + timedelta(hours=1), (t + timedelta(hours=1)).utcoffset(), (t.astimezone(UTC) + timedelta(hours=1)).astimezone(b), datetime(2018, 10, 28, 2, 30, tzinfo=b) == datetime(2018, 10, 28, 2, 30, fold=1, tzinfo=b), datetime(2018, 10, 28, 2, 30, tzinfo=b) == datetime(2018, 10, 28, 0, 30, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=b) - datetime(2020, 7, 1, tzinfo=b), datetime(2020, 1, 1, tzinfo=b) - datetime(2020, 7, 1, tzinfo=UTC), hash(datetime(2020, 1, 1, tzinfo=b)) == hash(datetime(2019, 12, 31, 23, tzinfo=UTC)))
for key in ("No/Such", "", "/etc/passwd", "../x", "Europe", "a\0b", "\ud800", "Europe/Berlin/", "./UTC", "utc" * 100, b"UTC", 5, None): show(ascii(key), lambda: ZoneInfo(key))
c = ZoneInfo.no_cache("UTC"); print(c is Z["UTC"], c == Z["UTC"], ZoneInfo.no_cache("UTC") is c); ZoneInfo.clear_cache(only_keys=["Europe/Berlin"]); print(ZoneInfo("Europe/Berlin") is b, ZoneInfo("UTC") is Z["UTC"]); ZoneInfo.clear_cache(); show("pickle no cache", lambda: pickle.loads(pickle.dumps(c)) is c)
def tzfile(offset=3600, name=b"XXX\0", footer=b"XXX-1", version=b"2", transitions=()):
    def block(form, size): return b"TZif" + version + b"\0" * 15 + struct.pack(">6l", 0, 0, 0, len(transitions), 1, len(name)) + b"".join(struct.pack(form, x) for x in transitions) + b"\0" * len(transitions) + struct.pack(">lbb", offset, 0, 0) + name
    return block(">l", 4) + (block(">q", 8) + b"\n" + footer + b"\n" if version >= b"2" else b"")
for label, data in {"good": tzfile(), "v1": tzfile(version=b"\0"), "rule": tzfile(footer=b"AAA5BBB,M3.2.0,M11.1.0"), "julian": tzfile(footer=b"AAA-2BBB-3,J60/1,J300/25"), "days": tzfile(footer=b"<+03>-3<+04>,0/0,364/24"), "no footer": tzfile(footer=b""), "bad footer": tzfile(footer=b"nonsense"), "bad month": tzfile(footer=b"AAA5BBB,M13.2.0,M11.1.0"), "bad week": tzfile(footer=b"AAA5BBB,M3.6.0,M11.1.0"), "bad offset": tzfile(footer=b"AAA99"), "half": tzfile(footer=b"AAA5BBB"), "empty": b"", "magic": b"NOPE" + tzfile()[4:], "short": tzfile()[:50], "transition": tzfile(transitions=(0, 1000)), "big offset": tzfile(offset=90000)}.items():
    show(label, lambda: (z := ZoneInfo.from_file(io.BytesIO(data), key=label if label != "v1" else None), datetime(2024, 7, 1, tzinfo=z).isoformat(), datetime(2024, 1, 1, tzinfo=z).tzname(), repr(z)[:60].split(" object at")[0], str(z).split(" object at")[0])[1:])
show("from_file text", lambda: ZoneInfo.from_file(io.StringIO("TZif"))); show("from_file int", lambda: ZoneInfo.from_file(5)); show("pickle from_file", lambda: pickle.dumps(ZoneInfo.from_file(io.BytesIO(tzfile()))))
os.makedirs("tz/My"); open("tz/My/Zone", "wb").write(tzfile()); zoneinfo.reset_tzpath([os.path.abspath("tz")]); print(zoneinfo.TZPATH, ZoneInfo("My/Zone"), sorted(zoneinfo.available_timezones())[:1], datetime(2020, 1, 1, tzinfo=ZoneInfo("My/Zone")).isoformat()); show("relative path", lambda: zoneinfo.reset_tzpath(["tz"])); show("string path", lambda: zoneinfo.reset_tzpath("tz")); zoneinfo.reset_tzpath([]); show("nothing", lambda: ZoneInfo("Asia/Tokyo_x")); print(ZoneInfoNotFoundError.__mro__[1], zoneinfo.InvalidTZPathWarning.__mro__[1]); show("subclass", lambda: (zoneinfo.reset_tzpath(), type("S", (ZoneInfo,), {})("UTC").key)[1])
