# golden: record=no
# Code that is damaged, cut off or of another implementation is refused; nothing that is read can harm the interpreter.
import marshal

code = compile("def f(x):\n    return [i for i in x if i]\nprint(f([1, 0, 2]))\n", "file.py", "exec")
data = marshal.dumps(code)
accepted = refused = 0
for place in range(0, len(data)):
    damaged = bytearray(data)
    damaged[place] ^= 0x55
    for content in (damaged, data[:place]):
        try:
            marshal.loads(content)
        except (ValueError, EOFError, TypeError):
            refused += 1
        else:
            accepted += 1
print(accepted, refused == 2 * len(data))
foreign = b"\xe3" + bytes(60)
try:
    marshal.loads(foreign)
except ValueError as e:
    print(e)
exec(marshal.loads(data))
