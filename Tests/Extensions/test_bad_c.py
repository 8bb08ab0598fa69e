# Modules that do not start as they should, and files that are no modules.
import os, sys

folder = os.environ["PYTHONPATH"]
def show(name):
    try:
        module = __import__(name)
        print(name, type(module).__name__, getattr(module, "__name__", module))
    except BaseException as error:
        print(name, type(error).__name__, str(error).replace(folder, "FOLDER"), "| cause", repr(error.__cause__), end=" ")
        if isinstance(error, ImportError): print(error.name, error.path and error.path.replace(folder, "FOLDER"), end="")
        print()
    print("   ", name in sys.modules)

for name in sorted(n[:-3] for n in os.listdir(folder) if n.endswith(".so") and n.startswith("bad_") and n != "bad_c.so"): show(name)
for name in ("bad_c", "no_entry", "cut_short", "empty", "only_text", "other_machine", "missing_symbol"): show(name)
show("été")
import good_multi, good_single
print(good_multi.next(), good_multi.next(), good_multi.text, good_multi.__doc__, good_multi.next.__doc__, good_multi.next.__module__, good_multi.__file__ == folder + "/good_multi.so")
print(good_single.next(), good_single.__name__, good_single.__spec__.name, type(good_single.__loader__).__name__, good_single.__file__ == folder + "/good_single.so")
first = good_multi
del sys.modules["good_multi"]
import good_multi
print(good_multi is first, good_multi.next(), first.next())
del sys.modules["good_single"]
import good_single as again
print(again is good_single, again.next())
import package.good_single
print(package.good_multi.__name__, package.good_multi.__package__, package.good_multi.next(), package.good_single.__name__, package.good_single.next(), package.good_single.__file__.replace(folder, "FOLDER"))
