# golden: packages=yes
"""Pygments: lexers of several languages, formatters, styles, filters, guessing, a lexer of one's own."""
import collections
from pygments import highlight, lex
from pygments.filters import KeywordCaseFilter, NameHighlightFilter, TokenMergeFilter, VisibleWhitespaceFilter
from pygments.formatters import (
    BBCodeFormatter, HtmlFormatter, LatexFormatter, NullFormatter, RawTokenFormatter, RtfFormatter, SvgFormatter, Terminal256Formatter, TerminalFormatter, TerminalTrueColorFormatter, get_formatter_by_name)
from pygments.lexer import RegexLexer, bygroups, include, inherit, using, words
from pygments.lexers import find_lexer_class, get_all_lexers, get_lexer_by_name, get_lexer_for_filename, guess_lexer
from pygments.style import Style
from pygments.styles import get_all_styles, get_style_by_name
from pygments.token import Comment, Error, Keyword, Name, Number, Operator, String, Text, Token, string_to_tokentype
from pygments.util import ClassNotFound

SOURCES = {
    "python": 'import os\n\n@deco(1)\nasync def f(a: int = 0x1F, *b, **c) -> "str":\n    """Doc \\n."""\n    x = f"{a!r:>{w}} {{}}" + rb\'\\x00\' # note\n    return [i ** 2 for i in b if not i] or None\n\nclass A(B): pass\n',
    "c": '#include <stdio.h>\n#define X(a) ((a) + 1)\n/* multi\n line */\nstatic int main(int argc, char **argv) {\n  for (size_t i = 0; i < 10UL; ++i) printf("%d\\n", 0x1F | \'c\'); // end\n  return 1.5e-3f;\n}\n',
    "javascript": 'const f = async (x) => { let y = `a${x + `b${1}`}`; return /re[/]x/gi.test(y) ?? 0b11n; }; // c\nclass A extends B { #p = 1; get q() { return this.#p } }\n',
    "json": '{"a": [1, -2.5e3, true, null, "s\\u00e9\\n"], "b": {}, bad}\n',
    "html": '<!DOCTYPE html>\n<html><head><style>a > b { color: #fff; }</style><script>var x = "<b>" + 1;</script></head><body class="x" id=y>&amp; text<!-- c --></body></html>\n',
    "css": '@media (max-width: 10px) { .a:hover, #b::before { margin: 1em -2px !important; background: url("x.png") } }\n',
    "sql": "SELECT a.b, COUNT(*) AS n FROM t AS a WHERE x = 'it''s' AND y >= 1.5 -- c\nGROUP BY 1 HAVING n > 2;\n",
    "bash": 'for i in "$@"; do echo "${i%.txt}" | sed \'s/a/b/\' > $(date +%s).log; done # c\nif [[ -f x && $? -eq 0 ]]; then exit 1; fi\n',
    "yaml": "a: &x\n  - 1\n  - 'two' # c\n  - *x\nb: |\n  block\n  text\n",
    "rust": "fn main() -> Result<(), Box<dyn Error>> { let x: &'static str = r#\"raw\"#; println!(\"{:?}\", x.len() as u8); }\n",
    "java": "package a.b;\n@Override public final class X<T extends Y> implements Z { /** doc */ int[] a = {1, 2L, 'c'}; void m() throws E { return; } }\n",
    "diff": "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-old\n+new\n same\n",
    "ini": "[section]\nkey = value ; c\n# comment\nother: 2\n",
    "pycon": ">>> 1 + 1\n2\n>>> def f():\n...     pass\n>>> 1/0\nTraceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nZeroDivisionError: division by zero\n",
    "make": "all: $(OBJ)\n\t@echo $< ${X}\nifeq ($(A),b)\nX := 1\nendif\n", "xml": '<?xml version="1.0"?><a:b c="d"><![CDATA[x<y]]></a:b>\n',
    "md": "# Title\n\n*em* **strong** `code` [l](u)\n\n```python\nx = 1\n```\n- item\n",
    "haskell": "module M where\nf :: Int -> [a]\nf x | x > 0 = let y = 'c' in [y | _ <- [1..x]] -- c\n", "regex": "a",
    "go": "package main\nfunc f(a ...int) (chan<- string, error) { defer g(`raw`); return nil, 0x1p-2 }\n",
}
for name, source in SOURCES.items():
    try:
        lexer = get_lexer_by_name(name)
    except ClassNotFound as error:
        print(name, error)
        continue
    tokens = list(lexer.get_tokens(source))
    assert "".join(value for _, value in tokens) == source, name
    print(f"{name}: {lexer.name} {len(tokens)}", " ".join(f"{str(kind)[6:]}={value!r}" for kind, value in tokens if value.strip())[:1500])
python, code = get_lexer_by_name("python", stripall=True), SOURCES["python"]
for formatter in [
    HtmlFormatter(), HtmlFormatter(linenos="table", cssclass="src", hl_lines=[2], anchorlinenos=True, lineanchors="l"),
    HtmlFormatter(noclasses=True, style="monokai", linenos="inline", nowrap=True), HtmlFormatter(full=True, title="T", style="vim"),
    LatexFormatter(linenos=True), RtfFormatter(), SvgFormatter(), TerminalFormatter(bg="dark", linenos=True), Terminal256Formatter(style="friendly"),
    TerminalTrueColorFormatter(style="solarized-dark"), BBCodeFormatter(), NullFormatter(), RawTokenFormatter(),
]:
    text = highlight("x = 'a<b' # & c\nif None: 1.5\n" if not isinstance(formatter, HtmlFormatter) else code, python, formatter)
    print(f"== {formatter.name}\n{text if isinstance(text, str) else text.decode()}")
print(HtmlFormatter(style="default").get_style_defs(".hl")[:600])
print(get_lexer_for_filename("a.py").name, get_lexer_for_filename("Makefile").name, get_lexer_for_filename("x.tar.json").name,
    find_lexer_class("C++").__name__, guess_lexer("#!/usr/bin/env python\nprint(1)").name, guess_lexer('<?xml version="1.0"?><a/>').name)
for call in (lambda: get_lexer_by_name("nope"), lambda: get_formatter_by_name("nope"), lambda: get_style_by_name("nope"),
    lambda: get_lexer_for_filename("x.unknownext")):
    try:
        call()
    except ClassNotFound as error:
        print(error)
print(len(list(get_all_lexers())) > 500, len(list(get_all_styles())) > 40, Token.Literal.String in Token.Literal, String.Double.parent,
    string_to_tokentype("Name.Function"), Name.Function.split(), Comment is Token.Comment, repr(Number.Hex))
for filter_ in (KeywordCaseFilter(case="upper"), NameHighlightFilter(names=["f"], tokentype=Error), VisibleWhitespaceFilter(spaces="."),
    TokenMergeFilter()):
    lexer = get_lexer_by_name("python")
    lexer.add_filter(filter_)
    print([(str(k), v) for k, v in lexer.get_tokens("def f(x): return 1\n")])


class Tiny(RegexLexer):
    name = "Tiny"
    tokens = {
        "root": [(r"\s+", Text), include("comments"), (words(("let", "in"), suffix=r"\b"), Keyword), (r"([a-z]+)(\s*)(=)", bygroups(Name.Variable, Text, Operator)), (r'"', String, "string"), (r"<%(.*?)%>", bygroups(using(get_lexer_by_name("python").__class__))), (r"\d+", Number), (r"[a-z]+", Name)],
        "comments": [(r"/\*", Comment, "comment")],
        "comment": [(r"[^*/]+", Comment), (r"/\*", Comment, "#push"), (r"\*/", Comment, "#pop"), (r"[*/]", Comment)],
        "string": [(r"\\.", String.Escape), (r'[^"\\]+', String), (r'"', String, "#pop")],
    }


class Tinier(Tiny):
    tokens = {"root": [(r"!", Operator), inherit]}


for kind, value in Tinier().get_tokens('let x = "a\\n" in /* a /* b */ */ y ! 12 <%1 + f(2)%> ?'):
    print(kind, repr(value))


class Mine(Style):
    styles = {Comment: "italic #888", Keyword: "bold #005", Keyword.Type: "nobold", String: "bg:#eee #111 underline", Error: "border:#F00 noinherit"}


for token in (Comment.Single, Keyword.Type, String.Double, Error, Token):
    print(token, Mine.style_for_token(token))
counts = collections.Counter(kind for kind, _ in lex(open(collections.__file__, encoding="utf-8").read(), get_lexer_by_name("python")))
print(counts[Keyword] > 100, counts[Error], sum(counts.values()) > 5000)
