# golden: packages=yes
"""python-dateutil: parser, relativedelta, rrule, easter, time zones, utilities."""
import datetime as dt
from dateutil import easter, parser, relativedelta as rd, rrule as rr, tz, utils

default = dt.datetime(2003, 9, 25)
for text in ["Thu Sep 25 10:36:28 2003", "2003-09-25T10:49:41.5-03:00", "20030925T104941-0300", "10h36m28.5s", "Sep 2003", "25 Sep", "9/25/03",
    "25/9/03", "2003.9.25", "Thursday 3pm", "12:08 PM", "Wed, July 10, '96", "1996.07.10 AD at 15:08:56 PDT",
    "Tuesday, April 12, 1952 AD 3:30:42pm PST", "November 5, 1994, 8:15:30 am EST", "3rd of May 2001", "5th of March 2001 at 1:30", "090107",
    "199709020908", "0099-01-01T00:00:00", "Jan 1, 1999 11:23:34.578", "10 September, 2003 12am", "10pm", "Sat 13:00 UTC+3", "2003-W01", "1st",
    "2020-366", "a.m. 10", "13 am", "99:99", "hello", "", "2003-02-30", "32 Jan 2003", "Feb 30", "00:60"]:
    try:
        print(f"{text!r}: {parser.parse(text, default=default, tzinfos={'PDT': -7 * 3600, 'PST': tz.tzoffset('PST', -28800), 'EST': -18000})!r}")
    except (ValueError, OverflowError) as error:
        print(f"{text!r}: {type(error).__name__}: {error}")
print(parser.parse("10/09/2003", dayfirst=True), parser.parse("03/09/10", yearfirst=True), parser.parse("03/09/10", yearfirst=True, dayfirst=True),
    parser.parse("Today is 25 of September of 2003, exactly at 10:49:41", fuzzy=True),
    parser.parse("It was on 1 May 2004 at noon", fuzzy_with_tokens=True, default=default), parser.parse("2003-09-25 10:00+03:00", ignoretz=True))
for text in ["2014", "2014-02", "20140204", "2014-W06-2", "2014-035", "2014-02-04T12", "2014-02-04T12:30:15.123456Z", "2014-02-04T24:00",
    "20140204T123015,5+0530", "2014-2-4", "2014-02-04T25:00", "x"]:
    try:
        print(text, repr(parser.isoparse(text)))
    except ValueError as error:
        print(text, error)


class German(parser.parserinfo):
    WEEKDAYS = [("Mo", "Montag"), ("Di", "Dienstag"), ("Mi", "Mittwoch"), ("Do", "Donnerstag"), ("Fr", "Freitag"), ("Sa", "Samstag"),
        ("So", "Sonntag")]
    MONTHS = [("Jan", "Januar"), ("Feb", "Februar"), ("Mär", "März"), ("Apr", "April"), ("Mai",), ("Jun", "Juni"), ("Jul", "Juli"), ("Aug", "August"),
        ("Sep", "September"), ("Okt", "Oktober"), ("Nov", "November"), ("Dez", "Dezember")]


print(parser.parse("Freitag 3 Mai 2002", German(dayfirst=True)), parser.parser()._parse("10:00") is not None)
base = dt.datetime(2020, 1, 31, 12)
for delta in [rd.relativedelta(months=1), rd.relativedelta(years=-1, months=+13, days=-1), rd.relativedelta(day=31, months=1),
    rd.relativedelta(weekday=rd.FR(+2)), rd.relativedelta(weekday=rd.MO(-1)), rd.relativedelta(day=1, weekday=rd.TU(3)),
    rd.relativedelta(yearday=260), rd.relativedelta(nlyearday=60), rd.relativedelta(hours=49, minutes=-90, seconds=3601),
    rd.relativedelta(leapdays=1, years=1), rd.relativedelta(year=2019, hour=0, microsecond=5), rd.relativedelta(weeks=2), rd.relativedelta(days=1.5),
    rd.relativedelta()]:
    print(delta, base + delta, base - delta if not delta.weekday else "", delta.normalized(), bool(delta), -delta, delta * 2,
        hash(delta) == hash(rd.relativedelta() + delta))
print(rd.relativedelta(dt.datetime(2020, 3, 1), dt.datetime(2019, 12, 31, 5)), rd.relativedelta(dt.date(2000, 2, 29), dt.date(2001, 2, 28)),
    abs(rd.relativedelta(days=-3)), rd.relativedelta(months=5) == rd.relativedelta(months=5), rd.relativedelta(months=18).weeks, rd.FR,
    rd.FR(2) == rd.FR(2))
for bad in [lambda: rd.relativedelta(years=1.5), lambda: rd.relativedelta(yearday=400), lambda: rd.relativedelta(1, 2), lambda: rd.MO(0),
    lambda: base + rd.relativedelta(month=13), lambda: dt.datetime.max + rd.relativedelta(days=1)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
start = dt.datetime(1997, 9, 2, 9)
for rule in [rr.rrule(rr.DAILY, count=3, dtstart=start),
    rr.rrule(rr.WEEKLY, interval=2, wkst=rr.SU, count=4, dtstart=start, byweekday=(rr.TU, rr.TH)),
    rr.rrule(rr.MONTHLY, count=4, byweekday=rr.FR(-1), dtstart=start), rr.rrule(rr.MONTHLY, count=4, bymonthday=(-1, 15), dtstart=start),
    rr.rrule(rr.YEARLY, count=3, bymonth=(1, 3), byweekday=rr.TH(1), dtstart=start),
    rr.rrule(rr.YEARLY, byweekno=20, byweekday=rr.MO, count=3, dtstart=start), rr.rrule(rr.YEARLY, byyearday=(1, 100, -1), count=4, dtstart=start),
    rr.rrule(rr.YEARLY, byeaster=-2, count=3, dtstart=start), rr.rrule(rr.HOURLY, interval=7, until=dt.datetime(1997, 9, 3, 9), dtstart=start),
    rr.rrule(rr.MINUTELY, byhour=(9, 17), byminute=(0, 30), count=5, dtstart=start), rr.rrule(rr.SECONDLY, bysecond=(6, 18), count=3, dtstart=start),
    rr.rrule(rr.MONTHLY, bysetpos=-1, byweekday=(rr.MO, rr.TU, rr.WE, rr.TH, rr.FR), count=3, dtstart=start)]:
    print(str(rule).replace("\n", " "), [f"{d:%m-%d %H:%M:%S}" for d in rule[:5]], rule.count(), rule.after(start), rule.before(start))
rule = rr.rrulestr("DTSTART:19970902T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=6\nEXDATE:19970908T090000\nRDATE:19970910T100000")
print(type(rule).__name__, [str(d) for d in rule], rule.between(dt.datetime(1997, 9, 5), dt.datetime(1997, 9, 12), inc=True), rule[1], rule[-1],
    start in rule)
s = rr.rruleset(cache=True)
s.rrule(rr.rrule(rr.DAILY, count=7, dtstart=start))
s.exrule(rr.rrule(rr.YEARLY, byweekday=(rr.SA, rr.SU), dtstart=start))
s.exdate(dt.datetime(1997, 9, 4, 9))
print([d.day for d in s], [d.day for d in s.xafter(start, 2)], rr.rrule(rr.DAILY, count=2, dtstart=start).replace(interval=3)[1])
for bad in ["FREQ=NOPE", "COUNT=1", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;FOO=1", "DTSTART:x\nRRULE:FREQ=DAILY", ""]:
    try:
        rr.rrulestr(bad)
        print("fine", bad)
    except (ValueError, TypeError) as error:
        print(f"{bad!r}: {error}")
print([easter.easter(y).isoformat() for y in (1990, 2000, 2024)], easter.easter(2024, easter.EASTER_ORTHODOX),
    easter.easter(326, easter.EASTER_JULIAN))
zone = tz.tzstr("EST5EDT,M3.2.0,M11.1.0")
summer, winter = dt.datetime(2020, 7, 1, tzinfo=zone), dt.datetime(2020, 1, 1, tzinfo=zone)
print(zone, summer.utcoffset(), summer.tzname(), winter.dst(), summer.astimezone(tz.UTC), tz.tzutc() is tz.UTC, tz.tzoffset("X", 3600),
    tz.tzoffset(None, -60) == tz.tzoffset("a", -60))
utc, ny = tz.UTC, tz.gettz("America/New_York")
if ny:
    for moment in (dt.datetime(2020, 3, 8, 2, 30, tzinfo=ny), dt.datetime(2020, 11, 1, 1, 30, tzinfo=ny),
        dt.datetime(2020, 11, 1, 1, 30, tzinfo=ny, fold=1), dt.datetime(1950, 1, 1, tzinfo=ny)):
        print(moment, moment.tzname(), tz.datetime_exists(moment), tz.datetime_ambiguous(moment), tz.resolve_imaginary(moment),
            moment.astimezone(utc))
print(tz.tzrange("A", dt.timedelta(hours=1), "B"), tz.gettz("UTC"), tz.gettz("Nowhere/None"), tz.enfold(start, 1).fold,
    utils.default_tzinfo(start, utc), utils.within_delta(start, start + dt.timedelta(1), dt.timedelta(2)))
ics = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:My/Zone\nBEGIN:STANDARD\nDTSTART:19971026T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nTZNAME:EST\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19980405T020000\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:EDT\nEND:DAYLIGHT\nEND:VTIMEZONE\nEND:VCALENDAR\n"
import io
cal = tz.tzical(io.StringIO(ics))
z = cal.get()
print(cal.keys(), dt.datetime(2003, 7, 1, tzinfo=z).tzname(), dt.datetime(2003, 12, 1, tzinfo=z).utcoffset())
print(sum(1 for _ in rr.rrule(rr.DAILY, dtstart=start, until=dt.datetime(2020, 1, 1), byweekday=(rr.MO, rr.WE))),
    len({parser.parse(f"2001-{m:02}-{d:02} 10:{d}:05") for m in range(1, 13) for d in range(1, 29)}))
