"""Audit events of built-in modules: what hooks are told."""

import array
import fcntl
import gc
import io
import marshal
import os
import signal
import socket
import sys
import syslog
import tempfile
import threading
import types

watches = False
opaque = {
    "sys._getframe", "gc.get_referrers", "gc.get_referents", "code.__new__", "socket.bind", "socket.connect", "exec", "socket.sendto",
    "function.__new__", "socket.__new__", "compile", "socket.sendmsg", "sys.unraisablehook", "builtins.id", "os.kill", "signal.pthread_kill",
    "import", "object.__setattr__", "object.__getattr__", "object.__delattr__", "os.killpg", "syslog.openlog", "builtins.breakpoint",
}


def hook(event, arguments):
    global watches
    if watches:
        watches = False
        print("   ", event, len(arguments) if event in opaque else ascii(arguments))
        watches = True


sys.addaudithook(hook)


class A:
    pass


class B:
    pass


class C(A):
    pass


def function(a=1):
    pass


folder = tempfile.mkdtemp()
os.chdir(folder)
open("f", "w").close()
instance, derived = A(), C
cases = """
os.chdir('.')
os.chmod('f', 0o600)
os.chown('f', -1, -1)
os.lchown('f', -1, -1)
os.kill(os.getpid(), 0)
os.link('f', 'g')
os.listdir('.')
os.listdir()
os.mkdir('d')
os.rmdir('d')
os.rename('g', 'h')
os.replace('h', 'g')
os.remove('g')
os.unlink('missing')
list(os.scandir('.'))
os.symlink('f', 's')
os.system('true')
os.truncate('f', 1)
os.putenv('A', 'b')
os.unsetenv('A')
os.utime('f')
os.utime('f', ns=(1, 2))
os.close(os.open('f', os.O_RDONLY))
os.waitpid(os.posix_spawn('/bin/true', ['t'], {}), 0)
os.execv('/nonexistent', ['a'])
os.execve('/nonexistent', ['a'], {'b': 'c'})
open('f').close()
open('f', 'rb').close()
open('f', 'wb', buffering=0).close()
array.array('i')
array.array('i', [1])
id(1)
compile('1', 'x', 'eval')
eval('1')
exec('1')
gc.get_objects(generation=1)
gc.get_referrers(cases)
gc.get_referents(cases)
marshal.dumps(1)
marshal.loads(marshal.dumps('a'))
marshal.load(io.BytesIO(marshal.dumps(1)))
signal.pthread_kill(threading.get_ident(), 0)
fcntl.fcntl(1, fcntl.F_GETFD)
socket.gethostname()
socket.getservbyport(80)
socket.getnameinfo(('127.0.0.1', 80), 0)
socket.socket().bind(('127.0.0.1', 0))
syslog.setlogmask(255)
function.__code__
setattr(function, '__code__', function.__code__)
function.__defaults__
setattr(function, '__defaults__', None)
delattr(function, '__kwdefaults__')
types.FunctionType(compile('1', 'x', 'eval'), {})
setattr(derived, '__name__', 'D')
setattr(derived, '__bases__', (B,))
setattr(instance, '__class__', B)
setattr(instance, 'attribute', B)
sys._getframe()
sys.settrace(None)
sys.set_asyncgen_hooks(firstiter=None)
sys.set_asyncgen_hooks(finalizer=None)
"""
for line in cases.strip().splitlines():
    print(line)
    code = compile(line, "<case>", "eval")
    watches = True
    try:
        eval(code)
    except OSError as error:
        watches = False
        print("    ->", type(error).__name__)
    watches = False

traced = []


def trace(frame, event, argument):
    if frame.f_code is Hook.__call__.__code__:
        traced.append(event)


class Hook:
    __cantrace__ = False

    def __call__(self, event, arguments):
        pass


sys.settrace(trace)
late = Hook()
sys.addaudithook(late)
sys.audit("test")
Hook.__cantrace__ = True
sys.audit("test")
sys.settrace(None)
print(traced)
