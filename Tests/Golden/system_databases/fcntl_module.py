import fcntl
import os
import struct
import tempfile


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


with tempfile.TemporaryFile() as file:
    fd = file.fileno()
    print(fcntl.fcntl(fd, fcntl.F_GETFD) == fcntl.FD_CLOEXEC, fcntl.fcntl(file, fcntl.F_SETFD, 0), fcntl.fcntl(file, fcntl.F_GETFD))
    print(fcntl.fcntl(file, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR)
    lock = struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0)
    print(struct.unpack("hhqqi4x", fcntl.fcntl(fd, fcntl.F_GETLK, lock))[0] == fcntl.F_UNLCK, fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB),
        fcntl.flock(file, fcntl.LOCK_UN), fcntl.lockf(fd, fcntl.LOCK_EX, 10, 5, 0), fcntl.lockf(fd, fcntl.LOCK_UN))
    show("bad command", lambda: fcntl.fcntl(fd, 99999))
    show("long", lambda: fcntl.fcntl(fd, fcntl.F_GETLK, b"x" * 2000))
    show("arg type", lambda: fcntl.fcntl(fd, fcntl.F_GETFD, 1.5))
    show("lock value", lambda: fcntl.lockf(fd, 99))
r, w = os.pipe()
os.write(w, b"abc")
import array
import termios
count = array.array("i", [0])
print(fcntl.ioctl(r, termios.FIONREAD, count, True), count[0], struct.unpack("i", fcntl.ioctl(r, termios.FIONREAD, b"\0" * 4)))
show("not a terminal", lambda: fcntl.ioctl(r, termios.TIOCGWINSZ, b"\0" * 8))
show("immutable", lambda: fcntl.ioctl(r, termios.FIONREAD, b"\0" * 4, True))
show("closed", lambda: fcntl.fcntl(9999, fcntl.F_GETFD))
show("negative", lambda: fcntl.fcntl(-1, fcntl.F_GETFD))
show("no fileno", lambda: fcntl.flock("x", 1))


class Bad:
    def fileno(self):
        return "x"


show("bad fileno", lambda: fcntl.flock(Bad(), 1))
