# calendar: months, weeks, iterators, text and HTML output, leap years, first weekdays, errors.
import calendar as c, datetime

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



print(c.isleap(2000), c.isleap(1900), c.leapdays(1900, 2000), c.monthrange(2024, 2), c.weekday(2024, 2, 29), c.weekday(10000, 1, 1), c.timegm((2024, 2, 29, 1, 2, 3)), c.firstweekday(), list(c.day_name), list(c.month_abbr), c.month_name[1:3], c.weekheader(2), c.MONDAY, c.SUNDAY)
for first in 0, 6, 3:
    k = c.Calendar(first); print(first, list(k.iterweekdays()), k.monthdayscalendar(2024, 2), k.monthdays2calendar(2023, 2)[0], list(k.itermonthdays(2021, 2))[:8], list(k.itermonthdays2(2021, 2))[:2], list(k.itermonthdays3(2021, 1))[:2], list(k.itermonthdays4(2021, 1))[-1], k.monthdatescalendar(2024, 12)[-1][-1], len(k.yeardayscalendar(2024, 4)), k.getfirstweekday())
    print(c.TextCalendar(first).formatmonth(2024, 2, 3, 1)); print(c.TextCalendar(first).formatweek([(1, 0), (0, 1), (31, 2)], 4))
print(c.TextCalendar().formatyear(2023, w=2, l=1, c=3, m=4)); print(c.HTMLCalendar().formatmonth(2024, 2)); print(len(c.HTMLCalendar(6).formatyearpage(2024, encoding="ascii")), c.HTMLCalendar().formatday(0, 3), c.HTMLCalendar().formatweekheader()); print(c.month(2024, 2), c.calendar(2024)[:60], c.prmonth(2023, 1))
for label, call in {"month 0": lambda: c.monthrange(2024, 0), "month 13": lambda: c.month(2024, 13), "weekday": lambda: c.setfirstweekday(7), "text": lambda: c.isleap("x"), "year 0": lambda: c.monthrange(0, 1), "max": lambda: list(c.Calendar().itermonthdates(9999, 12))[-1], "max days": lambda: list(c.Calendar().itermonthdays3(9999, 12))[-1], "min": lambda: list(c.Calendar().itermonthdates(1, 1))[0], "locale": lambda: c.LocaleTextCalendar(locale="C").formatweekday(0, 9), "bad locale": lambda: c.LocaleTextCalendar(locale="xx_YY.nope").formatweekday(0, 9), "error": lambda: c.IllegalMonthError(13), "weekday error": lambda: c.IllegalWeekdayError(9), "set": lambda: (c.setfirstweekday(c.SUNDAY), c.firstweekday(), c.weekheader(3), c.setfirstweekday(0))[:3], "timegm short": lambda: c.timegm((2024,)), "main": lambda: c.main(["calendar", "-t", "text", "2024", "13"]), "day_name index": lambda: c.day_name[9], "slice": lambda: c.day_abbr[::3], "formatstring": lambda: c.formatstring(("a", "bb"), 5, 2)}.items(): show(label, call)
