# logging: levels, propagation, handlers, formatters of each style, filters, exceptions, dictConfig, adapters, raised errors.
import io, logging, logging.config, logging.handlers, queue, sys, warnings

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



out = io.StringIO(); h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s:%(funcName)s"))
root = logging.getLogger(); root.handlers[:] = [h]; root.setLevel("INFO"); a = logging.getLogger("a"); ab = logging.getLogger("a.b"); abc = logging.getLogger("a.b.c.d")
def take():
    text = out.getvalue(); out.seek(0); out.truncate(); return text
a.debug("no"); a.info("yes %s %d", "x", 5); ab.warning("%(k)s", {"k": "dict"}); abc.error("plain %"); abc.critical("tuple %s", (1, 2)); abc.log(35, "between"); print(take(), abc.parent.name, a.getEffectiveLevel(), ab.isEnabledFor(10), a.hasHandlers(), a, root, logging.getLevelName(35), logging.getLevelName("INFO"), logging.getLevelName("nope"), a.getChild("b") is ab, logging.getLogger("a.b.c"), ab.manager.loggerDict["a.b.c"].__class__.__name__)
logging.addLevelName(35, "BETWEEN"); a.log(35, "named"); ab.propagate = False; ab.error("lost?"); ab.propagate = True; a.setLevel(logging.ERROR); ab.info("inherited"); a.setLevel(0); logging.disable(logging.CRITICAL); a.critical("disabled"); logging.disable(0); a.disabled = True; a.error("off"); a.disabled = False; print(take())
try: 1 / 0
except ZeroDivisionError: a.exception("caught"); a.error("info", exc_info=True); a.warning("no info", exc_info=False)
print(take().replace(__file__, "FILE")); a.error("stack", stack_info=False, extra={"extra": 1}); show("extra clash", lambda: a.error("x", extra={"message": 1})); show("level type", lambda: a.setLevel([])); show("level name", lambda: a.setLevel("NOPE")); show("log level", lambda: a.log("x", "y")); show("name", lambda: logging.getLogger(3)); show("class", lambda: logging.setLoggerClass(int)); print(take())
for style, fmt in (("%", "%(levelname)-8s|%(msg)s|%(lineno)d"), ("{", "{levelname:>8}|{message!r}|{levelno:03d}"), ("$", "$levelname|${message}|$$"), ("{", "{nope}"), ("%", "none"), ("!", "x"), ("{", "{unclosed"), ("$", "none")):
    def use():
        f = logging.Formatter(fmt, style=style, validate=True); r = logging.LogRecord("n", 30, "p/file.py", 7, "m %s", ("arg",), None, "fn"); return f.format(r), f.usesTime()
    show((style, fmt), use)
r = logging.LogRecord("n", 30, "p/file.py", 7, "m %s", ("arg",), None); print(r, r.getMessage(), r.module, r.filename, r.levelname, r.process > 0, logging.makeLogRecord({"msg": "made", "levelno": 10}).getMessage(), logging.Formatter("%(asctime)s", "%Y").format(logging.makeLogRecord({"created": 0})) in ("1970", "1969"), logging.Formatter(defaults={"d": "def"}, fmt="%(d)s").format(r)); print(logging.BufferingFormatter(logging.Formatter("%(msg)s")).format([r, r]))
class F(logging.Filter):
    def filter(self, record): record.msg = "filtered " + str(record.msg); return "drop" not in record.msg
a.addFilter(F()); a.info("kept"); a.info("drop me"); a.addFilter(lambda r: "two" in r.msg); a.info("two"); a.info("one"); a.filters.clear(); h.addFilter(logging.Filter("a.b")); a.info("not a.b"); ab.info("is a.b"); abc.info("below"); h.filters.clear(); print(take())
errors = io.StringIO(); old, sys.stderr = sys.stderr, errors; a.info("bad %d", "x"); a.info("too few %s %s", 1); logging.raiseExceptions = False; a.info("bad %d", "x"); logging.raiseExceptions = True; sys.stderr = old; print(errors.getvalue().count("--- Logging error ---"), errors.getvalue().splitlines()[-2:], take())
class Broken(logging.Handler):
    def emit(self, record): raise RuntimeError("emit")
root.addHandler(Broken()); show("emit", lambda: a.error("x")); root.removeHandler(root.handlers[-1]); take()
q = queue.SimpleQueue(); qh = logging.handlers.QueueHandler(q); l = logging.getLogger("queued"); l.addHandler(qh); l.propagate = False; l.error("queued %s", 1); rec = q.get(); print(rec.msg, rec.args); ql = logging.handlers.QueueListener(q, h); ql.start(); l.error("listened"); ql.stop(); print(take())
m = logging.handlers.MemoryHandler(3, logging.ERROR, h); l2 = logging.getLogger("mem"); l2.propagate = False; l2.addHandler(m); l2.setLevel(1); l2.debug("1"); l2.debug("2"); print(repr(take())); l2.debug("3"); print(take()); l2.debug("4"); l2.error("5"); print(take()); m.close()
ad = logging.LoggerAdapter(a, {"who": "me"}); ad.warning("adapted", extra={"z": 1}); print(take(), ad, ad.isEnabledFor(10), ad.process("m", {}), ad.name)
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "CFG %(message)s"}}, "filters": {"only": {"name": "cfg"}}, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": out, "filters": ["only"], "level": "DEBUG"}}, "loggers": {"cfg": {"handlers": ["h"], "level": "DEBUG", "propagate": False}}}); logging.getLogger("cfg").debug("configured"); print(take())
for config in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such.Class"}}}, {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "zz"}}}, {"version": 1, "loggers": {"q": {"level": "NOPE"}}}, {"version": 1, "root": {"handlers": ["nope"]}}, {"version": 1, "formatters": {"f": {"format": "{x}", "style": "?"}}}): show(config, lambda: logging.config.dictConfig(config))
logging.captureWarnings(True); root.handlers[:] = [h]; warnings.simplefilter("always"); warnings.warn_explicit("warned", UserWarning, "f.py", 3); logging.captureWarnings(False); print(take()); logging.basicConfig(force=True, stream=out, format="B %(message)s", level=10); logging.debug("basic"); print(take()); show("basic both", lambda: logging.basicConfig(force=True, stream=out, handlers=[])); show("basic unknown", lambda: logging.basicConfig(force=True, zzz=1)); show("basic mode", lambda: logging.basicConfig(force=True, filename="x", stream=out)); print(logging.getLevelNamesMapping() if hasattr(logging, "getLevelNamesMapping") else "", logging.lastResort, logging.NullHandler().handle(r), logging.getHandlerByName("none") if hasattr(logging, "getHandlerByName") else "")
