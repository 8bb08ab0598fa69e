s = "hello"
print(s[0], s[-1], s[1:3], s[::-1], len(s))
print(s.upper(), s.capitalize(), s.replace("l", "L"))
print("a,b,c".split(","), "-".join(["x", "y"]), " pad ".strip())
print(s.find("l"), s.index("o"), s.count("l"), s.startswith("he"))
print("ab" * 3, "a" "b", "el" in s)
print('single', "dou'ble", 'tri\tple\n', r"\raw", "\x41\u00e9")
print(repr("it's"), repr('"'), repr("\n"))
print(str(1) + str(2.5) + str(None))
