i = 0
while i < 10:
    i += 1
    if i == 3:
        continue
    if i == 7:
        break
    print(i)
else:
    print("never")
while i < 9:
    i += 1
else:
    print("done", i)
