"""Runs inside pyswift: executes a golden script several times in this process and reports what grows.

    pyswift Scripts/lib/leak_probe.py REPORT SCRIPT [ARG...]

The first rounds fill caches. After each of the later ones, when all garbage is collected, small blocks are counted: growth in every
round is a leak. Collected objects by type then say of what. One line is written for the script: "ok", or what grew a round.
"""

import gc
import posix
import sys

WARM_UP, ROUNDS = 3, 3


def read(file):
    """The bytes of a file. Without `open`, which would bring objects of its own."""
    descriptor = posix.open(file, posix.O_RDONLY)
    parts = []
    while part := posix.read(descriptor, 1 << 16):
        parts.append(part)
    posix.close(descriptor)
    return b"".join(parts)


def restore(saved):
    """What a script changes in the interpreter, put back: the next round is to find what the first one found."""
    for name, value in saved["sys"].items():
        setattr(sys, name, value)
    # The script's own modules; those of the library stay.
    folder = posix.getcwd()
    for name, module in [item for item in sys.modules.items() if item[0] not in saved["modules"]]:
        file = getattr(module, "__file__", None) or "/"
        if file.startswith(folder) or not file.startswith("/"):
            del sys.modules[name]
    for name in [name for name in vars(saved["builtins"]) if name not in saved["names"]]:
        delattr(saved["builtins"], name)
    sys.setrecursionlimit(saved["recursion"])
    sys.setprofile(None)
    sys.settrace(None)
    gc.enable()
    gc.set_threshold(700, 10, 10)
    gc.set_debug(0)
    gc.unfreeze()
    gc.garbage.clear()


def one_round(source, file, saved):
    module = type(sys)("__main__")
    module.__file__ = file
    module.__builtins__ = saved["builtins"]
    sys.modules["__main__"] = module
    try:
        exec(compile(source, file, "exec"), module.__dict__)
    except SystemExit:
        pass
    except BaseException:
        try:
            sys.excepthook(*sys.exc_info())
        except BaseException:
            pass
    module.__dict__.clear()
    for name in ("last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)
    if hasattr(saved["builtins"], "_"):
        del saved["builtins"]._


def census():
    """Collected objects by the name of their type."""
    counts = {}
    for object in gc.get_objects():
        name = type(object).__name__
        counts[name] = counts.get(name, 0) + 1
    return counts


def main():
    report, file = sys.argv[1], sys.argv[2]
    sys.argv = sys.argv[2:]
    source = read(file)
    import builtins
    names = ["argv", "stdin", "stdout", "stderr", "excepthook", "displayhook", "unraisablehook", "breakpointhook"]
    saved = {
        "sys": {name: getattr(sys, name) for name in names}, "modules": set(sys.modules), "builtins": builtins,
        "names": set(vars(builtins)), "recursion": sys.getrecursionlimit(),
    }
    path, argv, imports = list(sys.path), list(sys.argv), sys.__import__ if hasattr(sys, "__import__") else builtins.__import__

    def next_round():
        one_round(source, file, saved)
        restore(saved)
        sys.path[:], sys.argv[:] = path, argv
        builtins.__import__ = imports
        for _ in range(3):
            gc.collect()
        return sys.getallocatedblocks()

    for _ in range(WARM_UP):
        next_round()
    # Numbers take no blocks, and the list has its length from the start: measuring changes nothing.
    blocks = [0] * (ROUNDS + 1)
    for number in range(ROUNDS + 1):
        blocks[number] = next_round()
    growth = [after - before for before, after in zip(blocks, blocks[1:])]
    problems = []
    if min(growth) > 0:
        problems.append(f"blocks {growth}")
        before = census()
        next_round()
        after = census()
        problems += [f"{name} {after[name] - before.get(name, 0)}" for name in sorted(after)
                     if after[name] > before.get(name, 0) + (name in ("dict", "list", "frame"))]
    descriptor = posix.open(report, posix.O_WRONLY | posix.O_CREAT)
    posix.write(descriptor, (", ".join(problems) or "ok").encode())


main()
