# tokenize: positions, types and round trips of every kind of token, bad input, encodings, the command's exact types.
import io, token, tokenize

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



def dump(source):
    for t in tokenize.generate_tokens(io.StringIO(source).readline): print(" ", token.tok_name[t.type], token.tok_name[t.exact_type], repr(t.string), t.start, t.end, repr(t.line))
SOURCES = ["x = 1\n", "if a:\n  b\n\n  c\nd", "(\n 1,\n# c\n)\n", "'a' \"b\" '''c\nd''' r'\\' rb\"x\" f'{y}' u'z'\n", "0x1F 0b1 0o7 1_000 1.5e-3 .5 5. 1j 1e5J 00\n", "a<=b!=c<>d->e:=f**=g//=h>>=i<<j...k@=l\n", "\\\nx \\\n + 1\n", "\tif 1:\n\t\tx\n", "if 1:\n  x\n y\n", "'unterminated\nx\n", "'''open\nend", "(1,\n", "$ ? !\n", "\u00e9\u4e2d = '\u00e9'\n", "a\r\nb\rc", "\x0c\ndef f(): pass # tail", "@d\nasync def f(): await x\n", "", "\n\n", "#only", "x # c\n  # indented\ny", "1if 2else 3", "a;b;c", "lambda *a,**k:0", "'\\\n continued'", "0777 0xg 1__0 1e 1_", "print (\n\n\n)", "if x:\n    pass\n# dedent comment\n    # deeper\nelse:\n    y", "match x:\n  case _: 1", "\tx\n        y"]
for source in SOURCES:
    print(repr(source))
    try: dump(source)
    except (tokenize.TokenError, SyntaxError, IndentationError) as error: print("  error", type(error).__name__, error.args)
for source in SOURCES:
    try:
        tokens = list(tokenize.tokenize(io.BytesIO(source.encode()).readline)); print(repr(tokenize.untokenize(tokens)), repr(tokenize.untokenize([t[:2] for t in tokens])))
    except Exception as error: print(type(error).__name__, error)
for data in (b"", b"x", b"# coding: latin-1\n\xe9", b"#!/x\n# -*- coding: utf-8 -*-\n", b"\xef\xbb\xbfx", b"\xef\xbb\xbf# coding: latin-1\n", b"# coding: nope\n", b"\xff\n", b"x\n# coding: latin-1", b"\n\n# coding: latin-1\n", b"# vim: set fileencoding=ascii :\n", b"'# coding: x'\n# coding: utf8", b"# coding: UTF_8_x", b"# coding=iso_8859_1-q\n"): show(data, lambda: tokenize.detect_encoding(io.BytesIO(data).readline)); show("   tokens", lambda: [t.string for t in tokenize.tokenize(io.BytesIO(data).readline)])
t = tokenize.TokenInfo(1, "x", (1, 0), (1, 1), "x"); print(t, t._replace(string="y").string, t.exact_type, tokenize.untokenize([(1, "a"), (54, "="), (2, "1"), (4, "\n")]), token.ISTERMINAL(1), token.ISNONTERMINAL(300), token.ISEOF(0), sorted(token.EXACT_TOKEN_TYPES)[:8], len(token.tok_name), token.NT_OFFSET); show("untokenize backwards", lambda: tokenize.untokenize([tokenize.TokenInfo(1, "x", (2, 0), (2, 1), ""), tokenize.TokenInfo(1, "y", (1, 0), (1, 1), "")])); show("readline type", lambda: list(tokenize.tokenize(io.StringIO("x").readline))); show("not callable", lambda: list(tokenize.tokenize(3))); show("readline stops", lambda: [t.string for t in tokenize.generate_tokens(iter(["a\n", "b"]).__next__)]); show("raises", lambda: list(tokenize.generate_tokens(lambda: 1 / 0)))
