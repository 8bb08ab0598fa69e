for spec in ["", "s", "10", "<10", ">10", "^10", "*<10", "é>6", ".2", "5.2", "^7.3", "010", "<010", "0<5", ".0", ".100", "2"]:
    print(repr(spec), repr(format("hello", spec)), repr(format("", spec)))
print(format("é€😀", "*^9"), format("a", "😀>3"), f"{'x':{'-'}^{5}}", format("abc", "}<5"), "{:{}}".format("a", "}>3"))
