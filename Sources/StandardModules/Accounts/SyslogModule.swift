// The module syslog.

import CPythonABI
import Glibc
import Runtime

enum SyslogModule {
    /// The name that messages carry: the C library keeps the pointer, so it lives until the next one.
    nonisolated(unsafe) private static var identity = Ref.none.take()
    nonisolated(unsafe) private static var isOpen = false

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        for (name, number) in SyslogConstants.all { module.set(name, int: number) }
        module.function("openlog", .bound { (_, arguments) throws(Raised) -> Ref in
            try open(arguments[0], try Posix.int(arguments[1], default: 0), try Posix.int(arguments[2], default: 8))
            return .none
        }, "($module, ident=None, logoption=0, facility=LOG_USER)")
        module.function("syslog", .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            let priority = arguments.count == 2 ? try Posix.int(arguments[0]) : 6
            let message = arguments[arguments.count - 1]
            guard StrObject.isInstance(message) else { throw raise(.typeError, "syslog.syslog() argument must be str, not \(ArgumentTypeName.of(message))") }
            let bytes = try FileNames.encode(message)
            try Audit.event("syslog.syslog", Value(smallInt: Int(priority)), message)
            if !isOpen { try open(.none, 0, 8) }
            _ = Blocking.call { _pyswift_syslog(priority, BytesObject.data(bytes.value)) }
            return .none
        })
        module.function("closelog", .noArguments { (_) throws(Raised) -> Ref in
            try Audit.event("syslog.closelog")
            if isOpen {
                Glibc.closelog()
                isOpen = false
            }
            return .none
        })
        module.function("setlogmask", .one { (_, mask) throws(Raised) -> Ref in
            let mask = try Posix.int(mask)
            try Audit.event("syslog.setlogmask", Value(smallInt: Int(mask)))
            return IntObject.make(Int(Glibc.setlogmask(mask)))
        })
        module.function("LOG_MASK", .one { (_, priority) throws(Raised) -> Ref in IntObject.make(1 &<< Int(try Posix.int(priority))) })
        module.function("LOG_UPTO", .one { (_, priority) throws(Raised) -> Ref in IntObject.make((1 &<< (Int(try Posix.int(priority)) &+ 1)) &- 1) })
    }

    /// What stands behind the last slash.
    private static func baseName(_ path: Value) throws(Raised) -> Ref {
        let length = StrObject.length(path)
        var start = length
        while start > 0 && StrObject.character(path, start - 1) != 47 { start -= 1 }
        var name = StrBuilder()
        for index in start..<length { try name.append(StrObject.character(path, index)) }
        return try name.finish()
    }
    /// Without a name that of the program is taken.
    private static func open(_ name: Value, _ options: Int32, _ facility: Int32) throws(Raised) {
        var text = Ref.none
        var shown = Ref(name.isNull ? .none : name)
        if !name.isNull && !name.isNone {
            guard StrObject.isInstance(name) else { throw raise(.typeError, "openlog() argument 'ident' must be str, not \(ArgumentTypeName.of(name))") }
            text = try FileNames.encode(name)
        } else {
            let arguments = SysModule.attribute("argv")
            if !arguments.isNull, ListObject.isInstance(arguments.value), ListObject.count(arguments.value) > 0 {
                let program = Ref(ListObject.item(arguments.value, 0))
                if StrObject.isInstance(program.value), StrObject.length(program.value) > 0 {
                    shown = try baseName(program.value)
                    text = try FileNames.encode(shown.value)
                }
            }
        }
        try Audit.event("syslog.openlog", shown.value, Value(smallInt: Int(options)), Value(smallInt: Int(facility)))
        let old = identity
        identity = text.take()
        if identity.isNone { Glibc.openlog(nil, options, facility) } else { Glibc.openlog(BytesObject.data(identity), options, facility) }
        isOpen = true
        old.release()
    }
}
