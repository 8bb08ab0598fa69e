# What can be seen of functions of an imported module that nobody has called yet.
import inspect
import marshal
import textwrap
import types

import calendar as module

function = module.TextCalendar.formatyear
code = function.__code__
print(code.co_varnames[:4], code.co_argcount, code.co_flags & 3, code.co_name, code.co_qualname, code.co_freevars, code.co_cellvars)
print(inspect.signature(function), function.__doc__)
print(type(marshal.loads(marshal.dumps(module.week.__code__ if hasattr(module, "week") else module.weekday.__code__))).__name__)
print(module.weekday.__code__.replace(co_name="other").co_name, module.weekday.__code__ == module.weekday.__code__.replace())
copy = types.FunctionType(module.isleap.__code__, module.__dict__, "copy")
print(copy(2000), copy(1900), module.isleap(2024))
try:
    module.leapdays()
except TypeError as error:
    print(error)
try:
    module.monthrange(2020, month=2, day=1)
except TypeError as error:
    print(error)
print(module.monthrange(month=2, year=2020)[1], list(module.Calendar().iterweekdays()))
generator = textwrap.TextWrapper._split
print(generator.__code__.co_consts[0] == generator.__doc__, len(generator.__code__.co_consts) > 0)
print([constant.co_name for constant in module.Calendar.itermonthdates.__code__.co_consts if isinstance(constant, types.CodeType)])
stepping = module.Calendar().itermonthdays(2021, 5)
print(stepping.gi_code.co_name, stepping.gi_frame.f_locals["year"], inspect.getgeneratorstate(stepping), next(stepping))
print(len({hash(value.__code__) for value in vars(module.Calendar).values() if isinstance(value, types.FunctionType)}) > 5)
