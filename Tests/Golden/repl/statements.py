# golden: timeout=60
# The interactive interpreter over a pipe: prompts, blocks, comments, what stays in force, and the end of the input.
import os
import subprocess
import sys

environment = {key: value for key, value in os.environ.items() if key != "PYTHONINSPECT"}


def session(text, *arguments, **variables):
    result = subprocess.run(
        [sys.executable, *arguments], input=text, capture_output=True, text=True, env={**environment, **variables})
    print(repr(text), *arguments, "->", result.returncode)
    print(result.stdout + "--\n" + result.stderr)


for text in [
    "# comment\n\n   \n1\n", "1 # comment\n# another\n_ + 1\n",
    "from __future__ import annotations\ndef f(x: y): pass\n\nf.__annotations__\n",
    "async def f(): return 3\n\nimport asyncio; asyncio.run(f())\n",
    "def f(): return 1\n\nf()\n", "class A: x = 1\n\nA.x\n",
    "if 1:\n  # inside\n  2\n\n", "for i in range(2):\n  i\n\n  i * 5\n\n",
    "x = 1\nx", "if 1:\n  5", "'''abc\n", "(1,\n", "x = 1 +\n1\n",
    "try:\n  1/0\nexcept ZeroDivisionError as e:\n  print(e)\nfinally:\n  7\n\n",
    "@property\ndef g(s): pass\n\ntype(g)\n", "match 3:\n  case 3:\n    'three'\n\n",
    "import sys\nsys.ps1 = '$ '\nsys.ps2 = '~ '\nif 1:\n  1\n\n", "raise SystemExit(3)\n", "1/0\n_\n",
]:
    session(text, "-iq")
session("", "-c", "print(1)", PYTHONINSPECT="1")
session("", "-c", "import os; os.environ['PYTHONINSPECT'] = '1'")
session("x\n", "-i", "-c", "x = 5")
