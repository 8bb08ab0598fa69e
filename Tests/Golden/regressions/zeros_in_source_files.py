# NUL bytes and bytes that are not UTF-8 in a source file.
import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "source.py")
    for content in (
        b"print(1)\n\0\nprint(3)\n", b"print(1)\n# \0 c\nprint(3)\n", b"\0", b"print(1)\0", b"if 1:\n  print(1)\n\0  x\n  print(2)",
        b"print(1)\n\xff\n", b"# coding: utf-8\nprint(1)\n\xff\n", b"# coding: ascii\nprint(1)\n\xff\n", b"# coding: foo\nprint(1)\n",
        b"\xef\xbb\xbfx = 1\n\xff\n", b"# coding: iso8859-15\nprint(ascii('\xa4'))\n", b"# coding: cp1252\nprint(ascii('\x80'))\n1/0 # \x80\n",
    ):
        with open(path, "wb") as file:
            file.write(content)
        result = subprocess.run([sys.executable, path], capture_output=True)
        print(content, result.returncode, result.stdout, result.stderr.replace(folder.encode(), b"FOLDER"))
