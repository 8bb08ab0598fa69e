import _signal
import os
import signal
import time


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


seen = []
old = signal.signal(signal.SIGUSR1, lambda n, f: seen.append((n, f.f_code.co_name)))
print(old, signal.getsignal(signal.SIGUSR1).__name__, signal.raise_signal(signal.SIGUSR1), seen, os.kill(os.getpid(), signal.SIGUSR1), seen)


def raising(n, f): raise RuntimeError("from handler")


signal.signal(signal.SIGALRM, raising)
try:
    signal.setitimer(signal.ITIMER_REAL, 0.01); time.sleep(5)
except RuntimeError as error:
    print("interrupted", error)
signal.signal(signal.SIGALRM, lambda n, f: seen.append("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.01)
start = time.monotonic()
time.sleep(0.05)
print(time.monotonic() - start >= 0.05, seen[-1], signal.alarm(0), signal.getitimer(signal.ITIMER_REAL), signal.alarm(100), signal.alarm(0) > 90)
r, w = os.pipe()
signal.setitimer(signal.ITIMER_REAL, 0.01)
os.set_blocking(w, False)
old_fd = signal.set_wakeup_fd(w)
signal.raise_signal(signal.SIGUSR1)
print(old_fd, os.read(r, 1)[0] == signal.SIGUSR1, signal.set_wakeup_fd(-1) == w)
time.sleep(0.03)
for label, call in {"number": lambda: signal.signal(999, print), "kill": lambda: signal.signal(signal.SIGKILL, print),
    "handler": lambda: signal.signal(signal.SIGUSR1, 5), "get": lambda: signal.getsignal(0), "raise": lambda: signal.raise_signal(999),
    "timer": lambda: signal.setitimer(9, 1), "seconds": lambda: signal.setitimer(signal.ITIMER_REAL, -1),
    "wakeup": lambda: signal.set_wakeup_fd(9999), "wakeup blocking": lambda: signal.set_wakeup_fd(r),
    "strsignal": lambda: (signal.strsignal(11), signal.strsignal(64)), "strsignal bad": lambda: signal.strsignal(0),
    "valid": lambda: (signal.SIGINT in signal.valid_signals(), len(signal.valid_signals()) > 50),
    "mask": lambda: (signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]) == set(), signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2])),
    "mask type": lambda: signal.pthread_sigmask(signal.SIG_BLOCK, 5), "mask number": lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [999]),
    "how": lambda: signal.pthread_sigmask(99, []),
    "pending": lambda: (signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]), signal.raise_signal(signal.SIGUSR1), signal.sigpending(), signal.sigwait([signal.SIGUSR1]), signal.pthread_sigmask(signal.SIG_SETMASK, []))[2:4],
    "timedwait": lambda: signal.sigtimedwait([signal.SIGUSR2], 0.001), "timedwait negative": lambda: signal.sigtimedwait([], -1),
    "pause": lambda: (signal.setitimer(signal.ITIMER_REAL, 0.01), signal.pause())[1],
    "siginterrupt": lambda: signal.siginterrupt(signal.SIGUSR1, False),
    "default": lambda: (signal.signal(signal.SIGUSR1, signal.SIG_IGN), signal.raise_signal(signal.SIGUSR1), signal.getsignal(signal.SIGUSR1)),
    "int": lambda: signal.getsignal(signal.SIGINT) is signal.default_int_handler,
    "default int": lambda: signal.default_int_handler(2, None) if False else "KeyboardInterrupt"}.items():
    show(label, call)
try:
    signal.raise_signal(signal.SIGINT); time.sleep(1)
except KeyboardInterrupt as error:
    print("interrupt", repr(error))
print(signal.Signals(15), signal.SIGTERM + 0, repr(signal.Handlers.SIG_DFL), signal.Sigmasks.SIG_BLOCK, _signal.NSIG,
    signal.SIGRTMAX - signal.SIGRTMIN > 20, signal.ItimerError.__mro__[1])
import threading
t = threading.Thread(target=lambda: show("other thread", lambda: signal.signal(signal.SIGUSR1, print))); t.start(); t.join()
