"""A thread starts with an empty context; generators share that of whoever runs them."""
import contextvars, threading
v = contextvars.ContextVar("v", default="default")
v.set("main")
seen = []
def work():
    seen.append(v.get())
    v.set("worker")
    seen.append(v.get())
t = threading.Thread(target=work)
t.start()
t.join()
print(seen, v.get())
ctx = contextvars.copy_context()
t = threading.Thread(target=ctx.run, args=(work,))
t.start()
t.join()
print(seen, v.get(), ctx[v])
def numbers():
    for i in range(3):
        yield v.get()
g = numbers()
print(next(g))
v.set("changed")
print(next(g), ctx.run(next, g))
