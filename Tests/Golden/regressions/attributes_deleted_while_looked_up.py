# A key in the instance's dict whose comparison deletes the class attribute that is being looked up.
import gc


def attempt(make):
    class Evil:
        def __hash__(self):
            return hash("attr")

        def __eq__(self, other):
            try:
                del C.attr
            except AttributeError:
                pass
            return False

    class Descriptor:
        def __get__(self, instance, owner=None):
            return "got"

    class C:
        attr = make(Descriptor)

    c = C()
    c.__dict__[Evil()] = 0
    for read in (lambda: c.attr, lambda: getattr(c, "attr"), lambda: c.attr):
        try:
            print(read())
        except AttributeError as error:
            print(error)
    gc.collect()
    print([object() for _ in range(50)] and hasattr(c, "attr"))


attempt(lambda descriptor: descriptor())
attempt(lambda descriptor: [1] * 3)
attempt(lambda descriptor: classmethod(lambda cls: cls.__name__).__get__(None, int))
