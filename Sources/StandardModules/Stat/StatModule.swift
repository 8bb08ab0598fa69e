// The module _stat: bits of file modes.

import CPythonABI
import Runtime

enum StatModule {
    private static let constants: [(StaticString, Int)] = [
        ("SF_APPEND", 262144), ("SF_ARCHIVED", 65536), ("SF_IMMUTABLE", 131072), ("SF_NOUNLINK", 1048576), ("SF_SNAPSHOT", 2097152),
        ("ST_ATIME", 7), ("ST_CTIME", 9), ("ST_DEV", 2), ("ST_GID", 5), ("ST_INO", 1), ("ST_MODE", 0), ("ST_MTIME", 8), ("ST_NLINK", 3),
        ("ST_SIZE", 6), ("ST_UID", 4), ("S_ENFMT", 0o2000), ("S_IEXEC", 0o100), ("S_IFBLK", 0o60000), ("S_IFCHR", 0o20000), ("S_IFDIR", 0o40000),
        ("S_IFDOOR", 0), ("S_IFIFO", 0o10000), ("S_IFLNK", 0o120000), ("S_IFPORT", 0), ("S_IFREG", 0o100000), ("S_IFSOCK", 0o140000),
        ("S_IFWHT", 0), ("S_IREAD", 0o400), ("S_IRGRP", 0o40), ("S_IROTH", 4), ("S_IRUSR", 0o400), ("S_IRWXG", 0o70), ("S_IRWXO", 7),
        ("S_IRWXU", 0o700), ("S_ISGID", 0o2000), ("S_ISUID", 0o4000), ("S_ISVTX", 0o1000), ("S_IWGRP", 0o20), ("S_IWOTH", 2), ("S_IWRITE", 0o200),
        ("S_IWUSR", 0o200), ("S_IXGRP", 0o10), ("S_IXOTH", 1), ("S_IXUSR", 0o100), ("UF_APPEND", 4), ("UF_COMPRESSED", 32), ("UF_HIDDEN", 32768),
        ("UF_IMMUTABLE", 2), ("UF_NODUMP", 1), ("UF_NOUNLINK", 16), ("UF_OPAQUE", 8),
    ]
    private static let kinds: [(StaticString, Int, StaticString)] = [
        ("S_ISBLK", 0o60000, "S_ISBLK(mode) -> bool\n\nReturn True if mode is from a block special device file."),
        ("S_ISCHR", 0o20000, "S_ISCHR(mode) -> bool\n\nReturn True if mode is from a character special device file."),
        ("S_ISDIR", 0o40000, "S_ISDIR(mode) -> bool\n\nReturn True if mode is from a directory."),
        ("S_ISDOOR", -1, "S_ISDOOR(mode) -> bool\n\nReturn True if mode is from a door."),
        ("S_ISFIFO", 0o10000, "S_ISFIFO(mode) -> bool\n\nReturn True if mode is from a FIFO (named pipe)."),
        ("S_ISLNK", 0o120000, "S_ISLNK(mode) -> bool\n\nReturn True if mode is from a symbolic link."),
        ("S_ISPORT", -1, "S_ISPORT(mode) -> bool\n\nReturn True if mode is from an event port."),
        ("S_ISREG", 0o100000, "S_ISREG(mode) -> bool\n\nReturn True if mode is from a regular file."),
        ("S_ISSOCK", 0o140000, "S_ISSOCK(mode) -> bool\n\nReturn True if mode is from a socket."),
        ("S_ISWHT", -1, "S_ISWHT(mode) -> bool\n\nReturn True if mode is from a whiteout."),
    ]

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        for (name, number) in constants { module.set(name, int: number) }
        for (name, kind, doc) in kinds {
            module.function(name, .one({ (_, mode) throws(Raised) -> Ref in .bool(try number(mode) & 0o170000 == kind) }), nil, doc: doc)
        }
        module.function(
            "S_IMODE", .one({ (_, mode) throws(Raised) -> Ref in IntObject.make(try number(mode) & 0o7777) }), nil,
            doc: "Return the portion of the file's mode that can be set by os.chmod().")
        module.function(
            "S_IFMT", .one({ (_, mode) throws(Raised) -> Ref in IntObject.make(try number(mode) & 0o170000) }), nil,
            doc: "Return the portion of the file's mode that describes the file type.")
        module.function(
            "filemode", .one({ (_, mode) throws(Raised) -> Ref in StrObject.make(text(try number(mode))) }), nil,
            doc: "Convert a file's mode to a string of the form '-rwxrwxrwx'")
    }
    private static func number(_ value: Value) throws(Raised) -> Int {
        guard IntObject.isInstance(value) else { throw raise(.typeError, "an integer is required") }
        let view = IntView(value)
        if view.isNegative { throw raise(.overflowError, "can't convert negative value to unsigned int") }
        guard let number = view.int else { throw raise(.overflowError, "Python int too large to convert to C unsigned long") }
        guard number <= 0xFFFF_FFFF else { throw raise(.overflowError, "mode out of range") }
        return number
    }
    private static func text(_ mode: Int) -> String {
        var text: [UInt8] = []
        switch mode & 0o170000 {
        case 0o100000: text.append(45)
        case 0o40000: text.append(100)
        case 0o120000: text.append(108)
        case 0o60000: text.append(98)
        case 0o20000: text.append(99)
        case 0o10000: text.append(112)
        case 0o140000: text.append(115)
        default: text.append(63)
        }
        // Each class of users: read, write, execute, with the special bit that shows in the place of execute.
        for (shift, special, set, bare) in [(6, 0o4000, 115, 83), (3, 0o2000, 115, 83), (0, 0o1000, 116, 84)] as [(Int, Int, UInt8, UInt8)] {
            text.append(mode >> shift & 4 != 0 ? 114 : 45)
            text.append(mode >> shift & 2 != 0 ? 119 : 45)
            let execute = mode >> shift & 1 != 0
            text.append(mode & special != 0 ? (execute ? set : bare) : execute ? 120 : 45)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
