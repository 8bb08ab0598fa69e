"""sys._current_exceptions(): the exception that each thread handles, in three parts."""

import sys
import threading

handling, done = threading.Event(), threading.Event()


def work():
    try:
        raise ValueError("in the thread")
    except ValueError:
        handling.set()
        done.wait()


thread = threading.Thread(target=work)
thread.start()
handling.wait()
found = sys._current_exceptions()
print(found[threading.get_ident()])
kind, value, traceback = found[thread.ident]
print(kind, repr(value), traceback.tb_frame.f_code.co_name)
done.set()
thread.join()
try:
    1 / 0
except ZeroDivisionError:
    kind, value, traceback = sys._current_exceptions()[threading.get_ident()]
    print(kind, value, traceback.tb_frame is sys._getframe())
