import _posixsubprocess
import os
import subprocess
import sys


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


show("arguments", lambda: _posixsubprocess.fork_exec())
show("output", lambda: subprocess.run(["printf", "%s|", "a b", "", "é"], capture_output=True).stdout)
show("environment", lambda: subprocess.run(["env"], env={"A": "1", "Ä": "é"}, capture_output=True).stdout.decode())
show("bytes", lambda: subprocess.check_output([b"echo", b"\xff"]))
show("cwd", lambda: subprocess.check_output(["pwd"], cwd="/usr"))
show("no cwd", lambda: subprocess.run(["pwd"], cwd="/no/such"))
show("missing", lambda: subprocess.run(["/no/such/program"]))
show("not executable", lambda: subprocess.run(["/etc/passwd"]))
show("directory", lambda: subprocess.run(["/usr"]))
show("null", lambda: subprocess.run(["a\0b"]))
show("type", lambda: subprocess.run([1]))
show("empty", lambda: subprocess.run([]))
show("bad environment", lambda: subprocess.run(["true"], env={"a=b": "1"}))
show("preexec", lambda: subprocess.run(["sh", "-c", "umask"], preexec_fn=lambda: os.umask(0o77), capture_output=True).stdout)
show("preexec fails", lambda: subprocess.run(["true"], preexec_fn=lambda: 1 / 0))
show("session", lambda: subprocess.check_output([sys.executable, "-c", "import os; print(os.getsid(0) == os.getpid())"], start_new_session=True))
show("group", lambda: subprocess.check_output([sys.executable, "-c", "import os; print(os.getpgid(0) == os.getpid())"], process_group=0))
show("umask", lambda: subprocess.check_output(["sh", "-c", "umask"], umask=0o27))
r, w = os.pipe()
show("pass fds", lambda: (subprocess.run(["sh", "-c", f"echo hi >&{w}"], pass_fds=[w]).returncode, os.read(r, 9)))
show("closed fds", lambda: subprocess.run(["sh", "-c", f"echo hi >&{w}"], stderr=subprocess.DEVNULL).returncode)
show("executable", lambda: subprocess.check_output(["name", "-c", "echo $0"], executable="/bin/sh"))
show("signal", lambda: subprocess.run(["sh", "-c", "kill -TERM $$"]).returncode)
show("stderr to stdout", lambda: subprocess.run("echo a; echo b >&2", shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout)
show("input", lambda: subprocess.run(["cat"], input="text\n", text=True, capture_output=True).stdout)
show("universal", lambda: subprocess.run(["printf", "a\\r\\nb\\r"], text=True, capture_output=True).stdout)
