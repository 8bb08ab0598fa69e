// The module posix: the system calls below `os`.

import CPythonABI
import Glibc
import Runtime

enum PosixModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.")
        for (name, number) in PosixConstants.flags { module.set(name, int: number) }
        try setNames(module, "sysconf_names", PosixConstants.configuration)
        try setNames(module, "pathconf_names", PosixConstants.pathConfiguration)
        try setNames(module, "confstr_names", PosixConstants.textConfiguration)
        let have = ListObject.make()
        for name in PosixConstants.have {
            let text = StrObject.intern(name)
            try ListObject.append(have.value, text.value)
        }
        module.set("_have_functions", have.value)
        module.set("error", PyExc_OSErrorPointer().value)
        try PosixEnvironment.add(module)
        PosixStat.add(module)
        PosixFiles.add(module)
        PosixFileData.add(module)
        PosixFolders.add(module)
        PosixScan.add(module)
        PosixLinks.add(module)
        PosixOwners.add(module)
        PosixProcesses.add(module)
        PosixExecution.add(module)
        PosixIdentities.add(module)
        PosixScheduling.add(module)
        PosixSystem.add(module)
        PosixTerminals.add(module)
        PosixLinux.add(module)
    }
    private static func setNames(_ module: ModuleBuilder, _ name: StaticString, _ table: [(StaticString, Int)]) throws(Raised) {
        let dict = DictObject.make()
        for (key, number) in table {
            let text = StrObject.intern(key)
            DictObject.set(dict.value, name: text.value, Value(smallInt: number))
        }
        module.set(name, dict.value)
    }
}

/// What the functions of posix share.
enum Posix {
    /// An int argument that must fit a C int.
    static func int(_ value: Value) throws(Raised) -> Int32 {
        let index = try Index.object(value)
        guard let number = IntView(index.value).int, let result = Int32(exactly: number) else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        return result
    }
    /// A process or group: the functions that take one parse it in another way, which shows in the words of the error.
    static func process(_ value: Value) throws(Raised) -> Int32 { Int32(truncatingIfNeeded: try Index.parsedInt32(value)) }
    static func int(_ value: Value, default missing: Int32) throws(Raised) -> Int32 { value.isNull ? missing : try int(value) }
    static func long(_ value: Value) throws(Raised) -> Int {
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C long") }
        return number
    }
    static func bool(_ value: Value, default missing: Bool) throws(Raised) -> Bool { value.isNull ? missing : try Truth.of(value) }
    /// A `dir_fd` as audit events show it.
    static func shown(_ folder: Int32) -> Value { Value(smallInt: folder == AT_FDCWD ? -1 : Int(folder)) }
    /// A file descriptor, or an object with `fileno()`.
    static func descriptor(_ value: Value) throws(Raised) -> Int32 {
        if IntObject.isInstance(value) { return try int(value) }
        let method = try Attributes.getIfPresent(value, fileno)
        if method.isNull { throw raise(.typeError, "argument must be an int, or have a fileno() method.") }
        let result = try Call.call(method.value)
        guard IntObject.isInstance(result.value) else { throw raise(.typeError, "fileno() returned a non-integer") }
        let descriptor = try int(result.value)
        if descriptor < 0 { throw raise(.valueError, "file descriptor cannot be a negative integer (\(descriptor))") }
        return descriptor
    }
    nonisolated(unsafe) private static let fileno = Names.make("fileno")
    /// The argument `dir_fd`.
    static func folder(_ value: Value) throws(Raised) -> Int32 {
        if value.isNull || value.isNone { return AT_FDCWD }
        guard Index.isIndex(value) else { throw raise(.typeError, "argument should be integer or None, not \(value.type.name)") }
        return try int(value)
    }

    /// Repeats a call that a signal interrupts, after its handler ran.
    static func call<T: FixedWidthInteger>(_ body: () -> T) throws(Raised) -> T {
        while true {
            let result = GIL.released(body)
            if result >= 0 || errno != EINTR { return result }
            try EvalBreaker.serve()
        }
    }
    /// As `call`; a failure is an OSError without a name of a file.
    @discardableResult static func check<T: FixedWidthInteger>(_ body: () -> T) throws(Raised) -> T {
        let result = try call(body)
        if result < 0 { throw OSErrors.raise(errno) }
        return result
    }
    /// As `call`; a failure names the path.
    @discardableResult static func check<T: FixedWidthInteger>(_ path: borrowing PathArgument, _ body: () -> T) throws(Raised) -> T {
        let result = try call(body)
        if result < 0 { throw OSErrors.raise(errno, filename: path.shown) }
        return result
    }
}

/// An argument that names a file: str, bytes, path-like, or a descriptor where that is allowed.
struct PathArgument: ~Copyable {
    /// What error messages show.
    let original: Ref
    /// Bytes with a zero behind them.
    let bytes: Ref
    /// -1 for a name.
    let descriptor: Int32
    let wasBytes: Bool

    var shown: Value { original.value }
    var isDescriptor: Bool { descriptor >= 0 || isNegative }
    private let isNegative: Bool

    init(_ value: Value, _ function: StaticString, _ name: StaticString = "path", descriptors: Bool = false, optional: Bool = false) throws(Raised) {
        var path = Ref(value.isNull ? .none : value)
        var encoded = Ref.null
        var number: Int32 = -1
        var isNumber = false
        if optional && path.value.isNone {
            encoded = BytesObject.make(byte: 46)
        } else if descriptors && Index.isIndex(value) {
            number = try Posix.int(value)
            isNumber = true
            encoded = BytesObject.empty
        } else {
            path = try PathArgument.path(value, function, name, descriptors, optional)
            encoded = try PathArgument.encoded(path.value, function, name)
        }
        wasBytes = BytesObject.isInstance(path.value)
        descriptor = number
        isNegative = isNumber && number < 0
        // Errors show what was given where that was a buffer.
        original = !isNumber && !value.isNull && !FileNames.isPathLike(value) && !value.isNone ? Ref(value) : path
        bytes = encoded
    }
    private static func path(
        _ value: Value, _ function: StaticString, _ name: StaticString, _ descriptors: Bool, _ optional: Bool
    ) throws(Raised) -> Ref {
        if FileNames.isPathLike(value) { return try FileNames.path(value) }
        let kinds = "string, bytes\(descriptors || optional ? "," : " or") os.PathLike\(descriptors ? (optional ? ", integer" : " or integer") : "")\(optional ? " or None" : "")"
        let message = "\(function): \(name) should be \(kinds), not \(value.type.name)"
        if Buffers.isExporter(value) {
            // Bytes in any form, but not for long.
            try Warnings.warn(.deprecationWarning, message)
            return try BytesType.from(value)
        }
        throw raise(.typeError, message)
    }
    private static func encoded(_ path: Value, _ function: StaticString, _ name: StaticString) throws(Raised) -> Ref {
        do throws(Raised) { return try FileNames.converted(path) } catch {
            if BytesObject.isInstance(path) && PendingException.clear(if: .valueError) {
                throw raise(.valueError, "\(function): embedded null character in \(name)")
            }
            throw error
        }
    }
    /// A name that came from the system, in the form of the argument.
    func decode(_ name: consuming Ref) throws(Raised) -> Ref {
        if wasBytes { return name }
        return try FileNames.decode(BytesObject.data(name.value), BytesObject.count(name.value))
    }
}
