# textwrap: every option of TextWrapper over awkward texts, shorten, dedent, indent, errors.
import textwrap as t

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



TEXTS = ["", " ", "word", "two words", "The quick brown fox, jumped over the lazy dog's back-yard fence.", "a" * 30, "super-long-hyphenated-word and-another--with em---dashes", "tabs\there\tand\tthere", "line one\nline two\n\npara two", "  leading and trailing  ", "wide \u65e5\u672c\u8a9e \u00e9\u00e8 text", "e.g. one. Two!  Three? \"Four.\" Five", "--option=value -x --long-opt", "http://example.com/a/very/long/path?with=query", "multiple   inner    spaces", "\u00a0no\u00a0break", "x-\ny", "1-2 3-4 5--6", "trailing-", "a\x0bb\x0cc\x1cd", "word" + "!" * 20]
OPTIONS = [{}, {"width": 10}, {"width": 1}, {"width": 12, "break_long_words": False}, {"width": 12, "break_on_hyphens": False}, {"width": 15, "initial_indent": "* ", "subsequent_indent": "    "}, {"width": 12, "drop_whitespace": False}, {"width": 20, "expand_tabs": False, "replace_whitespace": False}, {"width": 20, "tabsize": 3}, {"width": 20, "fix_sentence_endings": True}, {"width": 12, "max_lines": 2}, {"width": 12, "max_lines": 1, "placeholder": "~"}, {"width": 8, "break_long_words": False, "break_on_hyphens": False, "max_lines": 3, "placeholder": " [..]"}]
for text in TEXTS:
    for o in OPTIONS: show((text[:12], o), lambda: t.wrap(text, **o))
    print(repr(t.fill(text, 15)), repr(t.indent(text, "> ")), repr(t.indent(text, "> ", lambda l: True)))
    for width in (3, 10, 70): show(("shorten", width), lambda: t.shorten(text, width)); show("   placeholder", lambda: t.shorten(text, width, placeholder="..", break_on_hyphens=False))
for label, call in {"width 0": lambda: t.wrap("x", 0), "negative": lambda: t.wrap("x", -5), "empty width 0": lambda: t.wrap("", 0), "placeholder": lambda: t.wrap("some words", 5, max_lines=1, placeholder="too long"), "indent too wide": lambda: t.wrap("ab cd", 3, initial_indent="    "), "max_lines 0": lambda: t.wrap("a b", 1, max_lines=0), "type": lambda: t.wrap(3), "bytes": lambda: t.wrap(b"x"), "keyword": lambda: t.wrap("x", nope=1), "width text": lambda: t.wrap("x y", "5"), "indent type": lambda: t.indent("a", 3), "dedent type": lambda: t.dedent(3), "reuse": lambda: (w := t.TextWrapper(width=5), setattr(w, "width", 8), w.wrap("a bb ccc dddd"), w.fill("a bb ccc"))[2:], "split": lambda: t.TextWrapper()._split("Look, goof-ball -- use the -b option!")}.items(): show(label, call)
for text in ("", "x", "  a\n  b", "  a\n    b\n c", "\ta\n\tb", "\ta\n  b", "  a\n\n  b\n   \n", "  a\n\t b", "\n  x\n", "   \n  ", "a\n  b", "  a\r\n  b", " \ta\n \tb\n \t c"): print(repr(t.dedent(text)), repr(t.indent(t.dedent(text), "..")))
