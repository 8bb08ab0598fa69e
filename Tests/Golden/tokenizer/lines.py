x = 1; y = 2; print(x, y);
if x: print("one line"); print("two")
for i in 1, 2: print(i); continue
class A: pass; b = 3
def f(): return 1
print(f(), A.b)
x = (1 +
     2
     + 3)
y = [
    1,  # comment

    2,
]
z = 1 + \
    2
print(x, y, z)
if (x and
    y): print("ok")
while False: pass
else: print("else")
try: 1/0
except ZeroDivisionError: print("zde")
finally: print("fin")
