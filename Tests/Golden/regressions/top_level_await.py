# A module that awaits is a coroutine, run or called as a function.
import ast
import types


class Ready:
    def __await__(self):
        yield "waits"
        return 5


async def numbers():
    for n in range(3):
        yield n


def drive(coroutine):
    try:
        while True:
            print("got", coroutine.send(None))
    except StopIteration:
        print("done")


for source in ("a = await Ready()", "async for i in numbers(): a = i", "a = [x async for x in numbers()]"):
    code = compile(source, "<s>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    print(hex(code.co_flags), code.co_name)
    namespace = {"Ready": Ready, "numbers": numbers}
    drive(eval(code, namespace))
    print(namespace["a"])
    namespace = {"Ready": Ready, "numbers": numbers}
    drive(types.FunctionType(code, namespace)())
    print(namespace["a"])
