x = 3
name = "n"
print(f"{x=}", f"{x =}", f"{x= }", f"{ x = }", f"{x=:5}", f"{x=!s}", f"{name=}", f"{name=!s}", f"{name=:>5}", f"{name=!r:>6}")
print(f"{x+1=}", f"{ x + 1 = }", f"{'a'=}", f"{(x, name)=}", f"{x==3=}", f"{x!=4=}", f"{len(name)=}")
print(f"{ 'q' 'w' = }", f"{f'{x=}'=}", f"{x=}{name=}", f"{[x for x in (1,)]=}")
print(f"{3.0=:.2f}", f"{x   =   }", f'''{x
=}''')
