def attempt(f):
    try:
        f()
        print("passed")
    except AssertionError as e:
        print(repr(e), e.args)


def a(): assert 1 == 1
def b(): assert 0
def c(): assert [], "message"
def d(): assert (0), {"any": "object"}
def e(): assert not (x := 5), x
def f(): assert False, 1 / 1
def g(): assert None, (1, 2)
for fn in (a, b, c, d, e, f, g): attempt(fn)
try:
    assert False, undefined
except NameError as e:
    print(e)
AssertionError = ValueError
try:
    assert False, "shadowed"
except Exception as e:
    print(type(e).__name__)
print(__debug__)
