import _thread
import threading
import time


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


l = _thread.allocate_lock()
print(l.locked(), l.acquire(), l.acquire(False), l.acquire(timeout=0.001), l.locked(), repr(l).split(" at")[0], l.release(), repr(l).split(" at")[0])
with l: print(l.locked())
r = _thread.RLock()
print(r.acquire(), r.acquire(), r._is_owned(), r._recursion_count() if hasattr(r, "_recursion_count") else 2, r._release_save()[0], r._is_owned(),
    r._acquire_restore((2, _thread.get_ident())), r.release(), r.release(), repr(r).split(" object")[0])
for label, call in {"release": lambda: l.release(), "rlock": lambda: r.release(), "timeout": lambda: l.acquire(False, 1),
    "negative": lambda: l.acquire(True, -2), "big": lambda: l.acquire(True, 1e100), "type": lambda: l.acquire(timeout="x"),
    "start": lambda: _thread.start_new_thread(5, ()), "args": lambda: _thread.start_new_thread(len, 5),
    "kwargs": lambda: _thread.start_new_thread(len, (), 5), "stack": lambda: _thread.stack_size(-1), "stack small": lambda: _thread.stack_size(5),
    "new": lambda: type(l)(), "weak": lambda: __import__("weakref").ref(l)() is l, "interrupt": lambda: _thread.interrupt_main(99),
    "excepthook": lambda: _thread._excepthook(5), "restore": lambda: r._release_save()}.items():
    show(label, call)
done, order = _thread.allocate_lock(), []
done.acquire()


def work(*a, **k): order.append((a, k, _thread.get_ident() != main)); done.release()


main = _thread.get_ident()
print(_thread.start_new_thread(work, (1, 2), {"z": 3}) != main, done.acquire(), order, _thread._count() >= 0, _thread.get_native_id() > 0,
    _thread.TIMEOUT_MAX > 10**6, _thread.error is RuntimeError, _thread.LockType is type(l))
local = threading.local()
local.x = 1


class Local(threading.local):
    shared = "class"
    def __init__(self, v): self.v = v; log.append(v)


log, mine, seen = [], None, []
mine = Local(5)


def other(): seen.append((hasattr(local, "x"), mine.v, mine.__dict__, mine.shared)); mine.v = 9; del mine.v; seen.append(hasattr(mine, "v"))


t = threading.Thread(target=other)
t.start()
t.join()
print(seen, mine.v, log, vars(local))
show("args", lambda: threading.local(1))
show("dict", lambda: setattr(local, "__dict__", {}))
show("missing", lambda: local.nope)
results = []; lock = threading.Lock(); counter = [0]


def add():
    for _ in range(500):
        with lock: counter[0] += 1


ts = [threading.Thread(target=add) for _ in range(6)]; [x.start() for x in ts]; [x.join() for x in ts]; print(counter)
import sys
err = []
sys.unraisablehook = lambda a: err.append(("unraisable", a.exc_type.__name__))
threading.excepthook = lambda a: err.append((a.exc_type.__name__, a.thread.name))
t = threading.Thread(target=lambda: [][1], name="named")
t.start()
t.join()
_thread.start_new_thread(lambda: 1 / 0, ())
time.sleep(0.05)
t = threading.Thread(target=sys.exit, args=(3,))
t.start()
t.join()
print(err, sys.getswitchinterval(), sys.setswitchinterval(0.01), sys.getswitchinterval())
show("interval", lambda: sys.setswitchinterval(0))
