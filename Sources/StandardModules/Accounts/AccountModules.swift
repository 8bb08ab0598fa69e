// The modules pwd and grp: users and groups.

import CPythonABI
import Glibc
import Runtime

enum AccountText {
    static func make(_ text: UnsafePointer<CChar>?) throws(Raised) -> Ref {
        guard let text else { return .none }
        return try FileNames.decode(text)
    }
    /// The number of a user or group; -1 stands for the largest one.
    static func number(_ number: UInt32) -> Ref { number == UInt32.max ? IntObject.make(-1) : IntObject.make(Int(number)) }
    /// A number argument; KeyError for one that no account can have.
    static func identity(_ value: Value, _ function: StaticString, _ kind: StaticString) throws(Raised) -> UInt32 {
        do throws(Raised) { return try PosixOwners.identity(value, kind) } catch {
            guard PendingException.clear(if: .overflowError) else { throw error }
            throw missing("\(function): \(kind) not found")
        }
    }
    static func missing(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return raise(.keyError, argument: text.value)
    }
    static func name(_ value: Value, _ function: StaticString, isKeyword: Bool) throws(Raised) -> Ref {
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "\(function)() argument\(isKeyword ? " 'name'" : "") must be str, not \(value.isNone ? "None" : value.type.name)")
        }
        return try FileNames.encode(value)
    }
}

enum PwdModule {
    nonisolated(unsafe) private static let type = StructSequence.type(
        "pwd.struct_passwd",
        doc: "pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.",
        fields: [
            StructSequence.Field("pw_name", "user name"), StructSequence.Field("pw_passwd", "password"), StructSequence.Field("pw_uid", "user id"),
            StructSequence.Field("pw_gid", "group id"), StructSequence.Field("pw_gecos", "real name"),
            StructSequence.Field("pw_dir", "home directory"), StructSequence.Field("pw_shell", "shell program"),
        ], visible: 7)

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "This module provides access to the Unix password database.\nIt is available on all Unix versions.\n\nPassword database entries are reported as 7-tuples containing the following\nitems from the password database (see `<pwd.h>'), in order:\npw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell.\nThe uid and gid items are integers, all others are strings. An\nexception is raised if the entry asked for cannot be found.")
        module.set("struct_passwd", type.value)
        module.function("getpwuid", .one { (_, value) throws(Raised) -> Ref in
            let identity = try AccountText.identity(value, "getpwuid()", "uid")
            guard let entry = Glibc.getpwuid(identity) else { throw AccountText.missing("getpwuid(): uid not found: \(try Repr.string(value))") }
            return try make(entry.pointee)
        }, "($module, uidobj, /)",
            doc: "Return the password database entry for the given numeric user ID.\n\nSee `help(pwd)` for more on password database entries.")
        module.function("getpwnam", .one { (_, value) throws(Raised) -> Ref in
            let name = try AccountText.name(value, "getpwnam", isKeyword: false)
            guard let entry = Glibc.getpwnam(UnsafeRawPointer(BytesObject.data(name.value)).assumingMemoryBound(to: CChar.self)) else {
                throw AccountText.missing("getpwnam(): name not found: \(try Repr.string(value))")
            }
            return try make(entry.pointee)
        }, "($module, name, /)",
            doc: "Return the password database entry for the given user name.\n\nSee `help(pwd)` for more on password database entries.")
        module.function("getpwall", .noArguments { (_) throws(Raised) -> Ref in
            let list = ListObject.make()
            setpwent()
            defer { endpwent() }
            while let entry = getpwent() {
                let item = try make(entry.pointee)
                try ListObject.append(list.value, item.value)
            }
            return list
        }, "($module, /)",
            doc: "Return a list of all available password database entries, in arbitrary order.\n\nSee help(pwd) for more on password database entries.")
    }
    private static func make(_ entry: passwd) throws(Raised) -> Ref {
        let result = StructSequence.make(type)
        StructSequence.set(result.value, 0, try AccountText.make(entry.pw_name))
        StructSequence.set(result.value, 1, try AccountText.make(entry.pw_passwd))
        StructSequence.set(result.value, 2, AccountText.number(entry.pw_uid))
        StructSequence.set(result.value, 3, AccountText.number(entry.pw_gid))
        StructSequence.set(result.value, 4, try AccountText.make(entry.pw_gecos))
        StructSequence.set(result.value, 5, try AccountText.make(entry.pw_dir))
        StructSequence.set(result.value, 6, try AccountText.make(entry.pw_shell))
        StructSequence.finish(result.value)
        return result
    }
}

enum GrpModule {
    nonisolated(unsafe) private static let type = StructSequence.type(
        "grp.struct_group",
        doc: "grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.\n",
        fields: [
            StructSequence.Field("gr_name", "group name"), StructSequence.Field("gr_passwd", "password"), StructSequence.Field("gr_gid", "group id"),
            StructSequence.Field("gr_mem", "group members"),
        ], visible: 4)

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "Access to the Unix group database.\n\nGroup entries are reported as 4-tuples containing the following fields\nfrom the group database, in order:\n\n  gr_name   - name of the group\n  gr_passwd - group password (encrypted); often empty\n  gr_gid    - numeric ID of the group\n  gr_mem    - list of members\n\nThe gid is an integer, name and password are strings.  (Note that most\nusers are not explicitly listed as members of the groups they are in\naccording to the password database.  Check both databases to get\ncomplete membership information.)")
        module.set("struct_group", type.value)
        module.function("getgrgid", .bound { (_, arguments) throws(Raised) -> Ref in
            let identity = try AccountText.identity(arguments[0], "getgrgid()", "gid")
            guard let entry = Glibc.getgrgid(identity) else {
                throw AccountText.missing("getgrgid(): gid not found: \(try Repr.string(arguments[0]))")
            }
            return try make(entry.pointee)
        }, "($module, /, id)", doc: "Return the group database entry for the given numeric group ID.\n\nIf id is not valid, raise KeyError.")
        module.function("getgrnam", .bound { (_, arguments) throws(Raised) -> Ref in
            let name = try AccountText.name(arguments[0], "getgrnam", isKeyword: true)
            guard let entry = Glibc.getgrnam(UnsafeRawPointer(BytesObject.data(name.value)).assumingMemoryBound(to: CChar.self)) else {
                throw AccountText.missing("getgrnam(): name not found: \(try Repr.string(arguments[0]))")
            }
            return try make(entry.pointee)
        }, "($module, /, name)", doc: "Return the group database entry for the given group name.\n\nIf name is not valid, raise KeyError.")
        module.function("getgrall", .noArguments { (_) throws(Raised) -> Ref in
            let list = ListObject.make()
            setgrent()
            defer { endgrent() }
            while let entry = getgrent() {
                let item = try make(entry.pointee)
                try ListObject.append(list.value, item.value)
            }
            return list
        }, "($module, /)",
            doc: "Return a list of all available group entries, in arbitrary order.\n\nAn entry whose name starts with '+' or '-' represents an instruction\nto use YP/NIS and may not be accessible via getgrnam or getgrgid.")
    }
    private static func make(_ entry: group) throws(Raised) -> Ref {
        let members = ListObject.make()
        var index = 0
        while let list = entry.gr_mem, let member = list[index] {
            let name = try FileNames.decode(member)
            try ListObject.append(members.value, name.value)
            index += 1
        }
        let result = StructSequence.make(type)
        StructSequence.set(result.value, 0, try AccountText.make(entry.gr_name))
        StructSequence.set(result.value, 1, try AccountText.make(entry.gr_passwd))
        StructSequence.set(result.value, 2, AccountText.number(entry.gr_gid))
        StructSequence.set(result.value, 3, members)
        StructSequence.finish(result.value)
        return result
    }
}
