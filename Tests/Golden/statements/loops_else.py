for i in range(3):
    if i == 5: break
else:
    print("for else", i)
for i in []:
    pass
else:
    print("empty else")
n = 3
while n:
    n -= 1
    if n == 1: continue
    print(n)
else:
    print("while else")
while True:
    break
else:
    print("never")
for i in range(2):
    for j in range(3):
        if j == 1: break
    else:
        continue
    print("inner broke", i, j)
for i in range(3):
    i = 10 * i
    print(i, end=" ")
print(i)
