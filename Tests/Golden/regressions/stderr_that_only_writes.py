# A stream of errors without `flush`, and one that goes away while it is written to; what a union says of its class's module.
import subprocess
import sys

for code in (
    "import sys\nclass E:\n    def write(self, s): sys.stderr = None\nsys.stderr = E()\n1/0",
    "import sys\nclass E:\n    def write(self, s): sys.stdout.write(s)\nsys.stderr = E()\n1/0",
):
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    print(result.returncode, result.stdout, result.stderr)
print((int | str).__module__, type(int | str).__module__)
