"""queue.SimpleQueue and queue.Queue between threads."""
import queue, threading, _queue
q = queue.SimpleQueue()
print(queue.SimpleQueue is _queue.SimpleQueue, q.empty(), q.qsize())
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e), e)
for f in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1), lambda: q.get(False), lambda: queue.SimpleQueue(1), lambda: q.get(1, 2, 3)):
    attempt(f)
q.put(1); q.put(2, False, 3); q.put_nowait(3)
print(q.qsize(), q.get(), q.get(), q.get(), queue.Empty, _queue.Empty.__doc__, queue.SimpleQueue[int])
got = []
threads = [threading.Thread(target=lambda: got.append(q.get())) for i in range(4)]
for t in threads: t.start()
for i in range(4): q.put(i)
for t in threads: t.join()
print(sorted(got))
work = queue.Queue(maxsize=2)
total = []
def worker():
    while (item := work.get()) is not None:
        total.append(item)
        work.task_done()
threads = [threading.Thread(target=worker) for i in range(3)]
for t in threads: t.start()
for i in range(100): work.put(i)
work.join()
for t in threads: work.put(None)
for t in threads: t.join()
print(sum(total), len(total), work.empty())
p = queue.PriorityQueue()
for x in (3, 1, 2): p.put(x)
print(p.get(), p.get(), p.get())
attempt(lambda: p.get(timeout=0.01))
