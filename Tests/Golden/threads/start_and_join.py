"""Threads share objects; a lock makes a compound change one step; results arrive whole."""
import _thread, threading, time, sys

lock = _thread.allocate_lock()
done = _thread.allocate_lock()
done.acquire()
results = []
def count(number):
    total = 0
    for i in range(30000):
        total += i
    with lock:
        results.append((number, total))
        if len(results) == 4:
            done.release()
for i in range(4):
    _thread.start_new_thread(count, (i,))
done.acquire()
print(sorted(results))

local = _thread._local()
local.x = 1
seen = []
def use():
    seen.append(hasattr(local, "x"))
    local.x = 2
    seen.append(local.x)
    seen.append(local.__dict__)
    done.release()
_thread.start_new_thread(use, ())
done.acquire()
print(seen, local.x, local.__dict__)

class Counter(threading.local):
    made = 0
    def __init__(self, start):
        self.n = start
        type(self).made += 1
c = Counter(10)
c.n += 1
values = []
def bump():
    c.n += 5
    values.append(c.n)
threads = [threading.Thread(target=bump) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(values, c.n, Counter.made)
try:
    c.__dict__ = {}
except AttributeError as e:
    print(e)

total = 0
guard = threading.RLock()
def add():
    global total
    for _ in range(2000):
        with guard:
            with guard:
                total += 1
sys.setswitchinterval(0.0001)
threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
sys.setswitchinterval(0.005)
print(total, sys.getswitchinterval())
print(threading.active_count(), threading.main_thread() is threading.current_thread(), threading.get_ident() == threading.main_thread().ident)

event = threading.Event()
threading.Timer(0.02, event.set).start()
print(event.wait(5), event.wait(0))
condition = threading.Condition()
n = 0
def consumer():
    with condition:
        print("got", condition.wait_for(lambda: n >= 3, timeout=5), n)
t = threading.Thread(target=consumer)
t.start()
for i in range(3):
    with condition:
        n += 1
        condition.notify_all()
t.join()
barrier = threading.Barrier(3)
order = []
threads = [threading.Thread(target=lambda: order.append(barrier.wait())) for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(order))
semaphore = threading.BoundedSemaphore(2)
inside = most = 0
def enter():
    global inside, most
    with semaphore:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.005)
        with lock:
            inside -= 1
threads = [threading.Thread(target=enter) for _ in range(6)]
for t in threads: t.start()
for t in threads: t.join()
print(most, inside)
