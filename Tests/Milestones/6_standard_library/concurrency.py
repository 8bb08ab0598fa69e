"""threading, queue, concurrent.futures, asyncio, contextlib, contextvars, socket, selectors, multiprocessing."""
import asyncio
import concurrent.futures
import contextlib
import contextvars
import multiprocessing
import queue
import selectors
import socket
import socketserver
import threading
import time

total, lock = 0, threading.Lock()


def work(n):
    global total
    for _ in range(n):
        with lock: total += 1


threads = [threading.Thread(target=work, args=(2000,), name=f"w{i}") for i in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(total, threads[0].name, threads[0].is_alive(), threading.main_thread() is threading.current_thread(), threading.active_count())
q = queue.Queue(maxsize=2); results = []


def producer():
    for i in range(6): q.put(i)
    q.put(None)


def consumer():
    while (item := q.get()) is not None: results.append(item * item); q.task_done()
    q.task_done()


pair = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for t in pair: t.start()
q.join()
[t.join() for t in pair]
print(results, q.empty())
pq = queue.PriorityQueue()
[pq.put(v) for v in (3, 1, 2)]
lq = queue.LifoQueue()
lq.put(1)
lq.put(2)
print([pq.get() for _ in range(3)], lq.get())
for call in (lambda: queue.Queue().get_nowait(), lambda: (b := queue.Queue(1), b.put(1), b.put(2, timeout=0.01)),
    lambda: queue.SimpleQueue().get(timeout=0.01), lambda: threading.Thread(target=print).join(), lambda: threading.Lock().release(),
    lambda: threading.RLock().release(), lambda: threading.BoundedSemaphore(1).release(), lambda: threads[0].start()):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
event, condition, ready = threading.Event(), threading.Condition(), []
waiter = threading.Thread(target=lambda: (event.wait(), ready.append("event"))); waiter.start(); event.set(); waiter.join()


def wait_for():
    with condition: condition.wait_for(lambda: len(ready) > 1); ready.append("condition")


c = threading.Thread(target=wait_for); c.start()
with condition: ready.append("x"); condition.notify_all()
c.join()
barrier = threading.Barrier(3)
passed = []
group = [threading.Thread(target=lambda: passed.append(barrier.wait())) for _ in range(3)]
[t.start() for t in group]
[t.join() for t in group]
print(ready, sorted(passed), event.is_set())
local = threading.local()
local.v = 1
seen = []
t = threading.Thread(target=lambda: seen.append(hasattr(local, "v")))
t.start()
t.join()
timer = threading.Timer(0.01, seen.append, ["timer"])
timer.start()
timer.join()
print(seen)
caught = []
threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value)))
t = threading.Thread(target=lambda: 1 / 0)
t.start()
t.join()
print(caught)
with concurrent.futures.ThreadPoolExecutor(3) as pool:
    print(list(pool.map(pow, [2, 3], [5, 2])), pool.submit(lambda: 42).result(), repr(pool.submit(int, "x").exception()))
    futures = {pool.submit(time.sleep, n / 100): n for n in (2, 0, 1)}
    done, waiting = concurrent.futures.wait(futures)
    print(len(done), len(waiting), sorted(futures[f] for f in concurrent.futures.as_completed(futures)))
    f = pool.submit(lambda: 1)
    f.add_done_callback(lambda f: caught.append(f.result()))
    f.result()
print(caught[-1], f.done(), f.cancel())
variable = contextvars.ContextVar("v", default="d")
token = variable.set("one")
ctx = contextvars.copy_context()
ctx.run(variable.set, "two")
print(variable.get(), ctx[variable], token.old_value is contextvars.Token.MISSING)
variable.reset(token)
print(variable.get())


@contextlib.contextmanager
def managed(name):
    print("  enter", name)
    try: yield name.upper()
    except ValueError as error: print("  swallowed", error)
    finally: print("  exit", name)


with managed("a") as a, contextlib.ExitStack() as stack: print(a, stack.enter_context(managed("b"))); stack.callback(print,
    "  callback"); raise ValueError("v")
with contextlib.closing(socket.socket()) as s, contextlib.nullcontext(3) as n: print(n, s.type)


async def numbers(n):
    for i in range(n): await asyncio.sleep(0); yield i


async def main():
    print([i async for i in numbers(3)], await asyncio.gather(*(asyncio.sleep(0, i) for i in range(3)), asyncio.sleep(0, "x")))
    try: await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except asyncio.TimeoutError as error: print("timeout", type(error).__name__)
    try:
        async with asyncio.timeout(0.01): await asyncio.Event().wait()
    except TimeoutError: print("timeout block")
    try:
        async with asyncio.TaskGroup() as group:
            one = group.create_task(asyncio.sleep(0.001, "one")); group.create_task(fail())
    except* ValueError as errors: print(errors.exceptions)
    task = asyncio.create_task(asyncio.sleep(9)); await asyncio.sleep(0); task.cancel()
    try: await task
    except asyncio.CancelledError: print("cancelled", task.cancelled())
    queue_, out = asyncio.Queue(1), []
    async def produce():
        for i in range(3): await queue_.put(i)
    async def consume():
        for _ in range(3): out.append(await queue_.get()); queue_.task_done()
    await asyncio.gather(produce(), consume()); print(out, await asyncio.to_thread(sum, [1, 2])); lock, order = asyncio.Lock(), []
    async def locked(i):
        async with lock: order.append(i); await asyncio.sleep(0)
    await asyncio.gather(*map(locked, range(4))); print(order, (await asyncio.gather(fail(), return_exceptions=True)))
    async def handle(reader, writer):
        writer.write((await reader.readline()).upper()); await writer.drain(); writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"hello\n")
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print((await process.communicate(b"piped"))[0], process.returncode)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(d)) for d in (0, 9)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    [p.cancel() for p in pending]
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.001, future.set_result, "later")
    print(await future, await loop.run_in_executor(None, len, "abc"), await asyncio.shield(asyncio.sleep(0, 1)))
    return "returned"


async def fail(): raise ValueError("failed")


print(asyncio.run(main()))
left, right = socket.socketpair()
left.sendall(b"data")
print(right.recv(10), left.family.name, socket.inet_aton("1.2.3.4"), socket.htons(1),
    socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)[0][4])
left.close()
print(right.recv(1))
right.close()


class Echo(socketserver.StreamRequestHandler):
    def handle(self): self.wfile.write(self.rfile.readline()[::-1])


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as server:
    t = threading.Thread(target=server.serve_forever, daemon=True); t.start()
    with socket.create_connection(server.server_address) as client: client.sendall(b"abc\n"); print(client.makefile("rb").read())
    server.shutdown(); t.join()
a, b = socket.socketpair()
selector = selectors.DefaultSelector()
selector.register(b, selectors.EVENT_READ, "tag")
print(selector.select(0))
a.send(b"x")
print([(k.data, e) for k, e in selector.select(1)])
selector.close()
a.close()
b.close()
try: socket.create_connection(("127.0.0.1", 1), timeout=1)
except OSError as error: print(type(error).__name__, error)


def square(x): return x * x


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    with context.Pool(2) as pool: print(pool.map(square, range(5)), pool.apply_async(square, (7,)).get(5))
    q, v = context.Queue(), context.Value("i", 3)
    process = context.Process(target=lambda: (q.put({"from": "child"}), setattr(v, "value", 8)))
    process.start()
    print(q.get(timeout=5))
    process.join()
    print(process.exitcode, v.value)
    here, there = context.Pipe()
    process = context.Process(target=lambda: there.send([1, "two"]))
    process.start()
    print(here.recv())
    process.join()
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool: print(list(pool.map(square, [3, 4])))
