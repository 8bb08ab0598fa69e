import datetime as dt
import zoneinfo
from zoneinfo import ZoneInfo


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for name in ("Europe/Lisbon", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC", "Africa/Casablanca", "Pacific/Apia"):
    z = ZoneInfo(name)
    for year in (1900, 1942, 1970, 2011, 2024, 2037, 2100):
        for month in (1, 7):
            d = dt.datetime(year, month, 1, 12, tzinfo=z)
            print(name, year, month, d.utcoffset(), d.tzname(), d.dst())
z = ZoneInfo("Europe/London")
for text in ("2024-03-31 00:59", "2024-03-31 01:30", "2024-03-31 02:00", "2024-10-27 01:30", "1916-05-21 02:30", "1968-10-27 12:00"):
    for fold in (0, 1):
        d = dt.datetime.fromisoformat(text).replace(tzinfo=z, fold=fold)
        u = d.astimezone(dt.timezone.utc)
        print(d, fold, u, u.astimezone(z), u.astimezone(z).fold)
print(repr(z), str(z), z.key, z is ZoneInfo("Europe/London"), z == ZoneInfo.no_cache("Europe/London"), hash(z) == hash(z), z.utcoffset(None),
    z.fromutc(dt.datetime(2024, 7, 1, tzinfo=z)))
show("naive", lambda: z.fromutc(dt.datetime(2024, 7, 1)))
show("time", lambda: dt.time(1, tzinfo=z).utcoffset())
show("date", lambda: z.utcoffset(dt.date(2024, 1, 1)))
show("none", lambda: ZoneInfo("No/Where"))
show("path", lambda: ZoneInfo("/etc/passwd"))
show("dots", lambda: ZoneInfo("../UTC"))
show("type", lambda: ZoneInfo(3))
show("empty", lambda: ZoneInfo(""))
show("setattr", lambda: setattr(z, "key", "x"))
ZoneInfo.clear_cache(only_keys=["Europe/London"])
print(ZoneInfo("Europe/London") is z, zoneinfo.ZoneInfo.__init_subclass__.__name__)
