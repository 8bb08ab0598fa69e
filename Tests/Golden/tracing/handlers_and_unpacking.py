# Lines of handlers, of unpacking over several lines, and the ends of iterators, generators and coroutines.
import sys


def run(function):
    events = []

    def trace(frame, event, argument):
        if frame.f_code.co_filename != __file__:
            return None
        events.append((frame.f_lineno - function.__code__.co_firstlineno, event, argument[0].__name__ if event == "exception" else None))
        return trace

    try:
        sys.settrace(trace)
        function()
    except BaseException:
        pass
    finally:
        sys.settrace(None)
    print(function.__name__)
    for event in events:
        print("  ", event)


def a1():
    try:
        1/0
    except:
        5
    y=1
def a2():
    try:
        try:
            1/0
        finally:
            10
    except:
        12
    y=1
def a3():
    try:
        try:
            3
        except:
            5
        else:
            raise Exception
    except:
        12
    finally:
        14
def a4():
    try:
        try:
            raise ValueError(2)
        except* TypeError:
            4
    except:
        5
def a5():
    with open('/dev/null') as f:
        try:
            1/0
        except ZeroDivisionError as e:
            pass
def a6():
    for i in range(2):
        try:
            raise ValueError
        except:
            continue
def a7():
    (a,
     b,
     c) = range(3)
def a8():
    return [
       i
       for i in range(2)
       if i]

async def co(): return 1
async def f1():
    x = await co()
    y = 1
def t1(): f1().send(None)
def g(): 
    yield 1
    return 2
def f2():
    x = yield from g()
    y = 1
def t2(): list(f2())
class It:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n>1: raise StopIteration
        return 1
def f3():
    x = yield from It()
    y = 1
def t3(): list(f3())
def f4():
    yield from [1]
    y=1
def t4(): list(f4())
class Aw:
    def __await__(s):
        return 5
        yield
async def f5():
    await Aw()
    y=1
def t5(): f5().send(None)
async def ag():
    yield 1
async def f6():
    async for i in ag():
        pass
    [j async for j in ag()]
def t6(): f6().send(None)
class CM:
    async def __aenter__(s): return s
    async def __aexit__(s,*a): return False
async def f7():
    async with CM():
        y=1
def t7(): f7().send(None)
def f8():
    for i in It():
        pass
    y=1
def t8(): f8()
def f9():
    [i for i in It()]
    list(It())
    a, = It()
def t9(): f9()
def f10():
    for i in g(): pass
def t10(): f10()
async def fw():
    async with CM() as c:
        pass
    x = await CM().__aenter__()
    async for i in ag():
        if i: continue
def t11(): fw().send(None)
def t12():
    it = g()
    list(it)
    next(it, None)
    for i in it: pass
async def ff():
    a = ag()
    await a.asend(None)
    try:
        await a.__anext__()
    except StopAsyncIteration:
        pass
    await a.aclose()
def t13(): ff().send(None)
import types
@types.coroutine
def tc():
    yield
    return 1
async def fy():
    await tc()
def t14():
    c = fy(); c.send(None)
    c.send(None)
def gg():
    try:
        yield 1
    finally:
        x=1
def t15():
    for i in gg(): break
    z = gg(); next(z); z.close()
    z = gg(); next(z)
    try: z.throw(ValueError)
    except ValueError: pass
def t16():
    x = (i for i in g())
    a, b = x, 1
    a = list(x)

for function in (a1, a2, a3, a4, a5, a6, a7, a8, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15, t16):
    run(function)
