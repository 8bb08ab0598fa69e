# date, time and datetime: text both ways, zones, comparison, pickling.
from _datetime import date, datetime, time, timedelta, timezone, tzinfo


class Zone(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=2 if moment is not None and 3 < moment.month < 10 else 1)

    def dst(self, moment):
        return self.utcoffset(moment) - timedelta(hours=1)

    def tzname(self, moment):
        return "ZONE"


east = timezone(timedelta(hours=5, minutes=30), "EAST")
moments = [datetime(2000, 2, 29, 12, 30, 15, 123456), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), datetime(2024, 7, 1, tzinfo=timezone.utc),
           datetime(2024, 7, 1, 1, 2, 3, tzinfo=east), datetime(2024, 12, 1, tzinfo=Zone()), datetime(2024, 1, 1, fold=1)]
for moment in moments:
    print(repr(moment).replace("__main__.", "").split(" object at")[0], moment, moment.isoformat("x", "milliseconds"), moment.ctime(), moment.isocalendar())
    print(moment.strftime("%Y %m %d %H %M %S %f %z %Z %j %%"), tuple(moment.timetuple()), moment.toordinal(), moment.utcoffset(), moment.dst(), moment.tzname())
    print(moment.__reduce_ex__(4)[1][0], moment.date(), moment.timetz().isoformat(), moment.replace(year=2004, microsecond=1).isoformat())
    if moment.tzinfo:
        print(moment.astimezone(timezone.utc), moment.astimezone(east), moment.timestamp(), tuple(moment.utctimetuple()))
    for other in moments[:5]:
        for operation in (lambda: moment - other, lambda: moment < other, lambda: moment == other):
            try:
                print(operation(), end=" ")
            except TypeError as error:
                print(error, end=" ")
    print()
for text in ("2024-07-01", "20240701", "2024-W27-1", "2024-W27", "2024W271", "2024-07-01T12", "2024-07-01 12:30:15.5", "2024-07-01T12:30+05:30", "20240701T123015Z",
             "2024-13-01", "2024-7-1", "2024-07-01T25", "2024-07-01T12:30:15.1234567-01:02:03.4", "nonsense", ""):
    for kind in (date, datetime):
        try:
            print(kind.fromisoformat(text).isoformat(), end=" | ")
        except ValueError as error:
            print(error, end=" | ")
    print()
for text in ("12", "1230", "T12:30:15,5", "12:30Z", "12:30:15.123456+01:00", "24:00", "1:2"):
    try:
        print(repr(time.fromisoformat(text)))
    except ValueError as error:
        print(error)
for call in (lambda: date(2023, 2, 29), lambda: date("x", 1, 1), lambda: date(1, 2), lambda: datetime(2024, 1, 1, 24), lambda: time(tzinfo=3), lambda: date.fromordinal(0),
             lambda: date.max + timedelta(1), lambda: timezone(timedelta(days=1)), lambda: date.fromisocalendar(2021, 53, 1), lambda: tzinfo().utcoffset(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(date.fromisocalendar(2020, 53, 7), repr(date(2020, 1, 1).isocalendar()), datetime.combine(date(2000, 1, 1), time(1, 2, tzinfo=east)))
print(datetime.fromtimestamp(1e9, timezone.utc), datetime.utcfromtimestamp(1.5), date.min, time.max, datetime.resolution, timezone.utc, repr(timezone.utc), east)
