// Signatures and docstrings of the module `_functools`, as CPython 3.11 shows them.

enum FunctoolsDocs {
    static var module: StaticString {
        "Tools that operate on functions."
    }
    static var _lru_cache_wrapper: FunctionDoc {
        FunctionDoc(nil, """
            Create a cached callable that wraps another function.

            user_function:      the function being cached

            maxsize:  0         for no caching
                      None      for unlimited cache size
                      n         for a bounded cache

            typed:    False     cache f(3) and f(3.0) as identical calls
                      True      cache f(3) and f(3.0) as distinct calls

            cache_info_type:    namedtuple class with the fields:
                                    hits misses currsize maxsize

            """)
    }
    static var lru_cache_wrapper_copy: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var lru_cache_wrapper_deepcopy: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var lru_cache_wrapper_reduce: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var lru_cache_wrapper_cache_clear: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var lru_cache_wrapper_cache_info: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var cmp_to_key: FunctionDoc {
        FunctionDoc(nil, "Convert a cmp= function into a key= function.")
    }
    static var partial: FunctionDoc {
        FunctionDoc(nil, """
            partial(func, *args, **keywords) - new function with partial application
                of the given arguments and keywords.

            """)
    }
    static var partial_class_getitem: FunctionDoc {
        FunctionDoc(nil, "See PEP 585")
    }
    static var partial_reduce: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var partial_setstate: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var reduce: FunctionDoc {
        FunctionDoc(nil, """
            reduce(function, iterable[, initial]) -> value

            Apply a function of two arguments cumulatively to the items of a sequence
            or iterable, from left to right, so as to reduce the iterable to a single
            value.  For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5]) calculates
            ((((1+2)+3)+4)+5).  If initial is present, it is placed before the items
            of the iterable in the calculation, and serves as a default when the
            iterable is empty.
            """)
    }
}
