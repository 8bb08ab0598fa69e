// The type memoryview.

import CPythonABI
import Glibc
import Numerics

enum MemoryViewType {
    static func describe(_ type: TypeBuilder) {
        type.doc("Create a new memoryview object which references the given object.", signature: "(object)")
        type.type.pointee.tp_dealloc = MemoryViewObject.deallocate
        type.type.pointee.tp_traverse = MemoryViewObject.traverse
        Buffers.export(type.type, MemoryViewObject.getBuffer, MemoryViewObject.releaseBuffer)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try newParameters.call(arguments, "memoryview") { (all) throws(Raised) -> Ref in try MemoryViewObject.make(all[0]) }
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            StrObject.make("<\(MemoryViewObject.isReleased(self) ? "released memory" : "memory") at \(Repr.address(self))>")
        }
        type.slots.hash = hash
        type.slots.compare = MemoryViewCompare.compare
        type.slots.iter = MemoryViewIterator.make
        type.slots.length = length
        type.slots.sequenceLength = length
        type.slots.item = { (self, index) throws(Raised) -> Ref in try MemoryViewSubscript.item(self, index) }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try MemoryViewSubscript.get(self, key) }
        type.slots.storeSubscript = { (self, key, value) throws(Raised) -> Void in try MemoryViewSubscript.set(self, key, value) }
        describeMethods(type)
        describeAttributes(type)
    }
    nonisolated(unsafe) private static let newParameters = BoundParameters("(object)")
    nonisolated(unsafe) private static let castParameters = BoundParameters("(format, shape)")

    private static let length: LengthSlot = { (self) throws(Raised) -> Int in
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        return view.pointee.ndim == 0 ? 1 : view.pointee.shape[0]
    }
    private static let hash: HashSlot = { (self) throws(Raised) -> Int in
        let head = MemoryViewObject.head(self)
        if head.pointee.hash != -1 { return head.pointee.hash }
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        if view.pointee.readonly == 0 { throw raise(.valueError, "cannot hash writable memoryview object") }
        let code = MemoryItem.code(view.pointee.format)
        if code != 66 && code != 98 && code != 99 {
            throw raise(.valueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        }
        if let exporter = view.pointee.obj { _ = try Hash.of(Value(exporter)) }
        let bytes = try MemoryViewObject.bytes(self)
        head.pointee.hash = BytesObject.hash(bytes.value)
        return head.pointee.hash
    }

    // MARK: Methods

    private static func describeMethods(_ type: TypeBuilder) {
        type.method("release", .noArguments { (self) throws(Raised) -> Ref in
            try MemoryViewObject.release(self)
            return .none
        }, "($self, /)", doc: "Release the underlying buffer exposed by the memoryview object.")
        type.method("tobytes", .bound { (self, arguments) throws(Raised) -> Ref in
            var fortran = false
            let order = arguments[0]
            if !order.isNull && !order.isNone {
                guard StrObject.isInstance(order) else { throw TextArguments.wrongType("tobytes", named: "order", "str or None", order) }
                if StrObject.equals(order, "F") { fortran = true } else if StrObject.equals(order, "A") {
                    let flags = MemoryViewObject.head(self).pointee.flags
                    fortran = flags & MemoryViewObject.fContiguous != 0 && flags & MemoryViewObject.cContiguous == 0
                } else if !StrObject.equals(order, "C") {
                    throw raise(.valueError, "order must be 'C', 'F' or 'A'")
                }
            }
            return try MemoryViewObject.bytes(self, fortran: fortran)
        }, "($self, /, order='C')", doc: """
            Return the data in the buffer as a byte string.

            Order can be {'C', 'F', 'A'}. When order is 'C' or 'F', the data of the
            original array is converted to C or Fortran order. For contiguous views,
            'A' returns an exact copy of the physical memory. In particular, in-memory
            Fortran order is preserved. For non-contiguous views, the data is converted
            to C first. order=None is the same as order='C'.
            """)
        type.method("hex", .bound { (self, arguments) throws(Raised) -> Ref in
            let bytes = try MemoryViewObject.bytes(self)
            return try ByteHex.hex(ByteText(bytes.value), arguments[0], arguments[1])
        }, "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", doc: """
            Return the data in the buffer as a str of hexadecimal numbers.

              sep
                An optional single character or byte to separate hex bytes.
              bytes_per_sep
                How many bytes between separators.  Positive values count from the
                right, negative values count from the left.

            Example:
            >>> value = memoryview(b'\\xb9\\x01\\xef')
            >>> value.hex()
            'b901ef'
            >>> value.hex(':')
            'b9:01:ef'
            >>> value.hex(':', 2)
            'b9:01ef'
            >>> value.hex(':', -2)
            'b901:ef'
            """)
        type.method("tolist", .noArguments { (self) throws(Raised) -> Ref in
            try MemoryViewObject.checkReleased(self)
            let view = MemoryViewObject.buffer(self)
            let code = try MemoryItem.supported(view)
            return try list(view, view.pointee.buf ?? UnsafeMutableRawPointer(ByteArrayObject.nothing), 0, code)
        }, "($self, /)", doc: "Return the data in the buffer as a list of elements.")
        type.method("cast", .bound(MemoryViewCast.cast), "($self, /, format, shape=<unrepresentable>)",
            doc: "Cast a memoryview to a new format or shape.")
        type.method("toreadonly", .noArguments { (self) throws(Raised) -> Ref in
            try MemoryViewObject.checkReleased(self)
            let view = MemoryViewObject.buffer(self)
            let result = MemoryViewObject.derived(self, like: view, dimensions: Int(view.pointee.ndim))
            MemoryViewObject.buffer(result.value).pointee.readonly = 1
            return result
        }, "($self, /)", doc: "Return a readonly version of the memoryview.")
        type.method("__enter__", .noArguments { (self) throws(Raised) -> Ref in
            try MemoryViewObject.checkReleased(self)
            return Ref(self)
        })
        type.method("__exit__", .parsed(named: true, minimum: 0, maximum: .max) { (self, _) throws(Raised) -> Ref in
            try MemoryViewObject.release(self)
            return .none
        })
    }
    private static func list(_ view: UnsafeMutablePointer<Py_buffer>, _ memory: UnsafeMutableRawPointer, _ axis: Int, _ code: UInt8) throws(Raised) -> Ref {
        if axis == Int(view.pointee.ndim) { return try MemoryItem.unpack(memory, code) }
        let count = view.pointee.shape[axis]
        let result = try ListObject.make(capacity: max(count, 0))
        for index in 0..<max(count, 0) {
            let item = try list(view, BufferItems.advance(view, memory, axis, index), axis + 1, code)
            try ListObject.append(result.value, item.value)
        }
        return result
    }

    // MARK: Attributes

    private static func describeAttributes(_ type: TypeBuilder) {
        func attribute(_ name: StaticString, _ doc: StaticString, _ get: @escaping (Value, UnsafeMutablePointer<Py_buffer>) throws(Raised) -> Ref) {
            type.getter(name, doc: doc) { (self) throws(Raised) -> Ref in
                try MemoryViewObject.checkReleased(self)
                return try get(self, MemoryViewObject.buffer(self))
            }
        }
        func numbers(_ words: UnsafeMutablePointer<Int>?, _ count: Int) -> Ref {
            guard let words else { return TupleObject.empty }
            let tuple = TupleObject.allocateSmall(count)
            for index in 0..<count { TupleObject.store(tuple.value, index, IntObject.make(words[index])) }
            return tuple
        }
        func flag(_ name: StaticString, _ doc: StaticString, _ bits: Int32) {
            attribute(name, doc) { (self, _) throws(Raised) -> Ref in .bool(MemoryViewObject.head(self).pointee.flags & bits != 0) }
        }
        attribute("obj", "The underlying object of the memoryview.") { (_, view) throws(Raised) -> Ref in
            view.pointee.obj.map { Ref(Value($0)) } ?? .none
        }
        attribute("nbytes", "The amount of space in bytes that the array would use in\n a contiguous representation.") { (_, view) throws(Raised) -> Ref in
            IntObject.make(view.pointee.len)
        }
        attribute("readonly", "A bool indicating whether the memory is read only.") { (_, view) throws(Raised) -> Ref in .bool(view.pointee.readonly != 0) }
        attribute("itemsize", "The size in bytes of each element of the memoryview.") { (_, view) throws(Raised) -> Ref in IntObject.make(view.pointee.itemsize) }
        attribute("format", "A string containing the format (in struct module style)\n for each element in the view.") { (_, view) throws(Raised) -> Ref in
            StrObject.make(MemoryItem.text(view.pointee.format))
        }
        attribute("ndim", "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.") { (_, view) throws(Raised) -> Ref in
            IntObject.make(Int(view.pointee.ndim))
        }
        attribute("shape", "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.") { (_, view) throws(Raised) -> Ref in
            numbers(view.pointee.shape, Int(view.pointee.ndim))
        }
        attribute("strides", "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.") { (_, view) throws(Raised) -> Ref in
            numbers(view.pointee.strides, Int(view.pointee.ndim))
        }
        attribute("suboffsets", "A tuple of integers used internally for PIL-style arrays.") { (_, view) throws(Raised) -> Ref in
            numbers(view.pointee.suboffsets, Int(view.pointee.ndim))
        }
        flag("c_contiguous", "A bool indicating whether the memory is C contiguous.", MemoryViewObject.cContiguous)
        flag("f_contiguous", "A bool indicating whether the memory is Fortran contiguous.", MemoryViewObject.fContiguous)
        flag("contiguous", "A bool indicating whether the memory is contiguous.", MemoryViewObject.cContiguous | MemoryViewObject.fContiguous)
    }
}

/// cast(format[, shape])
enum MemoryViewCast {
    static func cast(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (format, shape) = (arguments[0], arguments[1])
        if !StrObject.isInstance(format) { throw TextArguments.wrongType("cast", named: "format", "str", format) }
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        if MemoryViewObject.head(self).pointee.flags & MemoryViewObject.cContiguous == 0 {
            throw raise(.typeError, "memoryview: casts are restricted to C-contiguous views")
        }
        let dimensions = Int(view.pointee.ndim)
        if (!shape.isNull || dimensions != 1) && hasZero(view) {
            throw raise(.typeError, "memoryview: cannot cast view with zeros in shape or strides")
        }
        var count = 1
        if !shape.isNull {
            guard ListObject.isInstance(shape) || TupleObject.isInstance(shape) else { throw raise(.typeError, "shape must be a list or a tuple") }
            count = ListObject.isInstance(shape) ? ListObject.count(shape) : TupleObject.count(shape)
            if count > Int(PyBUF_MAX_NDIM) { throw raise(.valueError, "memoryview: number of dimensions must not exceed 64") }
            if dimensions != 1 && count != 1 { throw raise(.typeError, "memoryview: cast must be 1D -> ND or ND -> 1D") }
        }
        // To one dimension first, which is where the format changes.
        let text = StrSpan(format)
        var code: UInt32 = 0
        if text.count == 1 { code = text[0] } else if text.count == 2 && text[0] == 64 { code = text[1] }
        let itemSize = code < 128 ? MemoryItem.size(UInt8(truncatingIfNeeded: code)) : 0
        if itemSize == 0 {
            throw raise(.valueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'")
        }
        // Of any format to bytes.
        let from = MemoryItem.code(view.pointee.format)
        func isByte(_ code: UInt8) -> Bool { code == 66 || code == 98 || code == 99 }
        if !isByte(from) && !isByte(UInt8(code)) { throw raise(.typeError, "memoryview: cannot cast between two non-byte formats") }
        if view.pointee.len % itemSize != 0 { throw raise(.typeError, "memoryview: length is not a multiple of itemsize") }
        let result = MemoryViewObject.derived(self, like: view, dimensions: shape.isNull ? 1 : count)
        let target = MemoryViewObject.buffer(result.value)
        target.pointee.itemsize = itemSize
        target.pointee.format = formatText(UInt8(code), at: text.count == 2)
        if shape.isNull {
            target.pointee.shape[0] = view.pointee.len / itemSize
        } else {
            var total = itemSize
            for index in 0..<count {
                let item = ListObject.isInstance(shape) ? ListObject.item(shape, index) : TupleObject.item(shape, index)
                guard IntObject.isInstance(item) else { throw raise(.typeError, "memoryview.cast(): elements of shape must be integers") }
                if IntView(item).int == nil { throw raise(.overflowError, "Python int too large to convert to C ssize_t") }
                guard let length = IntView(item).int, length > 0 else { throw raise(.valueError, "memoryview.cast(): elements of shape must be integers > 0") }
                if total > Int.max / length { throw raise(.valueError, "memoryview.cast(): product(shape) > SSIZE_MAX") }
                target.pointee.shape[index] = length
                total *= length
            }
            if total != view.pointee.len { throw raise(.typeError, "memoryview: product(shape) * itemsize != buffer size") }
        }
        target.pointee.suboffsets = nil
        MemoryViewObject.setStrides(result.value)
        MemoryViewObject.setFlags(result.value)
        return result
    }
    private static func hasZero(_ view: UnsafeMutablePointer<Py_buffer>) -> Bool {
        for index in 0..<Int(view.pointee.ndim) where view.pointee.shape[index] == 0 || view.pointee.strides[index] == 0 { return true }
        return false
    }
    /// Format texts live for ever: there are few.
    nonisolated(unsafe) private static let texts: UnsafeMutablePointer<CChar> = {
        let table = UnsafeMutablePointer<CChar>.allocate(capacity: 128 * 4)
        for code in 0..<128 {
            table[code * 4] = 64
            table[code * 4 + 1] = CChar(code)
            table[code * 4 + 2] = 0
        }
        return table
    }()
    private static func formatText(_ code: UInt8, at: Bool) -> UnsafeMutablePointer<CChar> { texts + Int(code & 127) * 4 + (at ? 0 : 1) }
}

enum MemoryViewCompare {
    static let compare: CompareSlot = { (a, b, operation) throws(Raised) -> Ref in
        if operation != .equal && operation != .notEqual { return .notImplemented }
        let equal = try isEqual(a, b)
        guard let equal else { return .notImplemented }
        return .bool(equal == (operation == .equal))
    }
    /// Nil if the other object has no buffer.
    private static func isEqual(_ a: Value, _ b: Value) throws(Raised) -> Bool? {
        if MemoryViewObject.isReleased(a) { return a === b }
        if MemoryViewObject.isInstance(b) && MemoryViewObject.isReleased(b) { return a === b }
        if !Buffers.isExporter(b) { return nil }
        let other: Ref
        if MemoryViewObject.isInstance(b) { other = Ref(b) } else {
            do throws(Raised) { other = try MemoryViewObject.make(b) } catch {
                PendingException.clear()
                return nil
            }
        }
        let (x, y) = (MemoryViewObject.buffer(a), MemoryViewObject.buffer(other.value))
        if x.pointee.ndim != y.pointee.ndim { return false }
        for axis in 0..<Int(x.pointee.ndim) {
            if x.pointee.shape[axis] != y.pointee.shape[axis] { return false }
            if x.pointee.shape[axis] == 0 { return true }
        }
        let (p, q) = (MemoryItem.code(x.pointee.format), MemoryItem.code(y.pointee.format))
        let left = try MemoryViewObject.bytes(a)
        let right = try MemoryViewObject.bytes(other.value)
        if p == 0 || q == 0 {
            return try MemoryViewStructs.isEqual(x, left.value, y, right.value)
        }
        if p == q && p != 102 && p != 100 && p != 63 {
            return BytesType.holds(ByteText(left.value), ByteText(right.value), .equal)
        }
        let count = BytesObject.count(left.value) / max(MemoryItem.size(p), 1)
        for index in 0..<count {
            let first = try MemoryItem.unpack(BytesObject.data(left.value) + index * MemoryItem.size(p), p)
            let second = try MemoryItem.unpack(BytesObject.data(right.value) + index * MemoryItem.size(q), q)
            let result = try Compare.rich(first.value, second.value, .equal)
            if try !Truth.of(result.value) { return false }
        }
        return true
    }
}

/// Items of other formats than the native single characters are read with the module `struct`.
enum MemoryViewStructs {
    /// `unpack_from` of a `struct.Struct`; null if the module does not know the format.
    private static func reader(_ view: UnsafeMutablePointer<Py_buffer>) throws(Raised) -> Ref {
        let module = try InterpreterHooks.importModule("struct")
        let problem = try Attributes.get(module.value, "error")
        let format = StrObject.make(MemoryItem.text(view.pointee.format))
        do throws(Raised) {
            let made = try Call.method(module.value, Names.plain("Struct"), format.value)
            return try Attributes.get(made.value, "unpack_from")
        } catch {
            guard Classes.isType(problem.value), PendingException.clear(Classes.type(problem.value)) else { throw error }
            return .null
        }
    }
    /// As `==`, but that a NaN in a tuple of fields is no other NaN: immediates have no identity to go by.
    private static func areEqual(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        guard TupleObject.isExact(a), TupleObject.isExact(b), TupleObject.count(a) == TupleObject.count(b) else { return try Compare.equal(a, b) }
        for index in 0..<TupleObject.count(a) {
            let result = try Compare.rich(TupleObject.item(a, index), TupleObject.item(b, index), .equal)
            if try !Truth.of(result.value) { return false }
        }
        return true
    }
    /// Whether the items of two rows of bytes, in C order, are equal. Formats that the module does not know are not.
    static func isEqual(_ x: UnsafeMutablePointer<Py_buffer>, _ left: Value, _ y: UnsafeMutablePointer<Py_buffer>, _ right: Value) throws(Raised) -> Bool {
        let (first, second) = (x.pointee.itemsize, y.pointee.itemsize)
        let read = try reader(x)
        let readOther = try reader(y)
        if read.isNull || readOther.isNull { return false }
        var count = 1
        for axis in 0..<Int(x.pointee.ndim) { count &*= x.pointee.shape[axis] }
        for index in 0..<max(count, 0) {
            let a = try Call.call(read.value, left, Value(smallInt: index * first))
            let b = try Call.call(readOther.value, right, Value(smallInt: index * second))
            if try !areEqual(a.value, b.value) { return false }
        }
        return true
    }
}

enum MemoryViewIterator {
    // Index at +16, the view at +24 (null when exhausted), length at +32, format at +40.
    static let make: UnarySlot = { (self) throws(Raised) -> Ref in
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        if view.pointee.ndim == 0 { throw raise(.typeError, "invalid indexing of 0-dim memory") }
        _ = try MemoryItem.supported(view)
        if view.pointee.ndim != 1 { throw raise(.notImplementedError, "multi-dimensional sub-views are not implemented") }
        let object = ObjectMemory.newCollected(_PyMemoryIter_TypePointer(), as: PyObject.self, size: 48)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        words[2] = Value(bits: 0)
        self.retain()
        words[3] = self
        words[4] = Value(bits: UInt64(view.pointee.shape[0]))
        words[5] = Value(bits: 0)
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    static func describe(_ type: TypeBuilder) {
        ByteIterator.describeIterator(type)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)[3].release()
            ObjectMemory.freeCollected(object, size: 48)
        }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            if words[3].isNull { return .null }
            if words[2].bits < words[4].bits {
                let index = Int(words[2].bits)
                words[2] = Value(bits: words[2].bits &+ 1)
                return try MemoryViewSubscript.item(words[3], index)
            }
            let view = words[3]
            words[3] = .null
            view.release()
            return .null
        }
    }
}
