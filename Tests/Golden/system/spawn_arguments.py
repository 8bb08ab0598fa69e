"""os.posix_spawn: what it refuses, and sched_param."""

import os

parameter = os.sched_param(3)
print(parameter, parameter[0], tuple(parameter), parameter.n_fields, parameter.__reduce__())
print(os.sched_param(sched_priority="x"))
for arguments in ((), (1, 2)):
    try:
        os.sched_param(*arguments)
    except TypeError as error:
        print(error)
for value in (1.5, "a", 2**40, None):
    try:
        os.sched_setparam(0, os.sched_param(value))
    except Exception as error:
        print(repr(error))


def spawn(*arguments, **keywords):
    try:
        os.waitpid(os.posix_spawn(*arguments, **keywords), 0)
        print("runs")
    except Exception as error:
        print(type(error).__name__, error)


for keywords in (
    {"resetids": 1}, {"resetids": None}, {"resetids": "a"}, {"setsid": "b"}, {"setpgroup": None}, {"setpgroup": "x"},
    {"setsigmask": 3}, {"setsigmask": ["a"]}, {"setsigmask": [0]}, {"setsigmask": [999]}, {"setsigmask": [2**70]},
    {"scheduler": 3}, {"scheduler": (1,)}, {"scheduler": (None, 3)}, {"setsigdef": None},
):
    print(keywords, end=" ")
    spawn("/bin/true", ["true"], {}, **keywords)
for arguments in (
    ("/bin/true", None, {}), ("/bin/true", [], {}), ("/bin/true", [""], {}), ("/bin/true", "x", {}), ("/bin/true", ["t"], 3),
    ("/bin/true", ["t"], None), ("/bin/true", [1], {}), ("/bin/tr\0ue", ["t"], {}), ("/nonexistent", ["t"], {}),
    ("/bin/true", ["t"], {"a=b": "c"}), ("/bin/true", ["t"], {1: "c"}),
):
    print(arguments, end=" ")
    spawn(*arguments)
for actions in (
    3, [3], [()], [(3,)], [(None,)], [(os.POSIX_SPAWN_CLOSE,)], [(os.POSIX_SPAWN_CLOSE, "a")], [(os.POSIX_SPAWN_CLOSE, 1, 2)],
    [(os.POSIX_SPAWN_OPEN, 1)], [(os.POSIX_SPAWN_OPEN, 1, "a\0b", 0, 0)], [(os.POSIX_SPAWN_DUP2, 1)],
    [(os.POSIX_SPAWN_OPEN, 3, "/nonexistent/x", 0, 0)], [(os.POSIX_SPAWN_OPEN, 3, 3, 0, 0)], ((os.POSIX_SPAWN_CLOSE, 0),), None,
):
    print(actions, end=" ")
    spawn("/bin/true", ["t"], {}, file_actions=actions)
