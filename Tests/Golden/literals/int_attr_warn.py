x = 1if True else 2
print(x, 1and 2, 0xfor 3)
