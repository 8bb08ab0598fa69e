# golden: timeout=60
# Streams that are gone or cannot be made, and warnings of the parser that are made errors.
import re
import subprocess
import sys


def run(*arguments, **variables):
    result = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **variables})
    print(*arguments, "->", result.returncode)
    print(result.stdout + "--\n" + re.sub("0x[0-9a-f]+", "ADDRESS", result.stderr))


run("-c", "import sys; del sys.stderr; 1/0")
run("-c", "import sys; sys.stderr = 5; [][1]")
run("-c", "import sys; sys.stderr.close(); {}['k']")
run("-c", "import sys; sys.stderr = None; 1/0")
run("-c", "1", PYTHONIOENCODING="no-such-encoding")
run("-c", "print(1)", PYTHONIOENCODING="latin-1")
run("-Werror", "-c", r"print(1, '\d')")
run("-Werror", "-c", "x = 1\ny = f'{x}\\d' + 'b'")
run("-Werror", "-c", r"b'\400'")
run("-Wdefault", "-c", r"print('\d')")
run("-c", "import builtins\nclass A:\n  def __del__(self): print('gone', len('abc'))\nbuiltins.kept = A()\nprint('end')")
