# The order of sets of constants: the compiler's merging makes them anew, more than once where a word in them was a name before.
print({"a", 123456789.125, b"a"}, {"a", "b", b"a"}, {"a", b"a", 1}, {"g", b"g", 1}, {"j", b"j", 2.5})
print({"value", b"value", 3}, {"key", b"key", 1.5}, {-8, 10, "nan", b"\x00\xff"}, {8, 16, 24, 0}, {"é", "é".encode(), 1})
print({1, 9, 17, 25, 33}, {100, 200, 300, "x", "y"}, {b"x", "x", b"y", "y"})
