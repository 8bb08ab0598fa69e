x = "global"


def a():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1


def b():
    global x, y
    x = "changed"
    y = "new"


def c():
    if False:
        z = 1
    try:
        z
    except UnboundLocalError as error:
        print(repr(error), error.name if hasattr(error, "name") else "")
    z = 2
    del z
    try:
        z
    except UnboundLocalError as error:
        print(error)


def d():
    def inner():
        return free

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    free = 1
    print(inner())
    del free
    try:
        inner()
    except NameError as error:
        print(error)


def e():
    for i in []:
        pass
    try:
        print(i)
    except UnboundLocalError as error:
        print(error)
    try:
        pass
    except Exception as ex:
        pass
    try:
        1 / 0
    except ZeroDivisionError as ex:
        pass
    try:
        ex
    except UnboundLocalError as error:
        print(error)
    try:
        del q
    except UnboundLocalError as error:
        print(error)
    q = 1


a()
b()
print(x, y)
c()
d()
e()
try:
    undefined_name
except NameError as error:
    print(error, error.name)
try:
    del undefined_name
except NameError as error:
    print(error)
print = print
del x
try:
    x
except NameError as error:
    print(error)
len = lambda o: "shadow"
print(len([]))
del len
print(len([]))
