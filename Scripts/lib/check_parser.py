"""Compares the front end with CPython's: trees with every position, and errors with their place and text.

    check_parser.py SYNTAX_DUMP [files] [errors] [--seed N] [--count N]

`files` parses every Python file of the standard library and its tests. `errors` breaks pieces of those files (a token deleted, doubled,
replaced) and compares what is said about them.
"""
import ast
import glob
import io
import random
import subprocess
import sys
import tokenize
import warnings

LIBRARY = "/usr/lib/python3.11"
TOKENS = """( ) [ ] { } : , ; = == := . * ** + - not in is if else for lambda yield await async x 1 's' f'{a}' print def class
return import from as with try except finally -> @ None True match case _ del global ! $ ? 0x 1a " ''' é / ... <> assert raise while
pass elif #""".split() + ["\n", "\n    ", "\\\n"]


class Peer:
    """The program under test, asked about one source at a time."""

    def __init__(self, program):
        self.program = program
        self.process = None

    def ask(self, source, kind):
        if self.process is None:
            self.process = subprocess.Popen([self.program, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            self.process.stdin.write(b"exec %d %s\n" % (len(source), kind) + source)
            self.process.stdin.flush()
            return self.process.stdout.read(int(self.process.stdout.readline())).decode()
        except (OSError, ValueError):
            self.process = None
            return "crashed"


def expected(source):
    try:
        return ast.dump(compile(source, "<s>", "exec", ast.PyCF_ONLY_AST), include_attributes=True)
    except SyntaxError as error:
        kind = type(error).__name__
        return f"!{kind[0].lower()}{kind[1:]} {error.msg!r}, " + ", ".join(
            str(value) for value in (error.lineno, error.offset, error.end_lineno, error.end_offset)) + f", {error.text!r}"
    except ValueError as error:
        return f"!valueError {error.args[0]!r}, 0, 0, None, None, None"


def library_files():
    return sorted(glob.glob(LIBRARY + "/**/*.py", recursive=True))


def library_sources():
    for path in library_files():
        with open(path, "rb") as file:
            yield path, file.read()


def mutations(seed, count):
    generator = random.Random(seed)
    files = [path for path in library_files() if "lib2to3/tests/data" not in path and "/bad" not in path]
    while count > 0:
        path = generator.choice(files)
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            statements = ast.parse(text).body
        except (SyntaxError, UnicodeDecodeError):
            continue
        lines = text.splitlines(True)
        for statement in generator.choices(statements, k=8) if statements else ():
            piece = "".join(lines[statement.lineno - 1:statement.end_lineno])
            if len(piece) > 6000:
                continue
            try:
                tokens = [token for token in tokenize.generate_tokens(io.StringIO(piece).readline) if token.string.strip()]
            except (tokenize.TokenError, SyntaxError):
                continue
            if len(tokens) < 2:
                continue
            starts = [0]
            for line in piece.splitlines(True):
                starts.append(starts[-1] + len(line))
            token = generator.choice(tokens)
            first, last = starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]
            before, after = piece[:first], piece[last:]
            broken = generator.choice([
                before + after,
                before + generator.choice(TOKENS) + " " + piece[first:],
                before + generator.choice(TOKENS) + after,
                piece[:last] + " " + token.string + after,
                before + generator.choice(tokens).string + " " + after,
                before + generator.choice(TOKENS) + " " + generator.choice(TOKENS) + " " + after,
            ])
            count -= 1
            yield f"{path}:{statement.lineno}", broken


def compare(peer, sources):
    compared = different = 0
    for name, source in sources:
        text = isinstance(source, str)
        want = expected(source)
        got = peer.ask(source.encode() if text else source, b"str" if text else b"bytes")
        compared += 1
        if got == want:
            continue
        different += 1
        if different <= 20:
            at = next((i for i, pair in enumerate(zip(got, want)) if pair[0] != pair[1]), 0) if want[0] != "!" else 0
            print(f"{name}\n  CPython {want[max(0, at - 80):at + 200]}\n  got     {got[max(0, at - 80):at + 200]}")
            if want[0] == "!" and len(source) < 400:
                print(f"  source  {source!r}")
    return compared, different


def main(program, *arguments):
    warnings.simplefilter("ignore")
    options = {"--seed": 1, "--count": 20000}
    suites = []
    arguments = iter(arguments)
    for argument in arguments:
        if argument in options:
            options[argument] = int(next(arguments))
        else:
            suites.append(argument)
    peer = Peer(program)
    failed = False
    for suite in suites or ["files", "errors"]:
        sources = library_sources() if suite == "files" else mutations(options["--seed"], options["--count"])
        compared, different = compare(peer, sources)
        print(f"{suite}: {compared} compared, {different} differ")
        failed = failed or different > 0
    return int(failed)


sys.exit(main(*sys.argv[1:]))
