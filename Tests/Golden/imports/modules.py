import math, sys as system
import _helper
import _helper as h, _package.sub
from _helper import value, function as fn, Class
from _package import sub, name_in_init
from _package.sub import deep
from _package.sub.deep import here, parent_name
import _package.sub.deep as d
print(_helper.value, h is _helper, value, fn(2), Class().m(), sub.__name__, name_in_init, deep.here, here, parent_name, d is deep, _package.sub.deep.here)
print(_helper.__name__, _package.__name__, _package.__package__, deep.__package__, sub.__package__, _helper.__doc__, __name__, _helper.imported_name, "_helper" in system.modules, type(math).__name__)
_helper.value = "changed"
import _helper as again
print(again.value, value)
from _helper import *
print(public_star, "_private_star" in globals())
from _package import *
print(in_all, "not_in_all" in globals(), "late" in globals() and late.__name__)
print(__import__("_package.sub").__name__, __import__("_package.sub", fromlist=["x"]).__name__, __import__("_helper").value)
del system.modules["_helper"]
import _helper as fresh
print(fresh.value, fresh is h)
