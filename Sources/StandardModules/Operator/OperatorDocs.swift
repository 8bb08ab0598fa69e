// Signatures and docstrings of the module `_operator`, as CPython 3.11 shows them.

enum OperatorDocs {
    static var module: StaticString {
        """
        Operator interface.

        This module exports a set of functions implemented in C corresponding
        to the intrinsic operators of Python.  For example, operator.add(x, y)
        is equivalent to the expression x+y.  The function names are those
        used for special methods; variants without leading and trailing
        '__' are also provided for convenience.
        """
    }
    static var _compare_digest: FunctionDoc {
        FunctionDoc("($module, a, b, /)", """
            Return 'a == b'.

            This function uses an approach designed to prevent
            timing analysis, making it appropriate for cryptography.

            a and b must both be of the same type: either str (ASCII only),
            or any bytes-like object.

            Note: If a and b are of different lengths, or if an error occurs,
            a timing attack could theoretically reveal information about the
            types and lengths of a and b--but not their values.
            """)
    }
    static var abs: FunctionDoc {
        FunctionDoc("($module, a, /)", "Same as abs(a).")
    }
    static var add: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a + b.")
    }
    static var and_: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a & b.")
    }
    static var attrgetter: FunctionDoc {
        FunctionDoc(nil, """
            attrgetter(attr, ...) --> attrgetter object

            Return a callable object that fetches the given attribute(s) from its operand.
            After f = attrgetter('name'), the call f(r) returns r.name.
            After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).
            After h = attrgetter('name.first', 'name.last'), the call h(r) returns
            (r.name.first, r.name.last).
            """)
    }
    static var attrgetter_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling")
    }
    static var call: FunctionDoc {
        FunctionDoc("($module, obj, /, *args, **kwargs)", "Same as obj(*args, **kwargs).")
    }
    static var concat: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a + b, for a and b sequences.")
    }
    static var contains: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as b in a (note reversed operands).")
    }
    static var countOf: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Return the number of items in a which are, or which equal, b.")
    }
    static var delitem: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as del a[b].")
    }
    static var eq: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a == b.")
    }
    static var floordiv: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a // b.")
    }
    static var ge: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a >= b.")
    }
    static var getitem: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a[b].")
    }
    static var gt: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a > b.")
    }
    static var iadd: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a += b.")
    }
    static var iand: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a &= b.")
    }
    static var iconcat: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a += b, for a and b sequences.")
    }
    static var ifloordiv: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a //= b.")
    }
    static var ilshift: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a <<= b.")
    }
    static var imatmul: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a @= b.")
    }
    static var imod: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a %= b.")
    }
    static var imul: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a *= b.")
    }
    static var index: FunctionDoc {
        FunctionDoc("($module, a, /)", "Same as a.__index__()")
    }
    static var indexOf: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Return the first index of b in a.")
    }
    static var inv: FunctionDoc {
        FunctionDoc("($module, a, /)", "Same as ~a.")
    }
    static var invert: FunctionDoc {
        FunctionDoc("($module, a, /)", "Same as ~a.")
    }
    static var ior: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a |= b.")
    }
    static var ipow: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a **= b.")
    }
    static var irshift: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a >>= b.")
    }
    static var is_: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a is b.")
    }
    static var is_not: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a is not b.")
    }
    static var isub: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a -= b.")
    }
    static var itemgetter: FunctionDoc {
        FunctionDoc(nil, """
            itemgetter(item, ...) --> itemgetter object

            Return a callable object that fetches the given item(s) from its operand.
            After f = itemgetter(2), the call f(r) returns r[2].
            After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])
            """)
    }
    static var itemgetter_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling")
    }
    static var itruediv: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a /= b.")
    }
    static var ixor: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a ^= b.")
    }
    static var le: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a <= b.")
    }
    static var length_hint: FunctionDoc {
        FunctionDoc("($module, obj, default=0, /)", """
            Return an estimate of the number of items in obj.

            This is useful for presizing containers when building from an iterable.

            If the object supports len(), the result will be exact.
            Otherwise, it may over- or under-estimate by an arbitrary amount.
            The result will be an integer >= 0.
            """)
    }
    static var lshift: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a << b.")
    }
    static var lt: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a < b.")
    }
    static var matmul: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a @ b.")
    }
    static var methodcaller: FunctionDoc {
        FunctionDoc(nil, """
            methodcaller(name, ...) --> methodcaller object

            Return a callable object that calls the given method on its operand.
            After f = methodcaller('name'), the call f(r) returns r.name().
            After g = methodcaller('name', 'date', foo=1), the call g(r) returns
            r.name('date', foo=1).
            """)
    }
    static var methodcaller_reduce: FunctionDoc {
        FunctionDoc(nil, "Return state information for pickling")
    }
    static var mod: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a % b.")
    }
    static var mul: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a * b.")
    }
    static var ne: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a != b.")
    }
    static var neg: FunctionDoc {
        FunctionDoc("($module, a, /)", "Same as -a.")
    }
    static var not_: FunctionDoc {
        FunctionDoc("($module, a, /)", "Same as not a.")
    }
    static var or_: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a | b.")
    }
    static var pos: FunctionDoc {
        FunctionDoc("($module, a, /)", "Same as +a.")
    }
    static var pow: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a ** b.")
    }
    static var rshift: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a >> b.")
    }
    static var setitem: FunctionDoc {
        FunctionDoc("($module, a, b, c, /)", "Same as a[b] = c.")
    }
    static var sub: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a - b.")
    }
    static var truediv: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a / b.")
    }
    static var truth: FunctionDoc {
        FunctionDoc("($module, a, /)", "Return True if a is true, False otherwise.")
    }
    static var xor: FunctionDoc {
        FunctionDoc("($module, a, b, /)", "Same as a ^ b.")
    }
}
