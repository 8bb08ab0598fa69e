// Reading, writing and sizes of open files.

import CPythonABI
import Glibc
import Runtime

enum PosixFileData {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "read", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, length) = (try Posix.int(arguments[0]), try Index.size(arguments[1]))
                if length < 0 { throw OSErrors.raise(EINVAL) }
                return try filled(length) { Glibc.read(descriptor, BytesObject.data($0), $1) }
            }), "($module, fd, length, /)", doc: "Read from a file descriptor.  Returns a bytes object.")
        module.function(
            "pread", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, length, offset) = (try Posix.int(arguments[0]), try Index.size(arguments[1]), try Posix.long(arguments[2]))
                if length < 0 { throw OSErrors.raise(EINVAL) }
                return try filled(length) { Glibc.pread(descriptor, BytesObject.data($0), $1, offset) }
            }), "($module, fd, length, offset, /)",
            doc: "Read a number of bytes from a file descriptor starting at a particular offset.\n\nRead length bytes from file descriptor fd, starting at offset bytes from\nthe beginning of the file.  The file offset remains unchanged.")
        module.function(
            "write", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.int(arguments[0])
                let view = try BytesView(arguments[1])
                return IntObject.make(try Posix.check { Glibc.write(descriptor, view.bytes, view.count) })
            }), "($module, fd, data, /)", doc: "Write a bytes object to a file descriptor.")
        module.function(
            "pwrite", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.int(arguments[0])
                let view = try BytesView(arguments[1])
                let offset = try Posix.long(arguments[2])
                return IntObject.make(try Posix.check { Glibc.pwrite(descriptor, view.bytes, view.count, offset) })
            }), "($module, fd, buffer, offset, /)",
            doc: "Write bytes to a file descriptor starting at a particular offset.\n\nWrite buffer to fd, starting at offset bytes from the beginning of\nthe file.  Returns the number of bytes written.  Does not change the\ncurrent file offset.")
        module.function(
            "readv", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.int(arguments[0])
                return try eachBuffer(arguments[1], writable: true) { (view, _) in Glibc.read(descriptor, view.mutableBytes, view.count) }
            }), "($module, fd, buffers, /)", doc: "Read from a file descriptor fd into an iterable of buffers.")
        module.function(
            "writev", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.int(arguments[0])
                return try eachBuffer(arguments[1], writable: false) { (view, _) in Glibc.write(descriptor, view.bytes, view.count) }
            }), "($module, fd, buffers, /)", doc: "Iterate over buffers, and write the contents of each to a file descriptor.")
        module.function(
            "preadv", .positional(minimum: 3, maximum: 4, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, offset) = (try Posix.int(arguments[0]), try Posix.long(arguments[2]))
                return try eachBuffer(arguments[1], writable: true) { (view, done) in Glibc.pread(descriptor, view.mutableBytes, view.count, offset + done) }
            }), "($module, fd, buffers, offset, flags=0, /)", doc: "Reads from a file descriptor into a number of mutable bytes-like objects.")
        module.function(
            "pwritev", .positional(minimum: 3, maximum: 4, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, offset) = (try Posix.int(arguments[0]), try Posix.long(arguments[2]))
                return try eachBuffer(arguments[1], writable: false) { (view, done) in Glibc.pwrite(descriptor, view.bytes, view.count, offset + done) }
            }), "($module, fd, buffers, offset, flags=0, /)", doc: "Writes the contents of bytes-like objects to a file descriptor at a given offset.")
        module.function(
            "ftruncate", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, length) = (try Posix.int(arguments[0]), try Posix.long(arguments[1]))
                try Audit.event("os.truncate", Value(smallInt: Int(descriptor)), arguments[1])
                try Posix.check { Glibc.ftruncate(descriptor, length) }
                return .none
            }), "($module, fd, length, /)", doc: "Truncate a file, specified by file descriptor, to a specific length.")
        module.function(
            "truncate", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "truncate", descriptors: true)
                let length = try Posix.long(arguments[1])
                try Audit.event("os.truncate", path.shown, arguments[1])
                try Posix.check(path) {
                    path.isDescriptor ? Glibc.ftruncate(path.descriptor, length) : Glibc.truncate(BytesObject.data(path.bytes.value), length)
                }
                return .none
            }), "($module, /, path, length)",
            doc: "Truncate a file, specified by path, to a specific length.\n\nOn some platforms, path may also be specified as an open file descriptor.\nIf this functionality is unavailable, using it raises an exception.")
        module.function(
            "posix_fallocate", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, offset, length) = (try Posix.int(arguments[0]), try Posix.long(arguments[1]), try Posix.long(arguments[2]))
                let failure = Glibc.posix_fallocate(descriptor, offset, length)
                if failure != 0 { throw OSErrors.raise(failure) }
                return .none
            }), "($module, fd, offset, length, /)", doc: "Ensure a file has allocated at least a particular number of bytes on disk.\n\nEnsure that the file specified by fd encompasses a range of bytes\nstarting at offset bytes from the beginning and continuing for length bytes.")
        module.function(
            "posix_fadvise", .positional(minimum: 4, maximum: 4, { (_, arguments) throws(Raised) -> Ref in
                let failure = Glibc.posix_fadvise(
                    try Posix.int(arguments[0]), try Posix.long(arguments[1]), try Posix.long(arguments[2]), try Posix.int(arguments[3]))
                if failure != 0 { throw OSErrors.raise(failure) }
                return .none
            }), "($module, fd, offset, length, advice, /)", doc: "Announce an intention to access data in a specific pattern.")
        module.function(
            "sendfile", .bound({ (_, arguments) throws(Raised) -> Ref in
                let (target, source, count) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]), try Index.size(arguments[3]))
                if arguments[2].isNone { return IntObject.make(try Posix.check { Glibc.sendfile(target, source, nil, max(count, 0)) }) }
                var offset = try Posix.long(arguments[2])
                return IntObject.make(try Posix.check { Glibc.sendfile(target, source, &offset, max(count, 0)) })
            }), "($module, /, out_fd, in_fd, offset, count)", doc: "Copy count bytes from file descriptor in_fd to file descriptor out_fd.")
        module.function(
            "copy_file_range", .bound({ (_, arguments) throws(Raised) -> Ref in
                let (source, target, count) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]), try Index.size(arguments[2]))
                if count < 0 { throw raise(.valueError, "negative value for 'count' not allowed") }
                var from = arguments[3].isNull || arguments[3].isNone ? -1 : try Posix.long(arguments[3])
                var to = arguments[4].isNull || arguments[4].isNone ? -1 : try Posix.long(arguments[4])
                let result = try Posix.check { () -> Int in
                    switch (from >= 0, to >= 0) {
                    case (false, false): return copy_file_range(source, nil, target, nil, count, 0)
                    case (true, false): return copy_file_range(source, &from, target, nil, count, 0)
                    case (false, true): return copy_file_range(source, nil, target, &to, count, 0)
                    case (true, true): return copy_file_range(source, &from, target, &to, count, 0)
                    }
                }
                return IntObject.make(result)
            }), "($module, /, src, dst, count, offset_src=None,\n                offset_dst=None)", doc: "Copy count bytes from one file descriptor to another.")
    }

    /// New bytes that a system call fills.
    private static func filled(_ length: Int, _ body: (Value, Int) -> Int) throws(Raised) -> Ref {
        let length = min(length, Int(Int32.max))
        let buffer = try BytesObject.allocate(length)
        let count = try Posix.check { length == 0 ? body(buffer.value, 0) : body(buffer.value, length) }
        return count == length ? buffer : try BytesObject.make(BytesObject.data(buffer.value), count)
    }
    /// Runs a call over buffer after buffer until one is not used up.
    private static func eachBuffer(_ buffers: Value, writable: Bool, _ body: (borrowing BytesView, Int) -> Int) throws(Raised) -> Ref {
        guard ListObject.isInstance(buffers) || TupleObject.isInstance(buffers) else {
            throw raise(.typeError, "\(writable ? "readv() arg 2" : "writev() arg 2") must be a sequence")
        }
        let list = try Iteration.list(buffers)
        var total = 0
        for index in 0..<ListObject.count(list.value) {
            let view = try BytesView(ListObject.item(list.value, index), writable: writable)
            let done = try Posix.call { body(view, total) }
            if done < 0 {
                if total > 0 { break }
                throw OSErrors.raise(errno)
            }
            total += done
            if done < view.count { break }
        }
        return IntObject.make(total)
    }
}
