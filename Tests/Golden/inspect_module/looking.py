# inspect: signatures of everything, source, members, frames, generators' states, bound arguments, annotations, unwrap.
import asyncio, collections, dataclasses, enum, functools, inspect, sys, types, typing
from inspect import signature

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



def f(a, /, b: int, *args: str, c=1, d: "text" = None, **kw) -> float: "doc"; return a
async def co(): await asyncio.sleep(0)
def gen(): x = yield 1; yield x
async def agen(): yield 1
class Base:
    "base doc"
    attr = 1
    def m(self, x, y=2): "m doc"
    @classmethod
    def c(cls, q): pass
    @staticmethod
    def s(q): pass
    @property
    def p(self): "p doc"; return 1
    def __call__(self, z): pass
class Derived(Base):
    def __init__(self, w, *, v): pass
    def m(self, x, y=2): pass
class NewOnly:
    def __new__(cls, n): return object.__new__(cls)
class Meta(type):
    def __call__(cls, *args, meta=1): return super().__call__(*args)
class WithMeta(metaclass=Meta): pass
class Sig: __signature__ = inspect.Signature([inspect.Parameter("made", inspect.Parameter.KEYWORD_ONLY)])
@functools.wraps(f)
def wrapper(*a, **k): pass
@dataclasses.dataclass
class D: x: int; y: str = "d"
class E(enum.Enum): A = 1
class TD(typing.TypedDict): k: int
P = functools.partial
for label, thing in {"f": f, "lambda": lambda x, *y: 0, "Base.m": Base.m, "bound": Base().m, "c": Base.c, "s": Base.s, "instance": Base(), "Derived": Derived, "Base": Base, "NewOnly": NewOnly, "WithMeta": WithMeta, "Sig": Sig, "wrapper": wrapper, "partial": P(f, 1), "partial kw": P(f, 1, b=2), "partial c": P(f, 1, c=5), "partial of bound": P(Base().m, 1), "partialmethod": functools.partialmethod(Base.m, 1), "D": D, "E": E, "namedtuple": collections.namedtuple("N", "a b", defaults=[1]), "len": len, "print": print, "int": int, "dict": dict, "sorted": sorted, "list.append": list.append, "[].append": [].append, "str.join": str.join, "dict.fromkeys": dict.fromkeys, "object": object, "object.__init__": object.__init__, "type": type, "open": open, "compile": compile, "getattr": getattr, "dict.get": dict.get, "dict.pop": dict.pop, "range": range, "slice": slice, "property": property, "super": super, "map": map, "int.to_bytes": int.to_bytes, "bytes.decode": bytes.decode, "functools.reduce": functools.reduce, "cached": functools.lru_cache(f), "co": co, "5": 5, "None": None, "KeyError": KeyError, "TD": TD, "typing.List": typing.List, "list[int]": list[int], "hasattr": hasattr, "isinstance": isinstance, "sum": sum, "max": max, "enumerate": enumerate, "zip": zip, "vars": vars, "iter": iter, "pow": pow, "round": round, "exec": exec, "input": input, "memoryview.cast": memoryview.cast, "str": str, "float.fromhex": float.fromhex, "staticmethod": staticmethod(f)}.items():
    show(label, lambda: str(signature(thing)))
s = signature(f); print(s.return_annotation, [(p.name, p.kind.name, p.default, p.annotation, str(p), repr(p)) for p in s.parameters.values()], s == signature(f), s == signature(len), hash(s) == hash(signature(f)), signature(wrapper, follow_wrapped=False), signature(f, eval_str=False), s.replace(return_annotation=int), s.replace(parameters=list(s.parameters.values())[:2]), inspect.Signature.empty)
for arguments in ((1, 2), (1,), (1, 2, 3, 4), ()):
    for keywords in {}, {"c": 9}, {"z": 1}, {"b": 5}, {"a": 1, "b": 2}:
        show(("bind", arguments, keywords), lambda: (b := s.bind(*arguments, **keywords), b.args, b.kwargs, b.apply_defaults(), b.arguments)[1:]); show("   partial", lambda: s.bind_partial(*arguments, **keywords).arguments)
for label, call in {"parameter name": lambda: inspect.Parameter("1x", inspect.Parameter.VAR_KEYWORD), "keyword name": lambda: inspect.Parameter("if", inspect.Parameter.KEYWORD_ONLY), "kind": lambda: inspect.Parameter("x", 9), "default of star": lambda: inspect.Parameter("x", inspect.Parameter.VAR_POSITIONAL, default=1), "order": lambda: inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)]), "default order": lambda: inspect.Signature([inspect.Parameter("a", inspect.Parameter.POSITIONAL_ONLY, default=1), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)]), "duplicate": lambda: inspect.Signature([inspect.Parameter("a", inspect.Parameter.POSITIONAL_ONLY)] * 2), "getfullargspec": lambda: inspect.getfullargspec(f), "getcallargs": lambda: inspect.getcallargs(f, 1, 2, 3, c=4, z=5), "getcallargs bad": lambda: inspect.getcallargs(f), "getargvalues": lambda: inspect.formatargvalues(*inspect.getargvalues((lambda q: sys._getframe())(1))), "getdoc": lambda: (inspect.getdoc(Derived.m), inspect.getdoc(Derived), inspect.getdoc(Base.p), inspect.cleandoc("  a\n    b\n   c")), "getmodule": lambda: inspect.getmodule(f).__name__, "getsource": lambda: inspect.getsource(f), "getsource class": lambda: inspect.getsource(Base).count("\n"), "getsource builtin": lambda: inspect.getsource(len), "getsource type": lambda: inspect.getsource(int), "getsourcelines": lambda: inspect.getsourcelines(gen), "getfile": lambda: inspect.getfile(5), "getcomments": lambda: inspect.getcomments(show), "members": lambda: [n for n, v in inspect.getmembers(Derived, inspect.isfunction)], "members static": lambda: [n for n, v in inspect.getmembers_static(Base, lambda v: isinstance(v, property))], "classify": lambda: [(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Derived) if not a.name.startswith("_")], "mro": lambda: [c.__name__ for c in inspect.getmro(Derived)], "classtree": lambda: inspect.getclasstree([Base, Derived])[0][1], "unwrap": lambda: inspect.unwrap(wrapper) is f, "unwrap loop": lambda: (setattr(show, "__wrapped__", show), inspect.unwrap(show)), "closure": lambda: inspect.getclosurevars((lambda x: lambda: (x, len, f, nope))(5))[0:1], "annotations": lambda: inspect.get_annotations(f), "annotations eval": lambda: inspect.get_annotations(D, eval_str=True), "annotations bad": lambda: inspect.get_annotations(f, eval_str=True), "static": lambda: (inspect.getattr_static(Base(), "p").__class__.__name__, inspect.getattr_static(Base, "zz", "default")), "static missing": lambda: inspect.getattr_static(Base, "zz"), "modulename": lambda: (inspect.getmodulename("a/b.py"), inspect.getmodulename("a/b.txt"), inspect.getmodulename("x.cpython-311-x86_64-linux-gnu.so")), "indentsize": lambda: inspect.indentsize("\t x"), "isdata": lambda: [inspect.isdatadescriptor(x) for x in (Base.p, f, Base.__dict__["c"], types.FunctionType.__code__)], "format": lambda: (inspect.formatannotation(int), inspect.formatannotation(list[int]), inspect.formatannotation("x"))}.items(): show(label, call)
predicates = [n for n in dir(inspect) if n.startswith("is") and n not in ("isabstract", "iskeyword", "istraceback", "ismethodwrapper")]
g = gen(); c = co(); ag = agen()
for thing in (f, len, Base, Base(), Base().m, Base.c, Base.p, Base.__dict__["p"], [].append, str.join, object.__init__, gen, g, co, c, agen, ag, inspect, f.__code__, sys._getframe(), types.FunctionType.__code__, (lambda: 0), functools.partial(gen), type, None, E.A, object.__eq__, "".__add__, collections.OrderedDict.fromkeys): print([n[2:] for n in predicates if getattr(inspect, n)(thing)])
c.close(); print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), g.send(5), inspect.getgeneratorlocals(g), g.close(), inspect.getgeneratorstate(g), inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c)); show("not a generator", lambda: inspect.getgeneratorlocals(5))
def outer():
    i = inspect.currentframe(); info = inspect.getframeinfo(i); st = inspect.stack()
    return info.function, info.code_context, info.index, info.lineno - i.f_code.co_firstlineno, info.positions is not None, [x.function for x in st], len(inspect.getouterframes(i)), inspect.trace()
print(outer())
try: 1 / 0
except ZeroDivisionError as e: print([(t.function, t.code_context) for t in inspect.trace()], [x.lineno > 0 for x in inspect.getinnerframes(e.__traceback__)])
