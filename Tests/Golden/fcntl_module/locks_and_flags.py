# fcntl and resource: descriptor flags, locks between processes, ioctl with every kind of argument, limits, errors.
import array, builtins, fcntl, os, resource, struct, sys, tempfile, termios
folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



f = open("f", "w+b"); fd = f.fileno(); print(fcntl.fcntl(f, fcntl.F_GETFD) == fcntl.FD_CLOEXEC, fcntl.fcntl(fd, fcntl.F_SETFD, 0), os.get_inheritable(fd), fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR, fcntl.fcntl(fd, fcntl.F_SETFL, os.O_APPEND), bool(fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_APPEND)); n = fcntl.fcntl(fd, fcntl.F_DUPFD, 50); print(n >= 50, os.close(n))
for label, call in {"closed": lambda: fcntl.fcntl(9999, fcntl.F_GETFD), "negative": lambda: fcntl.fcntl(-1, 1), "type": lambda: fcntl.fcntl("x", 1), "command": lambda: fcntl.fcntl(fd, 99999), "command type": lambda: fcntl.fcntl(fd, "x"), "argument": lambda: fcntl.fcntl(fd, fcntl.F_SETFD, "text"), "argument float": lambda: fcntl.fcntl(fd, fcntl.F_SETFD, 1.5), "argument long": lambda: fcntl.fcntl(fd, fcntl.F_SETFD, b"x" * 2000), "no fileno": lambda: fcntl.fcntl(object(), 1), "ioctl": lambda: fcntl.ioctl(fd, termios.TIOCGWINSZ, b"\0" * 8), "ioctl FIONREAD": lambda: (r := os.pipe(), os.write(r[1], b"abc"), struct.unpack("i", fcntl.ioctl(r[0], termios.FIONREAD, b"\0" * 4)))[2], "ioctl mutable": lambda: (r := os.pipe(), os.write(r[1], b"xy"), a := array.array("i", [0]), fcntl.ioctl(r[0], termios.FIONREAD, a), a.tolist())[3:], "ioctl copy": lambda: (r := os.pipe(), a := bytearray(4), fcntl.ioctl(r[0], termios.FIONREAD, a, False), a)[2:], "flock": lambda: (fcntl.flock(f, fcntl.LOCK_EX), fcntl.flock(fd, fcntl.LOCK_UN)), "flock bad": lambda: fcntl.flock(fd, 99), "flock closed": lambda: fcntl.flock(9999, fcntl.LOCK_SH), "lockf": lambda: (fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, 5, 0), fcntl.lockf(f, fcntl.LOCK_UN)), "lockf bad": lambda: fcntl.lockf(f, 99), "lockf type": lambda: fcntl.lockf(f, fcntl.LOCK_EX, "x"), "constants": lambda: (fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_NB, fcntl.LOCK_UN, fcntl.F_GETLK, fcntl.F_SETLKW, fcntl.FD_CLOEXEC)}.items(): show(label, call)
lock = struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0); print(len(fcntl.fcntl(fd, fcntl.F_SETLK, lock)), struct.unpack("hhqqi4x", fcntl.fcntl(fd, fcntl.F_GETLK, lock))[0] == fcntl.F_UNLCK); pid = os.fork()
if not pid:
    try: fcntl.lockf(open("f", "r+b"), fcntl.LOCK_EX | fcntl.LOCK_NB); os._exit(1)
    except BlockingIOError: os._exit(42)
    except BaseException: os._exit(2)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])); f2 = open("f"); fcntl.flock(f2, fcntl.LOCK_SH); f3 = open("f"); print(fcntl.flock(f3, fcntl.LOCK_SH | fcntl.LOCK_NB)); show("exclusive", lambda: fcntl.flock(f3, fcntl.LOCK_EX | fcntl.LOCK_NB))
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE); print(resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 100), hard)), resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(soft, 100), resource.prlimit(0, resource.RLIMIT_NOFILE)[0] == min(soft, 100)); show("fsize", lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0))); print(resource.getrlimit(resource.RLIMIT_CORE), resource.RLIM_INFINITY)
for label, call in {"unknown": lambda: resource.getrlimit(999), "over": lambda: resource.setrlimit(resource.RLIMIT_CORE, (5, 1)), "one": lambda: resource.setrlimit(resource.RLIMIT_CORE, (1,)), "three": lambda: resource.setrlimit(resource.RLIMIT_CORE, (1, 2, 3)), "text": lambda: resource.setrlimit(resource.RLIMIT_CORE, ("x", 1)), "int": lambda: resource.setrlimit(resource.RLIMIT_CORE, 5), "usage who": lambda: resource.getrusage(99), "prlimit pid": lambda: resource.prlimit(2**22 + 999, resource.RLIMIT_NOFILE), "name type": lambda: resource.getrlimit("x"), "error": lambda: resource.error is OSError, "page": lambda: resource.getpagesize()}.items(): show(label, call)
u = resource.getrusage(resource.RUSAGE_SELF); print(type(u).__name__, len(u), u.ru_maxrss > 0, u[0] == u.ru_utime, u.n_fields, resource.getrusage(resource.RUSAGE_CHILDREN).ru_stime >= 0)
