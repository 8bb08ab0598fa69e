# pyvenv.cfg beside the interpreter or above it: prefixes, site-packages, and configurations that are no good.
import builtins
import os
import subprocess
import sys
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))

real = os.path.realpath(sys.executable)
base = sys.base_prefix


def environment(name, text, folder="bin"):
    os.makedirs(os.path.join(name, folder) if folder else name, exist_ok=True)
    python = os.path.join(name, folder, "python")
    if not os.path.lexists(python):
        os.symlink(real, python)
    site_packages = os.path.join(name, "lib/python3.11/site-packages")
    os.makedirs(site_packages, exist_ok=True)
    with open(os.path.join(site_packages, "only_here.py"), "w") as f:
        f.write("HERE = __file__")
    if text is not None:
        with open(os.path.join(name, "pyvenv.cfg"), "wb") as f:
            f.write(text.encode() if isinstance(text, str) else text)
    return python


CODE = """
import sys
def n(p): return p.replace(BASE, 'BASE') if p else p
BASE = sys.base_prefix
print('  prefix', sys.prefix != sys.base_prefix, sys.prefix.endswith(NAME), 'exec', sys.exec_prefix == sys.prefix, sys.base_exec_prefix == sys.base_prefix)
print('  executable', sys.executable.endswith(NAME + '/bin/python') or sys.executable.endswith('python'), 'site' in sys.modules)
print('  paths', any(p.endswith(NAME + '/lib/python3.11/site-packages') for p in sys.path), any('dist-packages' in p for p in sys.path), sys.flags.no_user_site)
try:
    import only_here
    print('  module', only_here.HERE.endswith(NAME + '/lib/python3.11/site-packages/only_here.py'))
except ImportError as e:
    print('  ', e)
import site, json
print('  site', site.ENABLE_USER_SITE, [p.endswith(NAME) for p in site.PREFIXES][:1], json.loads('1'))
import sysconfig
print('  scheme', sysconfig.get_default_scheme(), sysconfig.get_path('purelib').endswith(NAME + '/lib/python3.11/site-packages'))
"""


def run(label, name, python, *flags):
    env = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
    r = subprocess.run([python, *flags, "-c", f"NAME = {name!r}" + CODE], capture_output=True, text=True, env=env)
    print(label, r.returncode); print(r.stdout.rstrip()); print(r.stderr.strip()[-200:])


home = os.path.dirname(real)
for label, text in {"plain": f"home = {home}\n", "system": f"home = {home}\ninclude-system-site-packages = true\n", "upper": f"HOME = {home}\nInclude-System-Site-Packages = False\n",
    "spaces": f"  home={home}  \n# comment\nversion=3.11\n", "crlf": f"home = {home}\r\n", "odd": f"home = {home}\ninclude-system-site-packages = maybe\nno equals sign\n"}.items():
    run(label, label, environment(label, text))
run("flags -I", "plain", "plain/bin/python", "-I")
run("flags -S", "plain", "plain/bin/python", "-S")
run("through a link to the folder", "linked", os.symlink("plain", "linked") or "linked/bin/python")
run("link to the link", "outside", os.makedirs("outside", exist_ok=True) or os.symlink(os.path.abspath("plain/bin/python"), "outside/python") or "outside/python")
