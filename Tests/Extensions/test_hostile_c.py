# Types and slots that break the rules, and functions of the C API given the wrong kinds.
import operator, os, re, sys
import hostile_c as c

def plain(text):
    # Who notices first that nothing was raised differs, and says so with its own name; so do places in CPython's sources.
    if text == "" or "without setting an exception" in text or text == "error return without exception set": return "(nothing was raised)"
    return re.sub(r"\S+\.c:\d+: ", "", text).split(" at 0x")[0]
def show(label, function, *arguments):
    sys.stdout.flush()
    try: result = function(*arguments)
    except BaseException as error: print("  ", label, type(error).__name__, plain(str(error)), "| cause", type(error.__cause__).__name__)
    else: print("  ", label, "gave", type(result).__name__)

print("types that cannot be made")
class Final:
    def __init_subclass__(cls): raise KeyError("no subclasses")
for index in range(14):
    show(index, c.make, index, None)
show("list", c.make, 1, list); show("list and int", c.make, 8, (list, int)); show("bool", c.make, 8, bool); show("number", c.make, 8, 5); show("tuple of numbers", c.make, 8, (5,)); show("int", c.make, 8, int); show("hook", c.make, 8, Final);
for index in range(4): show(index, c.ready, index)

print("slots that break the rules")
operations = {
    "repr": repr, "str": str, "hash": hash, "call": lambda b: b(), "iter": iter, "next": next, "for": lambda b: [x for x in b], "equal": lambda b: b == 1, "less": lambda b: b < 1, "sorted": lambda b: sorted([b, b]),
    "attribute": lambda b: b.broken, "getattr": lambda b: getattr(b, "broken", 3), "hasattr": lambda b: hasattr(b, "broken"), "set attribute": lambda b: setattr(b, "x", 1), "delete attribute": lambda b: delattr(b, "x"),
    "add": lambda b: b + 1, "radd": lambda b: 1 + b, "negative": lambda b: -b, "int": int, "float": float, "index": operator.index, "bool": bool, "if": lambda b: 1 if b else 2, "not": lambda b: not b, "power": lambda b: pow(b, 2), "divmod": lambda b: divmod(b, 2), "iadd": lambda b: operator.iadd(b, 1),
    "len": len, "subscript": lambda b: b[1], "slice": lambda b: b[1:2], "in": lambda b: 1 in b, "buffer": memoryview, 
    "getset": lambda b: b.got, "set getset": lambda b: type(b).__dict__["got"].__set__(b, 1), "no getter": lambda b: b.no_functions, "method": lambda b: b.method(), "method_o": lambda b: b.method_o(1), "method_v": lambda b: b.method_v(1, 2), 
    "range": lambda b: range(b), "format": lambda b: f"{b}", "percent": lambda b: "%s" % b, "join": lambda b: "".join(b), "unpack": lambda b: (lambda x, y: 0)(*b), "dict key": lambda b: {b: 1}, "set": lambda b: {b}, "print": lambda b: print(b), "round": round, "abs": abs,
    "max": lambda b: max(b, b), "sum": lambda b: sum([b, b]), "list": list, "tuple": tuple, "dict": dict, "enumerate": lambda b: list(enumerate(b)), "hex": hex, "exec": exec, "isinstance": lambda b: isinstance(1, b), "vars": vars,
    "__repr__": lambda b: b.__repr__(), "__add__": lambda b: b.__add__(1), "__next__": lambda b: b.__next__(), 
}
class InPython(c.Broken): pass
for kind in (c.Broken, InPython):
    for mode in (0, 2):
        print(kind.__name__, "mode", mode)
        broken = kind(mode)
        for name, operation in operations.items(): show(name, operation, broken)
    # (What a slot leaves behind comes up anywhere later; calls look.)
    for name in "method", "method_o", "method_v": show(name, operations[name], kind(1))
print("await")
async def wait(b): return await b
async def loop(b):
    async for x in b: pass
for mode in (0, 2):
    for function in (wait, loop):
        coroutine = function(c.Broken(mode))
        show(function.__name__, coroutine.send, None)
print("as a class attribute")
for mode in (0, 2):
    class Holder: attribute = c.Broken(mode)
    show("descriptor", lambda: Holder().attribute); show("of the class", lambda: Holder.attribute)

print("making")
for count in range(6): show(count, lambda: c.Maker(*range(count)))

print("functions")
# Each in a process of its own; the ones left out kill CPython.
deadly = {c.wrong_kinds: {68, 111, 113, 161, 162, 168, 170, 184}, c.formats: {2, 3, 27}, c.deep: set()}
for function in deadly:
    for index in range(function(-1)):
        if index in deadly[function]: continue
        sys.stdout.flush()
        if (child := os.fork()) == 0:
            for line in function(index): print("  ", plain(line), flush=True)
            os._exit(0)
        if status := os.waitpid(child, 0)[1]: print("died", index, status)
