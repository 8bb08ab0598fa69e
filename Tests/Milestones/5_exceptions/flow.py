def attempt(n):
    log = []
    try:
        log.append("try")
        if n == 1:
            raise ValueError(n)
        if n == 2:
            return log
        if n == 3:
            [].pop()
        log.append("fine")
    except ValueError as error:
        log.append(f"value {error}")
        try:
            raise RuntimeError("inner") from error
        except RuntimeError as inner:
            log.append(f"{inner} <- {inner.__cause__!r}")
    except IndexError:
        log.append("index")
        raise
    else:
        log.append("else")
    finally:
        log.append("finally")
        print(n, log)
    return log


for n in range(4):
    try:
        print(attempt(n))
    except IndexError as error:
        print("outside", error)


def retry(times, action):
    for i in range(times):
        try:
            return action(i)
        except ConnectionError as error:
            print("retry", i, error)
    raise TimeoutError("gave up")


def flaky(i):
    if i < 2:
        raise ConnectionError(f"try {i}")
    return f"ok at {i}"


print(retry(5, flaky))
try:
    retry(2, flaky)
except TimeoutError as error:
    print(error, repr(error.__context__))
