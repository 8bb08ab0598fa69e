import re

for pattern in ["(", ")", "a)", "(?", "(?:", "(?P", "(?P<", "(?P<a", "(?P<1>)", "(?P<a-b>)", "(?P<a>)(?P<a>)", "(?P=a)", "(?P>a)", "(?P=", "(?(",
    "(?(1", "(?(1)a|b|c)", "(?(9)a)", "(?(0)a)", "(?(x)a)", "(?#", "(?<", "(?<a", "(?<=", "(?!", "(?=a", "\\", "a\\", r"\1", r"(\1)", r"\8", r"\400",
    r"\x", r"\xg", r"\u12", r"\U00110000", r"\N", r"\N{", r"\N{xx}", r"\c", r"\Q", "a{2}*+", "+", "?", "|*", "^*", "$+", r"\b*", "(?i", "(?i:",
    "(?i-", "(?-)", "(?i-:a)", "(?L)a", "(*)", "[a-", "[\\", "x{5,4}", "(?>", "(?>a", "a**", "a+*", "a??+", "(?P<é>a)(?P=é)", "(?P<a>(?P=a))",
    "(?<=(?P<b>a)(?P=b))c"]:
    try:
        print(ascii(pattern), "fine", re.compile(pattern).groups)
    except re.error as error:
        print(ascii(pattern), "|", error, "|", error.msg, error.pos, error.lineno, error.colno, error.pattern is pattern)
try:
    re.compile("a\nb\n(c")
except re.error as error:
    print(error, error.lineno, error.colno)
try:
    re.compile(b"(a")
except re.error as error:
    print(error, error.pattern)
print(re.error("m", "p", 0), re.error("m"), re.error.__module__, re.error.__mro__[1])
