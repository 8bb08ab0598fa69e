# subprocess: run, Popen, pipes, timeouts, encodings, errors, redirections, environments, shells, check_* functions.
import builtins, io, os, signal, subprocess, sys, tempfile
from subprocess import *
folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



PY = sys.executable
def py(code, *a, **k): return run([PY, "-c", code, *a], **k)
r = py("import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)", capture_output=True, text=True); print(r.returncode, repr(r.stdout), repr(r.stderr), str(r).replace(PY, "PY")[:40], r.args[0] == PY); show("check", lambda: r.check_returncode() if False else None)
try: r.check_returncode()
except CalledProcessError as e: print(str(e).replace(PY, "PY"), e.returncode, e.output, e.stderr, e.cmd[1])
print(py("print(input()[::-1])", input="abc\n", capture_output=True, text=True).stdout, py("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().upper())", input=b"a\xff", stdout=PIPE).stdout, py("print('\\xe9')", capture_output=True, encoding="latin-1", env={"PYTHONIOENCODING": "latin-1"}).stdout, py("import os; print(sorted(k for k in os.environ if k.startswith('ONLY')))", env={"ONLY_X": "1"}, capture_output=True, text=True).stdout, py("import os; print(os.path.basename(os.getcwd()))", cwd="/usr", capture_output=True).stdout)
print(check_output(["echo", "a b"]), check_output("echo $((1+2)); echo err >&2", shell=True, stderr=STDOUT), call(["true"]), call("exit 5", shell=True), check_call(["true"]), getoutput("echo x; false"), getstatusoutput("exit 7"), getoutput("printf 'a\\nb\\n'"), check_output(["cat"], input=b""), run(["cat"], stdin=DEVNULL, capture_output=True).stdout, subprocess.list2cmdline(["a b", 'q"', "c\\", ""]))
for label, call_ in {"absent": lambda: run(["no-such-program-x"]), "absent cwd": lambda: run(["true"], cwd="absent"), "not executable": lambda: run(["./plain"]), "folder": lambda: run(["/usr"]), "empty": lambda: run([]), "none": lambda: run(None), "nul": lambda: run(["a\0b"]), "int": lambda: run([1]), "check": lambda: run(["false"], check=True), "check_call": lambda: check_call(["false"]), "check_output": lambda: check_output("echo partial; exit 2", shell=True), "timeout output": lambda: run("echo before; sleep 5", shell=True, timeout=0.3, capture_output=True), "input and stdin": lambda: run(["true"], input=b"", stdin=PIPE), "capture and stdout": lambda: run(["true"], capture_output=True, stdout=PIPE), "check_output stdout": lambda: check_output(["true"], stdout=PIPE), "text input bytes": lambda: run(["cat"], input=b"x", text=True, capture_output=True), "binary input text": lambda: run(["cat"], input="x", capture_output=True), "bad env": lambda: run(["true"], env={"A=B": "1"}), "env type": lambda: run(["true"], env={"A": 1}), "bufsize": lambda: Popen(["true"], bufsize="x"), "preexec": lambda: run(["true"], preexec_fn=lambda: 1 / 0), "killed": lambda: run("kill -9 $$", shell=True).returncode, "signal check": lambda: run("kill -15 $$", shell=True, check=True), "pass_fds": lambda: run(["true"], pass_fds=(0,), close_fds=False).returncode, "universal conflict": lambda: Popen(["true"], text=False, universal_newlines=True), "user": lambda: run(["true"], user="no-such-user-x"), "umask": lambda: run("umask", shell=True, umask=0o77, capture_output=True).stdout, "session": lambda: run(["true"], start_new_session=True).returncode, "group": lambda: run(["true"], process_group=0).returncode, "extra groups": lambda: run(["true"], extra_groups=["no-such-group-x"]), "path object": lambda: run([__import__("pathlib").Path("/bin/true")]).returncode, "bytes": lambda: run([b"/bin/echo", b"x"], capture_output=True).stdout, "string": lambda: run("/bin/true").returncode, "string with blanks": lambda: run("/bin/echo x"), "executable": lambda: run(["fake", "-c", "echo $0"], executable="/bin/sh", capture_output=True).stdout, "stdout closed": lambda: run(["echo", "x"], stdout=-3), "stdout bad": lambda: run(["true"], stdout=12345), "stderr STDOUT": lambda: run("echo e >&2", shell=True, stdout=PIPE, stderr=STDOUT).stdout}.items():
    if label == "not executable": open("plain", "w").close()
    show(label, call_)
p = Popen([PY, "-u", "-c", "import sys\nfor l in sys.stdin: print('got', l.strip()); sys.stdout.flush()"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1); p.stdin.write("one\n"); p.stdin.flush(); print(p.stdout.readline(), p.poll(), p.communicate("two\nthree\n"), p.returncode, p.poll(), p.wait(), repr(p).replace(PY, "PY")[:20], p.stdin.closed)
p = Popen(["sleep", "60"]); print(p.poll(), p.terminate(), p.wait(), p.returncode == -signal.SIGTERM, p.send_signal(9), p.kill(), p.returncode); p = Popen(["sleep", "60"]); p.kill(); print(p.wait())
with Popen(["cat"], stdin=PIPE, stdout=PIPE) as p: p.stdin.write(b"x" * 200000) if False else p.stdin.write(b"small"); p.stdin.close(); print(p.stdout.read())
print(p.returncode, len(Popen(["cat"], stdin=PIPE, stdout=PIPE).communicate(b"y" * 300000)[0])); a = Popen(["echo", "piped"], stdout=PIPE); b = Popen(["tr", "a-z", "A-Z"], stdin=a.stdout, stdout=PIPE); a.stdout.close(); print(b.communicate()[0], a.wait())
with open("out.txt", "w+") as f: run(["echo", "to file"], stdout=f); f.seek(0); print(f.read())
print(CompletedProcess(["a"], 1, "o"), CompletedProcess(["a"], 0), TimeoutExpired("cmd", 1.5, b"o"), CalledProcessError(-9, "c"), CalledProcessError(-99, "c"), CalledProcessError(3, ["c"]), SubprocessError.__mro__[1], (PIPE, STDOUT, DEVNULL), run(["sh", "-c", "exit 300"]).returncode)
