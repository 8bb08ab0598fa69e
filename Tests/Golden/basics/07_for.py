for i in range(3):
    print(i)
for i in range(10, 0, -4):
    print(i)
for char in "abc":
    print(char)
for x in [1, 2, 3]:
    if x == 2:
        break
else:
    print("never")
for a, b in [(1, 2), (3, 4)]:
    print(a + b)
else:
    print("end")
