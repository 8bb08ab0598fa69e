# A slot's descriptor found under a name of another class is not for its instances, however often the site is run.
class Holder:
    __slots__ = ("slot",)


class Other:
    __slots__ = ("own",)
    borrowed = Holder.slot


def load(o):
    return o.borrowed


def store(o):
    o.borrowed = 1


def delete(o):
    del o.borrowed


o = Other()
o.own = 42
for _ in range(40):
    for function in (load, store, delete):
        try:
            function(o)
            print("no error")
        except TypeError as error:
            message = str(error)
print(message, o.own)
