# select, poll and epoll over pipes and socket pairs: hang-ups, edge and one-shot modes, modification, closed descriptors, errors.
import os, socket
from select import *
import select

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



r, w = os.pipe(); a, b = socket.socketpair()
names = {n: getattr(select, n) for n in dir(select) if n.startswith(("POLL", "EPOLL"))}; print(sorted(names.items()))
def flags(mask, prefix): return sorted(n for n, v in names.items() if n.startswith(prefix) and v and mask & v == v and n not in ("EPOLLRDNORM", "EPOLLWRNORM", "POLLRDNORM", "POLLWRNORM"))
p = poll(); p.register(r, POLLIN); p.register(w); p.register(a, POLLIN | POLLPRI); print([(f == w, flags(e, "POLL")) for f, e in p.poll(0)], os.write(w, b"x"), sorted((f == r, flags(e, "POLL")) for f, e in p.poll(0)), p.modify(w, 0), [(f == r) for f, e in p.poll(10)], p.unregister(r), p.poll(0)); show("unregister", lambda: p.unregister(r)); show("modify", lambda: p.modify(r, 1)); show("register type", lambda: p.register("x")); show("register neg", lambda: p.register(-1)); show("register mask", lambda: p.register(r, -1)); show("register big", lambda: p.register(r, 2**16)); show("timeout", lambda: p.poll("x")); show("timeout float", lambda: p.poll(1.5)); show("timeout None", lambda: (p.register(r), len(p.poll(None)))[1]); show("timeout neg", lambda: len(p.poll(-1))); show("no fileno", lambda: p.register(object())); show("bad fileno", lambda: p.register(type("F", (), {"fileno": lambda s: "x"})())); show("poll new", lambda: type(p)())
b.close(); print([flags(e, "POLL") for f, e in p.poll(0) if f == a.fileno()]); os.close(w); print(sorted(flags(e, "POLL") for f, e in p.poll(0)))
a, b = socket.socketpair(); r, w = os.pipe()
with epoll() as e:
    print(e.register(r, EPOLLIN), e.register(a, EPOLLIN | EPOLLOUT | EPOLLET), [flags(m, "EPOLL") for f, m in e.poll(0)], e.poll(0), b.send(b"12"), [flags(m, "EPOLL") for f, m in e.poll(0)], e.poll(0), e.modify(a, EPOLLIN | EPOLLONESHOT), len(e.poll(0)), e.poll(0), a.recv(9), e.modify(a, EPOLLIN), e.poll(0), os.write(w, b"z"), len(e.poll(0)), len(e.poll(0, 1)), e.unregister(r), e.poll(0), b.close(), [flags(m, "EPOLL") for f, m in e.poll(0)], e.closed, e.fileno() > 2)
    for label, call in {"twice": lambda: e.register(a), "unregister": lambda: e.unregister(r), "modify": lambda: e.modify(r, 1), "bad fd": lambda: e.register(99999), "type": lambda: e.register("x"), "file": lambda: e.register(open("/dev/null")), "timeout": lambda: e.poll("x"), "maxevents": lambda: e.poll(0, -2), "maxevents 0": lambda: e.poll(0, 0), "maxevents text": lambda: e.poll(0, "x"), "None": lambda: len(e.poll(None, 1)), "negative": lambda: len(e.poll(-5)), "itself": lambda: e.register(e)}.items(): show(label, call)
for name, call in {"poll": lambda: e.poll(0), "register": lambda: e.register(r), "fileno": lambda: e.fileno(), "close": lambda: e.close(), "enter": lambda: e.__enter__(), "closed": lambda: e.closed, "modify": lambda: e.modify(r, 1)}.items(): show("closed " + name, call)
show("sizehint", lambda: epoll(0)); show("sizehint neg", lambda: epoll(-2)); show("flags", lambda: epoll(-1, 5)); show("cloexec", lambda: epoll(flags=EPOLL_CLOEXEC).closed); x = epoll(); y = epoll.fromfd(os.dup(x.fileno())); print(y.closed, y.poll(0), y.fileno() != x.fileno()); show("fromfd", lambda: epoll.fromfd("x")); os.close(y.fileno()); show("stale", lambda: y.poll(0))
show("select", lambda: [len(l) for l in select.select([r], [w], [], 0)]); show("bad fd", lambda: select.select([99], [], [], 0)); show("huge fd", lambda: select.select([5000], [], [], 0)); show("negative fd", lambda: select.select([-1], [], [], 0)); show("text", lambda: select.select("a", [], [], 0)); show("not a list", lambda: select.select(5, [], [])); show("timeout", lambda: select.select([], [], [], "x")); show("negative", lambda: select.select([], [], [], -1)); show("nan", lambda: select.select([], [], [], float("nan"))); show("iterators", lambda: len(select.select(iter([r]), (), set(), 0)[0])); show("fileno raises", lambda: select.select([type("F", (), {"fileno": lambda s: 1 / 0})()], [], [])); show("mutating", lambda: (l := [], l.extend(type("M", (), {"fileno": lambda s: (l.clear(), r)[1]})() for _ in range(3)), len(select.select(l, [], [], 0)[0]))[2]); show("same object", lambda: select.select([a], [], [], 0)[0][0] is a); show("arguments", lambda: select.select()); print(select.error is OSError, PIPE_BUF)
