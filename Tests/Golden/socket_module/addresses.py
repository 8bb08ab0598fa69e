import _socket
import socket


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for f, arguments in [("inet_aton", ("1.2.3.4",)), ("inet_aton", ("1.2",)), ("inet_aton", ("x",)), ("inet_aton", (5,)),
    ("inet_ntoa", (b"\x7f\0\0\1",)), ("inet_ntoa", (b"abc",)), ("inet_pton", (socket.AF_INET6, "::1")), ("inet_pton", (socket.AF_INET, "1.2")),
    ("inet_pton", (99, "x")), ("inet_ntop", (socket.AF_INET6, b"\0" * 15 + b"\1")), ("inet_ntop", (socket.AF_INET, b"abc")), ("htons", (1,)),
    ("htons", (70000,)), ("htons", (-1,)), ("ntohl", (1,)), ("htonl", (2**32,)), ("htonl", ("x",)),
    ("getservbyname", ("no-such-service",)), ("getservbyport", (99999,)),
    ("getprotobyname", ("no-such",)), ("if_nametoindex", ("lo",)), ("if_nametoindex", ("nope0",)), ("if_indextoname", (99999,)), ("CMSG_LEN", (5,)),
    ("CMSG_SPACE", (-1,))]:
    show((f, arguments), lambda: getattr(_socket, f)(*arguments))
show("getaddrinfo", lambda: [a[4] for a in socket.getaddrinfo("127.0.0.1", 80, socket.AF_INET, socket.SOCK_STREAM)])
show("getaddrinfo bad", lambda: socket.getaddrinfo("127.0.0.1", "no-such-service"))
show("getaddrinfo flags", lambda: socket.getaddrinfo("not a number", 1, flags=socket.AI_NUMERICHOST))
show("getnameinfo", lambda: socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
show("getnameinfo bad", lambda: socket.getnameinfo(("x y", 80), 0))
s = socket.socket()
print(s.family, s.type, s.proto, s.fileno() > 2, s.gettimeout(), s.settimeout(2.5), s.gettimeout(), s.getblocking(), s.setblocking(False),
    s.gettimeout(), s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1),
    s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), len(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)))
for label, call in {"timeout": lambda: s.settimeout(-1), "timeout type": lambda: s.settimeout("x"), "family": lambda: socket.socket(9999),
    "address": lambda: s.connect("x"), "address pair": lambda: s.connect((1, 2)), "port": lambda: s.connect(("127.0.0.1", 70000)),
    "port type": lambda: s.bind(("127.0.0.1", "x")), "not bound": lambda: s.listen(), "accept": lambda: (t := socket.socket(), t.accept()),
    "recv": lambda: s.recv(-1), "recv_into": lambda: s.recv_into(bytearray(2), 5), "send": lambda: s.send("x"), "sendto": lambda: s.sendto(b"x"),
    "option": lambda: s.setsockopt(1, 2, "x"), "peer": lambda: s.getpeername(), "shutdown": lambda: s.shutdown(9),
    "unix": lambda: socket.socket(socket.AF_UNIX).connect("/no/such/socket"), "unix long": lambda: socket.socket(socket.AF_UNIX).bind("x" * 200),
    "fileno": lambda: socket.socket(fileno=9876), "fileno type": lambda: socket.socket(fileno="x"),
    "closed": lambda: (t := socket.socket(), t.close(), t.send(b"x"))}.items():
    show(label, call)
a, b = socket.socketpair()
print(a.send(b"hello"), b.recv(2, socket.MSG_PEEK), b.recv_into(buffer := bytearray(8), 3), buffer, b.recvfrom(9), a.sendall(b"x" * 10),
    len(b.recvmsg(100)[0]), a.sendmsg([b"ab", b"c"]), b.recvmsg_into([m := bytearray(2), n := bytearray(2)])[0], m, n, a.shutdown(socket.SHUT_WR),
    b.recv(1), repr(a).split(",")[1], a.detach() > 0, a.fileno(), socket.has_ipv6, socket.gethostbyname("127.0.0.1"), socket.timeout is TimeoutError,
    socket.gaierror.__mro__[1], _socket.SocketType is _socket.socket)
b.settimeout(0.001)
c, d = socket.socketpair()
c.settimeout(0.001)
show("times out", lambda: c.recv(1))
c.setblocking(False)
show("would block", lambda: c.recv(1))
f = d.makefile("rw", newline="\n")
f.write("line\n")
f.flush()
c.setblocking(True)
print(c.recv(9), c.sendfile is not None)
