# A catastrophic expression can be interrupted by a signal handler that raises, and the engine is usable afterwards.
import re
import signal
import threading
import time


class Alarm(Exception):
    pass


def ring(number, frame):
    raise Alarm(frame.f_code.co_name)


signal.signal(signal.SIGALRM, ring)


def catastrophe():
    return re.match(r"(a+)+$", "a" * 60 + "b")


def lazily():
    return re.search(r"(?:a|aa|aaa)*?[^a]{3}", "a" * 70)


def substituting():
    return re.sub(r"(x|xx)+y", "", "x" * 60)


def with_bytes():
    return re.findall(rb"(?:\w+\s?)+!", b"word " * 40)


def looking_back():
    return re.fullmatch(r"(?:(?=(a+))\1?a*)+b", "a" * 90)


for function in catastrophe, lazily, substituting, with_bytes, looking_back:
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    begun = time.monotonic()
    try:
        print(function.__name__, function())
    except Alarm as error:
        print(function.__name__, "interrupted in", error, time.monotonic() - begun < 5)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
print(re.match(r"(a+)+$", "aaa"), re.sub("x", "y", "axa"))
counted = []


def tick(number, frame):
    counted.append(1)
    if len(counted) >= 3:
        raise Alarm("third")


signal.signal(signal.SIGALRM, tick)
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
try:
    catastrophe()
except Alarm as error:
    print(error, len(counted))
finally:
    signal.setitimer(signal.ITIMER_REAL, 0)
