// Methods that change a bytearray, and its pickling.

import CPythonABI
import Glibc

enum ByteArrayMethods {
    static func describe(_ type: TypeBuilder) {
        type.method("append", .one { (self, item) throws(Raised) -> Ref in
            let byte = try ByteArrayType.byte(item)
            try ByteArrayType.append(self, byte)
            return .none
        }, "($self, item, /)", doc: """
            Append a single item to the end of the bytearray.

              item
                The item to be appended.
            """)
        type.method("extend", .one(extend), "($self, iterable_of_ints, /)", doc: """
            Append all the items from the iterator or sequence to the end of the bytearray.

              iterable_of_ints
                The iterable of items to append.
            """)
        type.method("insert", .positional(minimum: 2, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            var index = try Index.size(arguments[0])
            var byte = try ByteArrayType.byte(arguments[1])
            let count = ByteArrayObject.count(self)
            if index < 0 { index = max(index &+ count, 0) }
            index = min(index, count)
            try withUnsafePointer(to: &byte) { (pointer) throws(Raised) -> Void in try ByteArrayObject.replace(self, index, index, pointer, 1) }
            return .none
        }, "($self, index, item, /)", doc: """
            Insert a single item into the bytearray before the given index.

              index
                The index where the value is to be inserted.
              item
                The item to be inserted.
            """)
        type.method("pop", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            var index = try TextArguments.index(arguments[0], default: -1)
            let count = ByteArrayObject.count(self)
            if count == 0 { throw raise(.indexError, "pop from empty bytearray") }
            if index < 0 { index &+= count }
            if index < 0 || index >= count { throw raise(.indexError, "pop index out of range") }
            let byte = ByteArrayObject.data(self)[index]
            try ByteArrayObject.replace(self, index, index &+ 1, nil, 0)
            return Ref(owned: Value(smallInt: Int(byte)))
        }, "($self, index=-1, /)", doc: """
            Remove and return a single item from B.

              index
                The index from where to remove the item.
                -1 (the default value) means remove the last item.

            If no index argument is given, will pop the last item.
            """)
        type.method("remove", .one { (self, item) throws(Raised) -> Ref in
            let byte = try ByteArrayType.byte(item)
            let index = TextSearch.first(UnsafePointer(ByteArrayObject.data(self)), ByteArrayObject.count(self), byte)
            if index < 0 { throw raise(.valueError, "value not found in bytearray") }
            try ByteArrayObject.replace(self, index, index &+ 1, nil, 0)
            return .none
        }, "($self, value, /)", doc: """
            Remove the first occurrence of a value in the bytearray.

              value
                The value to remove.
            """)
        type.method("clear", .noArguments { (self) throws(Raised) -> Ref in
            try ByteArrayObject.setCount(self, 0)
            return .none
        }, "($self, /)", doc: "Remove all items from the bytearray.")
        type.method("copy", .noArguments { (self) throws(Raised) -> Ref in
            try ByteArrayObject.make(UnsafePointer(ByteArrayObject.data(self)), ByteArrayObject.count(self))
        }, "($self, /)", doc: "Return a copy of B.")
        type.method("reverse", .noArguments { (self) throws(Raised) -> Ref in
            let (data, count) = (ByteArrayObject.data(self), ByteArrayObject.count(self))
            for index in 0..<count / 2 {
                let other = data[count &- 1 &- index]
                data[count &- 1 &- index] = data[index]
                data[index] = other
            }
            return .none
        }, "($self, /)", doc: "Reverse the order of the values in B in place.")
        type.method("__alloc__", .noArguments { (self) throws(Raised) -> Ref in
            IntObject.make(ByteArrayObject.head(self).pointee.ob_alloc)
        }, nil, doc: """
            B.__alloc__() -> int

            Return the number of bytes actually allocated.
            """)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            IntObject.make(self.type.pointee.tp_basicsize + ByteArrayObject.head(self).pointee.ob_alloc)
        }, "($self, /)", doc: "Returns the size of the bytearray object in memory, in bytes.")
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in try reduce(self, 2) }, "($self, /)",
            doc: "Return state information for pickling.")
        type.method("__reduce_ex__", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            try reduce(self, try TextArguments.index(arguments[0], default: 0))
        }, "($self, proto=0, /)", doc: "Return state information for pickling.")
        type.classMethod("fromhex", .one { (self, string) throws(Raised) -> Ref in
            let bytes = try ByteHex.parse(string)
            if self !== PyByteArray_TypePointer().value { return try Call.call(self, bytes.value) }
            return try ByteArrayObject.make(UnsafePointer(BytesObject.data(bytes.value)), BytesObject.count(bytes.value))
        }, "($type, string, /)", doc: """
            Create a bytearray object from a string of hexadecimal numbers.

            Spaces between two numbers are accepted.
            Example: bytearray.fromhex('B9 01EF') -> bytearray(b'\\\\xb9\\\\x01\\\\xef')
            """)
    }

    private static func extend(_ self: Value, _ iterable: Value) throws(Raised) -> Ref {
        if Buffers.isExporter(iterable) {
            let bytes = try ByteSource.contiguous(iterable)
            let count = ByteArrayObject.count(self)
            try ByteArrayObject.replace(self, count, count, UnsafePointer(BytesObject.data(bytes.value)), BytesObject.count(bytes.value))
            return .none
        }
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(iterable) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "can't extend bytearray with \(iterable.type.name)")
        }
        _ = try Iteration.lengthHint(iterable, 32)
        // All or nothing: the array changes when the last item has come.
        var builder = StrBuilder()
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { break }
            try builder.append(UInt32(try ByteArrayType.byte(item.value)))
        }
        let span = builder.span
        let count = ByteArrayObject.count(self)
        try ByteArrayObject.replace(self, count, count, span.bytes, span.count)
        return .none
    }
    private static func reduce(_ self: Value, _ version: Int) throws(Raised) -> Ref {
        let state = try ObjectReduce.getState(self, required: false)
        let (data, count) = (UnsafePointer(ByteArrayObject.data(self)), ByteArrayObject.count(self))
        let arguments: Ref
        if count == 0 {
            arguments = TupleObject.empty
        } else if version < 3 {
            let content = try StrObject.make(latin1: data, count)
            let encoding = StrObject.make("latin-1")
            arguments = TupleObject.make(content.value, encoding.value)
        } else {
            let content = try BytesObject.make(data, count)
            arguments = TupleObject.make(content.value)
        }
        return TupleObject.make(self.type.value, arguments.value, state.value)
    }
}
