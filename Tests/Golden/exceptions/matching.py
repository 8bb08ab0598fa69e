class A(Exception): pass
class B(A): pass
class C(Exception): pass


def which(e):
    try:
        raise e
    except (B, C) as x:
        return "B or C " + type(x).__name__
    except A:
        return "A"
    except ():
        return "empty"
    except LookupError:
        return "lookup"
    except Exception:
        return "exception"
    except:
        return "bare"


print([which(e) for e in (A, B, C(), KeyError(1), ValueError, SystemExit, KeyboardInterrupt())])
for bad in (5, "x", (A, 5), int, [A], None):
    try:
        try:
            raise A("a")
        except bad:
            print("matched")
    except TypeError as error:
        print(error, repr(error.__context__))
try:
    try:
        raise B("never tested against bad one")
    except (A, 5) if True else A:
        print("matched")
except TypeError as error:
    print(error)
try:
    try:
        raise A
    except undefined_name:
        pass
except NameError as error:
    print(error, type(error.__context__).__name__)


class Meta(type):
    def __instancecheck__(cls, o): return True
    def __subclasscheck__(cls, o): return True


class Fake(Exception, metaclass=Meta): pass


try:
    try:
        raise ValueError("real check ignores hooks")
    except Fake:
        print("fake")
except ValueError as error:
    print(error)
try:
    1 / 0
except ZeroDivisionError as e:
    pass
print("e" in globals())
