import _thread as t
def tr(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
l=t.allocate_lock()
def rep(o): return repr(o).split(' at ')[0]
print(type(l), rep(l), rep(t.RLock()), t.LockType, t.error, t.TIMEOUT_MAX, t._local, t._ExceptHookArgs)
tr(lambda:l.release()); tr(lambda:l.acquire(False,1)); tr(lambda:l.acquire(True,-2)); tr(lambda:l.acquire(0)); tr(lambda:l.acquire(True,0.01)); print(rep(l))
r=t.RLock(); tr(r.release); tr(r.acquire); tr(r.acquire);  tr(r._is_owned); tr(lambda:r._release_save()[0]); tr(lambda:r._acquire_restore((2,t.get_ident()))); tr(lambda: r._acquire_restore(5))
with r: print(r._is_owned())
print([m for m in dir(l)if m not in dir(object)],[m for m in dir(r)if m not in dir(object)])
tr(lambda:type(l)()); tr(lambda:t.LockType()); tr(lambda: t.start_new_thread(5)); tr(lambda: t.start_new_thread(5,5));tr(lambda: t.start_new_thread(print,5));tr(lambda: t.start_new_thread(print,(),5))
tr(lambda: t.stack_size()); tr(lambda:t.stack_size(5)); tr(lambda:t.stack_size(-1)); tr(lambda:t._count()); tr(t.exit)
x=t._local(); x.a=1; print(x.__dict__, vars(x)); tr(lambda: t._local(1))
class L(t._local):
    def __init__(self,a): self.z=a
print(L(3).z)
tr(lambda: x.foo)
