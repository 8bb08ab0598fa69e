# The body of a case that does not match is no line that was run.
import sys


def follow(frame, event, argument):
    if event == "line" and frame.f_code is match_values.__code__:
        lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
    return follow


def match_values(value):
    match value, 1:
        case [int(x), _] if x > 5:
            value = "int"
        case [[a, *_], 1]:
            value = "sequence"
        case [{"k": k}, _]:
            value = "mapping"
        case [str() as s, 2]:
            value = "never"
    match value:
        case {"k": 1}:
            value = 1
    for _ in range(2):
        match (1, 2):
            case int(x):
                value = 2
        value = 3
    return value


for value in 1, 10, [], [1, 2], {"k": 2}, {"k": 1}, "text", None:
    lines = []
    sys.settrace(follow)
    match_values(value)
    sys.settrace(None)
    print(repr(value), lines)
