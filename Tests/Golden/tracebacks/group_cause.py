try:
    raise ExceptionGroup("g", [ValueError(1)])
except ExceptionGroup as g:
    raise RuntimeError("after") from g
