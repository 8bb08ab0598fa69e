# sched, code.InteractiveConsole, cmd, shlex, getopt, timeit: what reads lines or runs things for others.
import cmd, code, contextlib, getopt, io, sched, shlex, sys, timeit

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



now = [0]; log = []; s = sched.scheduler(lambda: now[0], lambda d: (log.append(("sleep", d)), now.__setitem__(0, now[0] + d))); e = s.enter(5, 2, log.append, ("b",)); s.enter(5, 1, log.append, ("a",)); s.enterabs(1, 1, lambda *a, **k: log.append((a, k)), (1,), {"k": 2}); c = s.enter(9, 1, log.append, ("cancelled",)); print([tuple(x)[:2] for x in s.queue], s.empty(), s.cancel(c), s.run(), log, s.empty(), s.run(False)); show("cancel", lambda: s.cancel(c)); s.enter(1, 1, lambda: 1 / 0); show("raises", s.run); s.enter(3, 1, print); print(s.run(blocking=False), len(s.queue), e < c)
def console(*lines, **k):
    it = iter(lines); out, err = io.StringIO(), io.StringIO(); con = code.InteractiveConsole({"preset": 7}, **k)
    def raw(prompt=""):
        out.write(prompt)
        try: line = next(it)
        except StopIteration: raise EOFError
        if isinstance(line, BaseException): raise line
        return line
    con.raw_input = raw
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try: con.interact(banner="banner", exitmsg="bye")
        except SystemExit as x: out.write(f"exit {x.code}")
    print(out.getvalue()); print(err.getvalue())
console("preset", "x = 1", "x + 1", "if x:", "    x", "", "def f():", "  return 1 / 0", "", "f()", "1 +", "'''a", "b'''", "raise KeyError('k')", "import sys", "_", "(", KeyboardInterrupt(), "x")
console("  indented", "print('p'); 5", "class A: pass", "", "A", "a = b", "raise SystemExit(3)"); i = code.InteractiveInterpreter(); err = io.StringIO()
with contextlib.redirect_stderr(err): print(i.runsource("1 +"), i.runsource("(1,"), i.runsource("x = 1"), i.locals["x"], i.runcode(compile("y = x + 1", "f", "exec")), i.locals["y"])
print(err.getvalue())
class Shell(cmd.Cmd):
    intro = "intro"; prompt = "> "; use_rawinput = False
    def do_add(self, arg): "adds"; print(sum(map(int, arg.split())), file=self.stdout)
    def do_quit(self, arg): return True
    def help_quit(self): self.stdout.write("leaves\n")
    def complete_add(self, text, line, b, e): return [x for x in ("one", "two") if x.startswith(text)]
    def precmd(self, line): return line.lower()
out = io.StringIO(); sh = Shell(stdin=io.StringIO("ADD 1 2\n\nnope x\n?\nhelp add\nhelp quit\nhelp zz\n!sh\nquit\nadd 9\n"), stdout=out); sh.cmdloop(); print(out.getvalue(), sh.completenames("a"), sh.get_names()[:0], sh.parseline("add x"), sh.parseline("!y"), sh.parseline(""), sh.onecmd("EOF"), sh.complete_add("t", "", 0, 0))
for text in ("a b", "'a b' c", '"a\\"b" c', "a\\ b", "a'b'c\"d\"", "'unclosed", "a\\", "# c", "a # b", "\u00e9 x", "a;b|c&&d>e", "", "''", "a\nb", "$(x) ~/y *.z"): show(text, lambda: shlex.split(text)); show("  comments", lambda: shlex.split(text, comments=True)); show("  raw", lambda: shlex.split(text, posix=False)); show("  punctuation", lambda: list(shlex.shlex(text, punctuation_chars=True)))
print(shlex.quote("a b"), shlex.quote(""), shlex.quote("it's"), shlex.quote("safe-1"), shlex.join(["a b", "c"])); l = shlex.shlex("a 'b' = c\nd", "file.x"); print([l.get_token() for _ in range(4)], l.push_token("p"), l.get_token(), l.lineno, l.error_leader(), list(l)); show("split None", lambda: shlex.split(5))
for argv in (["-a", "-b", "x", "rest"], ["-bx", "--long", "--arg=1", "-"], ["--lo"], ["--arg"], ["-z"], ["-b"], ["--long=x"], ["--", "-a"], ["rest", "-a"], ["--a"], []): show(argv, lambda: getopt.getopt(argv, "ab:", ["long", "arg=", "also"])); show("  gnu", lambda: getopt.gnu_getopt(argv, "ab:", ["long", "arg=", "also"]))
t = timeit.Timer("n.append(1)", "n = []", timer=lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0]); print(t.timeit(5), t.repeat(2, 3), t.autorange(lambda n, x: log.append(n)) if False else "", timeit.timeit(lambda: None, number=3) >= 0, timeit.timeit("x", globals={"x": 1}, number=1) >= 0, timeit.default_number); show("syntax", lambda: timeit.Timer("1 +")); show("setup", lambda: timeit.Timer("1", "1 +")); show("return", lambda: timeit.Timer("return")); show("type", lambda: timeit.Timer(5)); show("raises", lambda: timeit.timeit("1 / 0", number=1)); show("setup type", lambda: timeit.Timer("1", 5))
out = io.StringIO()
with contextlib.redirect_stdout(out): print(timeit.main(["-n", "1", "-r", "1", "-u", "sec", "pass"]), timeit.main(["-h"]) if False else "", timeit.main(["-u", "nope"]))
print(out.getvalue().split()[-1] != "", "loop" in out.getvalue())
