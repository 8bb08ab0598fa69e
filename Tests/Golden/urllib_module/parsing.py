# urllib.parse: splitting, joining, quoting and queries over awkward texts, bytes, errors; html and its entities beside it.
import html, html.parser
from urllib.parse import *

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



URLS = ["", "/", "http://u:p@Host.COM:80/a;b?c=d&e#f", "http://[::1]:8080/x", "http://[::1/x", "http://h:99999/", "http://h:x/", "//h/p", "mailto:a@b", "file:///etc/x", "a/b/../c", "?q", "#f", "http:///x", "HTTP://H", "http://h?x=1;y=2", "x:y:z", "http://h/%zz%41", "  http://h\n/a\tb ", "http://\u00e9.com/\u00fc?\u20ac", "1http://x", "data:,x", "http://a@b@c/", "path;params", "http://h/;p", b"http://h/\xff?x", "http://[v1.x]/", "http://]x[/"]
for u in URLS:
    show(("split", u), lambda: (s := urlsplit(u), s.hostname, s.username, s.password, s.geturl())); show("  port", lambda: urlsplit(u).port); show("  parse", lambda: tuple(urlparse(u))); show("  defrag", lambda: tuple(urldefrag(u)))
for rel in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", ".", "./", "..", "../", "../g", "../../..", "../../../g", "/./g", "g;x=1/../y", "http:g", "g#s/../x"): print(rel, urljoin("http://a/b/c/d;p?q", rel), urljoin("", rel), urljoin(rel, "x"))
for t in ("", "a b", "a/b?c=d&e", "\u00e9\u20ac", b"\xff\0", "~-_.!*'()", "%41%zz%", "a+b", "\ud800", 5, None): show(("quote", ascii(t)), lambda: (quote(t), quote_plus(t), quote(t, safe=""), quote(t, safe="\u00e9"))); show("  unquote", lambda: (ascii(unquote(t)), ascii(unquote_plus(t)), unquote_to_bytes(t), unquote(t, "latin-1")))
for q in ("", "a=1&b=2", "a=1&a=2", "a", "a=&b", "a=1;b=2", "=x", "&&", "a=%41+b", "\u00e9=\u20ac", b"a=\xff", "a=1&b", "%zz=%"): show(("qs", q), lambda: (parse_qs(q), parse_qsl(q, keep_blank_values=True))); show("  strict", lambda: parse_qs(q, strict_parsing=True)); show("  semicolon", lambda: parse_qsl(q, separator=";")); show("  fields", lambda: parse_qsl(q, max_num_fields=1))
for data in ({"a": 1, "b": "x y"}, [("a", [1, 2]), ("b", "\u00e9")], {}, "text", b"", 5, [(1, 2, 3)], [1], {"k": None, b"b": b"\xff"}, {"a": ["x", "y"]}): show(("encode", data), lambda: urlencode(data)); show("  doseq", lambda: urlencode(data, doseq=True, safe="/", quote_via=quote))
for label, call in {"mixed": lambda: urljoin("a", b"b"), "unsplit": lambda: (urlunsplit(("s", "n", "p", "q", "f")), urlunparse(("s", "", "//p", "x", "", "")), urlunsplit(("", "", "", "", ""))), "unsplit short": lambda: urlunsplit((1, 2)), "replace": lambda: urlsplit("http://h/a")._replace(path="/b").geturl(), "encode": lambda: urlsplit("http://h").encode(), "int": lambda: urlsplit(5), "none": lambda: urlsplit(None), "quote bytes": lambda: quote_from_bytes("x"), "quote errors": lambda: quote(b"x", errors="strict"), "separator": lambda: parse_qs("a", separator=""), "cache": lambda: urlsplit("x") is not None}.items(): show(label, call)
for t in ("&lt;&gt;&amp;&quot;&apos;", "&#65;&#x41;&#X41;&#65", "&nosuch; &amp &ampx &notit; &notin;", "&#0;&#x80;&#xD800;&#x110000;&#xFFFF;&#13;", "&", "&#;", "&#x;", "&NotEqualTilde;", "&eacute&Eacute;", "a&b;c"): print(ascii(html.unescape(t)), html.escape(t), html.escape("'\"<", quote=False))
class P(html.parser.HTMLParser):
    def __getattribute__(self, n): return (lambda *a: print("  ", n, *map(ascii, a))) if n.startswith(("handle_", "unknown_")) and n != "handle_startendtag" else super().__getattribute__(n)
for t in ("<a href='x' b c=\"d&amp;e\">t&eacute;&#65;</a><br/><!-- c --><!DOCTYPE html><?pi x?><![CDATA[z]]>", "<p <b>x", "</>", "<a", "<script>if (a<b) '</scr'</script>x", "<A B=C>", "&unknown; &#xzz; & <", "<!x><!-->", "<a b='1' b=2/>", "text < 5"):
    print(ascii(t)); p = P(convert_charrefs=False); p.feed(t[:7]); p.feed(t[7:]); p.close(); print("  ", p.getpos())
