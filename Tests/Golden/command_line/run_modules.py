# golden: timeout=60
# `-m`, folders, zip files, compiled files and standard input as the main program.
import os
import subprocess
import sys
import tempfile
import zipfile
import py_compile

here = os.path.dirname(os.path.abspath(__file__))


def run(*arguments, stdin=""):
    result = subprocess.run([sys.executable, *arguments], cwd=here, input=stdin, capture_output=True, text=True)
    output = (result.stdout + result.stderr).replace(here, "HERE").replace(sys.executable, "PYTHON")
    print(" ".join(arguments).replace(here, "HERE").replace(folder, "FOLDER"), "->", result.returncode, output.replace(folder, "FOLDER").strip())


with tempfile.TemporaryDirectory() as folder:
    run("-m", "_module", "a", "b")
    run("-m", "_package", "x")
    run("_package", "y")
    run("-m", "_package._inner")
    run("-m", "nosuch")
    run("-m", "_package.nosuch")
    run("-m", "_module.inner")
    run("-m", "sys")
    run("nosuch.py")
    run("_package/_inner")
    archive = os.path.join(folder, "program.zip")
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("__main__.py", "import helper\nprint('zip main', __name__, helper.value)\n")
        file.writestr("helper.py", "value = 5\n")
    run(archive)
    compiled = os.path.join(folder, "main.pyc")
    py_compile.compile(os.path.join(here, "_package", "__main__.py"), cfile=compiled)
    run(os.path.join(here, "_module.py"))
    run("-", "a", stdin="import sys\nprint(sys.argv, __name__)\n")
    run("-c", "import sys; print(sys.argv, sys.path[0] == '')", "-x")
    run("-x", "-c", "print(1)")
    run("--check-hash-based-pycs", "never", "-c", "import _imp; print(_imp.check_hash_based_pycs)")
    run("-X", "pycache_prefix=/somewhere", "-c", "import sys; print(sys.pycache_prefix)")
    run("-X", "frozen_modules=off", "-c", "import os; print(type(os.__loader__).__name__)")
