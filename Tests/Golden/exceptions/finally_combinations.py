def f(how):
    for i in range(2):
        try:
            print("try", i)
            if how == "return": return "returned"
            if how == "break": break
            if how == "continue": continue
            if how == "raise": raise ValueError("v")
            print("end of try")
        except ValueError as error:
            print("except", error)
            if i: raise KeyError("from except")
        else:
            print("else")
        finally:
            print("finally", i)
    else:
        print("loop else")
    return "end"


for how in ("none", "return", "break", "continue", "raise"):
    try:
        print("=>", f(how))
    except KeyError as error:
        print("=> KeyError", error, repr(error.__context__))


def swallow():
    for i in range(2):
        try:
            raise ValueError
        finally:
            if i == 0: continue
            return "swallowed"


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            try:
                raise KeyError("in finally")
            except KeyError as error:
                print("handled", repr(error.__context__))
    except ValueError as error:
        return "outer got " + str(error)


def replace():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


def return_value():
    x = 1
    try:
        return x
    finally:
        x = 2


print(swallow(), nested(), return_value())
try:
    replace()
except KeyError as error:
    print(error, repr(error.__context__))


def deep():
    try:
        try:
            try:
                return "a"
            finally:
                print(1)
        finally:
            print(2)
    finally:
        print(3)


print(deep())
