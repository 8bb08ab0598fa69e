class C:
    pass


with C() as c:
    pass
