# Frames of importlib are cut out of tracebacks, those of the program stay.
import sys
import traceback


def names(source):
    try:
        exec(source, {"__name__": "test"})
    except BaseException as e:
        print(source, "|", type(e).__name__, [frame.name for frame in traceback.extract_tb(e.__traceback__)],
              sum("importlib" in frame.filename for frame in traceback.extract_tb(e.__traceback__)))


names("import nosuch")
names("import nosuch.inner")
names("import _fails")
names("import _bad_syntax")
names("from math import nosuch")
names("import importlib; importlib.import_module('nosuch')")
names("import importlib; importlib.import_module('_fails')")


class Broken:
    def find_spec(self, *rest):
        raise KeyError("broken finder")


sys.meta_path.insert(0, Broken())
names("import anything")
