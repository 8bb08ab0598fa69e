import time


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


t = time.gmtime(1709212345.75)
print(t, t.tm_year, t[1], t.tm_zone, t.tm_gmtoff, len(t), t.n_fields, time.gmtime(0)[:6], time.gmtime(-1)[:6], time.gmtime(253402300799)[:6],
    time.struct_time(range(9)), time.struct_time(range(11)).tm_zone, t < time.gmtime(0), hash(t) == hash(tuple(t)), time.struct_time.__match_args__)
for f in ("%Y-%m-%d %H:%M:%S", "%a %A %b %B", "%c", "%x %X", "%j %U %W %w %u", "%y %C %G %V %g", "%I %p %l" if False else "%I %p",
    "%D %T %R %F %e %h", "%%", "%n%t|", "", "é%Y\U0001f600", "%E" if False else "%Ey", "%Od", "%10Y" if False else "%S"):
    show(f, lambda: time.strftime(f, t))
for label, call in {"short": lambda: time.strftime("%Y", (2024,)), "month": lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)),
    "hour": lambda: time.strftime("%H", (2024, 1, 1, 24, 0, 0, 0, 1, 0)), "zeros": lambda: time.strftime("%m %d", (2024, 0, 0, 0, 0, 0, 0, 0, 0)),
    "null": lambda: time.strftime("a\0b", t), "type": lambda: time.strftime(b"%Y"), "tuple type": lambda: time.strftime("%Y", [1]),
    "year": lambda: time.strftime("%Y", (10**20,) + (1,) * 8), "gmtime": lambda: time.gmtime(1e20), "gmtime nan": lambda: time.gmtime(float("nan")),
    "gmtime type": lambda: time.gmtime("x"), "none": lambda: time.gmtime(None)[0] > 2000,
    "asctime": lambda: time.asctime((2024, 2, 29, 1, 2, 3, 3, 60, 0)), "asctime bad": lambda: time.asctime((2024, 2, 29)),
    "ctime": lambda: time.ctime(0) == time.asctime(time.localtime(0)),
    "mktime": lambda: time.mktime((2024, 2, 30, 0, 0, 0, 0, 0, -1)) == time.mktime((2024, 3, 1, 0, 0, 0, 0, 0, -1)),
    "mktime bad": lambda: time.mktime((2024,)), "mktime range": lambda: time.mktime((10**9 * 3,) + (1,) * 8), "sleep": lambda: time.sleep(-1),
    "sleep type": lambda: time.sleep("x"), "sleep nan": lambda: time.sleep(float("nan")), "sleep zero": lambda: time.sleep(0),
    "struct": lambda: time.struct_time((1, 2)), "struct type": lambda: time.struct_time(5), "clock": lambda: time.get_clock_info("nope"),
    "gettime": lambda: time.clock_gettime(time.CLOCK_MONOTONIC) > 0, "gettime bad": lambda: time.clock_gettime(999),
    "settime": lambda: time.clock_settime(999, 1), "getres": lambda: time.clock_getres(time.CLOCK_REALTIME)}.items():
    show(label, call)
for text, f in [("29 Feb 2024", "%d %b %Y"), ("2024-060", "%Y-%j"), ("10:05:30 PM", "%I:%M:%S %p"), ("Thu Feb 29 10:00:00 2024", "%c"), ("24", "%y"),
    ("69", "%y"), ("2024 9 4", "%Y %W %w"), (" 5 ", "%d"), ("29 feb", "%d %b"), ("x", "%d"), ("30 Feb 2024", "%d %b %Y"), ("1", "%"), ("1", "%!"),
    ("12 rest", "%d")]:
    show((text, f), lambda: time.strptime(text, f)[:9])
print(time.time_ns() // 10**9 - int(time.time()) in (0, 1), time.perf_counter() <= time.perf_counter(), time.monotonic_ns() > 0,
    time.process_time() >= 0, time.thread_time_ns() >= 0, time.get_clock_info("monotonic"), isinstance(time.tzname, tuple),
    isinstance(time.timezone, int), time.daylight in (0, 1))
