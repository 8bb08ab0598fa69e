// The state of BufferedReader, BufferedWriter and BufferedRandom, and the way to the raw stream below them.
//
//     memory     |----read ahead----|..........|        what was read from the raw stream, up to `readEnd`
//                       ^position   ^rawPosition        where the caller is; where the raw stream is
//                   |=====dirty=====|                   `writeStart` to `writeEnd`: not written to the raw stream yet
//
// `readEnd` and `writeEnd` are -1 while the buffer holds nothing of the kind. All positions count from the beginning of the
// memory. `absolute` is the raw stream's position in the file, as far as it is known.
//
// A raw stream that is a plain FileIO is called directly; any other through its methods. One thread at a time works on a buffer.

import CPythonABI
import Glibc
import Runtime

enum BufferedObject {
    struct Layout {
        var stream: StreamHead
        var raw: Value
        /// A bytes object whose memory is the buffer: it lives as long as anybody sees it.
        var memory: Value
        var size: Int
        var position: Int
        var readEnd: Int
        var writeStart: Int
        var writeEnd: Int
        var rawPosition: Int
        var absolute: Int
        /// The thread that is at work on the buffer, or 0.
        var owner: UInt
        var isReadable: Bool
        var isWritable: Bool
        var isInitialized: Bool
        var isDetached: Bool
        var isFinalizing: Bool
    }
    /// Values behind the head: raw stream and memory.
    static let valueCount = 2

    @inline(__always) static func layout(_ stream: Value) -> UnsafeMutablePointer<Layout> { stream.cast(to: Layout.self) }
    @inline(__always) static func bytes(_ layout: UnsafeMutablePointer<Layout>) -> UnsafeMutablePointer<UInt8> {
        BytesObject.data(layout.pointee.memory)
    }

    static func make(_ type: TypePointer) throws(Raised) -> Ref {
        let stream = try StreamObject.allocate(type)
        let layout = layout(stream.value)
        layout.pointee.size = 0
        layout.pointee.position = 0
        layout.pointee.readEnd = -1
        layout.pointee.writeStart = 0
        layout.pointee.writeEnd = -1
        layout.pointee.rawPosition = 0
        layout.pointee.absolute = -1
        layout.pointee.owner = 0
        layout.pointee.isReadable = false
        layout.pointee.isWritable = false
        layout.pointee.isInitialized = false
        layout.pointee.isDetached = false
        layout.pointee.isFinalizing = false
        return stream
    }

    /// `__init__`, when the raw stream is known to be good.
    static func initialize(_ self: Value, _ raw: Value, size: Int, readable: Bool, writable: Bool) throws(Raised) {
        let layout = layout(self)
        if size <= 0 { throw raise(.valueError, "buffer size must be strictly positive") }
        layout.pointee.isInitialized = false
        layout.pointee.isDetached = false
        layout.pointee.isReadable = readable
        layout.pointee.isWritable = writable
        StreamObject.replace(&layout.pointee.raw, Ref(raw))
        if size > Int.max / 4 { throw raise(.memoryError, argument: .null) }
        StreamObject.replace(&layout.pointee.memory, try BytesObject.allocate(max(size, 2)))
        layout.pointee.size = size
        layout.pointee.position = 0
        resetRead(layout)
        resetWrite(layout)
        layout.pointee.rawPosition = 0
        layout.pointee.absolute = -1
        if FileIO.isPlain(raw) {
            layout.pointee.absolute = lseek(FileIO.layout(raw).pointee.descriptor, 0, SEEK_CUR)
        } else {
            do throws(Raised) { _ = try rawTell(self) } catch { PendingException.clear() }
        }
        layout.pointee.isInitialized = true
    }

    // MARK: State

    static func checkInitialized(_ self: Value) throws(Raised) {
        let layout = layout(self)
        if layout.pointee.isInitialized { return }
        throw raise(.valueError, layout.pointee.isDetached ? "raw stream has been detached" : "I/O operation on uninitialized object")
    }
    static func isClosed(_ self: Value) throws(Raised) -> Bool {
        let raw = layout(self).pointee.raw
        if FileIO.isPlain(raw) { return FileIO.layout(raw).pointee.descriptor < 0 }
        let held = Ref(raw)
        return try StreamObject.isClosed(held.value)
    }
    /// Raises ValueError on a closed stream with nothing read ahead.
    @inline(__always) static func checkOpen(_ self: Value, _ message: StaticString) throws(Raised) {
        try checkInitialized(self)
        if try isClosed(self), ahead(layout(self)) == 0 { throw raise(.valueError, "\(message)") }
    }

    @inline(__always) static func hasRead(_ layout: UnsafeMutablePointer<Layout>) -> Bool {
        layout.pointee.isReadable && layout.pointee.readEnd != -1
    }
    @inline(__always) static func hasWritten(_ layout: UnsafeMutablePointer<Layout>) -> Bool {
        layout.pointee.isWritable && layout.pointee.writeEnd != -1
    }
    /// Bytes that can be read without the raw stream.
    @inline(__always) static func ahead(_ layout: UnsafeMutablePointer<Layout>) -> Int {
        hasRead(layout) ? layout.pointee.readEnd &- layout.pointee.position : 0
    }
    /// How far the raw stream is in front of the caller.
    static func rawLead(_ layout: UnsafeMutablePointer<Layout>) -> Int {
        (hasRead(layout) || hasWritten(layout)) && layout.pointee.rawPosition >= 0 ? layout.pointee.rawPosition - layout.pointee.position : 0
    }
    @inline(__always) static func resetRead(_ layout: UnsafeMutablePointer<Layout>) { layout.pointee.readEnd = -1 }
    @inline(__always) static func resetWrite(_ layout: UnsafeMutablePointer<Layout>) {
        layout.pointee.writeStart = 0
        layout.pointee.writeEnd = -1
    }
    /// Moves the caller; what is readable reaches at least there.
    @inline(__always) static func move(_ layout: UnsafeMutablePointer<Layout>, to position: Int) {
        layout.pointee.position = position
        if hasRead(layout) && layout.pointee.readEnd < position { layout.pointee.readEnd = position }
    }

    // MARK: One thread at a time

    @inline(__always) static func enter(_ self: Value) throws(Raised) {
        let thread = UInt(pthread_self())
        if layout(self).pointee.owner != 0 { try wait(self, thread) }
        layout(self).pointee.owner = thread
        if layout(self).pointee.memory.isNull {
            // Closed before.
            do throws(Raised) { StreamObject.replace(&layout(self).pointee.memory, try BytesObject.allocate(max(layout(self).pointee.size, 2))) } catch {
                leave(self)
                throw error
            }
        }
    }
    @inline(__always) static func leave(_ self: Value) { layout(self).pointee.owner = 0 }
    @inline(never) private static func wait(_ self: Value, _ thread: UInt) throws(Raised) {
        if layout(self).pointee.owner == thread { throw raise(.runtimeError, "reentrant call inside \(try Repr.string(self))") }
        var rounds = 0
        while layout(self).pointee.owner != 0 {
            _ = Blocking.call { usleep(100) }
            try EvalBreaker.serve()
            rounds += 1
            if rounds > 10_000 && Finalization.isFinalizing {
                // The thread that works on it sleeps for ever.
                throw raise(.runtimeError, "could not acquire lock for \(try Repr.string(self)) at interpreter shutdown, possibly due to daemon threads")
            }
        }
    }

    // MARK: The raw stream

    /// One read into the buffer's own memory, or any other that is not an object's.
    static func rawRead(_ self: Value, _ offset: Int, _ count: Int) throws(Raised) -> Int? {
        let layout = layout(self)
        let raw = Ref(layout.pointee.raw)
        let memory = Ref(layout.pointee.memory)
        let target = BytesObject.data(memory.value) + offset
        if FileIO.isPlain(raw.value) {
            guard FileIO.layout(raw.value).pointee.isReadable else { throw IOBase.unsupported("File not open for reading") }
            guard let number = try FileIO.read(raw.value, target, count) else { return nil }
            if number > 0 && layout.pointee.absolute != -1 { layout.pointee.absolute += number }
            return number
        }
        return try rawReadInto(self, raw.value, memory.value, target, count)
    }
    /// One read into memory of `owner`.
    static func rawRead(_ self: Value, owner: Value, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raised) -> Int? {
        let layout = layout(self)
        let raw = Ref(layout.pointee.raw)
        if FileIO.isPlain(raw.value) {
            guard FileIO.layout(raw.value).pointee.isReadable else { throw IOBase.unsupported("File not open for reading") }
            guard let number = try FileIO.read(raw.value, target, count) else { return nil }
            if number > 0 && layout.pointee.absolute != -1 { layout.pointee.absolute += number }
            return number
        }
        return try rawReadInto(self, raw.value, owner, target, count)
    }
    private static func rawReadInto(
        _ self: Value, _ raw: Value, _ owner: Value, _ target: UnsafeMutablePointer<UInt8>, _ count: Int
    ) throws(Raised) -> Int? {
        if !BytesObject.isInstance(owner) {
            // Somebody's array: the stream might keep the view for longer than it lives.
            let bytes = try freshBytes(count)
            let number = try rawReadInto(self, raw, bytes.value, BytesObject.data(bytes.value), count)
            if let number { copyBytes(target, BytesObject.data(bytes.value), number) }
            return number
        }
        let view = MemoryViewObject.make(owner: owner, target, count, readOnly: false)
        while true {
            let answer: Ref
            do throws(Raised) { answer = try Call.method(raw, IONames.readinto, view.value) } catch {
                if IOBase.wasInterrupted() { continue }
                throw error
            }
            if answer.value.isNone { return nil }
            let number: Int
            do throws(Raised) { number = try Index.of(answer.value, .valueError) } catch {
                let cause = HeldException.take()
                let raised = OSErrors.raise(message: "raw readinto() failed")
                _ = raised
                let exception = HeldException.take()
                ExceptionObject.setCauseAndContext(exception.value, cause.value)
                throw HeldException.raise(exception)
            }
            if number < 0 || number > count {
                throw OSErrors.raise(
                    message: "raw readinto() returned invalid length \(number) (should have been between 0 and \(count))")
            }
            if number > 0 && layout(self).pointee.absolute != -1 { layout(self).pointee.absolute += number }
            return number
        }
    }
    /// One write of memory of `owner`.
    static func rawWrite(_ self: Value, owner: Value, _ source: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raised) -> Int? {
        let layout = layout(self)
        let raw = Ref(layout.pointee.raw)
        if FileIO.isPlain(raw.value) {
            let file = FileIO.layout(raw.value)
            if file.pointee.descriptor < 0 { throw raise(.valueError, "I/O operation on closed file") }
            guard file.pointee.isWritable else { throw IOBase.unsupported("File not open for writing") }
            guard let number = try FileIO.write(raw.value, source, count) else { return nil }
            if number > 0 && layout.pointee.absolute != -1 { layout.pointee.absolute += number }
            return number
        }
        if !BytesObject.isInstance(owner) {
            let bytes = try freshBytes(count)
            copyBytes(BytesObject.data(bytes.value), source, count)
            return try rawWrite(self, owner: bytes.value, BytesObject.data(bytes.value), count)
        }
        let view = MemoryViewObject.make(owner: owner, source, count, readOnly: true)
        while true {
            let answer: Ref
            do throws(Raised) { answer = try Call.method(raw.value, Names.write, view.value) } catch {
                if IOBase.wasInterrupted() { continue }
                throw error
            }
            if answer.value.isNone { return nil }
            let number = try Index.of(answer.value, .valueError)
            if number < 0 || number > count {
                throw OSErrors.raise(message: "raw write() returned invalid length \(number) (should have been between 0 and \(count))")
            }
            if number > 0 && layout.pointee.absolute != -1 { layout.pointee.absolute += number }
            return number
        }
    }
    /// Asks the raw stream where it is.
    @discardableResult static func rawTell(_ self: Value) throws(Raised) -> Int {
        layout(self).pointee.absolute = -1
        let raw = Ref(layout(self).pointee.raw)
        if FileIO.isPlain(raw.value) && FileIO.layout(raw.value).pointee.descriptor >= 0 {
            return try known(self, try FileIO.seek(raw.value, 0, SEEK_CUR))
        }
        let answer = try Call.method(raw.value, IONames.tell)
        return try known(self, try position(answer.value))
    }
    static func rawSeek(_ self: Value, _ target: Int, _ whence: Int) throws(Raised) -> Int {
        layout(self).pointee.absolute = -1
        let raw = Ref(layout(self).pointee.raw)
        if FileIO.isPlain(raw.value) && FileIO.layout(raw.value).pointee.descriptor >= 0 {
            return try known(self, try FileIO.seek(raw.value, target, Int32(truncatingIfNeeded: whence)))
        }
        let offset = IntObject.make(target)
        let answer = try IOBase.seek(raw.value, offset.value, whence)
        return try known(self, try position(answer.value))
    }
    private static func position(_ value: Value) throws(Raised) -> Int { try FileIOMethods.offset(value) }
    private static func known(_ self: Value, _ position: Int) throws(Raised) -> Int {
        if position < 0 { throw OSErrors.raise(message: "Raw stream returned invalid position \(position)") }
        layout(self).pointee.absolute = position
        return position
    }

    /// Where the raw stream is, without asking it if that is known.
    static func rawPlace(_ self: Value) throws(Raised) -> Int {
        let known = layout(self).pointee.absolute
        return known != -1 ? known : try rawTell(self)
    }
}

extension ExceptionObject {
    /// As `raise ... from cause`.
    static func setCauseAndContext(_ exception: Value, _ cause: Value) {
        setContext(exception, cause)
        do throws(Raised) { try Attributes.set(exception, causeName, cause) } catch { PendingException.clear() }
    }
    nonisolated(unsafe) private static let causeName = Names.make("__cause__")
}
