"""Signal handlers, timers, masks, the wake-up descriptor."""
import os, signal, threading, time, _thread
def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)
seen = []
def handler(number, frame):
    seen.append((number, frame.f_code.co_name))
def body():
    os.kill(os.getpid(), signal.SIGUSR1)
    for _ in range(1000): pass
print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler)
body()
print(seen)
signal.raise_signal(signal.SIGUSR1)
print(len(seen))
# Handlers run in the main thread, whoever gets the signal.
where = []
signal.signal(signal.SIGUSR2, lambda *a: where.append(threading.current_thread().name))
t = threading.Thread(target=lambda: signal.pthread_kill(threading.get_ident(), signal.SIGUSR2))
t.start(); t.join()
time.sleep(0.01)
print(where)
def elsewhere():
    attempt(signal.signal, signal.SIGUSR1, handler)
    attempt(signal.set_wakeup_fd, -1)
t = threading.Thread(target=elsewhere)
t.start(); t.join()
attempt(signal.signal, 0, handler)
attempt(signal.signal, 1, 5)
attempt(signal.signal, 9, handler)
attempt(signal.getsignal, 999)
attempt(signal.strsignal, 2)
attempt(signal.strsignal, 0)
attempt(signal.pthread_kill, threading.get_ident(), 0)
# A handler's exception arrives where the signal interrupts.
def stop(number, frame):
    raise ValueError("stop")
signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    while True:
        time.monotonic()
except ValueError as e:
    print("interrupted", e)
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    time.sleep(10)
except ValueError as e:
    print("interrupted", e)
lock = threading.Lock()
lock.acquire()
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    lock.acquire()
except ValueError as e:
    print("interrupted", e)
print(signal.getitimer(signal.ITIMER_REAL), signal.alarm(0))
attempt(signal.setitimer, 99, 1)
attempt(signal.setitimer, signal.ITIMER_REAL, -1)
# interrupt_main
try:
    _thread.interrupt_main()
    time.sleep(0.1)
except KeyboardInterrupt:
    print("KeyboardInterrupt")
signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
signal.signal(signal.SIGINT, signal.default_int_handler)
attempt(_thread.interrupt_main, 0)
threading.Timer(0.02, _thread.interrupt_main).start()
try:
    threading.Event().wait(0.2)
except KeyboardInterrupt:
    print("KeyboardInterrupt in wait")
# Masks
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigpending(), len(seen))
print(signal.sigwait({signal.SIGUSR1}), signal.sigpending())
os.kill(os.getpid(), signal.SIGUSR1)
info = signal.sigwaitinfo([signal.SIGUSR1])
print(info.si_signo, info.si_pid == os.getpid(), signal.sigtimedwait([signal.SIGUSR1], 0.01))
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1}), signal.pthread_sigmask(signal.SIG_SETMASK, []))
attempt(signal.pthread_sigmask, signal.SIG_BLOCK, [0])
attempt(signal.sigtimedwait, [signal.SIGUSR1], -1)
# The wake-up descriptor
r, w = os.pipe()
attempt(signal.set_wakeup_fd, w)
os.set_blocking(w, False)
os.set_blocking(r, False)
print(signal.set_wakeup_fd(w))
os.kill(os.getpid(), signal.SIGUSR1)
print(list(os.read(r, 10)), signal.set_wakeup_fd(-1) == w)
attempt(signal.set_wakeup_fd, 9999)
print(signal.Signals.SIGTERM, signal.Handlers(0), signal.Sigmasks(1), len(signal.valid_signals()) > 60)
