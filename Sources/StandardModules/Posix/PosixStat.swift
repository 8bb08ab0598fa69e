// stat and statvfs.

import CPythonABI
import Glibc
import Runtime

enum PosixStat {
    nonisolated(unsafe) static let resultType: TypePointer = {
        let names: [(StaticString?, StaticString)] = [
            ("st_mode", "protection bits"), ("st_ino", "inode"), ("st_dev", "device"), ("st_nlink", "number of hard links"),
            ("st_uid", "user ID of owner"), ("st_gid", "group ID of owner"), ("st_size", "total size, in bytes"),
            (nil, "integer time of last access"), (nil, "integer time of last modification"), (nil, "integer time of last change"),
            ("st_atime", "time of last access"), ("st_mtime", "time of last modification"), ("st_ctime", "time of last change"),
            ("st_atime_ns", "time of last access in nanoseconds"), ("st_mtime_ns", "time of last modification in nanoseconds"),
            ("st_ctime_ns", "time of last change in nanoseconds"), ("st_blksize", "blocksize for filesystem I/O"),
            ("st_blocks", "number of blocks allocated"), ("st_rdev", "device type (if inode device)"),
        ]
        return StructSequence.type(
            "os.stat_result",
            doc: "stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.",
            fields: names.map { StructSequence.Field($0.0, $0.1) }, visible: 10)
    }()
    nonisolated(unsafe) private static let volumeType: TypePointer = StructSequence.type(
        "os.statvfs_result",
        doc: "statvfs_result: Result from statvfs or fstatvfs.\n\nThis object may be accessed either as a tuple of\n  (bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax),\nor via the attributes f_bsize, f_frsize, f_blocks, f_bfree, and so on.\n\nSee os.statvfs for more information.",
        fields: (["f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid"] as [StaticString])
            .map { StructSequence.Field($0) }, visible: 10)

    static func add(_ module: ModuleBuilder) {
        module.set("stat_result", resultType.value)
        module.set("statvfs_result", volumeType.value)
        module.function(
            "stat", .bound({ (_, arguments) throws(Raised) -> Ref in
                try stat("stat", arguments[0], arguments[1], follow: try Posix.bool(arguments[2], default: true), descriptors: true)
            }), "($module, /, path, *, dir_fd=None, follow_symlinks=True)", doc: "Perform a stat system call on the given path.")
        module.function(
            "lstat", .bound({ (_, arguments) throws(Raised) -> Ref in
                try stat("lstat", arguments[0], arguments[1], follow: false, descriptors: false)
            }), "($module, /, path, *, dir_fd=None)",
            doc: "Perform a stat system call on the given path, without following symbolic links.\n\nLike stat(), but do not follow symbolic links.\nEquivalent to stat(path, follow_symlinks=False).")
        module.function(
            "fstat", .bound({ (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.int(arguments[0])
                var status = Glibc.stat()
                try Posix.check { Glibc.fstat(descriptor, &status) }
                return make(status)
            }), "($module, /, fd)",
            doc: "Perform a stat system call on the given file descriptor.\n\nLike stat(), but for an open file descriptor.\nEquivalent to os.stat(fd).")
        module.function(
            "statvfs", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "statvfs", descriptors: true)
                var status = Glibc.statvfs()
                try Posix.check(path) {
                    path.isDescriptor ? _pyswift_fstatvfs(path.descriptor, &status) : _pyswift_statvfs(BytesObject.data(path.bytes.value), &status)
                }
                return make(status)
            }), "($module, /, path)", doc: "Perform a statvfs system call on the given path.")
        module.function(
            "fstatvfs", .one({ (_, descriptor) throws(Raised) -> Ref in
                let descriptor = try Posix.int(descriptor)
                var status = Glibc.statvfs()
                try Posix.check { _pyswift_fstatvfs(descriptor, &status) }
                return make(status)
            }), "($module, fd, /)", doc: "Perform an fstatvfs system call on the given fd.")
    }

    static func stat(_ function: StaticString, _ pathValue: Value, _ folderValue: Value, follow: Bool, descriptors: Bool) throws(Raised) -> Ref {
        let path = try PathArgument(pathValue, function, descriptors: descriptors)
        let folder = try Posix.folder(folderValue)
        if path.isDescriptor {
            if folder != AT_FDCWD { throw raise(.valueError, "\(function): can't specify dir_fd without matching path") }
        }
        var status = Glibc.stat()
        try Posix.check(path) {
            path.isDescriptor
                ? Glibc.fstat(path.descriptor, &status)
                : Glibc.fstatat(folder, BytesObject.data(path.bytes.value), &status, follow ? 0 : AT_SYMLINK_NOFOLLOW)
        }
        return make(status)
    }

    static func make(_ status: Glibc.stat) -> Ref {
        let result = StructSequence.make(resultType)
        let value = result.value
        StructSequence.setInt(value, 0, Int(status.st_mode))
        StructSequence.set(value, 1, IntObject.make(unsigned: UInt(status.st_ino)))
        StructSequence.set(value, 2, IntObject.make(unsigned: UInt(status.st_dev)))
        StructSequence.setInt(value, 3, Int(status.st_nlink))
        StructSequence.setInt(value, 4, Int(status.st_uid))
        StructSequence.setInt(value, 5, Int(status.st_gid))
        StructSequence.setInt(value, 6, Int(status.st_size))
        for (index, time) in [status.st_atim, status.st_mtim, status.st_ctim].enumerated() {
            StructSequence.setInt(value, 7 + index, time.tv_sec)
            StructSequence.set(value, 10 + index, .float(Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)))
            StructSequence.set(value, 13 + index, nanoseconds(time.tv_sec, time.tv_nsec))
        }
        StructSequence.setInt(value, 16, Int(status.st_blksize))
        StructSequence.setInt(value, 17, Int(status.st_blocks))
        StructSequence.set(value, 18, IntObject.make(unsigned: UInt(status.st_rdev)))
        StructSequence.finish(value)
        return result
    }
    private static func nanoseconds(_ seconds: Int, _ rest: Int) -> Ref {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if !overflow { return IntObject.make(product &+ rest) }
        // Beyond the year 2262.
        do throws(Raised) {
            let scaled = try IntArithmetic.multiply(Value(smallInt: seconds), Value(smallInt: 1_000_000_000))
            return try IntArithmetic.add(scaled.value, Value(smallInt: rest))
        } catch {
            PendingException.clear()
            return .none
        }
    }
    private static func make(_ status: Glibc.statvfs) -> Ref {
        let result = StructSequence.make(volumeType)
        let numbers: [UInt] = [
            status.f_bsize, status.f_frsize, UInt(status.f_blocks), UInt(status.f_bfree), UInt(status.f_bavail), UInt(status.f_files),
            UInt(status.f_ffree), UInt(status.f_favail), status.f_flag, status.f_namemax, UInt(status.f_fsid),
        ]
        for (index, number) in numbers.enumerated() { StructSequence.set(result.value, index, IntObject.make(unsigned: number)) }
        StructSequence.finish(result.value)
        return result
    }
}
