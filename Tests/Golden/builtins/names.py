import builtins
print(sorted(n for n in dir(builtins) if not n.startswith("_") and n not in ("copyright", "credits", "exit", "quit", "license", "help")))
builtins.custom = "added"
print(custom, len is builtins.len, __builtins__ is builtins)
del builtins.custom
len_was = builtins.len
builtins.len = lambda o: "replaced"
print(len([]))
builtins.len = len_was
print(len([]), builtins.__name__, builtins.__doc__[:20])
