// What the command prints about itself.

enum CommandLineText {
    static let version = "Python 3.11.2\n"
    static let longVersion = "Python 3.11.2 (main) [pyswift, Swift 6]\n"
    static let banner = """
        Python 3.11.2 (main) [pyswift, Swift 6] on linux
        Type "help", "copyright", "credits" or "license" for more information.

        """

    static func usage(_ program: String) -> String { "usage: \(program) [option] ... [-c cmd | -m mod | file | -] [arg] ...\n" }

    static func fatal(_ message: String, state: String) -> String { "Fatal Python error: \(message)\nPython runtime state: \(state)\n\n" }

    static func help(_ program: String) -> String {
        usage(program) + """
            Options (and corresponding environment variables):
            -b     : warn of str(bytes) and comparisons of bytes with str (-bb: raise)
            -B     : write no compiled files on import; also PYTHONDONTWRITEBYTECODE=x
            -c cmd : run a command given as text (ends the options)
            -d     : parser debugging; also PYTHONDEBUG=x
            -E     : ignore the PYTHON* environment variables
            -h     : print this and exit (also -? or --help)
            -i     : go on interactively after the program; also PYTHONINSPECT=x
            -I     : keep apart from the user's environment (implies -E, -P and -s)
            -m mod : run a module as a script (ends the options)
            -O     : leave out assert and __debug__ code; also PYTHONOPTIMIZE=x
            -OO    : the same, and leave out docstrings
            -P     : don't put the script's folder in front of sys.path
            -q     : don't print the version on interactive start
            -s     : leave the user's site folder out of sys.path; also PYTHONNOUSERSITE
            -S     : don't import site on start
            -u     : write stdout and stderr at once; also PYTHONUNBUFFERED=x
            -v     : tell of imports; also PYTHONVERBOSE=x
            -V     : print the version and exit (also --version; twice for more)
            -W arg : warning filter, action:message:category:module:lineno; also PYTHONWARNINGS=arg
            -x     : skip the first line of the source
            -X opt : option of the implementation
            --dis file      : print the instructions of a module and exit
            --help-env      : print help about environment variables and exit
            Arguments:
            file   : program read from a file
            -      : program read from standard input (default; interactive on a terminal)
            arg ...: arguments for the program, in sys.argv[1:]

            """
    }

    static let environment = """
        Environment variables:
        PYTHONPATH              : folders in front of sys.path, separated by ':'
        PYTHONSAFEPATH          : don't put the script's folder in front of sys.path (-P)
        PYTHONHASHSEED          : seed of string hashes: 'random' or a number up to 4294967295
        PYTHONINTMAXSTRDIGITS   : limit on digits between int and str; 0 for none
        PYTHONBREAKPOINT        : what breakpoint() calls; 0 for nothing
        PYTHONMALLOC            : 'malloc' takes all memory from malloc
        PYTHONTRACEMALLOC       : trace memory allocations from the start, with this many frames each (-X tracemalloc)
        PYTHONCOERCECLOCALE     : 0 leaves the C locale as it is, 'warn' tells when it is replaced
        PYTHONUTF8              : 1 turns on UTF-8 mode, 0 off (-X utf8)
        PYTHONDEVMODE           : development mode
        PYTHONHOME              : the folder that has lib/python3.11 (or prefix:exec_prefix)
        PYTHONSTARTUP           : file to run before the interactive interpreter
        PYTHONPYCACHEPREFIX     : root of a tree for compiled files, in place of __pycache__ (-X pycache_prefix)
        PYTHONPROFILEIMPORTTIME : tell how long imports take (-X importtime)
        PYTHONDEBUG, PYTHONDONTWRITEBYTECODE, PYTHONINSPECT, PYTHONNOUSERSITE, PYTHONOPTIMIZE, PYTHONUNBUFFERED, PYTHONVERBOSE, PYTHONWARNINGS

        """

    static let implementationOptions = """
        Options of the implementation:

        -X dev: development mode: default warnings, faulthandler, asyncio's debug mode
        -X faulthandler: dump the traceback when the process dies
        -X frozen_modules=[on|off]: whether the modules of every start come from the archive of compiled code
        -X importtime: tell how long imports take
        -X int_max_str_digits=number: limit on digits between int and str; 0 for none
        -X no_debug_ranges: no columns in the tables of code
        -X pycache_prefix=PATH: root of a tree for compiled files, in place of __pycache__
        -X tracemalloc[=NFRAME]: trace memory allocations from the start, with this many frames each
        -X utf8: UTF-8 for text of the operating system whatever the locale says; -X utf8=0 for the locale's encoding
        -X warn_default_encoding: warn of files opened without an encoding

        """
}
