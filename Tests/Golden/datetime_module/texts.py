import datetime as dt


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for text in ("2024-02-29", "20240229", "2024-W09", "2024W094", "2024-W09-8", "2024-W54-1", "2024-060", "0001-01-01", "10000-01-01", "2024-02-29T",
    "2024-02-29T1", "2024-02-29T10:5", "2024-02-29T10:05:", "2024-02-29T10:05:30.", "2024-02-29T10:05:30.1234567", "2024-02-29T10:05:30,5",
    "2024-02-29T100530.5", "2024-02-29T10:0530", "2024-02-29T10:05Z", "2024-02-29T10:05+01", "2024-02-29T10:05+0130", "2024-02-29T10:05+01:30:15.5",
    "2024-02-29T10:05-00:00", "2024-02-29T10:05+24:00", "2024-02-29x10", "2024-02-29é10", "2024-02-29T25:00", "2024-02-29T23:60", " 2024-02-29",
    "2024-02-29T10:05 +01:00", "２０24-02-29"):
    for cls in (dt.date, dt.datetime, dt.time):
        show((cls.__name__, ascii(text)), lambda: cls.fromisoformat(text if cls is not dt.time else text.partition("T")[2] or text))
show("type", lambda: dt.date.fromisoformat(5))
show("bytes", lambda: dt.datetime.fromisoformat(b"2024-02-29"))
x = dt.datetime(2024, 2, 29, 1, 2, 3, 4005)
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nope"):
    show(spec, lambda: (x.isoformat(timespec=spec), x.time().isoformat(spec), x.replace(microsecond=0).isoformat("é", spec)))
show("separator", lambda: x.isoformat("ab"))
print(f"{x:%Y}", f"{x}", f"{x.date():%d.%m}", format(x.time(), ""), x.ctime(), x.date().ctime(), repr(x.replace(fold=1)), repr(x.time()),
    str(x.replace(microsecond=0)), x.strftime(""), x.strftime("%f %j %%"), dt.date(5, 1, 1).strftime("%Y %y"), x.__format__("%H"), x.isocalendar(),
    x.isocalendar()._asdict() if hasattr(x.isocalendar(), "_asdict") else x.isocalendar().week)
show("format type", lambda: x.__format__(5))
show("strftime type", lambda: x.strftime(b"%Y"))
for args in ((2024, 2, 30), (2024, 0, 1), (0, 1, 1), (10000, 1, 1), ("2024", 1, 1), (2024.0, 1, 1), (2024, 1), (2024, 1, 1, 24), (2024, 1, 1, 0, 60),
    (2024, 1, 1, 0, 0, 60), (2024, 1, 1, 0, 0, 0, 10**6), (2024, 1, 1, 0, 0, 0, 0, 5), (2**40, 1, 1), (True, 1, 1)):
    show(args, lambda: dt.datetime(*args))
for call in (lambda: dt.date.fromordinal(0), lambda: dt.date.fromordinal(3652060), lambda: dt.date.fromisocalendar(2021, 53, 1),
    lambda: dt.date.fromisocalendar(2020, 53, 7), lambda: dt.date.fromisocalendar(2020, 1, 8),
    lambda: dt.datetime.fromtimestamp(-1e11, dt.timezone.utc), lambda: dt.datetime.fromtimestamp(1e12, dt.timezone.utc),
    lambda: dt.datetime.utcfromtimestamp(0.9999999), lambda: dt.datetime.fromtimestamp(1.5, dt.timezone.utc), lambda: dt.datetime.fromtimestamp("x"),
    lambda: dt.datetime.combine(dt.date(1, 1, 1), dt.time(2), dt.timezone.utc), lambda: dt.datetime.combine(1, 2), lambda: x.replace(year=0),
    lambda: x.replace(nope=1), lambda: dt.datetime.strptime("2024", "%d"), lambda: dt.datetime.strptime("x 5", "x %d"),
    lambda: dt.datetime.strptime("5", 5), lambda: dt.datetime(b"\x07\xe8\x02\x1d\x01\x02\x03\x00\x0f\xa5"), lambda: dt.date(b"\x07\xe8\x02\x1d"),
    lambda: dt.time(b"\x01\x02\x03\x00\x00\x04"), lambda: dt.time(1, fold=3)):
    show("", call)
