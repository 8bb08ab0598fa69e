import os
import signal
import time


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r); os.write(w, b"child %d" % (os.getppid() > 0)); os._exit(5)
os.close(w)
done, status = os.waitpid(pid, 0)
print(os.read(r, 50), done == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status), os.WIFSIGNALED(status),
    os.WIFSTOPPED(status))
pid = os.fork()
if pid == 0:
    time.sleep(30)
os.kill(pid, signal.SIGTERM)
_, status, usage = os.wait4(pid, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status), usage.ru_utime >= 0, os.WCOREDUMP(status))
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit $V"], {"V": "9"})
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), os.system("exit 4"), os.popen("echo out").read(), os.popen("exit 3").close())
print(os.spawnv(os.P_WAIT, "/bin/true", ["true"]), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 6"))
show("no child", lambda: os.waitpid(99999999, 0))
show("no process", lambda: os.kill(99999999, 0))
show("signal", lambda: os.kill(os.getpid(), 999))
show("exec", lambda: os.execv("/no/such", ["x"]))
show("exec empty", lambda: os.execv("/bin/true", []))
show("exec args", lambda: os.execv("/bin/true", "x"))
show("exec env", lambda: os.execve("/bin/true", ["x"], {"a": 1}))
show("spawn", lambda: os.posix_spawn("/no/such", ["x"], {}))
show("status", lambda: os.waitstatus_to_exitcode("x"))
os.environ["GOLDEN_X"] = "1"
print(os.getenv("GOLDEN_X"), os.environb[b"GOLDEN_X"], os.popen("echo $GOLDEN_X").read(), os.environ.pop("GOLDEN_X"), os.getenv("GOLDEN_X", "gone"))
show("env type", lambda: os.environ.__setitem__("a", 1))
show("env null", lambda: os.putenv("a", "b\0"))
show("env equals", lambda: os.putenv("a=b", "c"))
show("env delete", lambda: os.environ.__delitem__("NO_SUCH_Z"))
show("env key", lambda: os.environ["NO_SUCH_Z"])
print(os.getpgid(0) == os.getpgrp(), os.getpriority(os.PRIO_PROCESS, 0) >= 0, os.nice(0) >= 0, os.sched_getaffinity(0) != set(), os.cpu_count() > 0,
    len(os.getloadavg()), os.uname().sysname, os.times().user >= 0, os.sysconf("SC_PAGE_SIZE"), os.getlogin is not None, len(os.urandom(5)),
    len(os.getrandom(3)), os.get_terminal_size is not None)
show("sysconf", lambda: os.sysconf("nope"))
show("terminal", lambda: os.get_terminal_size(r))
show("urandom", lambda: os.urandom(-1))
