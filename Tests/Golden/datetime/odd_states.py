"""States that nobody pickled, comparisons by force, names of zones that are no plain strings, ratios that are none."""

from datetime import date, datetime, time, timedelta, tzinfo

odd = datetime(b"19\x015-03-25")
print(repr(odd), odd, odd.toordinal(), odd.weekday(), odd.isocalendar(), odd.ctime(), odd.__reduce__())
for action in (lambda: odd + timedelta(1), lambda: odd - datetime(2000, 1, 1), odd.date, odd.time, odd.timetuple, lambda: odd.replace(day=1)):
    try:
        print(action())
    except Exception as error:
        print(repr(error))
day, moment = date(2000, 1, 2), datetime(2000, 1, 2, 3)
print(day.__eq__(moment), day.__lt__(moment), day.__eq__(datetime(2000, 1, 3)), day == moment, moment == day)


class Zone(tzinfo):
    def __init__(self, name):
        self.name = name

    def tzname(self, moment):
        return self.name


class Name(str):
    def replace(self, *args):
        return None


for name in ("plain", "50%", Name("name"), "\ud800", None, 42):
    try:
        print(time(2, 3, tzinfo=Zone(name)).strftime("<%Z>"), datetime(2000, 1, 1, tzinfo=Zone(name)).strftime("<%Z>"))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


class Ratio(float):
    ratio = ()

    def as_integer_ratio(self):
        return self.ratio


for Ratio.ratio in ((), (42,), (1, 2, 3), 1 << 100, (1, 2)):
    for operation in (lambda: timedelta(1) / Ratio(1), lambda: timedelta(1) * Ratio(1)):
        try:
            print(operation())
        except Exception as error:
            print(repr(error))
