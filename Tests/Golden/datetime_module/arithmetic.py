import datetime as dt


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


d, t, x, z = dt.date(2024, 2, 29), dt.time(1, 2, 3, 4), dt.datetime(2024, 2, 29, 23, 59, 59, 999999), dt.timedelta(1, 2, 3)
for label, call in {"date + delta": lambda: d + z, "date - date": lambda: d - dt.date(2023, 1, 1), "date - delta": lambda: d - z,
    "delta + date": lambda: z + d, "delta - date": lambda: z - d, "datetime + delta": lambda: x + dt.timedelta(microseconds=1),
    "datetime - datetime": lambda: x - dt.datetime(2000, 1, 1), "date - datetime": lambda: d - x,
    "max": lambda: dt.datetime.max + dt.timedelta(microseconds=1), "min": lambda: dt.date.min - dt.timedelta(1), "time + delta": lambda: t + z,
    "delta * float": lambda: z * 0.1, "delta * int": lambda: 10**9 * z, "delta * nan": lambda: z * float("nan"),
    "delta / delta": lambda: z / dt.timedelta(0, 7), "delta / int": lambda: z / 7, "delta // 0": lambda: z // 0, "delta / 0.0": lambda: z / 0.0,
    "delta % delta": lambda: -z % dt.timedelta(hours=1), "divmod": lambda: divmod(z, dt.timedelta(minutes=-7)), "delta ** 2": lambda: z ** 2,
    "delta + int": lambda: z + 1, "round half even": lambda: [dt.timedelta(microseconds=v).microseconds for v in (0.5, 1.5, 2.5, -0.5)],
    "float days": lambda: dt.timedelta(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7), "carry": lambda: dt.timedelta(days=1e9),
    "inf": lambda: dt.timedelta(float("inf")), "str": lambda: dt.timedelta("1"), "bool": lambda: bool(dt.timedelta(0)), "abs": lambda: abs(-z),
    "compare": lambda: (z < dt.timedelta(2), z == 5, z != z), "compare int": lambda: z < 5,
    "min resolution": lambda: (dt.timedelta.min, dt.timedelta.resolution, -dt.timedelta.max), "neg min": lambda: -dt.timedelta.min,
    "repr": lambda: [dt.timedelta(), dt.timedelta(-1), dt.timedelta(0, 1), dt.timedelta(0, 0, 1)],
    "str forms": lambda: [str(dt.timedelta(v)) for v in (0, 1, -1, 1.5, -0.000001, 400)], "hash": lambda: hash(d) == hash(dt.date(2024, 2, 29)),
    "datetime == date": lambda: x == d, "date < datetime": lambda: d < x, "time < time": lambda: t < dt.time(1, 2, 3, 5),
    "time < date": lambda: t < d}.items():
    show(label, call)
