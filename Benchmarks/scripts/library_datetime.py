"""Dates and times: arithmetic, comparison, text in ISO 8601 and by strftime."""

from datetime import date, datetime, timedelta, timezone


def main():
    checksum = 0
    zone = timezone(timedelta(hours=2))
    start = datetime(2001, 2, 3, 4, 5, 6, 7)
    step = timedelta(hours=7, minutes=13, seconds=1, microseconds=999)
    moments = []
    moment = start
    for number in range(250000):
        moment = moment + step
        moments.append(moment)
        checksum = (checksum * 31 + moment.day + moment.hour + (moment - start).seconds + moment.weekday()) % 1000003
    for moment in moments[::2]:
        text = moment.isoformat()
        assert datetime.fromisoformat(text) == moment
        checksum = (checksum + len(text) + len(moment.strftime("%Y-%m-%d %H:%M:%S"))) % 1000003
    for moment in moments[::3]:
        local = moment.replace(tzinfo=timezone.utc).astimezone(zone)
        checksum = (checksum * 7 + local.hour + local.toordinal()) % 1000003
    days = sorted({m.date() for m in moments}, reverse=True)
    day = date(2000, 1, 1)
    for other in days:
        if other > day and (other - day) // timedelta(days=1) % 5 == 0:
            checksum += other.isocalendar()[1]
    print(checksum, len(days))


main()
