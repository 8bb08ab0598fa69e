// The type Struct: a compiled format with its operations.

import CPythonABI
import Runtime

enum StructObject {
    private static let parameters = BoundParameters("(format)")
    /// Fields: size and number of values for C, which reads them there; the format (bytes), the runs, the size, the number of values,
    /// whether big-endian.
    private static let plainSize = 0
    private static let plainValues = 1
    private static let format = 2
    private static let runs = 3
    private static let size = 4
    private static let values = 5
    private static let isBig = 6

    static let type: TypePointer = FieldObject.type("_struct.Struct", fields: 7, [.subclassable, .weakReferences]) { type in
        type.type.record.pointee.plainWords = 2
        type.doc(StructDocs.Struct)
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let result = try FieldObject.make(type)
            let fields = Fields(result.value)
            fields.set(runs, ListObject.make())
            fields.setInt(size, -1)
            fields.setInt(values, -1)
            fields.setInt(isBig, 0)
            return result
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            let done = try parameters.withBound(arguments, "Struct") { (bound) throws(Raised) -> Ref in
                try compile(self, bound[0])
                return .none
            }
            _ = done.isNull
        }
        type.getter("format", doc: "struct format string", { (self) throws(Raised) -> Ref in
            let bytes = Fields(self)[format]
            if bytes.isNull { return .none }
            let ascii = StrObject.intern("ascii")
            let decode = StrObject.intern("decode")
            return try Call.method(bytes, decode.value, ascii.value)
        })
        type.getter("size", doc: "struct size in bytes", { (self) throws(Raised) -> Ref in Fields(self).hold(size) })
        type.method("pack", .raw { (self, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("Struct.pack")
            return try pack(self, arguments)
        }, StructDocs.Struct_pack)
        type.method("pack_into", .raw { (self, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("Struct.pack_into")
            return try packInto(self, arguments)
        }, StructDocs.Struct_pack_into)
        type.method("unpack", .one { (self, buffer) throws(Raised) -> Ref in try unpack(self, buffer) }, StructDocs.Struct_unpack)
        type.method("unpack_from", .bound { (self, a) throws(Raised) -> Ref in try unpackFrom(self, a[0], a[1]) }, StructDocs.Struct_unpack_from)
        type.method("iter_unpack", .one { (self, buffer) throws(Raised) -> Ref in try iterate(self, buffer) }, StructDocs.Struct_iter_unpack)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            IntObject.make(56 + 32 * (ListObject.count(Fields(self)[runs]) / StructFormat.wordsPerRun + 1))
        }, StructDocs.Struct_sizeof)
    }

    /// The format, a str or bytes, as ASCII bytes.
    private static func formatBytes(_ value: Value) throws(Raised) -> Ref {
        if BytesObject.isInstance(value) { return Ref(value) }
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "Struct() argument 1 must be a str or bytes object, not \(value.type.name)")
        }
        let ascii = StrObject.make("ascii")
        let encode = StrObject.intern("encode")
        return try Call.method(value, encode.value, ascii.value)
    }
    static func compile(_ self: Value, _ given: Value) throws(Raised) {
        let bytes = try formatBytes(given)
        let view = try BytesView(bytes.value)
        let parsed = try StructFormat.parse(view)
        let fields = Fields(self)
        fields.setPlain(plainSize, parsed.size)
        fields.setPlain(plainValues, parsed.values)
        fields.setInt(size, parsed.size)
        fields.setInt(values, parsed.values)
        fields.setInt(isBig, parsed.isBig ? 1 : 0)
        fields.set(runs, parsed.runs.value)
        fields.set(format, bytes)
    }
    private static func isNative(_ fields: Fields) -> Bool {
        let bytes = fields[format]
        if bytes.isNull || BytesObject.count(bytes) == 0 { return true }
        switch BytesObject.data(bytes)[0] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"): return false
        default: return true
        }
    }
    static func size(_ self: Value) -> Int { Fields(self).int(size) }

    // MARK: Operations

    static func pack(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let fields = Fields(self)
        guard arguments.count == fields.int(values) else {
            throw StructErrors.raise("pack expected \(fields.int(values)) items for packing (got \(arguments.count))")
        }
        let list = fields.hold(runs)
        let result = try BytesObject.allocate(fields.int(size))
        let target = try BytesView(result.value)
        for index in 0..<target.count { target.mutableBytes[index] = 0 }
        try StructPacking.pack(list.value, big: fields.int(isBig) != 0, native: isNative(fields), target, at: 0, arguments)
        return result
    }
    private static func writable(_ buffer: Value) throws(Raised) -> BytesView {
        do throws(Raised) { return try BytesView(buffer, writable: true) } catch {
            PendingException.clear()
            throw raise(.typeError, "argument must be read-write bytes-like object, not \(ArgumentTypeName.of(buffer))")
        }
    }
    static func packInto(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let fields = Fields(self)
        let count = arguments.count - 2
        guard count == fields.int(values) else {
            if arguments.count == 0 { throw StructErrors.raise("pack_into expected buffer argument") }
            if arguments.count == 1 { throw StructErrors.raise("pack_into expected offset argument") }
            throw StructErrors.raise("pack_into expected \(fields.int(values)) items for packing (got \(count))")
        }
        let target = try writable(arguments[0])
        var offset = try Index.of(arguments[1], .indexError)
        let needed = fields.int(size)
        if offset < 0 {
            if offset + needed > 0 { throw StructErrors.raise("no space to pack \(needed) bytes at offset \(offset)") }
            if offset + target.count < 0 { throw StructErrors.raise("offset \(offset) out of range for \(target.count)-byte buffer") }
            offset += target.count
        }
        if offset > target.count || target.count - offset < needed {
            throw StructErrors.raise(
                "pack_into requires a buffer of at least \(UInt(needed) &+ UInt(offset)) bytes for packing \(needed) bytes at offset \(offset) (actual buffer size is \(target.count))"
            )
        }
        for index in 0..<needed { target.mutableBytes[offset + index] = 0 }
        let list = fields.hold(runs)
        try StructPacking.pack(
            list.value, big: fields.int(isBig) != 0, native: isNative(fields), target, at: offset, arguments.dropFirst(2))
        return .none
    }
    static func unpack(_ self: Value, _ buffer: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let source = try BytesView(buffer)
        guard source.count == fields.int(size) else { throw StructErrors.raise("unpack requires a buffer of \(fields.int(size)) bytes") }
        return try StructPacking.unpack(fields[runs], values: fields.int(values), big: fields.int(isBig) != 0, source, at: 0)
    }
    static func unpackFrom(_ self: Value, _ buffer: Value, _ start: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let source = try BytesView(buffer)
        var offset = start.isNull ? 0 : try Index.size(start)
        let needed = fields.int(size)
        if offset < 0 {
            if offset + needed > 0 { throw StructErrors.raise("not enough data to unpack \(needed) bytes at offset \(offset)") }
            if offset + source.count < 0 { throw StructErrors.raise("offset \(offset) out of range for \(source.count)-byte buffer") }
            offset += source.count
        }
        if offset > source.count || source.count - offset < needed {
            throw StructErrors.raise(
                "unpack_from requires a buffer of at least \(UInt(needed) &+ UInt(offset)) bytes for unpacking \(needed) bytes at offset \(offset) (actual buffer size is \(source.count))"
            )
        }
        return try StructPacking.unpack(fields[runs], values: fields.int(values), big: fields.int(isBig) != 0, source, at: offset)
    }

    // MARK: iter_unpack

    /// Fields: the Struct, the buffer, the offset.
    private static let iterator: TypePointer = FieldObject.type("_struct.unpack_iterator", fields: 3, .hidden) { type in
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let own = Fields(self)
            if own[0].isNull { return .null }
            let fields = Fields(own[0])
            let source = try BytesView(own[1])
            let offset = own.int(2)
            if offset + fields.int(size) > source.count { return .null }
            own.setInt(2, offset + fields.int(size))
            return try StructPacking.unpack(fields[runs], values: fields.int(values), big: fields.int(isBig) != 0, source, at: offset)
        }
        type.method("__length_hint__", .noArguments { (self) throws(Raised) -> Ref in
            let own = Fields(self)
            let source = try BytesView(own[1])
            return IntObject.make((source.count - own.int(2)) / max(Fields(own[0]).int(size), 1))
        })
    }
    static func iterate(_ self: Value, _ buffer: Value) throws(Raised) -> Ref {
        let needed = Fields(self).int(size)
        if needed == 0 { throw StructErrors.raise("cannot iteratively unpack with a struct of length 0") }
        let source = try BytesView(buffer)
        if needed < 0 || source.count % needed != 0 {
            throw StructErrors.raise("iterative unpacking requires a buffer of a multiple of \(needed) bytes")
        }
        let result = try FieldObject.make(iterator)
        let own = Fields(result.value)
        own.set(0, self)
        own.set(1, buffer)
        own.setInt(2, 0)
        return result
    }
}
