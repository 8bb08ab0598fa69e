import os
import select
import socket


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


a, b = socket.socketpair()
print(select.select([a], [b], [], 0) == ([], [b], []), a.send(b"x"), [s is b for s in select.select([b], [], [a], 1)[0]])
p = select.poll()
print(p.register(b, select.POLLIN), p.poll(0) == [(b.fileno(), select.POLLIN)], p.modify(b.fileno(), select.POLLOUT), [e for _, e in p.poll(0)],
    p.unregister(b), p.poll(0))
show("unregister", lambda: p.unregister(b))
show("modify", lambda: p.modify(b, 1))
show("bad fd", lambda: p.register(-1))
show("bad events", lambda: p.register(b, 2**20))
show("timeout", lambda: p.poll("x"))
e = select.epoll()
print(e.register(b, select.EPOLLIN | select.EPOLLET), [v for _, v in e.poll(0.1, 5)], e.poll(0), e.modify(b, select.EPOLLOUT), len(e.poll(0)),
    e.unregister(b), e.closed, e.fileno() > 2)
show("twice", lambda: (e.register(b), e.register(b)))
show("epoll missing", lambda: e.unregister(a))
show("maxevents", lambda: e.poll(0, 0))
with e:
    pass
show("closed", lambda: e.poll())
show("closed fd", lambda: e.fileno())
show("not sequence", lambda: select.select(1, [], []))
show("no fileno", lambda: select.select(["x"], [], [], 0))
show("negative", lambda: select.select([], [], [], -1))
show("nothing", lambda: select.select([], [], [], 0))
show("text timeout", lambda: select.select([], [], [], "1"))
r, w = os.pipe()
os.close(w)
print(select.select([r], [], [], 0)[0] == [r])
q = select.poll()
q.register(r)
print([v for _, v in q.poll(0)], select.error is OSError, select.PIPE_BUF)
os.close(r)
show("closed descriptor", lambda: select.select([r], [], [], 0))
print([v for _, v in q.poll(0)] == [select.POLLNVAL])
