# golden: packages=yes
"""Jinja2: expressions, filters, tests, inheritance, macros, loops, escaping, sandbox, errors, async, custom extensions."""
import asyncio
import jinja2
from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

env = Environment(loader=DictLoader({
    "base": "<title>{% block title %}Base{% endblock %}</title>{% block body scoped %}{% endblock %}{% block foot required %}{% endblock %}",
    "mid": "{% extends 'base' %}{% block title %}Mid of {{ super() }}{% endblock %}{% block foot %}f{% endblock %}",
    "page": "{% extends 'mid' %}{% block title %}{{ name|title }} < {{ super() }}{% endblock %}"
            "{% block body %}{% for i in items recursive %}[{{ loop.index }}/{{ loop.length }} {{ i.n }}"
            "{% if i.sub %}({{ loop(i.sub) }}){% endif %}{{ ', ' if not loop.last }}]{% else %}none{% endfor %}{% endblock %}",
    "macros": "{% macro field(name, value='', type='text') -%}<input name={{ name }} value={{ value|e }} type={{ type }} "
              "{{- kwargs|xmlattr }} {{ varargs|join('+') }}>{%- endmacro %}{% macro wrap(tag) %}<{{ tag }}>{{ caller('arg') }}</{{ tag }}>{% endmacro %}"
              "{% set constant = 42 %}",
    "use": "{% import 'macros' as m %}{% from 'macros' import wrap with context %}{{ m.field('a', '<x>', 1, 2, cls='c', none=none) }}"
           "{% call(x) wrap('b') %}in {{ x }}{% endcall %} {{ m.constant }}",
    "inc": "{{ a }}{% include ['missing', 'part'] %}{% include 'none' ignore missing %}", "part": "<{{ b }}>",
    "loop": "{% for a, b in pairs if a > 1 %}{{ loop.cycle('x', 'y') }}{{ loop.previtem }}{{ a }}{{ b }}{% if loop.changed(b) %}!{% endif %}"
            "{% if loop.index > 3 %}{% break %}{% endif %}{% endfor %}",
}), extensions=["jinja2.ext.loopcontrols", "jinja2.ext.do", "jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)


def render(source, **context):
    try:
        print(repr(env.from_string(source).render(**context)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}", getattr(error, "lineno", ""))


print(env.get_template("page").render(name="my page", items=[{"n": 1, "sub": [{"n": 2}, {"n": 3}]}, {"n": 4}]))
print(env.get_template("page").render(name="x"))
print(env.get_template("use").render())
print(env.get_template("inc").render(a=1, b=2))
print(env.get_template("loop").render(pairs=[(1, "a"), (2, "b"), (3, "b"), (4, "c"), (5, "d"), (6, "e")]))
for expression in [
    "1 + 2 * 3 ** 2 // 4 % 5", "'a' ~ 1 ~ none ~ true", "[1, 2, 3][1:]|list", "{'a': (1, 2)}.a[0]", "1 < 2 <= 2 != 3", "not false and (0 or 'x')",
    "'x' if 0", "x is defined", "x.y.z is undefined", "3 is divisibleby 3", "'a' in 'abc' and 4 not in [1]", "range(5)|batch(2, '-')|list",
    "range(7)|slice(3)|list", "[3, 1, 2]|sort(reverse=true)|join(', ')", "'hello world'|capitalize|replace('l', 'L', 2)", "'<b>&'|e", "'<b>'|safe",
    "[{'k': 1, 'v': 'a'}, {'k': 2, 'v': 'b'}, {'k': 1, 'v': 'c'}]|groupby('k')|map(attribute='list')|map('map', attribute='v')|map('join')|list",
    "['a', 'B', 'c']|select('lower')|list", "[1, none, 2]|reject('none')|sum", "'%s-%05.1f'|format('a', 3.14159)", "1234567|filesizeformat",
    "'a b c d e f g'|wordwrap(5)|replace('\n', '/')", "'some long text here'|truncate(9, true, '..')", "{'b': 1, 'a': 2}|dictsort",
    "{'a': 'x y', 'b': 1}|urlencode",
    "'see http://example.com/a?b=1 now'|urlize", "[1, [2, {'x': 3}]]|tojson", "'  x '|trim ~ '|'", "3.7|round(0, 'floor')|int", "'abc'|reverse",
    "[1,2,2,3]|unique|list",
    "'x'|center(5)|replace(' ', '.')", "'a\nb'|indent(2, first=true)", "['a','b']|first ~ ['a','b']|last", "'<p>a <b>b</b></p>'|striptags",
    "[1,2,3]|random in [1,2,3]",
    "dict(a=1, **{'b': 2})|items|list", "joiner('; ').__class__.__name__", "cycler('a', 'b').next()", "namespace(a=1).a", "lipsum(n=1)|length > 0",
    "'abc'[::-1]", "[[1, 2], [3]]|sum(start=[])",
    "x|default('d')", "''|default('d', true)", "'A'|lower is lower", "5 is odd", "[] is iterable", "{} is mapping", "1 is sameas 1", "'a' is string",
    "[1,2]|max ~ [1,2]|min", "'x' * 3", "-3|abs", "2 is eq 2",
    "'1,234'|int(7)", "'2.5'|float", "'0x1f'|int(0, 16)", "[1,2,3,4]|selectattr('real', 'gt', 2)|list", "'word count here'|wordcount",
    "'Ärger'|upper|length", "{'a':1}|xmlattr", "('a', 'b')|pprint",
]:
    render("{{ " + expression + " }}")
render("{% set ns = namespace(n=0) %}{% for i in range(5) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}")
render("{% set a, b = 1, 2 %}{% set c %}block {{ a }}{% endset %}{{ c }}{% set d | upper %}filtered{% endset %}{{ d }}")
render("{% with x = 1, y = x %}{{ x }}{{ y }}{% endwith %}{{ x }}")
render("{% filter upper|replace('A', 'b') %}aXa{% endfilter %}")
render("{% raw %}{{ not }}{% endraw %} {# comment #}\n  {%- if true -%}  a  {%- elif no %}b{% else %}c{% endif %}")
render("{% do l.append(4) %}{{ l }}", l=[1])
render("{% trans n=3 %}{{ n }} thing{% pluralize %}{{ n }} things{% endtrans %}")
render("{% autoescape true %}{{ '<a>' }}{{ '<b>'|safe }}{{ m }}{% endautoescape %}", m=jinja2.pass_context(lambda c: 1) and "<i>")
render("{{ foo.bar }}")
render("{{ foo.bar.baz }}")
render("{% if %}")
render("{% for x in %}{% endfor %}\n")
render("a\n{{ 1 + }}")
render("{% unknown %}")
render("{% block a %}{% block a %}{% endblock %}{% endblock %}")
render("{% extends 'gone' %}")
render("{{ 1|nofilter }}")
render("{{ 1 is notest }}")
render("{{ 'abc")
render("{{ x() }}", x=lambda: 1 / 0)
render("{% include 'missing' %}")
render("{{ f(1, *[2, 3], k=4, **{'z': 5}) }}", f=lambda *a, **k: (a, k))

strict = Environment(undefined=StrictUndefined, autoescape=True, variable_start_string="<<", variable_end_string=">>", line_statement_prefix="%",
    line_comment_prefix="##")
print(strict.from_string("% for x in [1, 2]:\n  << x >> ## note\n% endfor\n<< '<' >>").render())
for source in ("<< gone >>", "<< d.gone >>", "<< d['k'].deep >>", "<< gone is defined >>", "<< gone|default(3) >>"):
    try:
        print(strict.from_string(source).render(d={}))
    except jinja2.UndefinedError as error:
        print("undefined:", error)
print(Environment(undefined=jinja2.DebugUndefined).from_string("{{ a }} {{ b.c }}").render(b={}),
    Environment(undefined=jinja2.ChainableUndefined).from_string("[{{ a.b.c['d'] }}]").render())
sandbox = SandboxedEnvironment()
for source in ("{{ ''.__class__.__mro__ }}", "{{ f.__globals__ }}", "{{ range(99999999) }}", "{{ '{0.__class__}'.format(1) }}",
    "{{ [1].append(2) }}"):
    for sandboxed in (sandbox, ImmutableSandboxedEnvironment()):
        try:
            print(repr(sandboxed.from_string(source).render(f=render)))
        except Exception as error:
            print(type(error).__name__, error)


class Repeat(Extension):
    tags = {"repeat"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        count = parser.parse_expression()
        body = parser.parse_statements(("name:endrepeat",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_repeat", [count]), [], [], body).set_lineno(line)

    def _repeat(self, count, caller):
        return caller() * count


env.add_extension(Repeat)
render("{% repeat 2 + 1 %}ab{% endrepeat %}")
env.filters["double"] = lambda value: value * 2
env.tests["big"] = lambda value: value > 10
env.globals["g"] = "global"
render("{{ g|double }} {{ 11 is big }}")
print([type(n).__name__ for n in env.parse("{% if a %}{{ b|f }}{% endif %}").find_all(nodes.Node)])
print(jinja2.meta.find_undeclared_variables(env.parse("{{ a }}{% set b = 1 %}{{ b }}{{ c.d }}")) == {"a", "c"} if hasattr(jinja2, "meta") else None)
print([(l, t, v) for l, t, v in env.lex("a{{ b }}")], env.compile_expression("a + 1")(a=4))
print(env.compile("{% for i in x %}{{ i }}{% endfor %}", raw=True).count("yield"),
    [*env.from_string("{% for i in 'abc' %}{{ i }},{% endfor %}").generate()])


async def main():
    asynchronous = Environment(enable_async=True)
    async def numbers():
        for i in range(3):
            await asyncio.sleep(0)
            yield i
    async def get(x):
        return x * 2
    print(await asynchronous.from_string("{% for n in ns() %}{{ loop.index }}:{{ get(n) }} {% endfor %}").render_async(ns=numbers, get=get))


asyncio.run(main())
try:
    env.get_template("page").render(items=[{"n": jinja2.Undefined(name="q")}, 3], name=5, title=0)
    env.from_string("line1\n{% for i in [0] %}\n{{ 1 / i }}\n{% endfor %}").render()
except ZeroDivisionError as error:
    import traceback
    print([(f.name, f.lineno) for f in traceback.extract_tb(error.__traceback__)][-1])
native = jinja2.nativetypes if hasattr(jinja2, "nativetypes") else __import__("jinja2.nativetypes", fromlist=["x"])
print(native.NativeEnvironment().from_string("{{ [1, 2] + x }}").render(x=[3]))
print(jinja2.Template("${ a }", variable_start_string="${", variable_end_string="}").render(a=1), env.from_string("x").module)
