print(b'abc', B"x", br'\n', Rb"\x", rB'a' b'b')
print(b'\x00\xff\101\n\t\'', b"it's", b'"', b'\'"')
print(len(b'\\\a\b'), list(b'\x7f\x80~ '))
print(b"""tri
ple""")
