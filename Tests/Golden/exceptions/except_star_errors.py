def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in ["try: pass\nexcept* : pass", "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "for x in y:\n try: pass\n except* A: break", "for x in y:\n try: pass\n except* A: continue", "def f():\n try: pass\n except* A: return", "try: pass", "try: pass\nelse: pass", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nexcept A, B: pass", "try: pass\nexcept A as b.c: pass", "try: pass\nexcept A as 1: pass", "try pass", "try: pass\nfinally: pass\nexcept: pass", "raise a, b", "raise a from", "try: pass\nexcept A as: pass", "except A: pass", "finally: pass", "try: pass\nexcept* A as e: pass", "try: pass\nexcept *A, B: pass", "try: x\nexcept A\n pass"]:
    check(source)
