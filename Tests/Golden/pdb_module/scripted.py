# golden: timeout=20
# pdb driven by a script: breakpoints of all kinds, stepping, inspecting, jumping, commands, displays, errors of its own.
import io, pdb, sys


def helper(n):
    total = 0
    for i in range(n):
        total += i
    return total


def target(x):
    y = helper(3)
    z = [helper(k) for k in range(2)]
    try:
        1 / (x - 1)
    except ZeroDivisionError:
        z.append("div")
    return y, z


def run(title, commands, call=lambda: target(1)):
    out = io.StringIO()
    p = pdb.Pdb(stdin=io.StringIO("\n".join(commands) + "\n"), stdout=out, nosigint=True, readrc=False)
    p.use_rawinput = False
    p.prompt = "(P) "
    try:
        result = p.runcall(call)
    except BaseException as error:
        result = type(error).__name__, str(error)
    text = out.getvalue().replace(__file__, "FILE")
    print("==", title); print("\n".join(line.rstrip() for line in text.splitlines())); print("result", result)


first = helper.__code__.co_firstlineno
run("step", ["s", "n", "s", "s", "n", "n", "p total, i", "r", "u", "p x", "d", "w", "c"])
run("list", ["s", "n", "l", "l", "l .", f"l {first}, {first + 3}", "ll", "source helper", "source nope", "a", "args", "c"])
run("breaks", [f"b {first + 3}", "b helper", f"b {first + 3}, i == 2", "tbreak target", "b nosuch", "b 99999", "b", "c", "c", "p i", "disable 1", "c", "ignore 3 1", "condition 2 n > 5", "enable 1", "cl 1", "cl 77", "b", "cl 2 3", "c", "c"])
run("values", ["n", "n", "p y", "pp {'k': y}", "whatis y", "whatis helper", "whatis target.__class__", "!y = 100", "p y", "y = 7", "print(y)", "p nope", "p 1 +", "display y", "n", "y = 8", "n", "undisplay y", "undisplay q", "retval", "c"])
run("until", ["n", "unt", f"unt {first + 40}", "until x", "rv", "c"])
run("jump", ["n", "n", "j 1", f"j {target.__code__.co_firstlineno + 7}", "j x", "n", "c"])
run("commands", [f"b {first + 4}", "commands 1", "p total", "end", "c", "c", "cl 1", "commands 9", "c"])
run("aliases", ["alias pi p %1 + 1", "alias", "pi 5", "alias zz p '%*'", "zz a b", "unalias pi", "pi 5", "unalias nope", "q"])
run("exceptions", ["n", "n", "n", "n", "n", "p __exception__", "c"], lambda: target(1))
run("uncaught", ["n", "n", "w", "c"], lambda: {}["missing"])
run("interact", ["debug helper(1)", "s", "s", "p n", "c", "help", "h b", "h nope", "help exec", "?", "exit"])
run("odd", ["", "s", "", "", "tbreak", "u 99", "d 99", "u x", "unt 1", "run", "q"])
run("end of input", ["n"])
