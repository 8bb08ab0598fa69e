# types: new_class and friends, SimpleNamespace, MappingProxyType, MethodType, CodeType.replace, DynamicClassAttribute, coroutine, unions, aliases.
import copy, pickle, types
from types import *

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



n = SimpleNamespace(a=1, _b=[2]); n.c = n; print(n, n == SimpleNamespace(a=1), SimpleNamespace(x=1) == SimpleNamespace(x=1), vars(SimpleNamespace(z=1)), pickle.loads(pickle.dumps(SimpleNamespace(q=[1]))), copy.deepcopy(SimpleNamespace(q=[1])), SimpleNamespace(**{"odd name": 1, "class": 2}), type("Sub", (SimpleNamespace,), {})(k=1)); del n.a; show("gone", lambda: n.a); show("positional", lambda: SimpleNamespace(1)); show("hash", lambda: hash(SimpleNamespace())); show("order", lambda: SimpleNamespace() < SimpleNamespace()); show("compare", lambda: SimpleNamespace() == 5); show("keys", lambda: SimpleNamespace(**{1: 2}))
d = {"a": 1}; m = MappingProxyType(d); d["b"] = 2; print(m, m["b"], len(m), list(m), m == d, m | {"c": 3}, {"c": 3} | m, m.copy(), m.get("z", 0), list(reversed(m)), "a" in m, list(m.items()), hash(MappingProxyType(type("H", (dict,), {"__hash__": lambda s: 5})())) if False else "")
for label, call in {"set": lambda: m.__setitem__("x", 1), "item": lambda: operator_set(m), "delete": lambda: exec("del m['a']", {"m": m}), "list": lambda: MappingProxyType([1]), "tuple": lambda: MappingProxyType(()), "int": lambda: MappingProxyType(5), "missing": lambda: m["zz"], "hash": lambda: hash(m), "ior": lambda: exec("m |= {}", {"m": m}), "or": lambda: m | 5, "pickle": lambda: pickle.dumps(m), "order": lambda: m < m, "class_getitem": lambda: MappingProxyType[int, str], "method int": lambda: MethodType(5, 1), "method None": lambda: MethodType(len, None), "method": lambda: MethodType(len, "abc")(), "method args": lambda: MethodType(len), "method eq": lambda: (MethodType(len, [1]) == MethodType(len, [1]), hash(MethodType(len, "a")) == hash(MethodType(len, "a"))), "method attr": lambda: setattr(MethodType(len, "a"), "x", 1), "method get": lambda: MethodType(len, "a").__get__(5)(), "function": lambda: FunctionType(show.__code__, {}, "nm", (1,), None).__defaults__, "function code": lambda: FunctionType(5, {}), "function globals": lambda: FunctionType(show.__code__, 5), "function closure": lambda: FunctionType((lambda x: lambda: x)(1).__code__, {}), "function closure type": lambda: FunctionType((lambda x: lambda: x)(1).__code__, {}, None, None, (5,)), "function cell": lambda: FunctionType((lambda x: lambda: x)(1).__code__, {}, None, None, (CellType(7),))(), "cell": lambda: (CellType(), CellType(1) == CellType(1), CellType(1) < CellType(2), CellType(3).cell_contents)[1:], "cell empty": lambda: CellType().cell_contents, "module": lambda: (ModuleType("m", "doc").__doc__, ModuleType("m").__spec__, repr(ModuleType("m"))), "module name": lambda: ModuleType(5), "module none": lambda: ModuleType(), "module attr": lambda: ModuleType("mm").nope, "code replace": lambda: show.__code__.replace(co_name="renamed").co_name, "code bad": lambda: show.__code__.replace(co_argcount=-1), "code unknown": lambda: show.__code__.replace(nope=1), "code type": lambda: show.__code__.replace(co_name=5), "code eq": lambda: show.__code__ == show.__code__.replace(), "code hash": lambda: hash(show.__code__) == hash(show.__code__.replace()), "traceback": lambda: TracebackType(None, 5, 0, 0), "generic": lambda: (GenericAlias(list, int), GenericAlias(dict, (int, str)).__args__, list[int] == GenericAlias(list, (int,)), GenericAlias(list, ())), "union": lambda: (int | str, type(int | str) is UnionType, (int | None).__args__, int | int, (int | str) == (str | int), isinstance(1, int | str)), "union bad": lambda: int | 5, "ellipsis": lambda: (EllipsisType is type(...), NoneType is type(None), NotImplementedType())}.items(): show(label, call)
show("NoneType call", lambda: NoneType()); show("EllipsisType args", lambda: EllipsisType(1)); show("getset", lambda: [t.__name__ for t in (GetSetDescriptorType, MemberDescriptorType, WrapperDescriptorType, MethodWrapperType, MethodDescriptorType, ClassMethodDescriptorType, BuiltinFunctionType, CoroutineType, AsyncGeneratorType)])
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **k): return {"prepared": sorted(k)}
    def __new__(mcs, name, bases, ns, **k): return super().__new__(mcs, name, bases, ns)
    def __init__(cls, *a, **k): pass
C = new_class("C", (list,), {"metaclass": Meta, "q": 1}, lambda ns: ns.update(body=True)); print(C.__name__, C.__mro__[1], C.prepared, C.body, type(C).__name__, new_class("E"), prepare_class("P", (C,), {"metaclass": type})[0].__name__, resolve_bases((int, list[int])), get_original_bases(C) if "get_original_bases" in globals() else ""); show("conflict", lambda: new_class("X", (C, type("Y", (), {}, )), {"metaclass": type("M2", (type,), {})})); show("mro entries", lambda: resolve_bases((type("R", (), {"__mro_entries__": lambda s, b: 5})(),)))
class V:
    def __init__(self): self._v = "instance"
    @DynamicClassAttribute
    def v(self): return self._v
class VM(type):
    v = "from the metaclass"
class W(metaclass=VM):
    v = DynamicClassAttribute(lambda self: "inst")
print(V().v, W().v); show("W", lambda: W.v); show("class", lambda: V.v); show("set", lambda: setattr(V(), "v", 1))
@coroutine
def co(): return (yield "yielded")
g = co(); print(type(g).__name__, g.send(None), g.cr_frame is not None if hasattr(g, "cr_frame") else "generator"); show("sent", lambda: g.send(5)); show("coroutine int", lambda: coroutine(5)); print(type(coroutine(lambda: iter([1]))()).__name__, sorted(types.__all__)[:5])
def operator_set(x): x["q"] = 1
