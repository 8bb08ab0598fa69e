// The type bytearray. What it shares with bytes is in `BytesType.describeShared`.

import CPythonABI
import Glibc

enum ByteArrayType {
    static func describe(_ type: TypeBuilder) {
        type.doc("""
            bytearray(iterable_of_ints) -> bytearray
            bytearray(string, encoding[, errors]) -> bytearray
            bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
            bytearray(int) -> bytes array of size given by the parameter initialized with null bytes
            bytearray() -> empty bytes array

            Construct a mutable bytearray object from:
              - an iterable yielding integers in range(256)
              - a text string encoded using the specified encoding
              - a bytes or a buffer object
              - any object implementing the buffer API.
              - an integer
            """)
        type.type.pointee.tp_dealloc = ByteArrayObject.deallocate
        Buffers.export(type.type, { object, view, flags in
            guard let object, let view else { return -1 }
            let value = Value(object)
            let result = Buffers.fill(view, object, UnsafeMutableRawPointer(ByteArrayObject.data(value)), ByteArrayObject.count(value), readOnly: false, flags)
            if result == 0 { ByteArrayObject.head(value).pointee.ob_exports += 1 }
            return result
        }, { object, _ in
            if let object { ByteArrayObject.head(Value(object)).pointee.ob_exports -= 1 }
        })
        type.unhashable()
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try ByteArrayObject.make(type) }
        type.slots.initialize = initialize
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let name = self.type.name
            if name == "bytearray" { return try ByteHex.repr(ByteText(self), prefix: "bytearray(", suffix: ")", escapesSingle: true) }
            let inner = try ByteHex.repr(ByteText(self), escapesSingle: true)
            return StrObject.make("\(name)(\(text(inner.value)))")
        }
        type.slots.str = { (self) throws(Raised) -> Ref in
            try BytesWarnings.conversion("bytearray")
            return try Repr.of(self)
        }
        type.slots.compare = compare
        type.slots.iter = { (self) throws(Raised) -> Ref in try ByteIterator.make(self) }
        type.slots.concat = BytesType.concat
        type.slots.repeat = BytesType.repeated
        type.slots.inPlaceConcat = { (self, other) throws(Raised) -> Ref in
            if !Buffers.isExporter(other) { throw raise(.typeError, "can't concat \(other.type.name) to \(self.type.name)") }
            if self === other {
                let count = ByteArrayObject.count(self)
                try ByteArrayObject.setCount(self, count * 2)
                copyBytes(ByteArrayObject.data(self) + count, ByteArrayObject.data(self), count)
                return Ref(self)
            }
            let view = try BytesView(other)
            let count = ByteArrayObject.count(self)
            let (total, overflow) = count.addingReportingOverflow(view.count)
            if overflow { throw raise(.memoryError, argument: .null) }
            try ByteArrayObject.setCount(self, total)
            copyBytes(ByteArrayObject.data(self) + count, view.bytes, view.count)
            return Ref(self)
        }
        type.slots.inPlaceRepeat = { (self, times) throws(Raised) -> Ref in
            let count = ByteArrayObject.count(self)
            let (total, overflow) = count.multipliedReportingOverflow(by: max(times, 0))
            if overflow { throw raise(.memoryError, argument: .null) }
            try ByteArrayObject.setCount(self, total)
            let data = ByteArrayObject.data(self)
            if total > count && count > 0 { BytesType.fill(data, total, ByteText(UnsafePointer(data), count)) }
            return Ref(self)
        }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in ByteArrayObject.count(self) }
        type.slots.length = type.slots.sequenceLength
        type.slots.contains = { (self, item) throws(Raised) -> Bool in try ByteSearch.contains(self, item) }
        type.slots.item = { (self, index) throws(Raised) -> Ref in
            if index < 0 || index >= ByteArrayObject.count(self) { throw raise(.indexError, "bytearray index out of range") }
            return Ref(owned: Value(smallInt: Int(ByteArrayObject.data(self)[index])))
        }
        type.slots.storeItem = { (self, index, item) throws(Raised) -> Void in try store(self, index, item) }
        type.slots.subscript = BytesType.subscription
        type.slots.storeSubscript = storeSubscript
        type.slots.binary[BinaryOperation.modulo.rawValue] = { (self, arguments) throws(Raised) -> Ref in
            if !ByteArrayObject.isInstance(self) { return .notImplemented }
            // Held still: formatting may run code that changes the array.
            let copy = try BytesObject.make(UnsafePointer(ByteArrayObject.data(self)), ByteArrayObject.count(self))
            let result = try PercentFormat.format(bytes: copy.value, arguments)
            return try ByteArrayObject.make(UnsafePointer(BytesObject.data(result.value)), BytesObject.count(result.value))
        }
        BytesType.describeShared(type)
        ByteArrayMethods.describe(type)
    }

    static let compare: CompareSlot = { (a, b, operation) throws(Raised) -> Ref in
        guard Buffers.isExporter(a), Buffers.isExporter(b) else {
            if Py_BytesWarningFlag != 0 && (operation == .equal || operation == .notEqual) { try BytesWarnings.comparison(a, b) }
            return .notImplemented
        }
        do throws(Raised) {
            let left = try BytesView(a)
            let right = try BytesView(b)
            return .bool(BytesType.holds(ByteText(left.bytes, left.count), ByteText(right.bytes, right.count), operation))
        } catch {
            PendingException.clear()
            return .notImplemented
        }
    }

    static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        let source = try ByteSource.arguments(arguments, "bytearray")
        if ByteArrayObject.count(self) != 0 { try ByteArrayObject.setCount(self, 0) }
        let value = source.value
        if value.isNull { return try source.checkAlone() }
        if StrObject.isInstance(value) {
            if source.encoding.isNull { throw raise(.typeError, "string argument without an encoding") }
            let bytes = try Codecs.encode(value, source.encoding, source.errors)
            return try ByteArrayObject.replace(self, 0, ByteArrayObject.count(self), UnsafePointer(BytesObject.data(bytes.value)), BytesObject.count(bytes.value))
        }
        if !source.encoding.isNull { throw raise(.typeError, "encoding without a string argument") }
        if !source.errors.isNull { throw raise(.typeError, "errors without a string argument") }
        if Index.isIndex(value), let count = try ByteSource.length(value) {
            if count < 0 { throw raise(.valueError, "negative count") }
            try ByteArrayObject.setCount(self, count)
            if count > 0 { fillBytes(ByteArrayObject.data(self), 0, count) }
            return
        }
        if Buffers.isExporter(value) {
            let bytes = try ByteSource.contiguous(value)
            return try ByteArrayObject.replace(self, 0, ByteArrayObject.count(self), UnsafePointer(BytesObject.data(bytes.value)), BytesObject.count(bytes.value))
        }
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(value) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "cannot convert '\(value.type.name)' object to bytearray")
        }
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return }
            let byte = try byte(item.value)
            try append(self, byte)
        }
    }
    /// A byte to be stored.
    static func byte(_ value: Value) throws(Raised) -> UInt8 {
        if value.isSmallInt && value.smallInt >= 0 && value.smallInt < 256 { return UInt8(truncatingIfNeeded: value.smallInt) }
        return try ByteNeedle.byte(value)
    }
    static func append(_ self: Value, _ byte: UInt8) throws(Raised) {
        let count = ByteArrayObject.count(self)
        try ByteArrayObject.setCount(self, count &+ 1)
        ByteArrayObject.data(self)[count] = byte
    }

    private static func store(_ self: Value, _ index: Int, _ item: Value) throws(Raised) {
        if index < 0 || index >= ByteArrayObject.count(self) { throw raise(.indexError, "bytearray index out of range") }
        if item.isNull { return try ByteArrayObject.replace(self, index, index &+ 1, nil, 0) }
        let byte = try byte(item)
        // `__index__` may have changed the size.
        if index >= ByteArrayObject.count(self) { throw raise(.indexError, "bytearray index out of range") }
        ByteArrayObject.data(self)[index] = byte
    }

    static let storeSubscript: StoreSlot = { (self, key, item) throws(Raised) -> Void in
        if TextSlice.isSlice(key) {
            var slice = try TextSlice(key)
            if item.isNull {
                slice.fit(ByteArrayObject.count(self))
                return try delete(self, slice)
            }
            // Anything but a bytearray that is not this one becomes one first.
            if !ByteArrayObject.isInstance(item) || item === self {
                if IntObject.isInstance(item) || StrObject.isInstance(item) || (!Buffers.isExporter(item) && item.record.pointee.iter == nil && !Sequences.isSequence(item)) {
                    throw raise(.typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
                }
                let copy = try Call.call(PyByteArray_TypePointer().value, item)
                slice.fit(ByteArrayObject.count(self))
                return try assign(self, slice, copy.value)
            }
            slice.fit(ByteArrayObject.count(self))
            return try assign(self, slice, item)
        }
        guard key.isSmallInt || Index.isIndex(key) else {
            throw raise(.typeError, "bytearray indices must be integers or slices, not \(key.type.name)")
        }
        var index = try Index.of(key)
        if index < 0 { index &+= ByteArrayObject.count(self) }
        try store(self, index, item)
    }
    private static func assign(_ self: Value, _ slice: TextSlice, _ other: Value) throws(Raised) {
        let count = ByteArrayObject.count(other)
        let source = UnsafePointer(ByteArrayObject.data(other))
        if slice.step == 1 {
            let end = max(slice.start, slice.stop)
            return try ByteArrayObject.replace(self, slice.start, end, source, count)
        }
        if count == 0 { return try delete(self, slice) }
        if count != slice.count {
            throw raise(.valueError, "attempt to assign bytes of size \(count) to extended slice of size \(slice.count)")
        }
        let data = ByteArrayObject.data(self)
        var position = slice.start
        for index in 0..<count {
            data[position] = source[index]
            position &+= slice.step
        }
    }
    private static func delete(_ self: Value, _ slice: TextSlice) throws(Raised) {
        if slice.count == 0 { return }
        if slice.step == 1 { return try ByteArrayObject.replace(self, slice.start, slice.stop, nil, 0) }
        try ByteArrayObject.checkResizable(self)
        var (first, step) = (slice.start, slice.step)
        if step < 0 {
            first = slice.start &+ step &* (slice.count &- 1)
            step = 0 &- step
        }
        let data = ByteArrayObject.data(self)
        let count = ByteArrayObject.count(self)
        var target = first
        var next = first
        var removed = 0
        for index in first..<count {
            if index == next && removed < slice.count {
                removed &+= 1
                next &+= step
            } else {
                data[target] = data[index]
                target &+= 1
            }
        }
        try ByteArrayObject.setCount(self, count &- removed)
    }
}
