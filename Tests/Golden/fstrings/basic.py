x = 5
s = "text"
print(f"{x} {s} {x + 1} {s.upper()} {x!r} {s!r} {s!s} {s!a}", f"", f"plain", f'{x}', f"""{x}
{s}""")
print(f"{{}} {{{x}}} {{{{", f"{x:3}|{x:<3}|{x:03d}|{x:+}", f"{s:>8}|{s:*^9}|{s:.2}")
print(f"{x=} {x = } {x + 1=} {s=!s} {s=:>6} {s = !r:^10}", f"{ x }", f"{x:{x}}", f"{x:{'>'}{x + 2}}")
print(f"a" "b" f"{x}" 'c', rf"\d{x}", fr"{x}\n", F"{x}", Rf"\{x}")
print(f"{'nested'}", f"{f'{x}'}", f"{[1, 2][0]}", f"{ {'a': 1}['a'] }", f"{(lambda: 3)()}", f"{x if x else 0}", f"{'a' if x else 'b'}")
print(f"{x!r:>4}", f"{3.14159:.{2}f}", f"{'é'!a}", f"{None}", f"{1, 2}", f"{*[1, 2], 3}", f"{x:}")
