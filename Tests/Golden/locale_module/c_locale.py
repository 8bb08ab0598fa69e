import _locale
import locale


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(_locale.setlocale(_locale.LC_ALL, "C"), _locale.localeconv()["decimal_point"], _locale.localeconv()["grouping"], sorted(_locale.localeconv()),
    _locale.setlocale(_locale.LC_ALL))
print(locale.format_string("%d %.2f %s", (1234567, 1234.5, "x"), grouping=True), locale.currency(3.5) if False else "", locale.atof("1.5"),
    locale.str(1.5), locale.delocalize("1,5"), locale.normalize("de_DE"), locale.normalize("en"), locale.getpreferredencoding(False))
print(_locale.strcoll("a", "b"), _locale.strxfrm("ab"), sorted(["b", "A", "a"], key=locale.strxfrm), _locale.nl_langinfo(_locale.CODESET),
    _locale.nl_langinfo(_locale.DAY_1), _locale.nl_langinfo(_locale.RADIXCHAR), _locale.getencoding())
show("unknown", lambda: _locale.setlocale(_locale.LC_ALL, "no_SUCH"))
show("category", lambda: _locale.setlocale(99))
show("null", lambda: _locale.setlocale(_locale.LC_ALL, "a\0"))
show("langinfo", lambda: _locale.nl_langinfo(-1))
show("currency", lambda: locale.currency(3.5))
show("args", lambda: _locale.strcoll("a"))
print(_locale.LC_CTYPE, _locale.LC_NUMERIC, _locale.LC_TIME, _locale.LC_COLLATE, _locale.LC_MONETARY, _locale.LC_MESSAGES, _locale.LC_ALL,
    _locale.CHAR_MAX, locale.Error.__mro__[1])
