// Reading through a buffer.

import CPythonABI
import Glibc
import Runtime

extension BufferedObject {
    /// Reads more behind what is there (from the beginning when nothing is). The number of bytes; nil when nothing comes for now.
    static func fill(_ self: Value) throws(Raised) -> Int? {
        let layout = layout(self)
        let start = hasRead(layout) ? layout.pointee.readEnd : 0
        guard let number = try rawRead(self, start, layout.pointee.size - start) else { return nil }
        if number <= 0 { return number }
        layout.pointee.readEnd = start + number
        layout.pointee.rawPosition = start + number
        return number
    }

    /// read(size)
    static func read(_ self: Value, _ size: Int) throws(Raised) -> Ref {
        if size < -1 { throw raise(.valueError, "read length must be non-negative or -1") }
        try checkOpen(self, "read of closed file")
        if size == -1 {
            try enter(self)
            defer { leave(self) }
            return try readAll(self)
        }
        let layout = layout(self)
        if size <= ahead(layout) && layout.pointee.owner == 0 {
            let start = layout.pointee.position
            layout.pointee.position = start + size
            return try BytesObject.make(UnsafePointer(bytes(layout) + start), size)
        }
        try enter(self)
        defer { leave(self) }
        return try readGeneric(self, size)
    }

    private static func readGeneric(_ self: Value, _ size: Int) throws(Raised) -> Ref {
        let layout = layout(self)
        let available = ahead(layout)
        if size <= available {
            let start = layout.pointee.position
            layout.pointee.position = start + size
            return try BytesObject.make(UnsafePointer(bytes(layout) + start), size)
        }
        if size > Int.max / 4 { throw raise(.memoryError, argument: .null) }
        let result = try freshBytes(size)
        let target = BytesObject.data(result.value)
        var done = 0
        if available > 0 {
            copyBytes(target, bytes(layout) + layout.pointee.position, available)
            layout.pointee.position += available
            done = available
        }
        if layout.pointee.isWritable { try flushAndRewind(self) }
        resetRead(layout)
        // Whole buffers go where they are wanted at once.
        while size - done >= layout.pointee.size {
            let wanted = (size - done) / layout.pointee.size * layout.pointee.size
            guard let number = try rawRead(self, owner: result.value, target + done, wanted) else {
                return done > 0 ? try BytesObject.shrunk(result, done) : .none
            }
            if number == 0 { return try BytesObject.shrunk(result, done) }
            done += number
        }
        layout.pointee.position = 0
        layout.pointee.rawPosition = 0
        layout.pointee.readEnd = 0
        while done < size && layout.pointee.readEnd < layout.pointee.size {
            guard let number = try fill(self) else {
                return done > 0 ? try BytesObject.shrunk(result, done) : .none
            }
            if number == 0 { break }
            let part = min(number, size - done)
            copyBytes(target + done, bytes(layout) + layout.pointee.position, part)
            layout.pointee.position += part
            done += part
        }
        return try BytesObject.shrunk(result, done)
    }
    /// A bytes object that nobody else has, not one of those that are shared.
    static func freshBytes(_ size: Int) throws(Raised) -> Ref { try BytesObject.allocate(max(size, 1)) }

    /// read(): all that is left.
    private static func readAll(_ self: Value) throws(Raised) -> Ref {
        let layout = layout(self)
        let available = ahead(layout)
        var head = Ref.null
        if available > 0 {
            head = try BytesObject.make(UnsafePointer(bytes(layout) + layout.pointee.position), available)
            layout.pointee.position += available
        }
        if layout.pointee.isWritable { try flushAndRewind(self) }
        resetRead(layout)
        let raw = Ref(layout.pointee.raw)
        if FileIO.isPlain(raw.value) {
            let rest = try FileIO.readAll(raw.value)
            if !rest.isNull && layout.pointee.absolute != -1 { layout.pointee.absolute += BytesObject.count(rest.value) }
            return try join(head, rest.isNull ? .none : rest)
        }
        let method = try Attributes.getIfPresent(raw.value, IONames.readall)
        if !method.isNull {
            let rest = try Call.call(method.value)
            layout.pointee.absolute = -1
            guard rest.value.isNone || BytesObject.isInstance(rest.value) else { throw raise(.typeError, "readall() should return bytes") }
            return try join(head, rest)
        }
        var all = ByteCollector()
        if !head.isNull { try all.append(BytesObject.data(head.value), BytesObject.count(head.value)) }
        var isFirst = head.isNull
        while true {
            let piece = try Call.method(raw.value, IONames.read)
            guard piece.value.isNone || BytesObject.isInstance(piece.value) else { throw raise(.typeError, "read() should return bytes") }
            if piece.value.isNone || BytesObject.count(piece.value) == 0 {
                if isFirst { return piece }
                return try all.finish()
            }
            isFirst = false
            let count = BytesObject.count(piece.value)
            try all.append(BytesObject.data(piece.value), count)
            if layout.pointee.absolute != -1 { layout.pointee.absolute += count }
        }
    }
    private static func join(_ head: borrowing Ref, _ rest: consuming Ref) throws(Raised) -> Ref {
        if head.isNull { return rest }
        if rest.value.isNone { return head.copy() }
        var all = ByteCollector()
        try all.append(BytesObject.data(head.value), BytesObject.count(head.value))
        try all.append(BytesObject.data(rest.value), BytesObject.count(rest.value))
        return try all.finish()
    }

    /// read1(size): what one call of the raw stream gives at most.
    static func read1(_ self: Value, _ size: Int) throws(Raised) -> Ref {
        let layout = layout(self)
        let wanted = size < 0 ? layout.pointee.size : size
        try checkOpen(self, "read of closed file")
        if wanted == 0 { return BytesObject.empty }
        let available = min(ahead(layout), wanted)
        if available > 0 && layout.pointee.owner == 0 {
            let start = layout.pointee.position
            layout.pointee.position = start + available
            return try BytesObject.make(UnsafePointer(bytes(layout) + start), available)
        }
        try enter(self)
        defer { leave(self) }
        if wanted > Int.max / 4 { throw raise(.memoryError, argument: .null) }
        let result = try freshBytes(wanted)
        resetRead(layout)
        let number = try rawRead(self, owner: result.value, BytesObject.data(result.value), wanted) ?? 0
        return try BytesObject.shrunk(result, number)
    }

    /// peek(): what is there, after at most one call of the raw stream.
    static func peek(_ self: Value) throws(Raised) -> Ref {
        try enter(self)
        defer { leave(self) }
        let layout = layout(self)
        if layout.pointee.isWritable { try flushAndRewind(self) }
        let available = ahead(layout)
        if available > 0 { return try BytesObject.make(UnsafePointer(bytes(layout) + layout.pointee.position), available) }
        resetRead(layout)
        let number = try fill(self) ?? 0
        layout.pointee.position = 0
        return try BytesObject.make(UnsafePointer(bytes(layout)), number)
    }

    /// readinto and readinto1.
    static func readInto(_ self: Value, _ buffer: Value, once: Bool) throws(Raised) -> Ref {
        let view = try TargetBuffer.acquire(buffer, once ? "readinto1" : "readinto")
        try checkOpen(self, "readinto of closed file")
        let layout = layout(self)
        var done = 0
        let available = min(ahead(layout), view.count)
        if available > 0 {
            copyBytes(view.mutableBytes, bytes(layout) + layout.pointee.position, available)
            layout.pointee.position += available
            done = available
        }
        if done == view.count { return IntObject.make(done) }
        try enter(self)
        defer { leave(self) }
        if layout.pointee.isWritable { try flushAndRewind(self) }
        resetRead(layout)
        layout.pointee.position = 0
        while done < view.count {
            let remaining = view.count - done
            let number: Int?
            if remaining > layout.pointee.size {
                number = try rawRead(self, owner: buffer, view.mutableBytes + done, remaining)
            } else if !(once && done > 0) {
                number = try fill(self)
                if let number, number > 0 {
                    let part = min(number, remaining)
                    copyBytes(view.mutableBytes + done, bytes(layout) + layout.pointee.position, part)
                    layout.pointee.position += part
                    done += part
                    if once { break }
                    continue
                }
            } else {
                number = 0
            }
            guard let number else {
                if done > 0 { break }
                return .none
            }
            if number == 0 { break }
            done += number
            if once { break }
        }
        return IntObject.make(done)
    }

    /// readline(limit); negative for no limit.
    static func readLine(_ self: Value, _ limit: Int) throws(Raised) -> Ref {
        try checkOpen(self, "readline of closed file")
        let layout = layout(self)
        // The whole line is there.
        var available = ahead(layout)
        if limit >= 0 { available = min(available, limit) }
        if available > 0 && layout.pointee.owner == 0 {
            let start = layout.pointee.position
            let data = bytes(layout) + start
            if let newline = memchr(data, 10, available) {
                let count = UnsafeRawPointer(newline) - UnsafeRawPointer(data) + 1
                layout.pointee.position = start + count
                return try BytesObject.make(UnsafePointer(data), count)
            }
            if available == limit {
                layout.pointee.position = start + available
                return try BytesObject.make(UnsafePointer(data), available)
            }
        }
        try enter(self)
        defer { leave(self) }
        var line = ByteCollector()
        available = ahead(layout)
        if limit >= 0 { available = min(available, limit) }
        if available > 0 {
            try line.append(bytes(layout) + layout.pointee.position, available)
            layout.pointee.position += available
        }
        if layout.pointee.isWritable { try flushAndRewind(self) }
        while limit < 0 || line.count < limit {
            resetRead(layout)
            guard let number = try fill(self), number > 0 else { break }
            let data = bytes(layout)
            var part = limit >= 0 ? min(number, limit - line.count) : number
            let newline = memchr(data, 10, part)
            if let newline { part = UnsafeRawPointer(newline) - UnsafeRawPointer(data) + 1 }
            layout.pointee.position = part
            if newline != nil && line.count == 0 { return try BytesObject.make(UnsafePointer(data), part) }
            try line.append(data, part)
            if newline != nil { break }
        }
        return try line.finish()
    }
}
