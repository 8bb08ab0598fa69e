# Nanoseconds a call of functions of the C API, or an item of what they go through.
from api import *


class Instance:
    pass


def identity(x):
    return x


one = Instance()
one.x = 1
small = {i: str(i) for i in range(1000)}
named = {str(i): i for i in range(1000)}
large = [i + 1000 for i in range(1000)]
texts = [str(i) for i in range(1000)]
for name, nanoseconds in [
    ("dict_next, int keys", dict_next(small)), ("dict_next, str keys", dict_next(named)),
    ("dict_get, str", dict_get(named, "500")), ("dict_get, int", dict_get(small, 500)), ("dict_get, absent", dict_get(named, "zz")),
    ("dict_contains", dict_contains(named, "500")), ("dict_set", dict_set({}, "a", "b")), ("set_contains", set_contains(set(texts), "500")),
    ("get_item of a list", get_item(texts, 5)), ("get_item of a dict", get_item(named, "500")), ("get_attribute", get_attribute(one, "x")),
    ("iterate, list of ints", iterate(large)), ("iterate, list of strs", iterate(texts)), ("iterate, dict", iterate(named)),
    ("iterate, range", iterate(range(1000, 2000))), ("iterate, set", iterate(set(texts))),
    ("equal strs", equal("abc", "abd")), ("equal ints", equal(1000, 1001)), ("hash_of a str", hash_of("abc")),
    ("make_int", make_int()), ("make_float", make_float()), ("make_tuple", make_tuple("a", "b")),
    ("call_one, Python's", call_one(identity, "a")), ("call_one, len", call_one(len, "a")), ("call_one, str", call_one(str, "a")),
    ("call_method", call_method("abc", "startswith", "a")),
]:
    print(f"{name:24} {nanoseconds:7.1f} ns")
