print("\d")
print(b"\z")
print("\777" == "\u01ff")
