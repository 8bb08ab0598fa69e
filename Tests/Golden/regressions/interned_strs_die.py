# A str that a program interned goes when nobody holds it any more; one that is a name in code stays.
import sys


class Plain:
    pass


def kept(work):
    """Whether `work` leaves many blocks behind. (Names are new each time.)"""
    work("a")
    before = sys.getallocatedblocks()
    work("b")
    return sys.getallocatedblocks() - before > 1000


def intern_many(mark):
    for number in range(20000):
        sys.intern("interned %s %d" % (mark, number))


def intern_and_hold(mark):
    names = [sys.intern("held %s %d" % (mark, number)) for number in range(20000)]
    again = [sys.intern("held %s %d" % (mark, number)) for number in range(20000)]
    assert all(a is b for a, b in zip(names, again))
    # Backwards, so that gaps close in another order than they came.
    while names:
        names.pop(), again.pop()


def set_attributes(mark):
    holder = Plain()
    for number in range(20000):
        setattr(holder, "attribute%s%d" % (mark, number), number)
    assert vars(holder)["attribute%s19999" % mark] == 19999


def ask_for_attributes(mark):
    holder = Plain()
    for number in range(20000):
        assert not hasattr(holder, "absent%s%d" % (mark, number))
        assert getattr(Plain, "missing%s%d" % (mark, number), None) is None


for work in [intern_many, intern_and_hold, set_attributes, ask_for_attributes]:
    print(work.__name__, kept(work))

# A name that was interned first and appears in code, in a class and in instances afterwards.
name = sys.intern("".join(["first", "_", "dynamic"]))
setattr(Plain, name, 1)
exec("class Other:\n    first_dynamic = 2\nprint(Plain.first_dynamic, Other.first_dynamic, Other().first_dynamic)")
thing = Plain()
setattr(thing, name, 3)
del name
print(thing.first_dynamic, Plain.first_dynamic, [key for key in thing.__dict__])
for round in range(3):
    text = "".join(["sec", "ond", str(round)])
    known = sys.intern(text)
    print(known is text, sys.intern("second" + str(round)) is known, getattr(thing, known, "no"))
    del text, known
