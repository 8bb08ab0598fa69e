# signal: handlers of every kind, masks, waiting, timers, wake-up descriptors, interrupted calls, threads, errors.
import os, select, sys, threading, time
from signal import *
import signal

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



log = []
def handler(number, frame): log.append((Signals(number).name, frame is not None and frame.f_code.co_name))
print(getsignal(SIGUSR1), signal.signal(SIGUSR1, handler), getsignal(SIGUSR1) is handler, os.kill(os.getpid(), SIGUSR1), log, raise_signal(SIGUSR1), len(log), signal.signal(SIGUSR1, SIG_IGN) is handler, raise_signal(SIGUSR1), len(log), signal.signal(SIGUSR1, SIG_DFL), default_int_handler.__name__, getsignal(SIGINT) is default_int_handler, strsignal(SIGTERM), strsignal(64), strsignal(1), SIGTERM in valid_signals(), len(valid_signals()) > 60, Signals(2), Handlers(1), Sigmasks(0), int(SIG_BLOCK))
for label, call in {"number": lambda: signal.signal(0, handler), "big": lambda: signal.signal(NSIG, handler), "kill": lambda: signal.signal(SIGKILL, handler), "type": lambda: signal.signal(SIGUSR1, "x"), "int handler": lambda: signal.signal(SIGUSR1, 5), "none": lambda: signal.signal(SIGUSR1, None), "getsignal": lambda: getsignal(999), "text": lambda: signal.signal("USR1", handler), "raise bad": lambda: raise_signal(999), "default int": lambda: default_int_handler(2, None), "default int args": lambda: default_int_handler(), "alarm text": lambda: alarm("x"), "strsignal": lambda: strsignal(999), "itimer": lambda: setitimer(99, 1), "itimer neg": lambda: setitimer(ITIMER_REAL, -1), "itimer text": lambda: setitimer(ITIMER_REAL, "x"), "getitimer": lambda: getitimer(ITIMER_REAL), "mask how": lambda: pthread_sigmask(99, []), "mask number": lambda: pthread_sigmask(SIG_BLOCK, [0]), "mask type": lambda: pthread_sigmask(SIG_BLOCK, 5), "mask item": lambda: pthread_sigmask(SIG_BLOCK, ["x"]), "sigwait bad": lambda: sigwait([999]), "timedwait": lambda: sigtimedwait([SIGUSR2], 0), "timedwait neg": lambda: sigtimedwait([SIGUSR2], -1), "pthread_kill": lambda: pthread_kill(threading.get_ident(), 0), "pthread_kill bad": lambda: pthread_kill(threading.get_ident(), 999), "wakeup bad": lambda: set_wakeup_fd(99999), "wakeup blocking": lambda: set_wakeup_fd(os.open("/dev/null", os.O_WRONLY)), "wakeup type": lambda: set_wakeup_fd("x"), "siginterrupt": lambda: siginterrupt(SIGUSR1, False), "siginterrupt bad": lambda: siginterrupt(0, True), "pause": lambda: (signal.signal(SIGALRM, handler), setitimer(ITIMER_REAL, 0.01), pause(), log[-1][0])[3], "pidfd": lambda: pidfd_send_signal(-1, SIGUSR1), "enum": lambda: (SIGINT, repr(SIGINT), SIGINT + 0, Signals["SIGHUP"])}.items(): show(label, call)
log.clear(); signal.signal(SIGUSR1, handler); old = pthread_sigmask(SIG_BLOCK, [SIGUSR1, SIGUSR2]); os.kill(os.getpid(), SIGUSR1); os.kill(os.getpid(), SIGUSR2); print(log, sorted(sigpending()), sorted(pthread_sigmask(SIG_BLOCK, [])), sigwait([SIGUSR2]), sigtimedwait([SIGUSR1], 1).si_signo, sorted(sigpending()), pthread_sigmask(SIG_SETMASK, old) == {SIGUSR1, SIGUSR2} | set(old)); i = None
pthread_sigmask(SIG_BLOCK, [SIGUSR1]); os.kill(os.getpid(), SIGUSR1); i = sigwaitinfo({SIGUSR1}); print(i.si_signo, i.si_pid == os.getpid(), i.si_code, len(i), type(i).__name__); os.kill(os.getpid(), SIGUSR1); print(log); pthread_sigmask(SIG_UNBLOCK, [SIGUSR1]); print(log)
def raising(number, frame): raise KeyError("from the handler")
signal.signal(SIGALRM, raising)
def interrupted(f):
    setitimer(ITIMER_REAL, 0.02)
    try: return f()
    except KeyError as e: return repr(e), e.__traceback__.tb_next is not None
    finally: setitimer(ITIMER_REAL, 0)
r, w = os.pipe(); lock = threading.Lock(); lock.acquire(); event = threading.Event()
for name, f in {"sleep": lambda: time.sleep(5), "read": lambda: os.read(r, 1), "select": lambda: select.select([r], [], [], 5), "poll": lambda: (p := select.poll(), p.register(r), p.poll(5000)), "lock": lambda: lock.acquire(timeout=5), "event": lambda: event.wait(5), "loop": lambda: [None for _ in iter(int, 1)], "file": lambda: os.fdopen(os.dup(r), "rb", 0).read(1), "waitpid": lambda: os.waitpid(os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "0.2"), 0), "join": lambda: (t := threading.Thread(target=time.sleep, args=(0.1,)), t.start(), t.join())[2], "sigwait": lambda: sigwaitinfo([SIGUSR2])}.items(): print(name, interrupted(f))
signal.signal(SIGALRM, handler); log.clear(); t = time.monotonic(); setitimer(ITIMER_REAL, 0.01, 0.01); time.sleep(0.1); setitimer(ITIMER_REAL, 0); print(len(log) >= 3, time.monotonic() - t >= 0.1); os.write(w, b"x"); setitimer(ITIMER_REAL, 0.01); print(os.read(r, 1))
a, b = os.pipe(); os.set_blocking(b, False); print(set_wakeup_fd(b), raise_signal(SIGUSR1), os.read(a, 9), set_wakeup_fd(-1) == b); log.clear(); caught = []
def in_thread():
    try: signal.signal(SIGUSR1, handler)
    except ValueError as e: caught.append(str(e))
    try: set_wakeup_fd(-1)
    except ValueError as e: caught.append(str(e))
    os.kill(os.getpid(), SIGUSR1); pthread_kill(threading.main_thread().ident, SIGUSR1)
th = threading.Thread(target=in_thread); th.start(); th.join(); time.sleep(0.01); print(caught, {x[0] for x in log}); print(signal.signal(SIGINT, SIG_IGN) is default_int_handler, raise_signal(SIGINT), signal.signal(SIGINT, default_int_handler))
try: raise_signal(SIGINT)
except KeyboardInterrupt as e: print("KeyboardInterrupt", e.args)
def nested(number, frame): log.append("outer in"); raise_signal(SIGUSR2); log.append("outer out")
log.clear(); signal.signal(SIGUSR2, handler); signal.signal(SIGUSR1, nested); raise_signal(SIGUSR1); print([x if isinstance(x, str) else x[0] for x in log]); print(setitimer(ITIMER_VIRTUAL, 0.5, 0.25), getitimer(ITIMER_VIRTUAL)[1], setitimer(ITIMER_VIRTUAL, 0)[1], alarm(100), alarm(0) in (99, 100), ItimerError is OSError)
