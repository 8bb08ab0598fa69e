# `name` and `obj` of AttributeErrors: raised by __getattr__, by properties, by assignments.
class Plain:
    pass


class Hook:
    blech = None

    def __getattr__(self, name):
        raise AttributeError


class Text:
    def __getattr__(self, name):
        raise AttributeError("text")


class All:
    def __getattribute__(self, name):
        raise AttributeError("all")


class Both:
    def __getattribute__(self, name):
        raise AttributeError("first")

    def __getattr__(self, name):
        raise AttributeError("second")


class Property:
    @property
    def broken(self):
        raise AttributeError("broken")

    @property
    def inner(self):
        return self.missing


class Slots:
    __slots__ = ("abc",)


for source in (
    "Hook().bluch", "Text().x", "All().x", "Both().x", "Property().broken", "Property().inner", "getattr(Hook(), 'q')", "Plain().x", "Slots().abc",
    "Slots().abd = 1", "del Plain().x", "object().x = 1", "(1).real = 2", "None.x", "super(Plain, Plain()).x",
):
    try:
        exec(source)
    except AttributeError as error:
        print(source, "|", error, "|", error.name, "|", type(error.obj).__name__)
try:
    Hook().bluch
except AttributeError as error:
    error.add_note("note")
    raise
