"""scandir() iterators that are dropped before their end warn; paths in errors are those that were given."""

import os
import tempfile
import warnings

warnings.simplefilter("always")
with tempfile.TemporaryDirectory() as folder:
    for name in "abc":
        open(os.path.join(folder, name), "w").close()

    def dropped(steps, close=False):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            iterator = os.scandir(folder)
            for _ in range(steps):
                next(iterator, None)
            if close:
                iterator.close()
            del iterator
        return [(warning.category.__name__, str(warning.message).split(" at ")[0]) for warning in caught]

    for steps in (0, 1, 3, 4):
        print(steps, dropped(steps), dropped(steps, True))

    os.symlink("missing", os.path.join(folder, "link"))
    descriptor = os.open(folder, os.O_RDONLY)
    for path, keywords in ((os.path.join(folder, "link"), {}), ("link", {"dir_fd": descriptor})):
        try:
            os.chmod(path, 0o700, follow_symlinks=False, **keywords)
        except Exception as error:
            print(repr(error))
    os.close(descriptor)

warnings.simplefilter("ignore")
for path in (b"/nonexistent", bytearray(b"/nonexistent"), memoryview(b"/nonexistent"), "/nonexistent"):
    for function in (os.stat, os.rmdir, os.listdir):
        try:
            function(path)
        except OSError as error:
            print(function.__name__, error.filename is path, type(error.filename).__name__)
