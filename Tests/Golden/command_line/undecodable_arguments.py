"""Arguments that are not UTF-8 come as surrogates, byte by byte."""

import os
import subprocess
import sys

code = "import sys; print(ascii(sys.argv), ascii(sys.orig_argv[-1:]))"
for arguments in ((b"\xff\xc3x",), (b"\xc3\xa9\xed\xa0\x80\xfd\xbf",), ("\U0010ffff".encode(), "é".encode())):
    run = subprocess.run([os.fsencode(sys.executable), "-c", code, *arguments], stdout=subprocess.PIPE)
    print(run.stdout.decode().strip())
