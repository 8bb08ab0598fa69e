print(len.__name__, len.__doc__, len.__module__, len.__self__.__name__, len.__qualname__, len.__text_signature__)
print([].append.__name__, list.append.__doc__, list.append.__qualname__, list.append.__objclass__, str.join.__text_signature__, int.from_bytes.__name__, dict.fromkeys.__self__, "".join.__self__ == "")
print(int.__doc__.split("\n")[0], list.__text_signature__, object.__text_signature__, type(list.__dict__["append"]).__name__, type(dict.__dict__["fromkeys"]).__name__, type(str.__dict__["maketrans"]).__name__, type(int.__dict__["real"]).__name__, type(int.__dict__["__add__"]).__name__)
print(int.__add__.__doc__, int.__add__.__name__, object.__init__.__doc__, print.__text_signature__, sorted.__text_signature__, abs.__doc__)
