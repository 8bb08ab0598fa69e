# What `pyswift FOLDER`, `pyswift ZIP`, `-m`, `-`, `-c`, `-x`, `-I`, `-P`, `-S`, `-E` see of themselves.
import builtins
import os
import subprocess
import sys
import tempfile
import zipfile

folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))



def write(path, text):
    if os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


def run(*arguments, stdin=None, **environment):
    env = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8", **environment}
    r = subprocess.run([sys.executable, *arguments], input=stdin, capture_output=True, text=True, env=env)
    lines = [line for line in r.stderr.splitlines() if not line.startswith("    ")]
    print(arguments, environment or "", r.returncode, "\n  " + r.stdout.strip(), *(["\n  ! " + "\n  ! ".join(lines).replace(sys.executable, "python")] if lines else []))


FACTS = "import sys\nprint(__name__, __file__, __package__, __spec__ and __spec__.name, sys.argv, repr(sys.path[0]) if '/lib' not in sys.path[0] else 'lib')\n"
write("app/__main__.py", FACTS + "import beside\n")
write("app/beside.py", "print('beside', __name__)")
write("pack/__init__.py", "import sys; print('init', sys.argv)")
write("pack/__main__.py", FACTS)
write("pack/tool.py", FACTS + "from . import tool as again; print(again is sys.modules['pack.tool'], again is sys.modules['__main__'])")
write("empty/x.py", "")
write("nomain/__init__.py", "")
write("script.py", FACTS)
write("first.py", "garbage ^ here\n" + FACTS)
write("fails.py", "def f():\n    raise ValueError('x')\nf()\n")
write("noext", FACTS)
with zipfile.ZipFile("app.zip", "w") as z:
    z.write("app/__main__.py", "__main__.py"); z.write("app/beside.py", "beside.py")
with zipfile.ZipFile("empty.zip", "w"):
    pass
with open("self.pyz", "wb") as f:
    f.write(b"#!/usr/bin/env python3\n" + open("app.zip", "rb").read())
run("app", "a", "-b"); run("app.zip", "x"); run("self.pyz"); run("empty"); run("empty.zip"); run("absent"); run("absent.py")
run("-m", "pack", "1", "-v"); run("-m", "pack.tool"); run("-m", "script"); run("-m", "nomain"); run("-m", "absent"); run("-m", "pack.absent"); run("-m", "script.py"); run("-m")
run("-m", "fails"); run("fails.py"); run("-"); run("-", "arg", stdin=FACTS.replace("__file__", "'no file'")); run("script.py", "--", "-c"); run("noext"); run("-x", "first.py")
run("-c", "import sys; print(sys.argv, repr(sys.path[0]), __name__, __spec__, sys.orig_argv[1:])", "one", "-m"); run("-c"); run("-c", "1 +"); run("-c", "raise SystemExit('bye')")
run("-P", "-c", "import sys; print('' in sys.path, sys.flags.safe_path)"); run("-P", "script.py"); run("-I", "-c", "import sys; print('' in sys.path, sys.flags.isolated, sys.flags.no_user_site)", PYTHONPATH="zzz")
run("-E", "-c", "import sys; print('zzz' in str(sys.path), sys.flags.ignore_environment)", PYTHONPATH="zzz"); run("-c", "import sys; print([p for p in sys.path if p.endswith(('/zzz', '/yz', '/zz'))])", PYTHONPATH="zzz:/yz::zz")
run("-S", "-c", "import sys; print('site' in sys.modules, any('packages' in p for p in sys.path))"); run("-s", "-c", "import sys; print(sys.flags.no_user_site)")
run("-c", "import sys; print(sys.flags.safe_path)", PYTHONSAFEPATH="1"); run("-i", "-c", "x = 1", stdin="print(x + 1)\n"); run("-q", "-c", "print(1)"); run("-O", "-c", "assert 0; print(__debug__)"); run("-OO", "-c", "'doc'\nprint(__doc__)\ndef f(): 'd'\nprint(f.__doc__)")
run("-W", "error", "-c", "import warnings; warnings.warn('w')"); run("-Wbad::", "-c", "1"); run("-X", "dev", "-c", "import sys; print(sys.flags.dev_mode, sys.warnoptions)")
run("-V"); run("-Z"); run("--nope"); run("-X"); run("-W"); run("-c", "print(ascii(input()))", stdin="h\u00e9\n"); run("-u", "-c", "import sys; print(sys.stdout.line_buffering, sys.stdout.write_through)")
run("script.py", PYTHONSTARTUP="absent"); run("-c", "import sys; print(sys.flags.optimize, sys.flags.verbose, sys.dont_write_bytecode)", PYTHONOPTIMIZE="2"); run("-c", "print(3)", PYTHONHASHSEED="bad"); run("-B", "-b", "-bb", "-d", "-c", "import sys; print(sys.flags)")
