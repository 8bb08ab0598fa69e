# golden: packages=yes
"""pyparsing: expressions, results, actions, infix notation, recursion, errors, packrat, helpers."""
import operator
import pyparsing as pp
from pyparsing import common as ppc

Word, Literal, Suppress, Group, Optional, Forward, OneOrMore, ZeroOrMore = pp.Word, pp.Literal, pp.Suppress, pp.Group, pp.Optional, pp.Forward, pp.OneOrMore, pp.ZeroOrMore


def attempt(expression, text, **options):
    try:
        result = expression.parse_string(text, **options)
        print(f"{text!r}: {result!r}" if not result.as_dict() else f"{text!r}: {result.as_list()} {result.as_dict()}")
    except pp.ParseBaseException as error:
        print(f"{text!r}: {type(error).__name__} {error.lineno}:{error.column} {error}")


greet = Word(pp.alphas)("salute") + "," + Word(pp.alphas)("name") + "!"
attempt(greet, "Hello, World!")
attempt(greet, "Hello World!")
attempt(greet, "Hello,\n 123!")
print(greet, repr(greet), greet.matches("Hi, You!"), greet.set_name("greeting"))
integer = ppc.signed_integer()
attempt(integer + pp.StringEnd(), "-42 ")
attempt(pp.DelimitedList(integer) + pp.Opt(pp.Keyword("end")), "1, 2,3 end", parse_all=True)
attempt(pp.DelimitedList(integer), "1, 2, x", parse_all=True)
for name, text in [("number", "3.5e10"), ("real", "-2.5"), ("hex_integer", "fF"), ("identifier", "añb_1"), ("ipv4_address", "10.0.0.255"),
    ("ipv6_address", "::1"), ("uuid", "12345678-1234-5678-1234-567812345678"), ("iso8601_date", "2020-02-29"),
    ("iso8601_datetime", "2020-02-29T10:11:12.5"), ("url", "https://user@a.b:80/p?q=1#f"), ("mixed_integer", "1-3/4"), ("fraction", "3/4"),
    ("mac_address", "aa:bb:cc:dd:ee:ff"), ("comma_separated_list", "a,b , 'c,d',e"), ("fnumber", "1e5"), ("sci_real", "1.5e-3")]:
    attempt(getattr(ppc, name), text)
attempt(ppc.ipv4_address, "10.0.0.256")

expression = pp.infix_notation(ppc.number | ppc.identifier, [
    (pp.one_of("! -"), 1, pp.OpAssoc.RIGHT), ("**", 2, pp.OpAssoc.RIGHT), (pp.one_of("* /"), 2, pp.OpAssoc.LEFT),
    (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT),
    (("?", ":"), 3, pp.OpAssoc.RIGHT), ("and", 2, pp.OpAssoc.LEFT)])
for text in ["1+2*3", "-(a+b)**2**c", "x ? y+1 : z", "1 and 2 and 3*4", "((((1))))", "1 +", "(1"]:
    attempt(expression, text, parse_all=True)
print(pp.ParserElement._packratEnabled)
pp.ParserElement.enable_packrat()


def evaluate(tokens):
    value = tokens[0][0]
    for op, operand in zip(tokens[0][1::2], tokens[0][2::2]):
        value = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}[op](value, operand)
    return value


calc = pp.infix_notation(ppc.number, [(pp.one_of("* /"), 2, pp.OpAssoc.LEFT, evaluate), (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT, evaluate)])
for text in ["1 + 2 * 3 - 4 / 2", "(1 + 2) * (3 - 4)", "+".join(map(str, range(60)))]:
    print(text[:20], calc.parse_string(text, parse_all=True)[0])

value = Forward()
string = pp.QuotedString('"', esc_char="\\", unquote_results=True) | pp.dbl_quoted_string().set_parse_action(pp.remove_quotes)
number = pp.Regex(r"-?\d+(?P<frac>\.\d+)?").set_parse_action(lambda t: float(t[0]) if t.frac else int(t[0]))
array = pp.Group(Suppress("[") + Optional(pp.DelimitedList(value)) + Suppress("]"), aslist=True)
member = Group(string + Suppress(":") + value)
obj = pp.Dict(Suppress("{") + Optional(pp.DelimitedList(member)) + Suppress("}"), asdict=True)
value <<= string | number | array | obj | pp.Keyword("true").set_parse_action(pp.replace_with(True)) | pp.Keyword("null").set_parse_action(lambda: [None])
attempt(value, '{"a": [1, -2.5, {"b": "x\\"y"}, []], "c": true, "d": null}')
attempt(value, '{"a": [1, }')
record = Group(Word(pp.nums)("id") + pp.SkipTo(";")("text") + ";" + pp.Opt(pp.White(" ").suppress()) + pp.rest_of_line("rest"))("record")
result = record.parse_string("12 some text; tail of line\nnext")
print(result.dump(), result.record.id, result.record["text"], "rest" in result.record, list(result.record.keys()), result.as_dict())
print(result.record.as_list(), list(result.record.items()), result.record.get("nope", "d"), result.get_name(), bool(pp.ParseResults([])),
    pp.ParseResults([1, 2]) + pp.ParseResults([3]), result.copy().pop(0))
many = OneOrMore(Group(Word(pp.alphas)("k") + "=" + Word(pp.nums)("v*")))("all")
print(many.parse_string("a=1 b=2").dump()); print(many.parse_string("a=1").as_dict())
source = "def f(a, b): g(1)  # note f(x)\n'f(y)' z = f(2)"
call = Word(pp.alphas)("fn") + pp.nested_expr()("args")
call.ignore(pp.python_style_comment).ignore(pp.quoted_string)
print([(t.as_list(), s, e) for t, s, e in call.scan_string(source)], call.search_string(source).as_list())
print(call.copy().add_parse_action(lambda s, l, t: f"<{t.fn}@{l}>").transform_string(source), list(pp.Literal(";").split("a;b;c")))
attempt(pp.nested_expr("{", "}"), "{a {b 'c }'} {}}")
attempt(pp.Combine(Word(pp.nums) + "." + Word(pp.nums)), "3.14")
attempt(pp.Combine(Word(pp.nums) + "." + Word(pp.nums)), "3. 14")
attempt(Word("ab", "cd", min=2, max=3), "acdc")
attempt(Word(pp.alphas, exact=3) + pp.CharsNotIn(";"), "abc de;f")
attempt(pp.Each([pp.Keyword("a"), pp.Opt(pp.Keyword("b")), Word(pp.nums)]), "1 b a")
attempt(pp.Keyword("a") & Word(pp.nums)("n"), "a")
attempt(pp.one_of("<= < >= > ==", as_keyword=False) + integer, "<= 3")
attempt(pp.CaselessKeyword("SELECT") + pp.CaselessLiteral("from"), "select FROM")
attempt(~pp.Keyword("not") + Word(pp.alphas), "not")
attempt(pp.FollowedBy("a") + Word(pp.alphas) + pp.NotAny("b") + pp.LineEnd().suppress(), "abc\n")
attempt(pp.PrecededBy(",") | (Word(pp.nums) + "," + pp.PrecededBy(",") + Word(pp.nums)), "1,2")
attempt(pp.counted_array(Word(pp.alphas)), "2 ab cd ef")
first = Word(pp.alphas)
attempt(first + ":" + pp.match_previous_literal(first), "ab:ab")
attempt(first + ":" + pp.match_previous_expr(first), "ab:cd")
attempt(integer * 2 + integer * (1, 2) + integer[...], "1 2 3 4 5 6")
attempt(Word(pp.nums)[1, ..., "x"] + "x" if False else integer[2], "1")
attempt(pp.Literal("a") - "b" | "ac", "ac")
attempt(pp.Located(Word(pp.alphas))("w"), "  ab")
attempt(Literal("x") ^ Literal("xy") ^ Word("xyz"), "xyz")
attempt(Word(pp.nums).add_condition(lambda t: int(t[0]) < 10, message="too big"), "12")
attempt(Word(pp.nums).add_condition(lambda t: int(t[0]) < 10, message="fatal", fatal=True), "12")
attempt(integer.copy().add_parse_action(lambda t: 1 / t[0]) if False else pp.Empty() + pp.NoMatch(), "x")
attempt(pp.IndentedBlock(Word(pp.alphas), recursive=True) if False else pp.Char("abc") + pp.AtStringStart("x"), "ax")
attempt(Group("if" + Word(pp.alphas) + ":" + pp.IndentedBlock(Word(pp.alphas) + ";")), "if x:\n  a;\n  b;\nc;")
attempt(pp.Regex(r"(?P<y>\d{4})-(?P<m>\d\d)"), "2020-05")
attempt(pp.Regex(r"(\d+)-(\d+)", as_group_list=True), "1-2")
print(pp.Regex(r"<(.*?)>").sub(r"[\1]").transform_string("a <b> c"))
start, end = pp.make_html_tags("a")
print([(t.href, t.empty) for t in start.search_string('<a href="x">t</a> <A HREF=y class=z />')], end.parse_string("</a>"))
attempt(pp.QuotedString("<<", end_quote_char=">>", multiline=True), "<<a\nb>>")
attempt(pp.quoted_string(), "'it''s'")
print(pp.srange("[a-cX-Z0-2_]"), pp.alphanums[:5], pp.ParserElement.DEFAULT_WHITE_CHARS, pp.lineno(4, "a\nb\nc"), pp.col(4, "a\nb\nc"),
    pp.line(2, "a\nb\nc"))
ok, results = integer.run_tests("1\n# comment\n\nx\n-3", print_results=False, comment="#"); print(ok, [(t, type(r).__name__) for t, r in results])
try:
    (pp.Keyword("let") - pp.Word(pp.alphas).set_name("identifier") - "=" - integer.copy().set_name("number")).parse_string("let x = y")
except pp.ParseSyntaxException as error:
    print(error.explain(depth=0)); print(error.mark_input_line(), error.parser_element, error.loc)
left = Forward()
left <<= (left + "+" + Word(pp.nums)) | Word(pp.nums)
pp.ParserElement.disable_memoization()
pp.ParserElement.enable_left_recursion()
print(left.parse_string("1+2+3+4"))
pp.ParserElement.disable_memoization()
pp.ParserElement.enable_packrat()
text = "{" + ",".join(f'"k{i}": [{i}, "v{i}", {{"n": {i}.5}}]' for i in range(150)) + "}"
print(len(value.parse_string(text, parse_all=True)[0]))
