# golden: packages=yes
"""Rich: tables, trees, panels, markup, markdown, syntax, tracebacks, pretty printing, columns, progress, layout, export."""
import collections
import dataclasses
import datetime
import io
import os
import tempfile
from rich import box, inspect
from rich.align import Align
from rich.columns import Columns
from rich.console import Console, Group
from rich.emoji import Emoji
from rich.highlighter import RegexHighlighter, ReprHighlighter
from rich.json import JSON
from rich.layout import Layout
from rich.markdown import Markdown
from rich.markup import MarkupError, escape, render
from rich.padding import Padding
from rich.panel import Panel
from rich.pretty import Pretty, pretty_repr
from rich.progress import BarColumn, Progress, TextColumn
from rich.rule import Rule
from rich.style import Style
from rich.syntax import Syntax
from rich.table import Column, Table
from rich.text import Text
from rich.theme import Theme
from rich.traceback import Traceback
from rich.tree import Tree


def console(**options):
    return Console(**{"file": io.StringIO(), "width": 78, "force_terminal": False, "color_system": None, "legacy_windows": False, **options})


def show(*renderables, **options):
    c = console(**options)
    c.print(*renderables)
    print("\n".join(line.rstrip() for line in c.file.getvalue().splitlines()))


table = Table(title="Films [i]of note[/i]", caption="a caption", box=box.ROUNDED, show_lines=True, row_styles=["", "dim"], highlight=True)
table.add_column("Date", justify="right", style="cyan", no_wrap=True, footer="F")
table.add_column("Title", max_width=20, overflow="fold")
table.add_column("Box Office", justify="center", vertical="middle", ratio=1)
table.add_row("1999", "A rather long title that must be wrapped or folded", "$1,332,539,889")
table.add_row("2000", Panel("inner"), Text("styled", style="bold red"), end_section=True)
table.add_row("日本", "wide 表示 \U0001f600 emoji", "é")
show(table)
for name in ("ASCII", "HEAVY_HEAD", "DOUBLE_EDGE", "MARKDOWN", "SIMPLE", "MINIMAL"):
    small = Table("a", Column("n", footer="f"), box=getattr(box, name), show_footer=True, padding=(0, 2), expand=True)
    small.add_row("1", "2")
    show(small, width=40)
grid = Table.grid(padding=1, pad_edge=True)
grid.add_row("left", Align.right("right", width=20))
show(grid)
tree = Tree("root", guide_style="bold")
branch = tree.add("[red]branch")
branch.add("leaf\nsecond line").add(Panel.fit("boxed", title="t", subtitle="s"))
tree.add(Table.grid())
show(tree)
show(Panel(Group("one", Rule("rule"), "two", Padding("pad", (1, 4))), title="Title", title_align="left", expand=False, box=box.DOUBLE))
show(Columns([f"item {i}" * (i % 3 + 1) for i in range(10)], equal=True, column_first=True))
show("[bold]b[/bold] [link=https://x.y]l[/] :smile: [not a tag] \\[escaped] [red on blue]c[/red on blue]", "second", 3, [1, {"a": None}], True, 4.5)
show("[bold]x[/bold] [/nope]" if False else escape("[bold]x"), render("[b]x[/b] y").spans, Emoji.replace(":heart: :nope:"))
for bad in ("[bold]x[/italic]", "x[/]", "[@click=f(]x"):
    try:
        print(repr(render(bad)))
    except MarkupError as error:
        print("markup:", error)
text = Text("The quick brown fox jumps over the lazy dog", justify="full")
text.stylize("bold", 4, 9); text.highlight_words(["fox", "dog"], "red"); text.highlight_regex(r"\b\w{4}\b", "green")
print(text.spans, text.plain[4:9], len(text), [str(line) for line in text.wrap(console(), 16)], text[4:9].spans,
    [t.plain for t in text.split(" ")][:3])
t2 = Text.assemble("a", ("b", "bold"), Text("c", "red"))
t2.append("d", "blue")
t2.pad(2, ".")
t2.truncate(5, overflow="ellipsis")
print(t2, t2.markup, Text.from_ansi("\x1b[1;31mred\x1b[0m plain").spans, Text("a\tb").expand_tabs(4) if Text("a").expand_tabs(4) else "x")
show(text, width=30); show(Text("x" * 50), width=20, soft_wrap=True) if False else show(Text("x" * 50, overflow="ellipsis", no_wrap=True), width=20)
show(Markdown("# Title\n\nPara with *em*, **strong**, `code` and [link](http://a.b).\n\n1. one\n2. two\n   - nested\n\n> quote\n\n```python\ndef f(): pass\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n\n## Sub\nline  \nbreak ~~gone~~\n"))
show(Syntax('def f(x: int) -> str:\n    """Doc."""\n    return f"{x!r}" + \'a\'  # note\n', "python", line_numbers=True, indent_guides=True, highlight_lines={2}, word_wrap=True))
c = console(force_terminal=True, color_system="truecolor")
c.print(Syntax("x = [1, 'a', None]", "python", theme="monokai"), "[bold red]r[/] 1.5 'str' True http://u.v/w /path/file.py 2020-01-01",
    Text("link", Style(link="http://x", underline=True)))
print(repr(__import__("re").sub(r"id=\d+", "id=0", c.file.getvalue())))
for system in ("standard", "256"):
    c = console(force_terminal=True, color_system=system)
    c.print("[#ff8800 on rgb(1,2,3) italic]x[/] [color(200)]y[/] [bright_green reverse strike]z[/]")
    print(repr(c.file.getvalue()))
print(Style.parse("bold not italic red on #112233 link http://x"), Style.parse("bold") + Style(color="red", bold=False),
    Style.combine([Style(dim=True), Style(bgcolor="blue")]), repr(Style.null()), Style.parse("red") == Style(color="red"))
for bad in ("nocolor", "bold on", "rgb(1,2)"):
    try:
        print(Style.parse(bad))
    except Exception as error:
        print(type(error).__name__, error)


@dataclasses.dataclass
class Record:
    name: str
    values: list
    when: datetime.date = datetime.date(2020, 1, 2)


class Custom:
    def __rich_repr__(self):
        yield "positional"
        yield "key", [1, 2]
        yield "default", 3, 3


data = {"list": list(range(40)), "nested": {"a": {"b": {"c": [1, "two", 3.0, None]}}}, "set": {1}, "tuple": (1,),
    "record": Record("n", ["x" * 30] * 3), "custom": Custom(), "dd": collections.defaultdict(list, a=[1]), "od": collections.OrderedDict(x=1),
    "counter": collections.Counter("aab"), "dq": collections.deque([1], 3), "str": "it's \"q\"\n", "bytes": b"\x00", "empty": [{}, [], ()],
    "fs": frozenset([2])}
print(pretty_repr(data, max_width=60))
print(pretty_repr(data, max_width=100, max_length=4, max_string=10, max_depth=2, expand_all=False))
show(Pretty(data, indent_guides=True, expand_all=True, max_length=3), width=50)
show(JSON('{"b": [1, 2.5, true, null, "x\\u00e9"], "a": {"c": {}}}', sort_keys=True, indent=2)); show(JSON.from_data({"k": [1]}))


FAILING = """\
def fails(n):
    local = {"n": n, "text": "value"}
    return fails(n - 1) if n else 1 / n


def caught():
    try:
        try:
            fails(2)
        except ZeroDivisionError as error:
            raise ValueError("outer [bold]") from error
    except ValueError as error:
        return error
"""
# The lines of a traceback are padded according to the lengths of the paths in them: this module lies at a path whose length is always the same.
with tempfile.TemporaryDirectory(prefix="rich_", dir="/tmp") as folder:
    path = os.path.join(folder, "failing.py")
    with open(path, "w") as file:
        file.write(FAILING)
    namespace = {"__name__": "failing"}
    exec(compile(FAILING, path, "exec"), namespace)
    error = namespace["caught"]()
    c = console()
    c.print(Traceback.from_exception(type(error), error, error.__traceback__, show_locals=True, width=78, extra_lines=1))
    print("\n".join(line.rstrip() for line in c.file.getvalue().replace(folder, "/tmp/rich_12345678").splitlines()))
layout = Layout()
layout.split_column(Layout(name="top", size=3), Layout(name="bottom"))
layout["bottom"].split_row(Layout(Panel("left"), name="l", ratio=2), Layout("right"))
layout["top"].update(Panel("header"))
show(layout, height=9, width=40)
print(layout.tree.label is not None, sorted(k.name or "" for k in layout.map)) if layout.map else show(layout.tree)
progress = Progress(TextColumn("{task.description}"), BarColumn(20), TextColumn("{task.percentage:>3.0f}% {task.completed}/{task.total}"),
    console=console())
one = progress.add_task("one", total=10)
two = progress.add_task("two", total=4, completed=4)
progress.update(one, advance=3)
show(progress.make_tasks_table(progress.tasks))
print(progress.finished, progress.tasks[1].finished)
c = console(record=True)
c.print("[bold]saved[/bold] <x>")
c.rule("[red]R")
c.log("no time", log_locals=False) if False else None
print(c.export_text(clear=False, styles=False).split(), len(c.export_html(inline_styles=True)), c.export_svg(title="t", unique_id="u").count("<text"))
c = console(theme=Theme({"warn": "bold magenta"}), force_terminal=True, color_system="standard")
c.print("[warn]w[/warn]", style="on black", justify="center")
print(repr(c.file.getvalue()))
print(c.measure("some words here").minimum, c.measure(table).maximum, c.options.max_width, c.render_str("[b]x").spans,
    [s.text for s in c.render("ab cd", c.options.update(width=3))])


class Highlighter(RegexHighlighter):
    base_style = "x."
    highlights = [r"(?P<email>[\w-]+@[\w.]+)", r"(?P<num>\d+)"]


print(Highlighter()("mail a@b.c 12").spans, ReprHighlighter()("Foo(a=1, b='x', c=None, <class 'int'>, 0x1F, 10.0.0.1, /a/b.txt)").spans[:8])
c = console(width=60); inspect(Record("n", [1]), console=c, methods=False, docs=False, sort=True); print(c.file.getvalue())
with console().capture() as capture: pass
for _ in range(10): show_table = console(); show_table.print(table)
print(len(show_table.file.getvalue()))
