// The module spwd: the database of shadow passwords.

import CPythonABI
import Glibc
import Runtime

enum SpwdModule {
    nonisolated(unsafe) private static let type = StructSequence.type(
        "spwd.struct_spwd",
        doc: "spwd.struct_spwd: Results from getsp*() routines.\n\nThis object may be accessed either as a 9-tuple of\n  (sp_namp,sp_pwdp,sp_lstchg,sp_min,sp_max,sp_warn,sp_inact,sp_expire,sp_flag)\nor via the object attributes as named in the above tuple.",
        fields: [
            StructSequence.Field("sp_namp", "login name"), StructSequence.Field("sp_pwdp", "encrypted password"),
            StructSequence.Field("sp_lstchg", "date of last change"), StructSequence.Field("sp_min", "min #days between changes"),
            StructSequence.Field("sp_max", "max #days between changes"),
            StructSequence.Field("sp_warn", "#days before pw expires to warn user about it"),
            StructSequence.Field("sp_inact", "#days after pw expires until account is disabled"),
            StructSequence.Field("sp_expire", "#days since 1970-01-01 when account expires"), StructSequence.Field("sp_flag", "reserved"),
            StructSequence.Field("sp_nam", "login name; deprecated"), StructSequence.Field("sp_pwd", "encrypted password; deprecated"),
        ], visible: 9)

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        try Warnings.warn(.deprecationWarning, "'spwd' is deprecated and slated for removal in Python 3.13")
        module.doc(
            "This module provides access to the Unix shadow password database.\nIt is available on various Unix versions.\n\nShadow password database entries are reported as 9-tuples of type struct_spwd,\ncontaining the following items from the password database (see `<shadow.h>'):\nsp_namp, sp_pwdp, sp_lstchg, sp_min, sp_max, sp_warn, sp_inact, sp_expire, sp_flag.\nThe sp_namp and sp_pwdp are strings, the rest are integers.\nAn exception is raised if the entry asked for cannot be found.\nYou have to be root to be able to use this module.")
        module.set("struct_spwd", type.value)
        module.function("getspnam", .one { (_, value) throws(Raised) -> Ref in
            let name = try AccountText.name(value, "getspnam", isKeyword: false)
            errno = 0
            guard let entry = getspnam(UnsafeRawPointer(BytesObject.data(name.value)).assumingMemoryBound(to: CChar.self)) else {
                let number = errno
                if number != 0 { throw OSErrors.raise(number) }
                throw AccountText.missing("getspnam(): name not found")
            }
            return try make(entry.pointee)
        }, "($module, arg, /)",
            doc: "Return the shadow password database entry for the given user name.\n\nSee `help(spwd)` for more on shadow password database entries.")
        module.function("getspall", .noArguments { (_) throws(Raised) -> Ref in
            let list = ListObject.make()
            setspent()
            defer { endspent() }
            while let entry = getspent() {
                let item = try make(entry.pointee)
                try ListObject.append(list.value, item.value)
            }
            return list
        }, "($module, /)",
            doc: "Return a list of all available shadow password database entries, in arbitrary order.\n\nSee `help(spwd)` for more on shadow password database entries.")
    }
    private static func make(_ entry: spwd) throws(Raised) -> Ref {
        let result = StructSequence.make(type)
        StructSequence.set(result.value, 0, try AccountText.make(entry.sp_namp))
        StructSequence.set(result.value, 1, try AccountText.make(entry.sp_pwdp))
        let numbers = [
            entry.sp_lstchg, entry.sp_min, entry.sp_max, entry.sp_warn, entry.sp_inact, entry.sp_expire, Int(bitPattern: entry.sp_flag),
        ]
        for (index, number) in numbers.enumerated() { StructSequence.set(result.value, index + 2, IntObject.make(number)) }
        StructSequence.set(result.value, 9, try AccountText.make(entry.sp_namp))
        StructSequence.set(result.value, 10, try AccountText.make(entry.sp_pwdp))
        StructSequence.finish(result.value)
        return result
    }
}
