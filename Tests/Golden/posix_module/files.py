import errno
import os
import tempfile


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    fd = os.open("f", os.O_RDWR | os.O_CREAT, 0o640)
    print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.pread(fd, 3, 6), os.pwrite(fd, b"W", 6), os.ftruncate(fd, 8),
        os.fstat(fd).st_size, os.get_inheritable(fd), os.isatty(fd), os.readv(fd, [b := bytearray(2), c := bytearray(9)]), b,
        os.writev(fd, [b"a", b"bc"]))
    d = os.dup(fd)
    os.set_inheritable(d, True)
    print(os.get_inheritable(d), os.close(d), os.fsync(fd), os.posix_fallocate(fd, 0, 20), os.fstat(fd).st_size, os.sendfile(fd, fd, 0, 0) == 0)
    os.close(fd)
    s = os.stat("f")
    print(oct(s.st_mode), s.st_nlink, len(s), s[6], type(s), s.st_mtime_ns // 10**9 == int(s.st_mtime), os.stat(b"f").st_ino == s.st_ino,
        os.access("f", os.W_OK), os.chmod("f", 0o600), oct(os.stat("f").st_mode))
    os.utime("f", ns=(10**9, 2 * 10**9))
    print(os.stat("f").st_mtime, os.stat("f").st_atime_ns)
    os.link("f", "g")
    os.symlink("f", "l")
    print(os.stat("g").st_nlink, os.readlink("l"), os.readlink(b"l"), os.lstat("l").st_size, os.path.islink("l"), os.stat("l").st_size,
        os.stat("l", follow_symlinks=False).st_size)
    os.mkdir("d", 0o700)
    os.makedirs("d/e/f", exist_ok=True)
    print(sorted(os.listdir()), sorted(os.listdir(b".")), sorted((e.name, e.is_dir(), e.is_symlink()) for e in os.scandir()))
    os.rename("g", "d/g")
    os.replace("d/g", "h")
    print(os.path.samefile("f", "h"), os.removedirs("d/e/f"), os.path.exists("d"))
    os.mkfifo("p")
    print(os.stat("p").st_mode & 0o170000 == 0o010000)
    for label, call in {"missing": lambda: os.open("no", 0), "stat": lambda: os.stat("no"), "two names": lambda: os.rename("no", "x"),
        "exists": lambda: os.mkdir("f"), "not dir": lambda: os.listdir("f"), "dir": lambda: os.unlink("/tmp/.."), "rmdir": lambda: os.rmdir("f"),
        "link": lambda: os.link("no", "y"), "readlink": lambda: os.readlink("f"), "null": lambda: os.stat("a\0b"), "type": lambda: os.stat(1.5),
        "list": lambda: os.stat([]), "bad fd": lambda: os.read(9999, 1), "negative": lambda: os.read(0, -1), "closed": lambda: os.close(fd),
        "chdir": lambda: os.chdir("no"), "fd range": lambda: os.close(2**40), "utime": lambda: os.utime("f", (1,)),
        "utime both": lambda: os.utime("f", (1, 2), ns=(1, 2)), "mode type": lambda: os.mkdir("z", "x"), "truncate": lambda: os.truncate("f", -1),
        "access type": lambda: os.access("f", "r"), "dir_fd": lambda: os.stat("f", dir_fd="x"), "empty": lambda: os.stat(""),
        "long": lambda: os.stat("x" * 5000), "chown": lambda: os.chown("f", "a", 0), "scandir": lambda: list(os.scandir("no"))}.items():
        try:
            print(label, call())
        except Exception as error:
            print(label, type(error).__name__, str(error), getattr(error, "filename", None) if len(str(getattr(error, "filename", ""))) < 50 else "",
                getattr(error, "filename2", None))
    os.chdir("/")
print(os.strerror(2), errno.errorcode[13], os.getpid() > 1, os.umask(0o22) >= 0, os.getcwd(), os.getcwdb(), os.fspath("x"), os.fsencode("é\udc80"),
    os.fsdecode(b"\xff"), os.device_encoding(0))
show("fspath", lambda: os.fspath(3))
show("bad fspath", lambda: os.fspath(type("P", (), {"__fspath__": lambda s: 3})()))
