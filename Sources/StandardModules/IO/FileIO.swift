// _io.FileIO: a file descriptor.

import CPythonABI
import Glibc
import Runtime

enum FileIO {
    struct Layout {
        var stream: StreamHead
        /// -1 while closed.
        var descriptor: Int32
        /// What `st_blksize` said; the size of buffers above.
        var blockSize: UInt32
        var created: Bool
        var isReadable: Bool
        var isWritable: Bool
        var appends: Bool
        /// -1: not known yet.
        var seekable: Int8
        var closesDescriptor: Bool
        var isFinalizing: Bool
    }

    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io.FileIO", base: RawIOBase.type, size: MemoryLayout<Layout>.size, describe)

    @inline(__always) static func layout(_ file: Value) -> UnsafeMutablePointer<Layout> { file.cast(to: Layout.self) }

    /// Whether calls may go to the descriptor directly: no class or attribute can stand between.
    @inline(__always) static func isPlain(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type == type && StreamObject.isPlain(value, attributes: 1)
    }

    private static func describe(_ type: TypeBuilder) {
        type.doc(FileIODocs.type, signature: "(file, mode='r', closefd=True, opener=None)")
        type.type.pointee.tp_dealloc = { object in StreamObject.deallocate(object, values: 0) }
        type.type.pointee.tp_traverse = { object, visit, argument in StreamObject.traverse(object, visit, argument, values: 0) }
        type.type.pointee.tp_clear = { object in StreamObject.clear(object, values: 0) }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            _ = try parameters.withBound(arguments, "FileIO") { (arguments) throws(Raised) -> Ref in
                try initialize(self, arguments[0], arguments[1], arguments[2], arguments[3])
                return .none
            }.isNull
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        FileIOMethods.describe(type)
    }
    nonisolated(unsafe) private static let parameters = BoundParameters("(file, mode='r', closefd=True, opener=None)")

    private static func make(_ type: TypePointer) throws(Raised) -> Ref {
        let file = try StreamObject.allocate(type)
        let layout = layout(file.value)
        layout.pointee.descriptor = -1
        layout.pointee.blockSize = 0
        layout.pointee.created = false
        layout.pointee.isReadable = false
        layout.pointee.isWritable = false
        layout.pointee.appends = false
        layout.pointee.seekable = -1
        layout.pointee.closesDescriptor = true
        layout.pointee.isFinalizing = false
        return file
    }

    /// FileIO(name, mode, closefd, opener), for native callers; `mode` is made of "rwxa+b".
    static func open(_ name: Value, mode: Value, closesDescriptor: Bool = true, opener: Value = .null) throws(Raised) -> Ref {
        let file = try make(type)
        try initialize(file.value, name, mode, Value(bool: closesDescriptor), opener)
        return file
    }

    // MARK: Opening

    static func initialize(_ self: Value, _ name: Value, _ mode: Value, _ closefd: Value, _ opener: Value) throws(Raised) {
        let layout = layout(self)
        if layout.pointee.descriptor >= 0 {
            // A second __init__.
            if layout.pointee.closesDescriptor { try closeDescriptor(self) } else { layout.pointee.descriptor = -1 }
        }
        if !mode.isNull && !StrObject.isInstance(mode) {
            throw raise(.typeError, "FileIO() argument 'mode' must be str, not \(mode.isNone ? "None" : mode.type.name)")
        }
        let closesDescriptor = closefd.isNull ? true : try Truth.of(closefd)
        var number: Int32 = -1
        if IntObject.isInstance(name) {
            if let given = IntView(name).int, let small = Int32(exactly: given) {
                if small < 0 { throw raise(.valueError, "negative file descriptor") }
                number = small
            }
        }
        let path = number < 0 ? try FileNames.converted(name) : Ref.null
        let flags = try parse(mode, layout)
        if Audit.isWatched {
            let standard = StrObject.intern("r")
            try Audit.event("open", name, mode.isNull ? standard.value : mode, Value(smallInt: Int(flags)))
        }
        layout.pointee.seekable = -1
        layout.pointee.blockSize = UInt32(IOBase.defaultBufferSize)
        layout.pointee.closesDescriptor = closesDescriptor
        var ownsDescriptor = true
        if number >= 0 {
            layout.pointee.descriptor = number
            ownsDescriptor = false
        } else {
            layout.pointee.closesDescriptor = true
            if !closesDescriptor { throw raise(.valueError, "Cannot use closefd=False with file name") }
            try openFile(self, name, path.value, flags, opener)
        }
        do throws(Raised) { try finishOpening(self, name, isNamed: number < 0) } catch {
            if !ownsDescriptor { layout.pointee.descriptor = -1 }
            let failure = HeldException.take()
            if layout.pointee.descriptor >= 0 {
                do throws(Raised) { try closeDescriptor(self) } catch { throw HeldException.chain(failure) }
            }
            throw HeldException.raise(failure)
        }
    }

    /// Reads the mode; the flags for open(2).
    private static func parse(_ mode: Value, _ layout: UnsafeMutablePointer<Layout>) throws(Raised) -> Int32 {
        layout.pointee.created = false
        layout.pointee.isReadable = false
        layout.pointee.isWritable = false
        layout.pointee.appends = false
        var flags: Int32 = 0
        var kinds = 0
        var pluses = 0
        let length = mode.isNull ? 1 : StrObject.length(mode)
        for index in 0..<length {
            switch mode.isNull ? 114 : StrObject.character(mode, index) {
            case 120:  // x
                kinds += 1
                layout.pointee.created = true
                layout.pointee.isWritable = true
                flags |= O_EXCL | O_CREAT
            case 114:  // r
                kinds += 1
                layout.pointee.isReadable = true
            case 119:  // w
                kinds += 1
                layout.pointee.isWritable = true
                flags |= O_CREAT | O_TRUNC
            case 97:  // a
                kinds += 1
                layout.pointee.isWritable = true
                layout.pointee.appends = true
                flags |= O_APPEND | O_CREAT
            case 98: break
            case 43:
                pluses += 1
            case 0: throw raise(.valueError, "embedded null character")
            default: throw raise(.valueError, "invalid mode: \(text(mode))")
            }
            if kinds > 1 || pluses > 1 { throw badMode() }
        }
        if kinds != 1 { throw badMode() }
        if pluses == 1 {
            layout.pointee.isReadable = true
            layout.pointee.isWritable = true
        }
        flags |= layout.pointee.isReadable ? (layout.pointee.isWritable ? O_RDWR : O_RDONLY) : O_WRONLY
        return flags | O_CLOEXEC
    }
    private static func badMode() -> Raised {
        raise(.valueError, "Must have exactly one of create/read/write/append mode and at most one plus")
    }

    private static func openFile(_ self: Value, _ name: Value, _ path: Value, _ flags: Int32, _ opener: Value) throws(Raised) {
        if opener.isNull || opener.isNone {
            let text = UnsafeRawPointer(BytesObject.data(path)).assumingMemoryBound(to: CChar.self)
            let descriptor = try Blocking.uninterrupted { Glibc.open(text, flags, 0o666) }
            if descriptor < 0 { throw OSErrors.raise(errno, filename: name) }
            layout(self).pointee.descriptor = descriptor
            return
        }
        let answer = try Call.call(opener, name, Value(smallInt: Int(flags)))
        guard IntObject.isInstance(answer.value) else { throw raise(.typeError, "expected integer from opener") }
        let number = try Index.size(answer.value)
        guard number >= 0, let descriptor = Int32(exactly: number) else { throw raise(.valueError, "opener returned \(number)") }
        layout(self).pointee.descriptor = descriptor
        // What the opener gave is not for child processes.
        if ioctl(descriptor, UInt(FIOCLEX)) < 0 && fcntl(descriptor, F_SETFD, FD_CLOEXEC) < 0 { throw OSErrors.raise(errno) }
    }
    /// ioctl that marks a descriptor close-on-exec.
    private static let FIOCLEX = 0x5451

    private static func finishOpening(_ self: Value, _ name: Value, isNamed: Bool) throws(Raised) {
        let layout = layout(self)
        var status = stat()
        if Blocking.call({ fstat(layout.pointee.descriptor, &status) }) < 0 {
            // Some descriptors know nothing of themselves; only one that is none matters.
            if errno == EBADF { throw OSErrors.raise(errno) }
        } else {
            if status.st_mode & S_IFMT == S_IFDIR { throw OSErrors.raise(EISDIR, filename: name) }
            if status.st_blksize > 1 { layout.pointee.blockSize = UInt32(truncatingIfNeeded: status.st_blksize) }
        }
        try Attributes.set(self, IONames.name, name)
        if layout.pointee.appends {
            // Now, not at the first write: `tell` is to say where that will be. Pipes have no end to go to.
            if lseek(layout.pointee.descriptor, 0, SEEK_END) < 0 {
                layout.pointee.seekable = 0
                if errno != ESPIPE { throw OSErrors.raise(errno) }
            } else {
                layout.pointee.seekable = 1
            }
        }
    }

    /// Closes the descriptor itself.
    static func closeDescriptor(_ self: Value) throws(Raised) {
        let descriptor = layout(self).pointee.descriptor
        if descriptor < 0 { return }
        layout(self).pointee.descriptor = -1
        // Not to be repeated when interrupted: the descriptor is gone in any case.
        if Blocking.call({ Glibc.close(descriptor) }) < 0 && errno != EINTR { throw OSErrors.raise(errno) }
    }

    // MARK: Reading and writing

    /// read(2) into memory: the number of bytes, 0 at the end, nil when nothing is there for now.
    static func read(_ self: Value, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raised) -> Int? {
        let descriptor = layout(self).pointee.descriptor
        let result = try Blocking.uninterrupted { Glibc.read(descriptor, target, min(count, largestTransfer)) }
        if result >= 0 { return result }
        if errno == EAGAIN { return nil }
        throw OSErrors.raise(errno)
    }
    /// write(2): the number of bytes, nil when nothing can be written for now.
    static func write(_ self: Value, _ source: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Int? {
        let descriptor = layout(self).pointee.descriptor
        let result = try Blocking.uninterrupted { Glibc.write(descriptor, source, min(count, largestTransfer)) }
        if result >= 0 { return result }
        if errno == EAGAIN { return nil }
        throw OSErrors.raise(errno)
    }
    static let largestTransfer = 0x7FFF_F000 * 0x10_0000

    /// All bytes to the end, in a new bytes object; null when nothing is there for now.
    static func readAll(_ self: Value) throws(Raised) -> Ref {
        let descriptor = layout(self).pointee.descriptor
        // A file's size says how much will come; one byte more finds its end.
        var room = smallestRead
        var status = stat()
        if fstat(descriptor, &status) == 0 {
            let position = lseek(descriptor, 0, SEEK_CUR)
            if status.st_size > 0 && position >= 0 && status.st_size >= position && status.st_size < Int.max / 2 {
                room = status.st_size - position + 1
            }
        }
        var bytes = try BytesObject.allocate(room)
        var count = 0
        while true {
            if count >= room {
                room = larger(room)
                let grown = try BytesObject.allocate(room)
                copyBytes(BytesObject.data(grown.value), BytesObject.data(bytes.value), count)
                bytes = grown
            }
            guard let number = try read(self, BytesObject.data(bytes.value) + count, room - count) else {
                if count == 0 { return .null }
                break
            }
            if number == 0 { break }
            count += number
        }
        return try BytesObject.shrunk(bytes, count)
    }
    private static let smallestRead = 8192
    private static func larger(_ size: Int) -> Int { size + max(smallestRead, size > 65536 ? size >> 3 : size + 256) }

    /// lseek(2).
    static func seek(_ self: Value, _ offset: Int, _ whence: Int32) throws(Raised) -> Int {
        let descriptor = layout(self).pointee.descriptor
        let result = Blocking.call { lseek(descriptor, offset, whence) }
        if layout(self).pointee.seekable < 0 { layout(self).pointee.seekable = result >= 0 ? 1 : 0 }
        if result < 0 { throw OSErrors.raise(errno) }
        return result
    }

    // MARK: Description

    static func modeText(_ self: Value) -> String {
        let layout = layout(self).pointee
        let plus = layout.isReadable ? "+" : ""
        if layout.created { return "xb\(plus)" }
        if layout.appends { return "ab\(plus)" }
        if layout.isReadable { return layout.isWritable ? "rb+" : "rb" }
        return "wb"
    }
    private static func repr(_ self: Value) throws(Raised) -> Ref {
        if layout(self).pointee.descriptor < 0 { return StrObject.make("<_io.FileIO [closed]>") }
        let name = try Attributes.getIfPresent(self, IONames.name)
        let closes = layout(self).pointee.closesDescriptor ? "True" : "False"
        if name.isNull {
            return StrObject.make("<_io.FileIO fd=\(layout(self).pointee.descriptor) mode='\(modeText(self))' closefd=\(closes)>")
        }
        guard Repr.enter(self) else { throw raise(.runtimeError, "reentrant call inside \(self.type.fullName).__repr__") }
        defer { Repr.leave(self) }
        var buffer = TextBuffer()
        buffer.append("<_io.FileIO name=")
        try buffer.append(reprOf: name.value)
        buffer.append(" mode='\(modeText(self))' closefd=\(closes)>")
        return buffer.makeStr()
    }
}
