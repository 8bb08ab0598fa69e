"""Runs each golden script several times in one process of pyswift and fails when memory grows from round to round.

See leak_probe.py for how; LEAK_EXCEPTIONS names the scripts for which it means nothing.
"""

import argparse
import concurrent.futures
import os
import subprocess
import sys
import tempfile

import golden

HERE = os.path.dirname(os.path.abspath(__file__))
# Scripts that keep what they make on purpose, and why.
LEAK_EXCEPTIONS = {
    "codecs_module/stateful": "functions that look for codecs stay registered",
    "contextvars_module/run_and_tokens": "the variables of the script stay in the context of the thread",
    "dataclasses_module/generated": "generic classes stay in typing's caches",
    "importlib_module/loaders": "its finder stays on sys.meta_path",
    "importlib_module/metadata": "its finder stays on sys.meta_path, and archives in caches",
    "importlib_module/resources": "the name of its temporary folder is interned, and interned names stay",
    "logging_module/records": "waits for ever when it is run again in one process, with CPython as well",
    "pathlib_module/pure_and_real": "the name of its temporary folder is interned, and interned names stay",
    "pdb_module/scripted": "breakpoints stay in the table of their class",
    "pkgutil_module/walking": "functions stay registered, and its finder on sys.path_hooks",
    "site_module/pth": "folders of its own stay on sys.path",
    "contextvars/threads": "the variables of the script stay in the context of the thread",
    "contextvars/variables_and_tokens": "the variables of the script stay in the context of the thread",
    "imports/meta_path": "its finder stays on sys.meta_path",
    "imports/traceback_frames": "its finder stays on sys.meta_path",
    "threads/at_exit": "threads and exit functions stay to the end",
    "threads/fork": "functions registered for forks stay for good",
    "marshal/references": "a tuple that holds itself is never collected, in CPython as well: tuples are not cleared",
    "imports_module/packages_and_metadata": "folders of its own stay on sys.path",
    "imports_module/zip_and_path": "archives of its own stay on sys.path",
    "pickle/plain_instances": "a function that it registers stays in copyreg's table",
    "posix_module/files": "modules that it imports are made anew",
    "subprocesses/fork_exec": "too many processes for the time that a probe has",
    "sys_module/hooks": "an audit hook stays for good",
    "typing_module/classes": "forms stay in typing's caches",
    "typing_module/forms": "forms stay in typing's caches",
    "warnings_module/filters": "adds filters of its own, which stay",
    "warnings/filters_and_registry": "adds filters of its own, which stay",
    "system/sys_functions": "an audit hook stays for good",
    "system/audit_events": "an audit hook stays for good",
    "system/atexit_order": "exit functions stay to the end",
}


def probe(script, binary, seconds):
    """"ok", or what is wrong."""
    if script.directives.get("stdin"):
        return "ok"
    environment = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8",
        "PYTHONHASHSEED": script.directives.get("hashseed", "0"), "PYTHONDONTWRITEBYTECODE": "1",
    }
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report")
        command = [binary, "-X", "utf8", *script.listed("flags"), os.path.join(HERE, "leak_probe.py"), report, script.file,
                   *script.listed("args")]
        try:
            run = subprocess.run(command, cwd=script.folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, timeout=seconds, preexec_fn=golden.limit)
        except subprocess.TimeoutExpired:
            return f"timed out after {seconds} s"
        if not os.path.exists(report):
            return f"no report, exit code {run.returncode}: " + run.stderr.decode("utf-8", "replace")[-300:]
        with open(report) as file:
            return file.read()


def main():
    parser = argparse.ArgumentParser(prog="leaks", description=__doc__)
    parser.add_argument("-b", "--binary", default=os.environ.get("PYSWIFT") or golden.default_binary())
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--root", default=os.path.join(golden.ROOT, "Tests", "Golden"))
    parser.add_argument("--timeout", type=int, default=120)
    parser.add_argument("names", nargs="*", metavar="FEATURE[/NAME]")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    scripts = [script for script in golden.discover(os.path.abspath(options.root), options.names) if script.name not in LEAK_EXCEPTIONS]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for script, found in zip(scripts, pool.map(lambda script: probe(script, binary, options.timeout), scripts)):
            if found != "ok":
                failed += 1
                print(f"{script.name}: {found}", flush=True)
    print(f"{len(scripts) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
