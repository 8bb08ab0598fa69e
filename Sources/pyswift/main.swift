// The command `pyswift`.

import Glibc

exit(CommandLineProgram.run())
