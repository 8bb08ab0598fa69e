import errno


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for name in sorted(errno.errorcode.values()):
    number = getattr(errno, name)
    print(name, number, type(OSError(number, "text")).__name__, OSError(number, "text", "file"))
e = OSError(2, "msg", "a", None, "b")
print(e, e.args, e.errno, e.strerror, e.filename, e.filename2, repr(e), OSError(2), OSError("x"), OSError(2, "m").filename, OSError(99999, "odd"),
    type(OSError(11, "a")), BlockingIOError(11, "a", 5).characters_written, OSError(2, "m", 7), FileNotFoundError(), FileNotFoundError(13, "p"))
show("unset", lambda: BlockingIOError().characters_written)
e.errno, e.filename = 5, b"bytes"
print(e, e.args)


class Mine(OSError):
    def __init__(self, *a): super().__init__(*a); self.extra = a


print(Mine(2, "m"), type(Mine(2, "m")).__name__, Mine(2, "m").extra, IOError is OSError, EnvironmentError is OSError, OSError(1, 2, 3, 4, 5, 6))
