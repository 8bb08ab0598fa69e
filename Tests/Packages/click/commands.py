# golden: packages=yes
"""click: groups, options of every kind, prompts, callbacks, contexts, errors, help pages, the test runner."""
import click
from click.testing import CliRunner


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90})
@click.version_option("1.2.3", prog_name="tool")
@click.option("-v", "--verbose", count=True, help="More output.")
@click.option("--config", type=click.Path(), default="tool.cfg", show_default=True, envvar="TOOL_CONFIG", show_envvar=True)
@click.pass_context
def cli(context, verbose, config):
    """A tool with many commands.

    It does this and that, in a second paragraph that is long enough to be wrapped by the formatter over lines.

    \b
    kept
      as it is
    """
    context.obj = {"verbose": verbose, "config": config}
    if context.invoked_subcommand is None:
        click.echo(f"no command, {context.obj}")


@cli.command(short_help="Adds numbers.")
@click.argument("numbers", nargs=-1, type=float, required=True)
@click.option("--scale", type=click.FloatRange(0, 10, min_open=True), default=1.0)
@click.option("--mode", type=click.Choice(["sum", "max", "MIN"], case_sensitive=False), default="sum", show_choices=True)
@click.option("--round/--no-round", "rounded", default=False)
@click.pass_obj
def add(obj, numbers, scale, mode, rounded):
    """Add NUMBERS."""
    result = {"sum": sum, "max": max, "MIN": min}[mode](numbers) * scale
    click.echo(f"{round(result) if rounded else result} {mode} {obj['verbose']}")


@cli.command()
@click.option("--name", prompt="Your name", default="nobody")
@click.option("--age", type=click.IntRange(0, 150, clamp=True), prompt=True)
@click.password_option("--password")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), multiple=True, help="A day; may be repeated.")
def greet(name, age, password, day):
    click.secho(f"Hello {name}, {age}!", fg="green", bold=True)
    click.echo(f"{len(password)} {[d.date().isoformat() for d in day]}")
    if not click.confirm("Go on?", default=True):
        raise click.Abort()
    click.echo("done")


def upper(context, parameter, value):
    if value and not value.isalpha():
        raise click.BadParameter(f"{value!r} is not a word", context, parameter)
    return value and value.upper()


@cli.command("convert", epilog="See also: add.", deprecated=True)
@click.argument("source", type=click.File("r"))
@click.argument("target", type=click.File("w"), default="-")
@click.option("-p", "--pair", nargs=2, type=(str, int), multiple=True, metavar="KEY N")
@click.option("--word", callback=upper, expose_value=True, help="A word.")
@click.option("--hidden", hidden=True, is_flag=True)
@click.option("--level", type=int, is_flag=False, flag_value=9, default=0, help="Level, 9 if given bare.")
@click.option("--a", "kind", flag_value="a", default="a")
@click.option("--b", "kind", flag_value="b")
@click.option("--id", type=click.UUID)
def convert(source, target, pair, word, hidden, level, kind, id):
    """Convert SOURCE to TARGET."""
    for line in source:
        target.write(line.upper())
    click.echo(f"{dict(pair)} {word} {hidden} {level} {kind} {id}")


class Even(click.ParamType):
    name = "even"

    def convert(self, value, parameter, context):
        try:
            number = int(value, 0)
        except ValueError:
            self.fail(f"{value!r} is no integer", parameter, context)
        if number % 2:
            self.fail(f"{number} is odd", parameter, context)
        return number


@cli.group(chain=True)
def steps():
    """Steps that are chained."""


@steps.result_callback()
def collect(values):
    click.echo(f"results {values}")


@steps.command()
@click.option("--n", type=Even(), default="0x10")
def first(n):
    return n


@steps.command()
@click.argument("word")
def second(word):
    return word * 2


@cli.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.pass_context
def wild(context):
    click.echo(f"{context.args} {context.command_path} {context.find_root().info_name}")


@cli.command()
def broken():
    raise click.ClickException("it broke")


@cli.command()
@click.pass_context
def leave(context):
    @context.call_on_close
    def closing():
        click.echo("closed")
    context.exit(7)


runner = CliRunner()


def run(*arguments, **more):
    result = runner.invoke(cli, arguments, prog_name="tool", **more)
    print(f"$ tool {' '.join(arguments)} -> {result.exit_code}" + (f" {result.exception!r}" if result.exception and result.exit_code == 1 else ""))
    for line in result.output.splitlines():
        print("   |", line.rstrip())


run()
run("--help")
run("--version")
run("-vvv", "add", "1", "2.5", "--scale", "2")
run("add", "1", "2.6", "--round", "--mode", "SUM")
run("add", "3", "1", "2", "--mode", "min")
run("add")
run("add", "x")
run("add", "1", "--scale", "0")
run("add", "1", "--mode", "avg")
run("add", "1", "--scael", "2")
run("ad")
run("add", "-h")
run("greet", input="Ann\n200\nsecret\nsecret\ny\n")
run("greet", "--day", "2024-02-29", "--day", "2024-03-01", "--age", "x", input="\n")
run("greet", "--age", "3", "--name", "B", input="a\nb\nc\nc\nn\n")
run("greet", "--age", "3", "--name", "B", "--password", "p", "--day", "tomorrow")
run("convert", "--help")
with runner.isolated_filesystem():
    with open("in.txt", "w") as file:
        file.write("one\ntwo\n")
    run("convert", "in.txt", "--pair", "a", "1", "-p", "b", "2", "--word", "hey", "--level", "--b")
    run("convert", "in.txt", "out.txt", "--level=4", "--id", "12345678123456781234567812345678")
    print(open("out.txt").read().split())
    run("convert", "in.txt", "--word", "h3y")
    run("convert", "in.txt", "--pair", "a", "b")
    run("convert", "gone.txt")
    run("convert", "-", "--hidden", input="from stdin")
run("steps", "first", "second", "ab", "first", "--n", "8")
run("steps", "first", "--n", "7")
run("steps", "--help")
run("wild", "--x", "1", "-y", "z")
run("broken")
run("leave")
run("add", "1", "--", "-2")
run("--config", "", env={"TOOL_CONFIG": "other"})
run(env={"TOOL_CONFIG": "other"})

print(click.style("text", fg="red", underline=True).encode(), click.unstyle(click.style("x", bg="blue")))
print(click.format_filename(b"a\xff.txt"), click.get_app_dir("My App", force_posix=True).rsplit("/", 1)[-1])
with click.Context(cli, info_name="tool") as context:
    print(sorted(cli.list_commands(context)), [p.name for p in cli.get_params(context)])
    print(cli.get_usage(context), click.get_current_context() is context)
    formatter = context.make_formatter()
    formatter.write_dl([("-a", "first " * 20), ("--long-option-name", "second")])
    print(formatter.getvalue())
print(cli.to_info_dict(click.Context(cli))["commands"]["add"]["params"][0]["type"])
with click.progressbar(range(3), label="work", file=open("/dev/null", "w")) as bar:
    print(sum(bar), bar.length)
print(click.Choice(["a", "b"]), click.IntRange(1, 5), click.Tuple([int, str]), click.STRING)
print(click.utils.make_default_short_help("This is a rather long text that is cut. And more.", 30))
from click.shell_completion import BashComplete
complete = BashComplete(cli, {}, "tool", "_TOOL_COMPLETE")
print([c.value for c in complete.get_completions(["add"], "--")], [c.value for c in complete.get_completions([], "")])
print([c.value for c in complete.get_completions(["add", "--mode"], "m")])
