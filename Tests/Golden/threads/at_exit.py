"""The end of a program waits for threads that are no daemons, and for no others."""
import atexit, threading, time
def late():
    time.sleep(0.05)
    print("late thread", threading.main_thread().is_alive())
atexit.register(lambda: print("atexit", [t.name for t in threading.enumerate() if not t.daemon]))
threading.Thread(target=late).start()
def forever():
    while True:
        time.sleep(0.001)
threading.Thread(target=forever, daemon=True).start()
def spin():
    while True:
        pass
threading.Thread(target=spin, daemon=True).start()
print("main ends")
