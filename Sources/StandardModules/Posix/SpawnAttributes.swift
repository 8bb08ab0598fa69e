// The keyword arguments of posix_spawn.

import CPythonABI
import Glibc
import Runtime

enum SpawnAttributes {
    // Flags that this module's C library has, but does not show to Swift in all versions.
    private static let (resetIds, setGroup, setDefaults, setMask, setParameters, setScheduler, setSession): (Int32, Int32, Int32, Int32, Int32, Int32, Int32) =
        (0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x80)

    /// Arguments 4 to 9: setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler.
    static func set(_ attributes: inout posix_spawnattr_t, _ arguments: Arguments) throws(Raised) {
        var flags: Int32 = 0
        if !arguments[4].isNull {
            let group = try Posix.int(arguments[4])
            try check(posix_spawnattr_setpgroup(&attributes, group))
            flags |= setGroup
        }
        if !arguments[5].isNull, try Posix.int(arguments[5]) != 0 { flags |= resetIds }
        if !arguments[6].isNull, try Posix.int(arguments[6]) != 0 { flags |= setSession }
        if !arguments[7].isNull {
            var signals = try signals(arguments[7])
            try check(posix_spawnattr_setsigmask(&attributes, &signals))
            flags |= setMask
        }
        if !arguments[8].isNull {
            var signals = try signals(arguments[8])
            try check(posix_spawnattr_setsigdefault(&attributes, &signals))
            flags |= setDefaults
        }
        if !arguments[9].isNull { flags |= try schedule(&attributes, arguments[9]) }
        try check(posix_spawnattr_setflags(&attributes, Int16(flags)))
    }
    private static func check(_ failure: Int32) throws(Raised) { if failure != 0 { throw OSErrors.raise(failure) } }

    private static func signals(_ value: Value) throws(Raised) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        let items = try Iteration.list(value)
        for index in 0..<ListObject.count(items.value) {
            let number = try Index.object(ListObject.item(items.value, index))
            let signal = IntView(number.value).int ?? -1
            guard signal >= 1, signal <= 64 else { throw raise(.valueError, "signal number \(signal) out of range [1; 64]") }
            sigaddset(&set, Int32(signal))
        }
        return set
    }
    private static func schedule(_ attributes: inout posix_spawnattr_t, _ value: Value) throws(Raised) -> Int32 {
        guard TupleObject.isInstance(value) else { throw raise(.systemError, "new style getargs format but argument is not a tuple") }
        guard TupleObject.count(value) == 2 else { throw raise(.typeError, "A scheduler tuple must have two elements") }
        var parameters = try PosixScheduling.parameters(TupleObject.item(value, 1))
        var flags = setParameters
        let policy = TupleObject.item(value, 0)
        if !policy.isNone {
            try check(posix_spawnattr_setschedpolicy(&attributes, try Posix.int(policy)))
            flags |= setScheduler
        }
        try check(posix_spawnattr_setschedparam(&attributes, &parameters))
        return flags
    }
}
