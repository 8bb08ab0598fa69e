import _queue
import queue


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


q = _queue.SimpleQueue()
print(q.empty(), q.qsize(), q.put(1), q.put("b", False, 3), q.put_nowait([3]), q.qsize(), q.get(), q.get_nowait(), q.get(True, 1), q.empty())
show("empty", lambda: q.get(False))
show("nowait", lambda: q.get_nowait())
show("timeout", lambda: q.get(timeout=0.001))
show("negative", lambda: q.get(timeout=-1))
show("bad", lambda: q.get(True, "x"))
show("big", lambda: q.get(True, 1e20))
show("none", lambda: (q.put(None), q.get()))
show("args", lambda: q.put())
show("keyword", lambda: (q.put(item=5, block=True, timeout=None), q.get(block=False)))
print(_queue.Empty.__mro__, queue.Empty is _queue.Empty, queue.SimpleQueue is _queue.SimpleQueue, _queue.SimpleQueue[int])
for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    f = cls(3)
    for v in (2, 3, 1):
        f.put(v)
    show(cls.__name__ + " full", lambda: f.put_nowait(4))
    print(f.full(), f.qsize(), [f.get() for _ in range(3)], f.empty(), f.unfinished_tasks)
    show("task_done", lambda: [f.task_done() for _ in range(4)])


class Sub(_queue.SimpleQueue):
    pass


s = Sub()
s.extra = 1
s.put(s)
print(s.get() is s, s.extra)
import gc
s.put(s)
del s
print(gc.collect() > 0)
