// Writing through a buffer, and moving about in the file.

import CPythonABI
import Glibc
import Runtime

extension BufferedObject {
    /// write(data): all of it, or BlockingIOError.
    static func write(_ self: Value, _ data: Value) throws(Raised) -> Ref {
        let view = try BytesView(data)
        try checkInitialized(self)
        try enter(self)
        defer { leave(self) }
        if try isClosed(self) { throw raise(.valueError, "write to closed file") }
        try write(self, owner: data, view.mutableBytes, view.count)
        return IntObject.make(view.count)
    }

    /// Writes memory of `owner`; the buffer is entered.
    static func write(_ self: Value, owner: Value, _ source: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raised) {
        let layout = layout(self)
        if !hasRead(layout) && !hasWritten(layout) {
            layout.pointee.position = 0
            layout.pointee.rawPosition = 0
        }
        let position = layout.pointee.position
        if count <= layout.pointee.size - position {
            copyBytes(bytes(layout) + position, source, count)
            if !hasWritten(layout) || layout.pointee.writeStart > position { layout.pointee.writeStart = position }
            move(layout, to: position + count)
            if layout.pointee.writeEnd < layout.pointee.position { layout.pointee.writeEnd = layout.pointee.position }
            return
        }
        do throws(Raised) { try flushUnlocked(self) } catch {
            guard PendingException.matches(.osError), isBlockingError() else { throw error }
            return try keepBlocked(self, source, count)
        }
        // The raw stream may stand elsewhere after reading ahead.
        let lead = rawLead(layout)
        if lead != 0 {
            _ = try rawSeek(self, -lead, 1)
            layout.pointee.rawPosition -= lead
        }
        var done = 0
        while count - done > layout.pointee.size {
            guard let number = try rawWrite(self, owner: owner, source + done, count - done) else {
                // It takes no more for now: what the buffer holds is kept.
                let room = layout.pointee.size
                if count - done > room {
                    copyBytes(bytes(layout), source + done, room)
                    layout.pointee.rawPosition = 0
                    move(layout, to: room)
                    layout.pointee.writeStart = 0
                    layout.pointee.writeEnd = room
                    done += room
                    throw blocked(done)
                }
                break
            }
            done += number
            if EvalBreaker.requests.contains(.signal) { try EvalBreaker.serve() }
        }
        if layout.pointee.isReadable { resetRead(layout) }
        let rest = count - done
        if rest > 0 { copyBytes(bytes(layout), source + done, rest) }
        layout.pointee.writeStart = 0
        layout.pointee.writeEnd = rest
        move(layout, to: rest)
        layout.pointee.rawPosition = 0
    }

    /// The buffer could not be emptied: as much as fits is added to it.
    private static func keepBlocked(_ self: Value, _ source: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raised) {
        let layout = layout(self)
        if layout.pointee.isReadable { resetRead(layout) }
        let start = layout.pointee.writeStart
        moveBytes(bytes(layout), bytes(layout) + start, layout.pointee.writeEnd - start)
        layout.pointee.writeEnd -= start
        layout.pointee.rawPosition -= start
        layout.pointee.position -= start
        layout.pointee.writeStart = 0
        let room = layout.pointee.size - layout.pointee.writeEnd
        let part = min(room, count)
        copyBytes(bytes(layout) + layout.pointee.writeEnd, source, part)
        layout.pointee.writeEnd += part
        layout.pointee.position += part
        PendingException.clear()
        if part < count { throw blocked(part) }
    }

    private static func isBlockingError() -> Bool {
        let exception = HeldException.take()
        _ = HeldException.raise(exception)
        return exception.value.type.isSubtype(of: PyExc_BlockingIOErrorPointer())
    }
    /// BlockingIOError with the number of bytes that were taken.
    static func blocked(_ written: Int) -> Raised {
        let message = StrObject.make("write could not complete without blocking")
        let number = IntObject.make(written)
        let arguments = TupleObject.make(Value(smallInt: Int(EAGAIN)), message.value, number.value)
        do throws(Raised) {
            let exception = try Call.call(PyExc_BlockingIOErrorPointer().unsafelyUnwrapped.value, tuple: arguments.value, keywords: .null)
            return PendingException.set(exception.value.type, exception.value)
        } catch { return error }
    }

    /// Writes what is dirty to the raw stream; the buffer is entered.
    static func flushUnlocked(_ self: Value) throws(Raised) {
        let layout = layout(self)
        if hasWritten(layout) && layout.pointee.writeStart != layout.pointee.writeEnd {
            let back = rawLead(layout) + layout.pointee.position - layout.pointee.writeStart
            if back != 0 {
                _ = try rawSeek(self, -back, 1)
                layout.pointee.rawPosition -= back
            }
            while layout.pointee.writeStart < layout.pointee.writeEnd {
                let memory = Ref(layout.pointee.memory)
                let start = layout.pointee.writeStart
                guard let number = try rawWrite(self, owner: memory.value, BytesObject.data(memory.value) + start, layout.pointee.writeEnd - start)
                else { throw blocked(0) }
                layout.pointee.writeStart = start + number
                layout.pointee.rawPosition = start + number
                if EvalBreaker.requests.contains(.signal) { try EvalBreaker.serve() }
            }
        }
        resetWrite(layout)
    }
    /// Brings the raw stream to where the caller is: what is dirty is written, what was read ahead given back.
    static func flushAndRewind(_ self: Value) throws(Raised) {
        try flushUnlocked(self)
        let layout = layout(self)
        if layout.pointee.isReadable {
            let lead = rawLead(layout)
            // A file that stays where it is needs not be asked to.
            if lead != 0 || !FileIO.isPlain(layout.pointee.raw) { _ = try rawSeek(self, -lead, 1) }
            resetRead(layout)
        }
    }
    static func flush(_ self: Value) throws(Raised) {
        try checkInitialized(self)
        if try isClosed(self) { throw raise(.valueError, "flush of closed file") }
        try enter(self)
        defer { leave(self) }
        try flushAndRewind(self)
    }

    // MARK: Position

    static func tell(_ self: Value) throws(Raised) -> Int {
        try checkInitialized(self)
        return max(try rawTell(self) - rawLead(layout(self)), 0)
    }

    static func seek(_ self: Value, _ offset: Value, _ whence: Int) throws(Raised) -> Int {
        try checkInitialized(self)
        guard whence >= 0, whence <= 4 else { throw raise(.valueError, "whence value \(whence) unsupported") }
        try checkOpen(self, "seek of closed file")
        let layout = layout(self)
        let raw = Ref(layout.pointee.raw)
        if !FileIO.isPlain(raw.value) || FileIO.layout(raw.value).pointee.seekable != 1 { try IOBase.checkSeekable(raw.value) }
        var target = try FileIOMethods.offset(offset)
        if whence < 2 && layout.pointee.isReadable {
            // Within what was read ahead only the position moves.
            let current = try rawPlace(self)
            let available = ahead(layout)
            if available > 0 {
                let distance = whence == 0 ? target &- (current &- rawLead(layout)) : target
                if distance >= -layout.pointee.position && distance <= available {
                    let place = current - rawLead(layout) + distance
                    layout.pointee.position += distance
                    return max(place, 0)
                }
            }
        }
        try enter(self)
        defer { leave(self) }
        if layout.pointee.isWritable { try flushUnlocked(self) }
        if whence == 1 { target = target &- rawLead(layout) }
        let place = try rawSeek(self, target, whence)
        layout.pointee.rawPosition = -1
        if layout.pointee.isReadable { resetRead(layout) }
        return place
    }

    static func truncate(_ self: Value, _ size: Value) throws(Raised) -> Ref {
        try checkOpen(self, "truncate of closed file")
        if !layout(self).pointee.isWritable { throw IOBase.unsupported("truncate") }
        try enter(self)
        defer { leave(self) }
        try flushAndRewind(self)
        let raw = Ref(layout(self).pointee.raw)
        let result = try Call.method(raw.value, IONames.truncate, size.isNull ? .none : size)
        do throws(Raised) { try rawTell(self) } catch { PendingException.clear() }
        return result
    }
}
