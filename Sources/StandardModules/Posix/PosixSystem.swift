// What the system tells of itself: names, times, limits, random numbers.

import CPythonABI
import Glibc
import Runtime

enum PosixSystem {
    private static let nameType = StructSequence.type(
        "posix.uname_result",
        doc: "uname_result: Result from os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee os.uname for more information.",
        fields: [
            StructSequence.Field("sysname", "operating system name"), StructSequence.Field("nodename", "name of machine on network (implementation-defined)"),
            StructSequence.Field("release", "operating system release"), StructSequence.Field("version", "operating system version"),
            StructSequence.Field("machine", "hardware identifier"),
        ], visible: 5)
    private static let timesType = StructSequence.type(
        "posix.times_result",
        doc: "times_result: Result from os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand elapsed.\n\nSee os.times for more information.",
        fields: [
            StructSequence.Field("user", "user time"), StructSequence.Field("system", "system time"), StructSequence.Field("children_user", "user time of children"),
            StructSequence.Field("children_system", "system time of children"), StructSequence.Field("elapsed", "elapsed time since an arbitrary point in the past"),
        ], visible: 5)

    static func add(_ module: ModuleBuilder) {
        module.set("uname_result", nameType.value)
        module.set("times_result", timesType.value)
        module.function("uname", .noArguments({ (_) throws(Raised) -> Ref in
            let result = StructSequence.make(nameType)
            for index in 0..<5 { StructSequence.set(result.value, index, try FileNames.decode(_pyswift_uname(Int32(index)))) }
            StructSequence.finish(result.value)
            return result
        }), "($module, /)", doc: "Return an object identifying the current operating system.\n\nThe object behaves like a named tuple with the following fields:\n  (sysname, nodename, release, version, machine)")
        module.function("times", .noArguments({ (_) throws(Raised) -> Ref in
            var buffer = tms()
            let elapsed = Glibc.times(&buffer)
            if elapsed == -1 { throw OSErrors.raise(errno) }
            let ticks = Double(Glibc.sysconf(Int32(_SC_CLK_TCK)))
            let result = StructSequence.make(timesType)
            for (index, time) in [buffer.tms_utime, buffer.tms_stime, buffer.tms_cutime, buffer.tms_cstime, elapsed].enumerated() {
                StructSequence.set(result.value, index, .float(Double(time) / ticks))
            }
            StructSequence.finish(result.value)
            return result
        }), "($module, /)", doc: "Return a collection containing process timing information.\n\nThe object returned behaves like a named tuple with these fields:\n  (utime, stime, cutime, cstime, elapsed_time)\nAll fields are floating point numbers.")
        module.function("strerror", .one({ (_, code) throws(Raised) -> Ref in try FileNames.decode(Glibc.strerror(try Posix.int(code))) }), "($module, code, /)", doc: "Translate an error code to a message string.")
        module.function("urandom", .one({ (_, size) throws(Raised) -> Ref in
            let size = try Index.size(size)
            if size < 0 { throw raise(.valueError, "negative argument not allowed") }
            return try random(size, 0, whole: true)
        }), "($module, size, /)", doc: "Return a bytes object containing random bytes suitable for cryptographic use.")
        module.function("getrandom", .bound({ (_, arguments) throws(Raised) -> Ref in
            let size = try Index.size(arguments[0])
            if size < 0 { throw OSErrors.raise(EINVAL) }
            return try random(size, UInt32(bitPattern: try Posix.int(arguments[1], default: 0)), whole: false)
        }), "($module, /, size, flags=0)", doc: "Obtain a series of random bytes.")
        module.function("getloadavg", .noArguments({ (_) throws(Raised) -> Ref in
            var load: [Double] = [0, 0, 0]
            if Glibc.getloadavg(&load, 3) != 3 { throw raise(.osError, "Load averages are unobtainable") }
            return TupleObject.make(Value(float: load[0]), Value(float: load[1]), Value(float: load[2]))
        }), "($module, /)", doc: "Return average recent system load information.\n\nReturn the number of processes in the system run queue averaged over\nthe last 1, 5, and 15 minutes as a tuple of three floats.\nRaises OSError if the load average was unobtainable.")
        module.function("sysconf", .one({ (_, name) throws(Raised) -> Ref in
            let number = try named(name, PosixConstants.configuration)
            errno = 0
            let value = Glibc.sysconf(number)
            if value == -1 && errno != 0 { throw OSErrors.raise(errno) }
            return IntObject.make(value)
        }), "($module, name, /)", doc: "Return an integer-valued system configuration variable.")
        module.function("confstr", .one({ (_, name) throws(Raised) -> Ref in
            let number = try named(name, PosixConstants.textConfiguration)
            let buffer = try BytesObject.allocate(4096)
            errno = 0
            let count = Glibc.confstr(number, BytesObject.data(buffer.value), 4096)
            if count == 0 {
                if errno != 0 { throw OSErrors.raise(errno) }
                return .none
            }
            return try FileNames.decode(BytesObject.data(buffer.value), min(Int(count), 4096) - 1)
        }), "($module, name, /)", doc: "Return a string-valued system configuration variable.")
        module.function("pathconf", .bound({ (_, arguments) throws(Raised) -> Ref in
            let path = try PathArgument(arguments[0], "pathconf", descriptors: true)
            let number = try named(arguments[1], PosixConstants.pathConfiguration)
            errno = 0
            let value = path.isDescriptor ? Glibc.fpathconf(path.descriptor, number) : Glibc.pathconf(BytesObject.data(path.bytes.value), number)
            if value == -1 && errno != 0 { throw OSErrors.raise(errno, filename: path.shown) }
            return IntObject.make(value)
        }), "($module, /, path, name)", doc: "Return the configuration limit name for the file or directory path.\n\nIf there is no limit, return -1.\nOn some platforms, path may also be specified as an open file descriptor.\n  If this functionality is unavailable, using it raises an exception.")
        module.function("major", .one({ (_, device) throws(Raised) -> Ref in
            let device = try PosixSystem.device(device)
            return IntObject.make(Int(device >> 8 & 0xFFF | device >> 32 & ~0xFFF & 0xFFFF_FFFF))
        }), "($module, device, /)", doc: "Extracts a device major number from a raw device number.")
        module.function("minor", .one({ (_, device) throws(Raised) -> Ref in
            let device = try PosixSystem.device(device)
            return IntObject.make(Int(device & 0xFF | device >> 12 & ~0xFF & 0xFFFF_FFFF))
        }), "($module, device, /)", doc: "Extracts a device minor number from a raw device number.")
        module.function("makedev", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let (major, minor) = (UInt(bitPattern: Int(try Posix.int(arguments[0]))), UInt(bitPattern: Int(try Posix.int(arguments[1]))))
            return IntObject.make(unsigned: (major & 0xFFF) << 8 | (major & ~0xFFF) << 32 | minor & 0xFF | (minor & ~0xFF) << 12)
        }), "($module, major, minor, /)", doc: "Composes a raw device number from the major and minor device numbers.")
    }

    private static func device(_ value: Value) throws(Raised) -> UInt {
        guard IntObject.isInstance(value) else { throw raise(.typeError, "an integer is required") }
        let view = IntView(value)
        if view.isNegative { throw raise(.overflowError, "can't convert negative int to unsigned") }
        if let number = view.int { return UInt(number) }
        return UInt(try PosixLinux.unsigned(value, "unsigned long"))
    }
    private static func random(_ size: Int, _ flags: UInt32, whole: Bool) throws(Raised) -> Ref {
        let buffer = try BytesObject.allocate(size)
        var done = 0
        while done < size {
            let count = try Posix.check { getrandom(BytesObject.data(buffer.value) + done, size - done, flags) }
            done += count
            if !whole { break }
        }
        return done == size ? buffer : try BytesObject.make(BytesObject.data(buffer.value), done)
    }
    /// A configuration name: a number, or a str of the table.
    static func named(_ value: Value, _ table: [(StaticString, Int)]) throws(Raised) -> Int32 {
        if IntObject.isInstance(value) { return try Posix.int(value) }
        guard StrObject.isInstance(value) else { throw raise(.typeError, "configuration names must be strings or integers") }
        for (name, number) in table where StrObject.equals(value, name) { return Int32(number) }
        throw raise(.valueError, "unrecognized configuration name")
    }
}
