"""A process that dies of a signal says where."""
import os, re, sys
import faulthandler
def child(function):
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        faulthandler.enable(w)
        function()
        os._exit(0)
    os.close(w)
    status = os.waitpid(pid, 0)[1]
    text = os.read(r, 10000).decode()
    os.close(r)
    print(status & 0x7F, re.sub("0x[0-9a-f]{16}", "0x...", text).replace(__file__, "FILE").partition("\n\nExtension")[0])
for function in (faulthandler._sigsegv, faulthandler._sigfpe, faulthandler._read_null, faulthandler._sigabrt, lambda: os.kill(os.getpid(), 4)):
    child(function)
