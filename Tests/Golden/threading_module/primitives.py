# threading: every primitive used wrongly and rightly, names, daemons, hooks, locals, timers, barriers, exceptions.
import queue, sys, threading, time, weakref
from threading import *

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



def spawn(f, *a, **k): t = Thread(target=f, args=a, kwargs=k); t.start(); return t
seen = []
t = Thread(target=lambda *a, **k: seen.append((a, k, current_thread().name, current_thread().daemon)), args=(1,), kwargs={"z": 2}, name="named", daemon=True); print(repr(t).split(",")[0], t.ident, t.native_id, t.is_alive()); t.start(); t.join(); print(seen, t.is_alive(), t.ident is not None, "stopped" in repr(t))
for label, call in {"start twice": lambda: t.start(), "join unstarted": lambda: Thread().join(), "join self": lambda: current_thread().join(), "daemon late": lambda: setattr(t, "daemon", False) or "set", "group": lambda: Thread(group=1), "args": lambda: Thread(target=print, args=5).start() if False else "skip", "no init": lambda: type("T", (Thread,), {"__init__": lambda s: None})().start(), "main": lambda: (main_thread() is current_thread(), main_thread().name), "names": lambda: [Thread().name.rpartition("-")[0], Thread(target=show).name.partition("(")[2], Thread(name=5).name], "count": lambda: (active_count(), [x.name for x in enumerate()]), "old names": lambda: t.getName(), "lock release": lambda: Lock().release(), "rlock release": lambda: RLock().release(), "lock args": lambda: Lock().acquire(False, 1), "lock timeout": lambda: Lock().acquire(timeout=-2), "lock big": lambda: Lock().acquire(timeout=1e20), "semaphore": lambda: Semaphore(-1), "bounded": lambda: BoundedSemaphore(1).release(), "sem release 0": lambda: Semaphore().release(0), "sem acquire": lambda: Semaphore().acquire(False, timeout=1), "condition": lambda: Condition().notify(), "condition wait": lambda: Condition().wait(), "condition lock": lambda: Condition(5), "barrier": lambda: Barrier(0) if False else Barrier(1).wait(), "barrier text": lambda: Barrier("x") if False else "skip", "stack": lambda: stack_size(1), "stack get": lambda: stack_size(), "settrace": lambda: settrace(None), "excepthook": lambda: excepthook(5), "local": lambda: local(5), "get_ident": lambda: get_ident() == current_thread().ident, "lock types": lambda: (type(Lock()).__name__, type(RLock()).__name__), "lock repr": lambda: repr(Lock()).split(" at")[0], "rlock repr": lambda: repr(RLock()).split(" at")[0], "event repr": lambda: repr(Event()).partition(": ")[2], "sem repr": lambda: repr(Semaphore(3)).partition(": ")[2], "barrier repr": lambda: repr(Barrier(2)).partition(": ")[2]}.items(): show(label, call)
l = Lock(); print(l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=0.01), l.release(), l.locked(), l.__enter__(), l.__exit__(None, None, None)); r = RLock(); print(r.acquire(), r.acquire(), r._is_owned(), r.release(), r.release(), r._is_owned()); other = spawn(lambda: seen.append(r.acquire())); other.join(); print(r.acquire(False), "owner" in repr(r)); show("not owner", r.release)
c = Condition(); items = []
def consumer():
    with c: seen.append(c.wait_for(lambda: len(items) == 2, timeout=5)); seen.append(tuple(items))
x = spawn(consumer)
for i in range(2):
    with c: items.append(i); c.notify_all()
x.join(); print(seen[-2:])
with c: print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: "truthy"))
e = Event(); print(e.wait(0.01), e.is_set()); x = spawn(lambda: (e.wait(), seen.append("woken"))); e.set(); x.join(); print(seen[-1], e.is_set(), e.clear(), e.is_set())
s = Semaphore(2); print([s.acquire(False) for _ in range(3)], s.release(2), s._value, s.acquire(timeout=0.01)); b = BoundedSemaphore(2)
with b: print(b._value)
br = Barrier(3, action=lambda: seen.append("action")); got = []; ths = [spawn(lambda: got.append(br.wait())) for _ in range(2)]; got.append(br.wait()); [x.join() for x in ths]; print(sorted(got), seen[-1], br.parties, br.n_waiting, br.broken); br2 = Barrier(2)
def broken():
    try: br2.wait(0.05)
    except BrokenBarrierError as error: seen.append(type(error).__name__)
broken(); print(seen[-1], br2.broken, br2.reset(), br2.broken, br2.abort(), br2.broken); bad = Barrier(1, lambda: 1 / 0); show("action raises", bad.wait); print(bad.broken)
loc = local(); loc.x = "main"; class_log = []
class L(local):
    made = 0
    def __init__(self, v): L.made += 1; self.v = [v]
lo = L(5); lo.v.append("m")
def in_thread(): class_log.append((hasattr(loc, "x"), lo.v, L.made)); loc.x = "t"; lo.v.append("t")
spawn(in_thread).join(); print(loc.x, class_log, lo.v, L.made, loc.__dict__, sorted(lo.__dict__)); del loc.x; show("deleted", lambda: loc.x)
tm = Timer(0.01, lambda *a, **k: seen.append(("timer", a, k)), [1], {"k": 2}); tm.start(); tm.join(); print(seen[-1]); tm = Timer(60, print); tm.start(); tm.cancel(); tm.join(); print(tm.finished.is_set())
caught = []; old = threading.excepthook; threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value), a.thread.name.partition("-")[0], a.exc_traceback is not None)); spawn(lambda: 1 / 0).join(); spawn(lambda: sys.exit(3)).join(); spawn(lambda: (_ for _ in ()).throw(KeyError("k"))).join(); threading.excepthook = old; print(caught)
class Own(Thread):
    def run(self): seen.append("own run")
o = Own(); o.start(); o.join(1); print(seen[-1], weakref.ref(o)() is o, threading.__excepthook__ is old)
counter = [0]; lock = Lock()
def add():
    for _ in range(300):
        with lock: counter[0] += 1
ths = [spawn(add) for _ in range(6)]; [x.join() for x in ths]; print(counter)
q = queue.Queue(2); q.put(1); q.put(2); show("full", lambda: q.put(3, False)); show("full timeout", lambda: q.put(3, timeout=0.01)); show("bad timeout", lambda: q.put(3, timeout=-1)); print(q.get(), q.qsize(), q.full(), q.empty(), q.get_nowait()); show("empty", lambda: q.get_nowait()); show("too many", lambda: [q.task_done() for _ in range(3)]); print(queue.PriorityQueue().queue, queue.LifoQueue(1).maxsize); p = queue.PriorityQueue(); [p.put(v) for v in (3, 1, 2)]; print([p.get() for _ in range(3)]); sq = queue.SimpleQueue(); sq.put(1); print(sq.get(), sq.qsize(), sq.empty()); show("simple", lambda: sq.get(timeout=0.01)); show("simple negative", lambda: sq.get(timeout=-1))
x = spawn(lambda: (time.sleep(0.02), q.task_done() if q.unfinished_tasks else None)); x.join(); print(seen.count("woken"))
