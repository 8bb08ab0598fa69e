"""What becomes of exceptions that leave a thread."""
import sys, threading, _thread, time
sys.stderr = sys.stdout
def fail(x):
    raise ValueError(x)
t = threading.Thread(target=fail, args=("one",), name="Failing")
t.start(); t.join()
t = threading.Thread(target=sys.exit, args=(3,))
t.start(); t.join()
def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name, args._fields if hasattr(args, "_fields") else len(args))
threading.excepthook = hook
t = threading.Thread(target=fail, args=("two",), name="Hooked")
t.start(); t.join()
threading.excepthook = threading.__excepthook__
raised = []
def unraisable(args):
    raised.append((args.exc_type.__name__, str(args.exc_value), args.err_msg, args.object is fail))
sys.unraisablehook = unraisable
done = threading.Event()
class Last:
    def __del__(self): done.set()
_thread.start_new_thread(fail, (Last(),))
done.wait(5)
_thread.start_new_thread(_thread.exit, ())
time.sleep(0.05)
print([(a, b.split(" at ")[0], c, d) for a, b, c, d in raised])
for args in ((), (1, ()), (len, 1), (len, (), 1)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as e:
        print(e)
try:
    _thread.allocate_lock().release()
except RuntimeError as e:
    print(e)
try:
    threading.RLock().release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
r.acquire()
out = []
t = threading.Thread(target=lambda: out.append((r.acquire(False), r.acquire(timeout=0.01), r._is_owned())))
t.start(); t.join()
print(out, r._is_owned())
def other():
    try:
        r.release()
    except RuntimeError as e:
        out.append(str(e))
t = threading.Thread(target=other)
t.start(); t.join()
print(out[-1])
