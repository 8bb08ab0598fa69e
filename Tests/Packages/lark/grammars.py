# golden: packages=yes
"""Lark: Earley, LALR and CYK parsers, transformers, visitors, ambiguity, errors, indentation, imports, reconstruction."""
import json
from lark import Discard, Lark, Token, Transformer, Tree, UnexpectedInput, Visitor, v_args
from lark.exceptions import GrammarError, UnexpectedCharacters, UnexpectedEOF, UnexpectedToken, VisitError
from lark.indenter import Indenter
from lark.reconstruct import Reconstructor
from lark.visitors import Interpreter, Transformer_InPlace, TransformerChain, merge_transformers

CALC = r"""
    ?start: sum | NAME "=" sum -> assign
    ?sum: product | sum "+" product -> add | sum "-" product -> sub
    ?product: power | product "*" power -> mul | product "/" power -> div
    ?power: atom "^" power -> pow | atom
    ?atom: NUMBER -> number | "-" atom -> neg | NAME -> var | "(" sum ")" | NAME "(" [sum ("," sum)*] ")" -> call
    %import common.CNAME -> NAME
    %import common.NUMBER
    %import common.WS_INLINE
    %ignore WS_INLINE
"""


@v_args(inline=True)
class Calculate(Transformer):
    from operator import add, mul, neg, pow, sub, truediv as div
    number = float

    def __init__(self):
        super().__init__()
        self.vars = {"pi": 3.0}

    def assign(self, name, value):
        self.vars[name] = value
        return value

    def var(self, name):
        return self.vars[name]

    def call(self, name, *arguments):
        return {"max": max, "min": min}[name](*arguments)


calculate = Calculate()
lalr = Lark(CALC, parser="lalr", transformer=calculate)
earley = Lark(CALC, parser="earley", propagate_positions=True)
for text in ["1 + 2 * 3", "x = 2 ^ 3 ^ 2", "-(x - 4) / 2", "max(1, 2 * 3, min(4, 5))", "pi * -2"]:
    tree = earley.parse(text)
    print(text, "=>", lalr.parse(text), Calculate.__name__, tree.data if isinstance(tree, Tree) else tree, tree.meta.start_pos, tree.meta.end_column)
print(earley.parse("1 + a(2, b)^3").pretty())
for text in ["1 +", "1 + * 2", "1 $ 2", "(1", "", "y + 1", "1 / 0"]:
    for parser in (lalr, earley):
        try:
            print(text, parser.parse(text))
        except UnexpectedInput as error:
            print(repr(text), type(error).__name__, error.line, error.column,
                sorted(getattr(error, "expected", None) or getattr(error, "allowed", None) or []), repr(error.get_context(text)) if text else "")
        except VisitError as error:
            print(repr(text), "visit", error.orig_exc.__class__.__name__, error.rule)
        except (KeyError, ZeroDivisionError) as error:
            print(repr(text), repr(error))

JSON = r"""
    ?value: object | array | string | SIGNED_NUMBER -> number | "true" -> true | "false" -> false | "null" -> null
    array: "[" [value ("," value)*] "]"
    object: "{" [pair ("," pair)*] "}"
    pair: string ":" value
    string: ESCAPED_STRING
    %import common (ESCAPED_STRING, SIGNED_NUMBER, WS)
    %ignore WS
"""


class ToPython(Transformer):
    @v_args(inline=True)
    def string(self, s):
        return json.loads(s)

    def array(self, items):
        return [i for i in items if i is not None or len(items) > 1]

    pair = tuple
    object = dict
    number = v_args(inline=True)(float)
    null = lambda self, _: None
    true = lambda self, _: True
    false = lambda self, _: False


text = json.dumps({"a": [1, -2.5e3, True, None, "s\u00e9\n"], "b": {"c": {}, "d": [[[]]]}, "long": list(range(60))})
for parser in ("lalr", "earley", "cyk"):
    built = Lark(JSON, start="value", parser=parser, maybe_placeholders=False)
    source = text if parser != "cyk" else '{"a": [1, true]}'
    tree = built.parse(source)
    print(parser, ToPython().transform(tree) == json.loads(source), len(list(tree.iter_subtrees())), tree.data)
lalr_json = Lark(JSON, start="value", parser="lalr", lexer="contextual", maybe_placeholders=False)
print(ToPython().transform(lalr_json.parse(json.dumps([{"k": i, "v": [str(i)] * 3} for i in range(300)]))) == [{"k": i, "v": [str(i)] * 3} for i in range(300)])
print(Reconstructor(lalr_json).reconstruct(lalr_json.parse('{"a" : [ 1 , 2 ]}')))

ambiguous = Lark("""
    start: np vp
    np: N | ADJ N | N N
    vp: V np | V "like" np -> like
    N: "fruit" | "flies" | "bananas"
    V: "like" | "flies"
    ADJ: "fruit"
    %ignore " "
""", ambiguity="explicit")
tree = ambiguous.parse("fruit flies like bananas")
print(tree.data, sorted(t.pretty().replace("\n", ";").replace("\t", " ") for t in (tree.children if tree.data == "_ambig" else [tree])))


class PythonIndenter(Indenter):
    NL_type = "_NL"
    OPEN_PAREN_types = ["LPAR"]
    CLOSE_PAREN_types = ["RPAR"]
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 8


indented = Lark(r"""
    start: _NL* node+
    node: NAME [LPAR NAME* RPAR] _NL [_INDENT node+ _DEDENT]
    LPAR: "("
    RPAR: ")"
    NAME: /\w+/
    %declare _INDENT _DEDENT
    _NL: /(\r?\n[\t ]*)+/
    %ignore / +/
""", parser="lalr", postlex=PythonIndenter())
print(indented.parse("a\n    b (x\n  y)\n    c\n        d\ne\n").pretty(" "))

features = Lark(r"""
    start: (item ";")* last?
    item: "[" _sep{NUM, ","} "]" | range_ | keyword | pri
    _sep{x, delim}: x (delim x)*
    range_: NUM ".." NUM~1..2
    !keyword: "if"i | "else"
    pri.2: HEX
    last: /end(?=!)/ "!" | "fin" STRING*
    HEX.3: /0x[0-9a-f]+/i
    NUM: /\d+/
    STRING: /"[^"]*"/s
    COMMENT: /#[^\n]*/
    %ignore /\s+/
    %ignore COMMENT
""", parser="lalr")
print(features.parse('[1,2, 3]; 1..2 3; IF; else; 0xFF; # c\n fin "a\nb" "c"'))
print(features.parse("1 .. 5; end!").children, [str(t.type) for t in features.lex("0x1f if 12")])
print(features.terminals[0].name, sorted(t.name for t in features.terminals)[:6], [r.origin.name for r in features.rules][:4],
    features.get_terminal("NUM").pattern)


class Count(Visitor):
    def __init__(self):
        self.seen = []

    def __default__(self, tree):
        self.seen.append(tree.data)


class Walk(Interpreter):
    def object(self, tree):
        return {"o": self.visit_children(tree)}

    def pair(self, tree):
        return self.visit_children(tree)[-1]

    def __default__(self, tree):
        return str(tree.data)


class Drop(Transformer):
    def number(self, children):
        return Discard if float(children[0]) < 2 else children[0]

    def __default_token__(self, token):
        return token.update(value=token.upper())


sample = lalr_json.parse('{"a": [1, 2, 3], "b": {"c": null}}')
print(Count().visit(sample).data, (c := Count()).visit_topdown(sample).data, c.seen, Walk().visit(sample),
    Drop(visit_tokens=True).transform(sample).children[0].children)
print([t.data for t in sample.iter_subtrees_topdown()], [str(t) for t in sample.scan_values(lambda v: isinstance(v, Token))],
    [t.data for t in sample.find_data("pair")], sample == lalr_json.parse('{"a":[1,2,3],"b":{"c":null}}'), hash(sample) == hash(sample),
    len(sample.find_pred(lambda t: len(t.children) > 1).__class__.__name__))
token = next(lalr_json.lex(" 12"))
print(repr(token), token.type, token.line, token.column, token.end_pos, token + "x", Token.new_borrow_pos("T", "v", token).column)
interactive = lalr_json.parse_interactive("[1, 2")
interactive.exhaust_lexer()
print(sorted(interactive.accepts()), interactive.feed_token(Token("RSQB", "]")), interactive.feed_eof())
print(lalr_json.parse("[1 2 3]", on_error=lambda e: isinstance(e, UnexpectedToken) and e.interactive_parser.feed_token(Token("COMMA", ",")) is None and e.interactive_parser.feed_token(e.token) is None).children.__len__())
for grammar in ["start: a", "start: 'a", "start: A\nA: /[/", "start: x\nx: x", "start: a a\na: \"x\"?\n b: ", "start: A\nA: B\nB: A",
    "start: \"a\" | \"a\"", "start: a | b\na: \"x\"\nb: \"x\"", "%import common.NOPE\nstart: NOPE", "start: _sep{A}\nA: \"a\""]:
    try:
        Lark(grammar, parser="lalr")
        print("fine")
    except Exception as error:
        print(type(error).__name__, str(error).strip().splitlines()[0][:100])
import pickle, io
buffer = io.BytesIO(); lalr_json.save(buffer); buffer.seek(0); print(Lark.load(buffer).parse("[true]"), lalr_json.options.parser)
grammar_of_grammars = Lark.open_from_package("lark", "grammars/lark.lark" if False else "lark.lark", ["grammars"], parser="lalr")
print(len(list(grammar_of_grammars.parse(CALC).iter_subtrees())))
