# golden: flags=-Wignore
print(repr("\d \8 \q"), repr(b"\d\c"), repr("\777"), repr("\400"))
