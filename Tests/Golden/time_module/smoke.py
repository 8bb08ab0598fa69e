import time
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


a = time.perf_counter(); b = time.perf_counter()
print(b >= a, time.time() > 1.6e9, isinstance(time.time_ns(), int), time.monotonic() <= time.monotonic(), time.process_time() >= 0, time.sleep(0), time.gmtime(0), time.gmtime(0)[:6], time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400)), time.gmtime(1e9).tm_wday, time.struct_time(range(9)), time.asctime(time.gmtime(0)))
show(time.sleep, -1)
show(time.sleep, "a")
show(time.gmtime, "a")
show(time.strftime, 5)
show(time.asctime, (1, 2))
