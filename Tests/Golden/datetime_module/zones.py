import datetime as dt


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Zone(dt.tzinfo):
    def __init__(self, offset, name=None, dst=None): self.o, self.n, self.d = offset, name, dst
    def utcoffset(self, w): return self.o
    def tzname(self, w): return self.n
    def dst(self, w): return self.d


x = dt.datetime(2024, 3, 1, 12)
for offset in (dt.timedelta(0), dt.timedelta(hours=-5), dt.timedelta(hours=5, minutes=45), dt.timedelta(seconds=30), dt.timedelta(microseconds=-1),
    None, dt.timedelta(days=1), 5, "x"):
    for label, call in {"str": lambda: str(x.replace(tzinfo=Zone(offset, "N"))), "iso": lambda: x.replace(tzinfo=Zone(offset)).isoformat(),
        "utc": lambda: x.replace(tzinfo=Zone(offset)).astimezone(dt.timezone.utc),
        "timestamp": lambda: x.replace(tzinfo=Zone(offset)).timestamp() if offset is not None else "local",
        "strftime": lambda: x.replace(tzinfo=Zone(offset, "NM")).strftime("%z|%Z|%:z"),
        "hash": lambda: isinstance(hash(x.replace(tzinfo=Zone(offset))), int)}.items():
        show((offset, label), call)
show("name type", lambda: x.replace(tzinfo=Zone(dt.timedelta(0), 5)).tzname())
show("dst type", lambda: x.replace(tzinfo=Zone(dt.timedelta(0), "n", 5)).dst())
show("not tzinfo", lambda: x.replace(tzinfo="x"))
show("base", lambda: dt.tzinfo().utcoffset(x))
show("fromutc naive", lambda: Zone(dt.timedelta(0)).fromutc(x))
show("fromutc no dst", lambda: (z := Zone(dt.timedelta(0)), z.fromutc(x.replace(tzinfo=z)))[1])
show("fromutc", lambda: (z := Zone(dt.timedelta(hours=2), "z", dt.timedelta(hours=1)), z.fromutc(x.replace(tzinfo=z)))[1].hour)
for args in ((dt.timedelta(0),), (dt.timedelta(hours=3),), (dt.timedelta(hours=-3, minutes=-30), "W"), (dt.timedelta(hours=24),), (5,),
    (dt.timedelta(0), 5), (dt.timedelta(seconds=1),), ()):
    show(args,
        lambda: (lambda z: (repr(z), str(z), z.tzname(None), z.utcoffset(x), z.dst(x), z == dt.timezone(args[0]), hash(z) == hash(dt.timezone(args[0]))))(dt.timezone(*args)))
print(dt.timezone.utc is dt.UTC, dt.timezone(dt.timedelta(0)) is dt.timezone.utc, dt.timezone.min, dt.timezone.max,
    dt.timezone.utc.fromutc(x.replace(tzinfo=dt.timezone.utc)))
a, b = x.replace(tzinfo=dt.timezone.utc), x.replace(tzinfo=dt.timezone(dt.timedelta(hours=1)))
print(a > b, a - b, a == b + dt.timedelta(hours=1), a.astimezone(b.tzinfo), hash(a) == hash(a.astimezone(b.tzinfo)), min(a, b).hour,
    a.utctimetuple().tm_hour, b.utctimetuple().tm_hour, b.timetz(), dt.time(1, tzinfo=b.tzinfo) == dt.time(0, tzinfo=dt.timezone.utc),
    dt.time(1, tzinfo=b.tzinfo) < dt.time(1, tzinfo=dt.timezone.utc))
show("mixed", lambda: a < x)
show("mixed time", lambda: dt.time(1) < dt.time(1, tzinfo=dt.timezone.utc))
show("mixed equal", lambda: (a == x, dt.time(1) == dt.time(1, tzinfo=dt.timezone.utc)))
show("mixed sub", lambda: a - x)
