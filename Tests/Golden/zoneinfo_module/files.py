import datetime as dt
import io
import pickle
import struct
from zoneinfo import ZoneInfo


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


def tzif(transitions, kinds, names, footer=b"", version=b"2"):
    head = b"TZif" + version + b"\0" * 15
    first = head + struct.pack(">6l", 0, 0, 0, 0, 1, 1) + struct.pack(">lbb", 0, 0, 0) + b"\0"
    table = struct.pack(f">{len(transitions)}q", *[t for t, _ in transitions]) + bytes(k for _, k in transitions)
    body = table + b"".join(struct.pack(">lbb", *k) for k in kinds) + names
    return first + head + struct.pack(">6l", 0, 0, 0, len(transitions), len(kinds), len(names)) + body + b"\n" + footer + b"\n"


kinds, names = [(0, 0, 0), (3600, 1, 4), (-7200, 0, 8)], b"AAA\0BBB\0CCC\0"
for footer in (b"", b"XYZ-5", b"<+03>-3", b"EST5EDT,M3.2.0,M11.1.0", b"A0B,J60/0,J300/25", b"AAA3BBB,100/-1,300", b"IST-1GMT0,M10.5.0,M3.5.0/1",
    b"bad!", b"AAA", b"EST5EDT,M13.1.0,M1.1.0", b"EST5EDT,M3.6.0,M1.1.0", b"EST5EDT,J0,J1", b"EST5EDT"):
    def read():
        z = ZoneInfo.from_file(io.BytesIO(tzif([(0, 1), (10**9, 2)], kinds, names, footer)), key="my/key")
        return [(str(w.utcoffset()), w.tzname(), str(w.dst())) for w in (dt.datetime(y, m, 15, tzinfo=z) for y, m in ((1960, 1), (1990, 1), (2010, 2), (2030, 7), (2050, 12)))]
    show(footer, read)
z = ZoneInfo.from_file(io.BytesIO(tzif([(0, 1)], kinds, names)))
print(z, repr(z).split(" at")[0], z.key)
for data in (b"", b"TZif", b"nope" * 20, tzif([(0, 1)], kinds, names)[:80]):
    show(data[:5], lambda: ZoneInfo.from_file(io.BytesIO(data)))
show("pickle file", lambda: pickle.dumps(z))
show("pickle", lambda: pickle.loads(pickle.dumps(ZoneInfo("UTC"))) is ZoneInfo("UTC"))
show("unpickle nocache", lambda: pickle.loads(pickle.dumps(ZoneInfo.no_cache("UTC"))) is ZoneInfo("UTC"))


class Sub(ZoneInfo):
    pass


print(repr(Sub("UTC")), Sub("UTC") is Sub("UTC"), type(Sub.no_cache("UTC")).__name__)
