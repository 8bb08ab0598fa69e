"""A fork of a program with threads: the child has one."""
import os, sys, threading
log = []
os.register_at_fork(before=lambda: log.append("before 1"), after_in_parent=lambda: log.append("parent 1"), after_in_child=lambda: log.append("child 1"))
os.register_at_fork(before=lambda: log.append("before 2"), after_in_parent=lambda: log.append("parent 2"), after_in_child=lambda: log.append("child 2"))
r, w = os.pipe()
event = threading.Event()
thread = threading.Thread(target=event.wait)
thread.start()
def fork_here(where):
    pid = os.fork()
    if pid == 0:
        text = repr((where, log, threading.active_count(), len(sys._current_frames()), threading.current_thread() is threading.main_thread(), thread.is_alive()))
        os.write(w, text.encode())
        t = threading.Thread(target=lambda: os.write(w, b" and a new thread"))
        t.start(); t.join()
        os._exit(7)
    print(os.waitpid(pid, 0)[1] >> 8, log)
    print(os.read(r, 1000).decode())
    log.clear()
fork_here("main")
t = threading.Thread(target=fork_here, args=("thread",))
t.start(); t.join()
event.set()
thread.join()
print(threading.active_count())
try:
    os.register_at_fork()
except TypeError as e:
    print(e)
