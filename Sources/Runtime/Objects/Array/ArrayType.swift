// The type array.array: slots.

import CPythonABI
import Glibc

enum ArrayType {
    static func make() -> TypePointer {
        NativeType.make(
            "array.array", base: PyBaseObject_TypePointer(), size: 64, flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_SEQUENCE) { type in
            type.type.pointee.tp_weaklistoffset = 48
            type.doc(ArrayDocs.type)
            describeMemory(type)
            describeSlots(type)
            ArrayMethods.describe(type)
        }
    }
    static func makeIterator() -> TypePointer {
        NativeType.make("array.arrayiterator", base: PyBaseObject_TypePointer(), size: 32, flags: Py_TPFLAGS_HAVE_GC) { type in
            IndexedIterator.describe(type)
            type.type.pointee.tp_dealloc = { object in
                guard let object else { return }
                Collector.untrack(object)
                IndexedIterator.layout(Value(object)).pointee.container.release()
                ObjectMemory.freeCollected(object, size: 32)
            }
            type.slots.next = { (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self)
                let array = layout.pointee.container
                if array.isNull { return .null }
                let index = layout.pointee.index
                if index < ArrayObject.count(array) {
                    layout.pointee.index = index &+ 1
                    return ArrayObject.item(array, index)
                }
                IndexedIterator.exhaust(self)
                return .null
            }
            type.method(
                "__reduce__",
                .noArguments({ (self) throws(Raised) -> Ref in
                    let layout = IndexedIterator.layout(self).pointee
                    if layout.container.isNull { return try IteratorReduction.exhausted() }
                    return try IteratorReduction.make("iter", layout.container, state: layout.index)
                }), doc: IndexedIterator.reduceDoc)
            type.method(
                "__setstate__",
                .one({ (self, state) throws(Raised) -> Ref in
                    let index = try IndexedIterator.state(state)
                    let layout = IndexedIterator.layout(self)
                    if !layout.pointee.container.isNull { layout.pointee.index = max(0, min(index, ArrayObject.count(layout.pointee.container))) }
                    return .none
                }), doc: IndexedIterator.setstateDoc)
        }
    }

    private static func describeMemory(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let array = Value(object)
            if ArrayObject.layout(array).pointee.weakReferences != nil { WeakReferences.clear(object) }
            free(ArrayObject.layout(array).pointee.items)
            if object.pointee.ob_type == ArrayObject.type {
                ObjectMemory.free(object, size: 64)
            } else {
                freeInstance(object)
            }
        }
        Buffers.export(
            type.type,
            { object, view, flags in
                guard let object, let view else { return -1 }
                let array = Value(object)
                let code = ArrayObject.code(array)
                let items = ArrayObject.layout(array).pointee.items ?? ArrayType.nothing
                if Buffers.fill(view, object, items, ArrayObject.count(array) * code.size, readOnly: false, flags) != 0 { return -1 }
                view.pointee.itemsize = code.size
                view.pointee.format = flags & 4 != 0 ? ArrayType.format(code) : nil
                // One shape word, owned by the view until it is released.
                if flags & 8 != 0 {
                    let shape = UnsafeMutablePointer<Int>.allocate(capacity: 1)
                    shape.pointee = ArrayObject.count(array)
                    view.pointee.shape = shape
                    view.pointee.internal = UnsafeMutableRawPointer(shape)
                }
                ArrayObject.layout(array).pointee.exports += 1
                return 0
            },
            { object, view in
                guard let object else { return }
                ArrayObject.layout(Value(object)).pointee.exports -= 1
                if let shape = view?.pointee.internal {
                    shape.assumingMemoryBound(to: Int.self).deallocate()
                    view?.pointee.internal = nil
                }
            })
    }
    nonisolated(unsafe) private static let nothing = UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8)
    /// The format as a C string.
    private static func format(_ code: TypeCode) -> UnsafeMutablePointer<CChar> { formats + Int(code.bufferFormat) * 2 }
    nonisolated(unsafe) private static let formats: UnsafeMutablePointer<CChar> = {
        let table = UnsafeMutablePointer<CChar>.allocate(capacity: 256)
        for code in 0..<128 {
            table[code * 2] = CChar(code)
            table[code * 2 + 1] = 0
        }
        return table
    }()

    private static func describeSlots(_ type: TypeBuilder) {
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments) }
        type.unhashable()
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard ArrayObject.isInstance(a), ArrayObject.isInstance(b) else { return .notImplemented }
            return try compare(a, b, operation)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in IndexedIterator.make(ArrayObject.iteratorType, self, index: 0) }
        type.slots.length = { (self) throws(Raised) -> Int in ArrayObject.count(self) }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in ArrayObject.count(self) }
        type.slots.item = { (self, index) throws(Raised) -> Ref in
            guard index >= 0 && index < ArrayObject.count(self) else { throw raise(.indexError, "array index out of range") }
            return ArrayObject.item(self, index)
        }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try ArrayType.subscript(self, key) }
        type.slots.storeSubscript = { (self, key, value) throws(Raised) -> Void in try store(self, key, value) }
        type.slots.contains = { (self, value) throws(Raised) -> Bool in try ArrayMethods.find(self, value, 0, Int.max) >= 0 }
        type.slots.concat = { (a, b) throws(Raised) -> Ref in
            guard ArrayObject.isInstance(b) else { throw raise(.typeError, "can only append array (not \"\(b.type.fullName)\") to array") }
            let code = ArrayObject.code(a)
            guard code == ArrayObject.code(b) else { throw raise(.typeError, "bad argument type for built-in operation") }
            let (m, n) = (ArrayObject.count(a), ArrayObject.count(b))
            let result = try ArrayObject.make(ArrayObject.type, code, count: m + n)
            if m > 0 { copyBytes(ArrayObject.bytes(result.value), ArrayObject.bytes(a), m * code.size) }
            if n > 0 { copyBytes(ArrayObject.bytes(result.value) + m * code.size, ArrayObject.bytes(b), n * code.size) }
            return result
        }
        type.slots.repeat = { (self, times) throws(Raised) -> Ref in
            let result = try copy(self, 0, ArrayObject.count(self))
            try repeatInPlace(result.value, times)
            return result
        }
        type.slots.inPlaceConcat = { (self, other) throws(Raised) -> Ref in
            guard ArrayObject.isInstance(other) else {
                throw raise(.typeError, "can only extend array with array (not \"\(other.type.fullName)\")")
            }
            try ArrayMethods.extend(self, other)
            return Ref(self)
        }
        type.slots.inPlaceRepeat = { (self, times) throws(Raised) -> Ref in
            try repeatInPlace(self, times)
            return Ref(self)
        }
    }

    // MARK: Making

    private static func new(_ type: TypePointer, _ arguments: Arguments) throws(Raised) -> Ref {
        try ConstructorKeywords.reject(arguments, type, builtin: ArrayObject.type, "array.array")
        if arguments.count < 1 { throw raise(.typeError, "array() takes at least 1 argument (0 given)") }
        if arguments.count > 2 { throw raise(.typeError, "array() takes at most 2 arguments (\(arguments.count) given)") }
        guard StrObject.isInstance(arguments[0]), StrObject.length(arguments[0]) == 1 else {
            throw raise(.typeError, "array() argument 1 must be a unicode character, not \(arguments[0].type.fullName)")
        }
        let letter = StrObject.character(arguments[0], 0)
        let source = arguments[1]
        try Audit.event("array.__new__", arguments[0], source.isNull ? .none : source)
        if arguments.count > 1 && letter != 117 {
            if StrObject.isInstance(source) {
                throw raise(.typeError, "cannot use a str to initialize an array with typecode '\(text(arguments[0]))'")
            }
            if ArrayObject.isInstance(source) && ArrayObject.code(source) == .character {
                throw raise(.typeError, "cannot use a unicode array to initialize an array with typecode '\(text(arguments[0]))'")
            }
        }
        let isBytes = BytesObject.isInstance(source) || ByteArrayObject.isInstance(source)
        let isText = StrObject.isInstance(source)
        let iterator = arguments.count < 2 || isBytes || isText ? Ref.null : try Iteration.iter(source)
        guard letter < 128, let code = TypeCode(rawValue: UInt8(letter)) else {
            throw raise(.valueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        }
        if arguments.count == 2 && (ListObject.isExact(source) || TupleObject.isExact(source)) {
            let items = try Iteration.tuple(source)
            let count = TupleObject.count(items.value)
            let result = try ArrayObject.make(type, code, count: count)
            for index in 0..<count { try ArrayObject.set(result.value, index, TupleObject.item(items.value, index)) }
            return result
        }
        let result = try ArrayObject.make(type, code)
        if arguments.count < 2 { return result }
        if isBytes {
            try ArrayMethods.fromBytes(result.value, source)
        } else if isText {
            try ArrayMethods.fromUnicode(result.value, source)
        } else if ArrayObject.isInstance(source) && ArrayObject.code(source) == code {
            try ArrayMethods.extend(result.value, source)
        } else {
            while true {
                let item = try Iteration.next(iterator.value)
                if item.isNull { break }
                try ArrayObject.append(result.value, item.value)
            }
        }
        return result
    }
    static func copy(_ array: Value, _ start: Int, _ stop: Int) throws(Raised) -> Ref {
        let code = ArrayObject.code(array)
        let count = max(stop - start, 0)
        let result = try ArrayObject.make(ArrayObject.type, code, count: count)
        if count > 0 { copyBytes(ArrayObject.bytes(result.value), ArrayObject.bytes(array) + start * code.size, count * code.size) }
        return result
    }
    private static func repeatInPlace(_ array: Value, _ times: Int) throws(Raised) {
        let count = ArrayObject.count(array)
        if count == 0 || times == 1 { return }
        let (total, overflow) = count.multipliedReportingOverflow(by: max(times, 0))
        if overflow { throw raise(.memoryError, argument: .null) }
        try ArrayObject.resize(array, total)
        let size = ArrayObject.code(array).size
        var done = count
        while done < total {
            let step = min(done, total - done)
            copyBytes(ArrayObject.bytes(array) + done * size, ArrayObject.bytes(array), step * size)
            done += step
        }
    }

    // MARK: Behaviour

    private static func repr(_ array: Value) throws(Raised) -> Ref {
        var writer = ReprWriter()
        let name = Classes.name(array.type)
        writer.append(str: name.value)
        writer.append("('")
        let code = ArrayObject.code(array)
        let letter = StrObject.character(UInt32(code.rawValue))
        writer.append(str: letter.value)
        writer.append("'")
        if ArrayObject.count(array) > 0 {
            writer.append(", ")
            let items = code == .character ? try ArrayMethods.toUnicode(array) : try Iteration.list(array)
            try writer.append(repr: items.value)
        }
        writer.append(")")
        return try writer.finish()
    }

    private static func compare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        let (m, n) = (ArrayObject.count(a), ArrayObject.count(b))
        if m != n && (operation == .equal || operation == .notEqual) { return .bool(operation == .notEqual) }
        let code = ArrayObject.code(a)
        if (operation == .equal || operation == .notEqual) && code == ArrayObject.code(b) && code != .float32 && code != .float64 {
            let same = m == 0 || memcmp(ArrayObject.bytes(a), ArrayObject.bytes(b), m * code.size) == 0
            return .bool(same == (operation == .equal))
        }
        var index = 0
        while index < ArrayObject.count(a) && index < ArrayObject.count(b) {
            let x = ArrayObject.item(a, index)
            let y = ArrayObject.item(b, index)
            // A NaN is equal to nothing here, not even to itself: items are no objects.
            let nan = x.value.isImmediateFloat && x.value.immediateFloat.isNaN
            let same = nan ? false : try ItemComparison.equalItems(x.value, y.value)
            if !same {
                if operation == .equal { return .bool(false) }
                if operation == .notEqual { return .bool(true) }
                return try Compare.rich(x.value, y.value, operation)
            }
            index += 1
        }
        return .bool(operation.holds(m, n))
    }

    private static func `subscript`(_ array: Value, _ key: Value) throws(Raised) -> Ref {
        if SliceObject.isInstance(key) {
            var bounds = try SliceObject.unpack(key)
            let selected = bounds.adjust(ArrayObject.count(array))
            if bounds.step == 1 { return try copy(array, bounds.start, bounds.start + selected) }
            let code = ArrayObject.code(array)
            let result = try ArrayObject.make(ArrayObject.type, code, count: selected)
            var position = bounds.start
            for index in 0..<selected {
                copyBytes(ArrayObject.bytes(result.value) + index * code.size, ArrayObject.bytes(array) + position * code.size, code.size)
                position &+= bounds.step
            }
            return result
        }
        guard Index.isIndex(key) else { throw raise(.typeError, "array indices must be integers") }
        var index = try Index.of(key)
        if index < 0 { index &+= ArrayObject.count(array) }
        guard index >= 0 && index < ArrayObject.count(array) else { throw raise(.indexError, "array index out of range") }
        return ArrayObject.item(array, index)
    }

    private static func store(_ array: Value, _ key: Value, _ value: Value) throws(Raised) {
        if !SliceObject.isInstance(key) {
            guard Index.isIndex(key) else { throw raise(.typeError, "array indices must be integers") }
            var index = try Index.of(key)
            if index < 0 { index &+= ArrayObject.count(array) }
            guard index >= 0 && index < ArrayObject.count(array) else { throw raise(.indexError, "array assignment index out of range") }
            if value.isNull { return try ArrayObject.replace(array, index, index + 1, room: 0) }
            return try ArrayObject.set(array, index, value)
        }
        var bounds = try SliceObject.unpack(key)
        let selected = bounds.adjust(ArrayObject.count(array))
        let code = ArrayObject.code(array)
        let size = code.size
        var source = Ref.null
        if !value.isNull {
            guard ArrayObject.isInstance(value) else {
                throw raise(.typeError, "can only assign array (not \"\(value.type.fullName)\") to array slice")
            }
            guard ArrayObject.code(value) == code else { throw raise(.typeError, "bad argument type for built-in operation") }
            source = value === array ? try copy(value, 0, ArrayObject.count(value)) : Ref(value)
        }
        let extra = source.isNull ? 0 : ArrayObject.count(source.value)
        if bounds.step == 1 {
            try ArrayObject.replace(array, bounds.start, bounds.start + selected, room: extra)
            if extra > 0 { copyBytes(ArrayObject.bytes(array) + bounds.start * size, ArrayObject.bytes(source.value), extra * size) }
            return
        }
        if source.isNull {
            if selected == 0 { return }
            if ArrayObject.layout(array).pointee.exports > 0 { throw raise(.bufferError, "cannot resize an array that is exporting buffers") }
            let (start, step) = bounds.step < 0 ? (bounds.start + bounds.step * (selected - 1), -bounds.step) : (bounds.start, bounds.step)
            var (write, taken) = (start, 0)
            for read in start..<ArrayObject.count(array) {
                if taken < selected && read == start + taken * step {
                    taken += 1
                } else {
                    copyBytes(ArrayObject.bytes(array) + write * size, ArrayObject.bytes(array) + read * size, size)
                    write += 1
                }
            }
            return try ArrayObject.resize(array, write)
        }
        if extra != selected {
            throw raise(.valueError, "attempt to assign array of size \(extra) to extended slice of size \(selected)")
        }
        var position = bounds.start
        for index in 0..<selected {
            copyBytes(ArrayObject.bytes(array) + position * size, ArrayObject.bytes(source.value) + index * size, size)
            position &+= bounds.step
        }
    }
}
