"""datetime, time, calendar, zoneinfo, sched."""
import calendar
import datetime as dt
import pickle
import sched
import time
import zoneinfo


def show(label, call):
    try:
        print(f"{label}: {call()!r}")
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


d, t = dt.date(2024, 2, 29), dt.time(13, 5, 9, 1200, fold=1)
x = dt.datetime(2024, 2, 29, 13, 5, 9, 123456)
utc, east = dt.timezone.utc, dt.timezone(dt.timedelta(hours=5, minutes=30), "IST")
print(d, repr(t), x, d.isocalendar(), d.timetuple(), d.toordinal(), d.weekday(), d.ctime(), d.replace(day=1), dt.date.fromordinal(738000),
    dt.date.fromisocalendar(2020, 53, 7), dt.date.max - dt.date.min)
print(x.astimezone(utc).tzinfo, x.replace(tzinfo=east), x.replace(tzinfo=east).astimezone(utc), x.isoformat(" ", "milliseconds"),
    x.timestamp() == x.astimezone(utc).timestamp(), x.replace(tzinfo=utc).timestamp(), dt.datetime.fromtimestamp(1e9, utc),
    dt.datetime.combine(d, t, east), x.date(), x.timetz(), east.tzname(None), x.utctimetuple().tm_yday)
for text in ["2024-02-29", "20240229", "2024-W09-4", "2024-02-29T13:05", "2024-02-29 13:05:09.123", "2024-02-29T13:05:09.123456789Z",
    "20240229T130509+0530", "2024-02-29T24:00", "2024-02-30", "2024-2-9", "", "2024-02-29T13:05:09+25:00", "x"]:
    show(text, lambda: dt.datetime.fromisoformat(text))
print(dt.time.fromisoformat("T04:23:01.5+01:00"), dt.date.fromisoformat("2024-W01-1"))
for form in ["%Y-%m-%d %H:%M:%S.%f", "%a %A %b %B %d %j %U %W %w %u %V %G", "%I:%M %p", "%y %C %e %D %T %R %n|%t|", "%c|%x|%X", "%z|%Z|%%",
    "%s" if False else "%h", "%5Y" if False else "%F", "é %d"]:
    print(form, x.replace(tzinfo=east).strftime(form), d.strftime(form) if "%s" not in form else "")
for text, form in [("2024-02-29 13:05", "%Y-%m-%d %H:%M"), ("29 Feb 24 1:05 PM", "%d %b %y %I:%M %p"), ("Thu 9 2024", "%a %W %Y"),
    ("2024 60", "%Y %j"), ("2024-02-29T00:00:00.5+05:30", "%Y-%m-%dT%H:%M:%S.%f%z"), ("12 UTC", "%H %Z"), ("2024 W9 4", "%G W%V %u"), ("x", "%Y"),
    ("2024-02-30", "%Y-%m-%d"), ("2024 rest", "%Y"), ("1", "%Q"), ("24", "%"), ("13", "%I")]:
    show(f"{text!r} {form!r}", lambda: dt.datetime.strptime(text, form))
delta = dt.timedelta(days=-1, hours=5, microseconds=7)
print(delta, repr(delta), delta.total_seconds(), abs(delta), delta / 2, delta // dt.timedelta(minutes=7), delta % dt.timedelta(hours=1),
    divmod(dt.timedelta(1), dt.timedelta(hours=7)), delta * 1.5, dt.timedelta(weeks=1, milliseconds=1.5), dt.timedelta.max, -dt.timedelta(1, 2),
    bool(dt.timedelta()), dt.timedelta(0.5) == dt.timedelta(hours=12), hash(dt.timedelta(1)) == hash(dt.timedelta(hours=24)),
    dt.timedelta(seconds=0.0000005), dt.timedelta(microseconds=-1))
for label, call in {"month": lambda: dt.date(2024, 13, 1), "day": lambda: dt.date(2023, 2, 29), "year": lambda: dt.date(0, 1, 1),
    "type": lambda: dt.date("2024", 1, 1), "hour": lambda: dt.time(24), "overflow": lambda: dt.date.max + dt.timedelta(1),
    "delta": lambda: dt.timedelta(10 ** 10), "naive": lambda: x < x.replace(tzinfo=utc), "naive eq": lambda: x == x.replace(tzinfo=utc),
    "sub": lambda: x - x.replace(tzinfo=utc), "date cmp": lambda: d < x, "date eq": lambda: d == x, "add": lambda: d + 1,
    "zone": lambda: dt.timezone(dt.timedelta(hours=24)), "tz type": lambda: x.replace(tzinfo=1), "stamp": lambda: dt.datetime.fromtimestamp(1e20),
    "nan": lambda: dt.datetime.fromtimestamp(float("nan")), "fold": lambda: dt.time(1, fold=2), "missing": lambda: dt.datetime(2024),
    "format": lambda: f"{x:%d/%m} {d:} {t:%H}", "zero": lambda: dt.timedelta(1) / 0, "max": lambda: max(x, dt.datetime.max),
    "unhashable": lambda: hash(x.replace(tzinfo=utc)) == hash(x.replace(tzinfo=utc).astimezone(east))}.items():
    show(label, call)


class Fixed(dt.tzinfo):
    def __init__(self, hours, name): self.hours, self.name = hours, name
    def utcoffset(self, when): return dt.timedelta(hours=self.hours)
    def tzname(self, when): return self.name
    def dst(self, when): return dt.timedelta(0)
    def __getinitargs__(self): return self.hours, self.name


class Special(dt.datetime):
    def __new__(cls, *a, **k):
        self = super().__new__(cls, *a, **k); self.note = "n"
        return self


f = dt.datetime(2024, 1, 1, 12, tzinfo=Fixed(-3, "F"))
print(f, f.tzname(), f.astimezone(Fixed(2, "G")), f == f.astimezone(utc), pickle.loads(pickle.dumps(f)) == f, Special(2024, 1, 1) + dt.timedelta(1),
    type(Special(2024, 1, 1) + dt.timedelta(1)).__name__, Special.today().__class__.__name__, Special(2024, 1, 2).note,
    [pickle.loads(pickle.dumps(v, p)) == v for v in (d, t, x, delta, east) for p in (0, 2, 5)])
ny, berlin = zoneinfo.ZoneInfo("America/New_York"), zoneinfo.ZoneInfo("Europe/Berlin")
for when in (dt.datetime(2024, 3, 10, 1, 59, tzinfo=ny), dt.datetime(2024, 3, 10, 3, tzinfo=ny), dt.datetime(2024, 11, 3, 1, 30, tzinfo=ny),
    dt.datetime(2024, 11, 3, 1, 30, fold=1, tzinfo=ny), dt.datetime(2050, 7, 1, tzinfo=berlin), dt.datetime(1900, 1, 1, tzinfo=berlin)):
    print(when, when.tzname(), when.dst(), when.utcoffset(), when.astimezone(utc), (when + dt.timedelta(hours=24)).isoformat(),
        when.astimezone(utc).astimezone(when.tzinfo).fold)
print(ny, repr(berlin), ny is zoneinfo.ZoneInfo("America/New_York"), zoneinfo.ZoneInfo.no_cache("UTC") is zoneinfo.ZoneInfo("UTC"),
    "Asia/Tokyo" in zoneinfo.available_timezones(), pickle.loads(pickle.dumps(ny)) is ny)
show("no zone", lambda: zoneinfo.ZoneInfo("Mars/Base")); show("bad zone", lambda: zoneinfo.ZoneInfo("../etc"))
print(calendar.month(2024, 2), calendar.TextCalendar(6).formatmonth(2024, 2, w=3), calendar.monthrange(2024, 2), calendar.isleap(1900),
    calendar.leapdays(1900, 2000), calendar.monthcalendar(2024, 2)[0], list(calendar.Calendar().itermonthdates(2024, 2))[0],
    calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.day_name[0], list(calendar.month_abbr)[:3], calendar.weekday(2024, 2, 29),
    calendar.HTMLCalendar().formatmonth(2024, 2).count("<td"), calendar.calendar(2024)[:200])
show("month", lambda: calendar.monthrange(2024, 13))
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(1e9), time.strptime("29 Feb 2024", "%d %b %Y")[:3], time.asctime(time.gmtime(0)),
    time.mktime(time.localtime(1e9)) == 1e9, time.struct_time(range(9)), time.monotonic() <= time.monotonic(), time.get_clock_info("time").adjustable,
    time.time_ns() > 10 ** 18)
log = []
s = sched.scheduler(lambda: len(log), lambda n: log.append(n))
s.enter(2, 1, log.append, ("b",))
s.enter(1, 1, log.append, ("a",))
e = s.enter(3, 1, print)
s.cancel(e)
s.run()
print([v for v in log if isinstance(v, str)], s.empty())
