# The checks that CPython's own modules _testcapi and _testinternalcapi make of the C API, each in a process of its own.
import os, sys, warnings
import _testcapi, _testinternalcapi

warnings.simplefilter("ignore")

for module in _testcapi, _testinternalcapi:
    for name in sorted(dir(module)):
        # (The one left out makes an object of a private type of _io without its constructor.)
        if not name.startswith("test_") or name == "test_pep3118_obsolete_write_locks": continue
        sys.stdout.flush()
        if (child := os.fork()) == 0:
            try: getattr(module, name)()
            except BaseException as error: print(name, type(error).__name__, error, flush=True)
            else: print(name, "passed", flush=True)
            os._exit(0)
        if status := os.waitpid(child, 0)[1]: print(name, "died", status)
