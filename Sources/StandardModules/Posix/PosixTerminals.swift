// Terminals.

import CPythonABI
import Glibc
import Runtime

enum PosixTerminals {
    private static let sizeType = StructSequence.type(
        "os.terminal_size", doc: "A tuple of (columns, lines) for holding terminal window size",
        fields: [
            StructSequence.Field("columns", "width of the terminal window in characters"),
            StructSequence.Field("lines", "height of the terminal window in characters"),
        ], visible: 2)

    static func add(_ module: ModuleBuilder) {
        module.set("terminal_size", sizeType.value)
        module.function("get_terminal_size", .positional(minimum: 0, maximum: 1, { (_, arguments) throws(Raised) -> Ref in
            let descriptor = try Posix.int(arguments[0], default: 1)
            var size = winsize()
            if Glibc.ioctl(descriptor, UInt(TIOCGWINSZ), &size) < 0 { throw OSErrors.raise(errno) }
            let result = StructSequence.make(sizeType)
            StructSequence.setInt(result.value, 0, Int(size.ws_col))
            StructSequence.setInt(result.value, 1, Int(size.ws_row))
            StructSequence.finish(result.value)
            return result
        }), nil, doc: "Return the size of the terminal window as (columns, lines).\n\nThe optional argument fd (default standard output) specifies\nwhich file descriptor should be queried.\n\nIf the file descriptor is not connected to a terminal, an OSError\nis thrown.\n\nThis function will only be defined if an implementation is\navailable for this system.\n\nshutil.get_terminal_size is the high-level function which should\nnormally be used, os.get_terminal_size is the low-level implementation.")
        module.function("ttyname", .one({ (_, descriptor) throws(Raised) -> Ref in
            guard let name = Glibc.ttyname(try Posix.int(descriptor)) else { throw OSErrors.raise(errno) }
            return try FileNames.decode(name)
        }), "($module, fd, /)", doc: "Return the name of the terminal device connected to 'fd'.\n\n  fd\n    Integer file descriptor handle.")
        module.function("ctermid", .noArguments({ (_) throws(Raised) -> Ref in StrObject.make("/dev/tty") }), "($module, /)", doc: "Return the name of the controlling terminal for this process.")
        module.function("device_encoding", .bound({ (_, arguments) throws(Raised) -> Ref in
            Glibc.isatty(try Posix.int(arguments[0])) == 1 ? StrObject.make("UTF-8") : .none
        }), "($module, /, fd)", doc: "Return a string describing the encoding of a terminal's file descriptor.\n\nThe file descriptor must be attached to a terminal.\nIf the device is not a terminal, return None.")
        module.function("tcgetpgrp", .one({ (_, descriptor) throws(Raised) -> Ref in
            let descriptor = try Posix.int(descriptor)
            return IntObject.make(Int(try Posix.check { Glibc.tcgetpgrp(descriptor) }))
        }), "($module, fd, /)", doc: "Return the process group associated with the terminal specified by fd.")
        module.function("tcsetpgrp", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let (descriptor, group) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]))
            try Posix.check { Glibc.tcsetpgrp(descriptor, group) }
            return .none
        }), "($module, fd, pgid, /)", doc: "Set the process group associated with the terminal specified by fd.")
        module.function("openpty", .noArguments({ (_) throws(Raised) -> Ref in
            let master = try Posix.check { posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC) }
            guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
                let failure = errno
                _ = Glibc.close(master)
                throw OSErrors.raise(failure)
            }
            let slave = Glibc.open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
            if slave < 0 {
                let failure = errno
                _ = Glibc.close(master)
                throw OSErrors.raise(failure)
            }
            return TupleObject.make(Value(smallInt: Int(master)), Value(smallInt: Int(slave)))
        }), "($module, /)", doc: "Open a pseudo-terminal.\n\nReturn a tuple of (master_fd, slave_fd) containing open file descriptors\nfor both the master and slave ends.")
    }
}
