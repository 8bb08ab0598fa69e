# strptime for each directive, isoformat and fromisoformat forms, strftime of every code, and what they refuse.
import datetime as dt
import time

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



for form, text in [("%Y-%m-%d", "2024-02-29"), ("%y", "68"), ("%y", "69"), ("%d %b %Y", "07 Mar 2001"), ("%B %d", "february 3"), ("%A %d.%m.%y", "Monday 01.01.24"), ("%a", "tue"), ("%H:%M:%S.%f", "01:02:03.4"), ("%f", "123456"), ("%f", "1234567"), ("%I:%M %p", "12:30 am"), ("%I %p", "12 PM"), ("%I", "13"), ("%j %Y", "366 2024"), ("%j %Y", "366 2023"), ("%j", "000"), ("%Y %U %w", "2024 01 1"), ("%Y %W %w", "2024 01 0"), ("%G-W%V-%u", "2020-W53-7"),
    ("%G %V", "2020 10"), ("%Y %V %u", "2020 10 1"), ("%V", "10"), ("%G-W%V-%u %j", "2020-W01-1 003"), ("%z", "+0530"), ("%z", "-05:30:15"), ("%z", "-053015.25"), ("%z", "+05:3015"), ("%z", "Z"), ("%z", "+25:00"), ("%Z", "UTC"), ("%Z", "gmt"), ("%Z", "CET"), ("%H %z", "3 +01:00"), ("%c", "Tue Mar  4 05:06:07 2003"), ("%x", "03/04/05"), ("%X", "01:02:03"), ("%%%d", "%12"), ("%d%%", "12"), ("%Y", "0"), ("%Y", "0000"), ("%Y", "12345"), ("%m", "13"), ("%d", "32"), ("%d %m %Y", "30 02 2024"), ("%d %m", "29 02"),
    ("%S", "61"), ("%S", "62"), ("%M", "60"), ("%H", "24"), ("%Q", "x"), ("%", "x"), ("%Y%", "2020"), ("", ""), ("", "x"), ("x", ""), ("%Y ", "2020"), (" %Y", "  2020"), ("%Y %m", "2020\t\n5"), ("%Y-%m", "2020-5 junk"), ("(%Y)", "(2020)"), ("%Y.%m", "2020x05"), ("%d[%m]", "1[2]"), ("%-d", "3"), ("%u %w %Y", "1 1 2020"), ("%b %b", "jan feb"), ("%y %Y", "20 2021"), ("%U %Y", "10 2020"), ("%a %W %Y", "Sun 00 2024"), ("%D", "01/02/03"), ("%T", "1:2:3"), ("%s", "100"), ("%Y\u00e9%m", "2020\u00e912")]:
    show((form, text), lambda: dt.datetime.strptime(text, form))
    show("   time", lambda: tuple(time.strptime(text, form)))
for args in ((3, "%Y"), ("2020", 3), (b"2020", "%Y"), ("2020",), ("1", "%d", "x"), (None, None)):
    show(args, lambda: dt.datetime.strptime(*args))
show("date has none", lambda: dt.date.strptime)
show("default", lambda: time.strptime("Tue Mar  4 05:06:07 2003").tm_yday)
moments = [dt.datetime(1, 1, 1), dt.datetime(999, 12, 31, 23, 59, 59, 999999), dt.datetime(2024, 2, 29, 12, 30, 0, 5, dt.timezone(dt.timedelta(hours=5, minutes=30))), dt.datetime(9999, 12, 31, tzinfo=dt.timezone.utc), dt.datetime(2000, 1, 1, 0, 0, 0, 100, dt.timezone(-dt.timedelta(hours=3, seconds=5, microseconds=7), "odd%z"))]
for m in moments:
    print([m.strftime("%" + c) for c in "aAbBdHIjmMpSUwWyYfzZGuVeFTDRhnt%"], m.ctime(), m.isoformat(), m.isoformat(" ", "minutes"), m.isoformat("T", "milliseconds"), repr(m), format(m, ""), f"{m:%Y|%%|%f}")
    for spec in "auto hours minutes seconds milliseconds microseconds nope".split():
        show("  " + spec, lambda: (m.isoformat(timespec=spec), m.timetz().isoformat(spec)))
show("sep", lambda: moments[0].isoformat("\u00e9")); show("sep long", lambda: moments[0].isoformat("ab")); show("sep empty", lambda: moments[0].isoformat("")); show("strftime number", lambda: moments[0].strftime(3)); show("strftime surrogate", lambda: ascii(moments[0].strftime("\ud800%Y"))); show("strftime nul", lambda: moments[0].strftime("a\0b%d")); show("strftime end", lambda: moments[0].strftime("%")); show("strftime E", lambda: moments[0].strftime("%Ey %-d %5Y %q"))
for text in ("2024-01-02", "20240102", "2024-W05-3", "2024W053", "2024-W05", "2024W05", "2024-1-2", "2024-02-30", "2024-13-01", "0000-01-01", "2024-W54-1", "2020-W53-1", "2024-W00-1", "2024-W01-8", "2024-01-02T03", "2024-01-02T03:04", "2024-01-02T0304", "20240102T030405", "2024-01-02 03:04:05.6", "2024-01-02T03:04:05,123", "2024-01-02T03:04:05.1234567890", "2024-01-02T03:04:05Z", "2024-01-02T03:04:05z", "2024-01-02T03:04+0530", "2024-01-02T03:04-05", "2024-01-02T03:04+05:30:15.123456",
    "2024-01-02T03:04+24:00", "2024-01-02T03:04-00:00", "2024-01-02T24:00", "2024-01-02T23:60", "2024-01-02x03:04", "2024-01-02\U0001f60003:04", "2024-01-02T", "2024-01-02T03:", "2024-01-02T03:04:05.", "2024-01-02T3:04", "2024-0102", "202401-02", "T03:04", "03:04", "", "2024", "\u0662\u0660\u0662\u0664-01-02", "2024-01-02T03:04:05+", "2024-01-02T03:0405", "2024-W05-3T01:02", "2024W053T0102", " 2024-01-02", "2024-01-02 ", "2024-01-02T03:04:05.123456+01:02:03.123456Z"):
    show(ascii(text), lambda: dt.datetime.fromisoformat(text))
    show("   date", lambda: dt.date.fromisoformat(text))
for text in ("03", "03:04", "0304", "T03:04", "T0304", "t03", "03:04:05.5", "030405,25", "03:04Z", "24:00", "3", "", "03:04:05:06", "03:04+0000", "03-04", "T", "03:04:05+1", "12:00:00.0000001"):
    show(repr(text), lambda: dt.time.fromisoformat(text))
for cls in dt.date, dt.datetime, dt.time:
    for bad in (3, None, b"2024-01-02"):
        show((cls.__name__, bad), lambda: cls.fromisoformat(bad))
print([dt.date(2020, m, d).isocalendar() for m, d in ((1, 1), (12, 31))], dt.date.fromisocalendar(2020, 53, 7), dt.date(1, 1, 1).isocalendar(), dt.date(9999, 12, 31).isocalendar().week); show("fromisocalendar", lambda: dt.date.fromisocalendar(2021, 53, 1)); show("fromisocalendar day", lambda: dt.date.fromisocalendar(2021, 1, 0)); show("fromisocalendar year", lambda: dt.date.fromisocalendar(0, 1, 1)); show("fromisocalendar end", lambda: dt.date.fromisocalendar(9999, 52, 7)); show("fromisocalendar type", lambda: dt.date.fromisocalendar("x", 1, 1))
