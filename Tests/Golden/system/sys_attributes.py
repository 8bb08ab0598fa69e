import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 11), sys.byteorder, sys.maxsize, sys.maxunicode, sys.hexversion >> 16 == 0x030B, sys.platform, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.utf8_mode, sys.flags.dont_write_bytecode, sys.dont_write_bytecode, sys.api_version, sys.float_repr_style, sys.copyright[:9], sys.stdout.encoding, sys.stdin.encoding, sys.stderr.errors)
print(sys.intern("a" * 3) is sys.intern("aaa"), sys.getsizeof([]) > 0, sys.getrefcount(object()) >= 1, "sys" in sys.builtin_module_names, sys.modules["sys"] is sys, sys.argv, callable(sys.exit), sys.getswitchinterval(), sys.is_finalizing(), sys.gettrace(), sys.getprofile(), sys.warnoptions, sys._xoptions, type(sys.flags).__name__, sys.orig_argv[1:])


def f():
    fr = sys._getframe()
    return fr.f_code.co_name, fr.f_back.f_code.co_name, fr.f_lineno, sorted(fr.f_locals), fr.f_globals is globals()


print(f(), sys._getframe().f_code.co_name)
for bad in (lambda: sys._getframe(100), lambda: sys.intern(5), lambda: sys.getsizeof(), lambda: sys.exit(1, 2), lambda: sys.setswitchinterval(-1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
sys.displayhook(5)
sys.displayhook(None)
import builtins
print(builtins._)
