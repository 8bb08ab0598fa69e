# Type comments in trees, where they may not stand, and signatures.
import ast

SOURCE = '''
def add(a, b):
    # type: (int, int) -> int
    total = a + b  # type: int
    for i in a:  # type: str
        pass
    with open(a) as f:  # type: IO
        pass
    return total

async def fetch(
    a,  # type: int
    *args,  # type: str
    b=1,  # type: bytes
    **rest  # type: float
):  # type: (...) -> None
    x = y = 1 # type:   List[int]   # and more
    x = 1  # type: ignore[excuse]
    # type: ignore
    async for q in z:  # type: T
        pass

x = [  # type: ignore
    1]
'''
for comments in (False, True):
    tree = ast.parse(SOURCE, type_comments=comments)
    print(ast.dump(tree))

for source in (
    "x = 1\n# type: int\n", "# type: int\n", "if x:  # type: int\n    pass", "x += 1  # type: int", "def f():  # type: () -> int\n    # type: () -> str\n    pass",
    "def f(*, # type: int\n  a):\n    pass", "x: int = 1  # type: int", "f(a,  # type: int\n  b)", "def f(a  # type: int\n  , b):\n    pass", "class A:  # type: int\n    pass",
    "lambda a,  # type: int\n  b: 1", "x = 1 # type: ignore123", "x = 1 # type: ignoreé",
):
    try:
        print(ast.dump(ast.parse(source, type_comments=True)))
    except SyntaxError as error:
        print(type(error).__name__, error.args)

for source in ("() -> int", "(int, *str, **Any) -> List[float]", "(int", "(*a, b) -> c", "(**k) -> x\n\n"):
    try:
        print(ast.dump(ast.parse(source, mode="func_type")))
    except SyntaxError as error:
        print(type(error).__name__, error.msg)

for version in (4, 5, 6, 7):
    for source in ("async = 1; await = 2", "async def f():\n    await x\nawait = 1", "async def f(): pass", "def async(): await(1)"):
        try:
            print(version, ast.dump(ast.parse(source, feature_version=(3, version))))
        except SyntaxError as error:
            print(version, type(error).__name__, error.msg)
