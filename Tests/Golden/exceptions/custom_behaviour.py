class E(Exception):
    def __init__(self, code, *, detail="none"):
        self.code = code
        self.detail = detail

    def __str__(self):
        return f"code={self.code} detail={self.detail}"


try:
    raise E(5, detail="d")
except E as e:
    print(e, repr(e), e.args, e.code)


class S(Exception):
    def __str__(self):
        return 5


class K(KeyError):
    pass


class Eq(Exception):
    def __eq__(self, o):
        return True

    __hash__ = None


try:
    str(S())
except TypeError as error:
    print(error)
try:
    raise K("x")
except KeyError as error:
    print(error, repr(error), isinstance(error, LookupError))
try:
    raise Eq
except Eq as error:
    print(error == 5)


class Multi(ValueError, KeyError):
    pass


for t in (ValueError, KeyError, LookupError):
    try:
        raise Multi("m")
    except t as error:
        print(t.__name__, error)


class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print(t, v, tb is not None)
        raise RuntimeError("from exit")


try:
    with Ctx():
        raise ValueError("body")
except RuntimeError as error:
    print(error, repr(error.__context__))
try:
    raise ValueError("tb")
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno > 0, tb.tb_frame.f_code.co_name, tb.tb_next, e.with_traceback(None) is e, e.__traceback__)
