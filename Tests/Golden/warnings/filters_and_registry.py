import _warnings
import sys


def f(level=1):
    _warnings.warn("from f", UserWarning, level)


class W(UserWarning):
    pass


for i in range(2):
    f()
    f(2)
_warnings.warn("plain")
_warnings.warn(W("instance"), category=int)
_warnings.warn("deprecated here", DeprecationWarning)
_warnings.warn("pending", PendingDeprecationWarning)
_warnings.warn("resource", ResourceWarning)
_warnings.warn_explicit("explicit", UserWarning, "nofile.py", 3)
_warnings.warn_explicit("explicit once", UserWarning, "nofile.py", 3, registry=(r := {}))
_warnings.warn_explicit("explicit once", UserWarning, "nofile.py", 3, registry=r)
print(len(r), r.get("version"))
_warnings.warn("far", stacklevel=50)
for args in [("x", int), ("x", "y"), (), ("x", UserWarning, "z")]:
    try:
        _warnings.warn(*args)
    except TypeError as e:
        print(e)
_warnings.filters.insert(0, ("error", None, W, None, 0))
_warnings._filters_mutated()
try:
    _warnings.warn(W("as error"))
except W as e:
    print("raised", e)
_warnings.filters[0] = ("bogus", None, W, None, 0)
_warnings._filters_mutated()
try:
    _warnings.warn("m", W)
except RuntimeError as e:
    print(str(e).split(" in ")[0])
_warnings.filters[0] = ("once", None, W, None, 0)
_warnings._filters_mutated()
for i in range(2):
    _warnings.warn("only once", W)
