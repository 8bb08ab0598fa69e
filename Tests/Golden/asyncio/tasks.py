"""asyncio: tasks, timeouts, queues, cancellation, exceptions, context variables."""
import asyncio, contextvars
var = contextvars.ContextVar("var", default=0)
async def worker(name, delay, log):
    var.set(name)
    await asyncio.sleep(delay)
    log.append((name, var.get()))
    return name * 2
async def produce(queue):
    for i in range(5):
        await queue.put(i)
        await asyncio.sleep(0)
    await queue.put(None)
async def consume(queue):
    items = []
    while (item := await queue.get()) is not None:
        items.append(item)
    return items
async def fail():
    await asyncio.sleep(0)
    raise ValueError("failed")
async def main():
    log = []
    print(await asyncio.gather(worker(1, 0.02, log), worker(2, 0.01, log), worker(3, 0, log)), log, var.get())
    queue = asyncio.Queue(maxsize=2)
    print((await asyncio.gather(produce(queue), consume(queue)))[1])
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e:
        print(type(e).__name__)
    task = asyncio.create_task(asyncio.sleep(10), name="sleeper")
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", task.cancelled(), task.get_name())
    print(await asyncio.gather(fail(), worker(4, 0, log), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(asyncio.sleep(10))
    except* ValueError as group:
        print(group.exceptions)
    lock, order = asyncio.Lock(), []
    async def guarded(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
            order.append(n)
    await asyncio.gather(*(guarded(n) for n in range(3)))
    print(order)
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.01, event.set)
    print(await event.wait())
    async with asyncio.timeout(5):
        print(await asyncio.to_thread(lambda x: x + 1, 41))
    done, pending = await asyncio.wait([asyncio.create_task(worker(5, 0, log)), asyncio.create_task(asyncio.sleep(5))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for t in pending: t.cancel()
    async def numbers():
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    print([x async for x in numbers()])
    return "result"
print(asyncio.run(main()))
try:
    asyncio.run(fail())
except ValueError as e:
    print(e)
