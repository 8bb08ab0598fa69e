// _io.StringIO: a stream over text in memory.
//
// The text is a block of characters as wide as the widest so far needed; a str is made of it when somebody asks.

import CPythonABI
import Glibc
import Runtime

enum StringIO {
    struct Layout {
        var stream: StreamHead
        /// The argument `newline`: a str, None, or null before `__init__`.
        var newline: Value
        var data: UnsafeMutableRawPointer?
        /// In characters.
        var capacity: Int
        var count: Int
        var position: Int
        var newlines: NewlineState
        var kind: StrObject.Kind
        var lineEnd: TextScan.LineEnd
        var isUniversal: Bool
        /// What "\n" becomes when written: 0 itself, 1 "\r", 2 "\r\n".
        var writeNewline: UInt8
        var isInitialized: Bool
        var isClosed: Bool
    }
    typealias State = UnsafeMutablePointer<Layout>
    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io.StringIO", base: TextIOBase.type, size: MemoryLayout<Layout>.size, describe)

    @inline(__always) static func layout(_ stream: Value) -> State { stream.cast(to: Layout.self) }

    private static func describe(_ type: TypeBuilder) {
        type.doc(StringIODocs.type, signature: "(initial_value='', newline='\\n')")
        type.type.pointee.tp_dealloc = { object in
            StreamObject.deallocate(object, values: 1, finalizes: false) { stream in
                if let data = StringIO.layout(stream).pointee.data { Allocator.freePlain(data) }
            }
        }
        type.type.pointee.tp_traverse = { object, visit, argument in StreamObject.traverse(object, visit, argument, values: 1) }
        type.type.pointee.tp_clear = { _ in 0 }
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let stream = try StreamObject.allocate(type)
            let layout = layout(stream.value)
            layout.pointee.data = nil
            layout.pointee.capacity = 0
            layout.pointee.count = 0
            layout.pointee.position = 0
            layout.pointee.newlines = NewlineState()
            layout.pointee.kind = .one
            layout.pointee.lineEnd = .newline
            layout.pointee.isUniversal = false
            layout.pointee.writeNewline = 0
            layout.pointee.isInitialized = false
            layout.pointee.isClosed = false
            return stream
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            _ = try parameters.withBound(arguments, "StringIO") { (arguments) throws(Raised) -> Ref in
                try initialize(self, arguments[0], arguments[1])
                return .none
            }.isNull
        }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = try open(self)
            let line: Ref
            if self.type == StringIO.type && StreamObject.isPlain(self, attributes: 0) {
                line = try readLine(layout, -1)
            } else {
                line = try Call.method(self, IONames.readline)
                guard StrObject.isInstance(line.value) else {
                    throw OSErrors.raise(message: "readline() should have returned a str object, not '\(line.value.type.name)'")
                }
            }
            return StrObject.length(line.value) == 0 ? .null : line
        }
        describeState(type)
        describeTransfers(type)
        describePosition(type)
        describeCopying(type)
    }
    nonisolated(unsafe) private static let parameters = BoundParameters("(initial_value='', newline='\\n')")

    static func initialize(_ self: Value, _ initial: Value, _ newline: Value) throws(Raised) {
        let layout = layout(self)
        if !newline.isNull && !newline.isNone {
            guard StrObject.isInstance(newline) else { throw raise(.typeError, "newline must be str or None, not \(newline.type.name)") }
            if !(StrObject.length(newline) == 0 || StrObject.equals(newline, "\n") || StrObject.equals(newline, "\r") || StrObject.equals(newline, "\r\n")) {
                throw raise(.valueError, "illegal newline value: \(try Repr.string(newline))")
            }
        }
        if !initial.isNull && !initial.isNone && !StrObject.isInstance(initial) {
            throw raise(.typeError, "initial_value must be str or None, not \(initial.type.name)")
        }
        layout.pointee.isInitialized = false
        let isUniversal = newline.isNone || !newline.isNull && StrObject.length(newline) == 0
        layout.pointee.isUniversal = isUniversal
        layout.pointee.newlines = NewlineState(pendingCR: false, translates: newline.isNone, seen: 0)
        layout.pointee.writeNewline = 0
        layout.pointee.lineEnd = isUniversal && !newline.isNone ? .universal : .newline
        if !newline.isNull && !newline.isNone && StrObject.equals(newline, "\r") {
            layout.pointee.lineEnd = .carriageReturn
            layout.pointee.writeNewline = 1
        } else if !newline.isNull && !newline.isNone && StrObject.equals(newline, "\r\n") {
            layout.pointee.lineEnd = .both
            layout.pointee.writeNewline = 2
        }
        StreamObject.replace(&layout.pointee.newline, newline.isNull ? StrObject.make("\n") : Ref(newline))
        layout.pointee.count = 0
        layout.pointee.position = 0
        if !initial.isNull && StrObject.isInstance(initial) {
            try write(layout, initial)
            layout.pointee.position = 0
        }
        layout.pointee.isInitialized = true
        layout.pointee.isClosed = false
    }

    private static func initialized(_ self: Value) throws(Raised) -> State {
        let layout = layout(self)
        if !layout.pointee.isInitialized { throw raise(.valueError, "I/O operation on uninitialized object") }
        return layout
    }
    private static func open(_ self: Value) throws(Raised) -> State {
        let layout = try initialized(self)
        if layout.pointee.isClosed { throw raise(.valueError, "I/O operation on closed file") }
        return layout
    }

    // MARK: Characters

    private static func reserve(_ layout: State, _ capacity: Int, _ kind: StrObject.Kind) throws(Raised) {
        let wanted = max(kind, layout.pointee.kind)
        if capacity <= layout.pointee.capacity && wanted == layout.pointee.kind { return }
        guard capacity < Int.max / 16 else { throw raise(.overflowError, "new buffer size too large") }
        let room = capacity <= layout.pointee.capacity ? layout.pointee.capacity : max(capacity + capacity >> 2 + 6, 32)
        if wanted == layout.pointee.kind {
            guard let moved = Allocator.resizePlain(layout.pointee.data, room * wanted.rawValue) else { throw raise(.memoryError, argument: .null) }
            layout.pointee.data = moved
        } else {
            guard let moved = Allocator.allocatePlain(room * wanted.rawValue) else { throw raise(.memoryError, argument: .null) }
            if let data = layout.pointee.data {
                Characters.copy(StrSpan(data, layout.pointee.count, layout.pointee.kind), 0, to: moved, wanted, at: 0, layout.pointee.count)
                Allocator.freePlain(data)
            }
            layout.pointee.data = moved
            layout.pointee.kind = wanted
        }
        layout.pointee.capacity = room
    }
    /// Writes a str after translating its line ends.
    static func write(_ layout: State, _ text: Value) throws(Raised) {
        // No variable that one branch consumes and sets anew: the compiler leaks what it held.
        if !layout.pointee.isUniversal { return try translate(layout, text) }
        let processed = try layout.pointee.newlines.process(Ref(text), final: true)
        try translate(layout, processed.value)
    }
    private static func translate(_ layout: State, _ text: Value) throws(Raised) {
        guard layout.pointee.writeNewline != 0, TextScan.index(of: 10, in: text, 0, StrObject.length(text)) >= 0 else { return try put(layout, text) }
        let translated = try TextWrapper.withNewlines(text, layout.pointee.writeNewline)
        try put(layout, translated.value)
    }
    private static func put(_ layout: State, _ text: Value) throws(Raised) {
        let length = StrObject.length(text)
        if length == 0 { return }
        let position = layout.pointee.position
        let (end, overflow) = position.addingReportingOverflow(length)
        if overflow { throw raise(.overflowError, "new position too large") }
        try reserve(layout, max(end, layout.pointee.count), StrObject.kind(text))
        guard let data = layout.pointee.data else { return }
        let kind = layout.pointee.kind
        if position > layout.pointee.count {
            fillBytes(data + layout.pointee.count * kind.rawValue, 0, (position - layout.pointee.count) * kind.rawValue)
        }
        Characters.copy(StrSpan(text), 0, to: data, kind, at: position, length)
        layout.pointee.position = end
        layout.pointee.count = max(layout.pointee.count, end)
    }
    /// The characters between two places.
    private static func slice(_ layout: State, _ start: Int, _ end: Int) throws(Raised) -> Ref {
        guard let data = layout.pointee.data, end > start else { return StrObject.empty }
        return try StrObject.make(StrSpan(data, layout.pointee.count, layout.pointee.kind).slice(start, end))
    }
    private static func readLine(_ layout: State, _ limit: Int) throws(Raised) -> Ref {
        let start = layout.pointee.position
        guard start < layout.pointee.count, let data = layout.pointee.data else { return StrObject.empty }
        let span = StrSpan(data, layout.pointee.count, layout.pointee.kind)
        var end = TextScan.lineEnd(span, start, layout.pointee.count, layout.pointee.lineEnd)
        if end < 0 { end = layout.pointee.count }
        if limit >= 0 { end = min(end, start + min(limit, layout.pointee.count)) }
        layout.pointee.position = end
        return try slice(layout, start, end)
    }

    // MARK: Methods

    private static func describeState(_ type: TypeBuilder) {
        for (name, doc) in [("readable", StringIODocs.readable), ("writable", StringIODocs.writable), ("seekable", StringIODocs.seekable)]
            as [(StaticString, StaticString)]
        {
            type.method(name, .noArguments { (self) throws(Raised) -> Ref in
                _ = try open(self)
                return .bool(true)
            }, "($self, /)", doc: doc)
        }
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in
            let layout = layout(self)
            layout.pointee.isClosed = true
            if let data = layout.pointee.data { Allocator.freePlain(data) }
            layout.pointee.data = nil
            layout.pointee.capacity = 0
            layout.pointee.count = 0
            return .none
        }, "($self, /)", doc: StringIODocs.close)
        type.getter("closed", { (self) throws(Raised) -> Ref in .bool(try initialized(self).pointee.isClosed) })
        type.getter("line_buffering", { (self) throws(Raised) -> Ref in
            _ = try open(self)
            return .bool(false)
        })
        type.getter("newlines", { (self) throws(Raised) -> Ref in
            let layout = try open(self)
            return layout.pointee.isUniversal ? layout.pointee.newlines.newlines() : .none
        })
    }
    private static func describeTransfers(_ type: TypeBuilder) {
        type.method("write", .one { (self, text) throws(Raised) -> Ref in
            let layout = try initialized(self)
            guard StrObject.isInstance(text) else { throw raise(.typeError, "string argument expected, got '\(text.type.name)'") }
            _ = try open(self)
            try write(layout, text)
            return IntObject.make(StrObject.length(text))
        }, "($self, s, /)", doc: StringIODocs.write)
        type.method("read", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            let size = try IOBase.size(arguments[0])
            let layout = try open(self)
            let start = layout.pointee.position
            let available = max(layout.pointee.count - start, 0)
            let number = size < 0 ? available : min(size, available)
            if number == 0 { return StrObject.empty }
            layout.pointee.position = start + number
            return try slice(layout, start, start + number)
        }, "($self, size=-1, /)", doc: StringIODocs.read)
        type.method("readline", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            let limit = try IOBase.size(arguments[0])
            return try readLine(try open(self), limit)
        }, "($self, size=-1, /)", doc: StringIODocs.readline)
        type.method("getvalue", .noArguments { (self) throws(Raised) -> Ref in
            let layout = try open(self)
            return try slice(layout, 0, layout.pointee.count)
        }, "($self, /)", doc: StringIODocs.getvalue)
    }
    private static func describePosition(_ type: TypeBuilder) {
        type.method("tell", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(try open(self).pointee.position) }, "($self, /)",
            doc: StringIODocs.tell)
        type.method("truncate", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            let given = arguments[0]
            let wanted = given.isNull || given.isNone ? nil : try IOBase.size(given)
            let layout = try open(self)
            let size = wanted ?? layout.pointee.position
            if size < 0 { throw raise(.valueError, "Negative size value \(size)") }
            layout.pointee.count = min(layout.pointee.count, size)
            return IntObject.make(size)
        }, "($self, pos=None, /)", doc: StringIODocs.truncate)
        type.method("seek", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let offset = try Index.size(arguments[0])
            let whence = arguments[1].isNull ? 0 : try Index.int32(arguments[1])
            let layout = try open(self)
            if whence < 0 || whence > 2 { throw raise(.valueError, "Invalid whence (\(whence), should be 0, 1 or 2)") }
            if offset < 0 && whence == 0 { throw raise(.valueError, "Negative seek position \(offset)") }
            if whence != 0 && offset != 0 { throw OSErrors.raise(message: "Can't do nonzero cur-relative seeks") }
            layout.pointee.position = whence == 0 ? offset : whence == 1 ? layout.pointee.position : layout.pointee.count
            return IntObject.make(layout.pointee.position)
        }, "($self, pos, whence=0, /)", doc: StringIODocs.seek)
    }

    private static func describeCopying(_ type: TypeBuilder) {
        type.method("__getstate__", .noArguments { (self) throws(Raised) -> Ref in
            let layout = try open(self)
            let text = try slice(layout, 0, layout.pointee.count)
            let dict = StreamObject.head(self).pointee.dict
            let attributes = dict.isNull ? Ref.none : try DictObject.copy(dict)
            let position = IntObject.make(layout.pointee.position)
            return TupleObject.make(text.value, layout.pointee.newline, position.value, attributes.value)
        })
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state), TupleObject.count(state) == 4 else {
                throw raise(.typeError, "\(self.type.fullName).__setstate__ argument should be 4-tuple, got \(state.type.name)")
            }
            if layout(self).pointee.isClosed { _ = try open(self) }
            let text = Ref(TupleObject.item(state, 0))
            try initialize(self, text.value, TupleObject.item(state, 1))
            let layout = layout(self)
            // As it was: line ends are not to be translated again.
            layout.pointee.count = 0
            layout.pointee.position = 0
            if StrObject.isInstance(text.value) { try put(layout, text.value) }
            let position = TupleObject.item(state, 2)
            guard IntObject.isInstance(position) else {
                throw raise(.typeError, "third item of state must be an integer, got \(position.type.name)")
            }
            let number = try Index.size(position)
            if number < 0 { throw raise(.valueError, "position value cannot be negative") }
            layout.pointee.position = number
            try StreamState.restore(self, TupleObject.item(state, 3), "fourth")
            return .none
        })
    }
}
