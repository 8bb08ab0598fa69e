exec(compile("def g():\n    raise KeyError('x')\n\ng()", "virtual.py", "exec"))
