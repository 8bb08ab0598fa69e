e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("one")
e.add_note("two\nlines")
print(e.__notes__)
for bad in (lambda: e.add_note(5), lambda: e.add_note()):
    try:
        bad()
    except TypeError as error:
        print(error)
e.__notes__ = 5
try:
    e.add_note("x")
except TypeError as error:
    print(error)
e.__notes__ = ["final", "note\nwith line"]
raise e
