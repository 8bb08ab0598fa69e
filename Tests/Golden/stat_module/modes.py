import _stat
import stat


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for mode in (0o100644, 0o040755, 0o120777, 0o020620, 0o060660, 0o010600, 0o140755, 0o104755, 0o102644, 0o041777, 0o041776, 0, 0o107111):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)),
        [f.__name__ for f in (stat.S_ISDIR, stat.S_ISREG, stat.S_ISLNK, stat.S_ISCHR, stat.S_ISBLK, stat.S_ISFIFO, stat.S_ISSOCK, stat.S_ISDOOR, stat.S_ISPORT, stat.S_ISWHT) if f(mode)])
print({name: getattr(_stat, name) for name in dir(_stat) if name.startswith(("S_I", "ST_", "UF_", "SF_", "FILE_")) and isinstance(getattr(_stat, name), int)})
show("type", lambda: _stat.S_ISDIR("x"))
show("negative", lambda: _stat.filemode(-1))
show("big", lambda: _stat.S_IMODE(2**70))
show("float", lambda: _stat.S_ISREG(1.5))
