// The methods of array.array.

import CPythonABI
import Glibc

enum ArrayMethods {
    static func describe(_ type: TypeBuilder) {
        describeItems(type)
        describeConversion(type)
        describePickling(type)
    }

    private static func describeItems(_ type: TypeBuilder) {
        type.method(
            "append",
            .one({ (self, value) throws(Raised) -> Ref in
                try ArrayObject.append(self, value)
                return .none
            }), "($self, v, /)", doc: "Append new value v to the end of the array.")
        type.method(
            "count",
            .one({ (self, value) throws(Raised) -> Ref in
                var (result, index) = (0, 0)
                while index < ArrayObject.count(self) {
                    let item = ArrayObject.item(self, index)
                    if try ItemComparison.equalItems(item.value, value) { result += 1 }
                    index += 1
                }
                return IntObject.make(result)
            }), "($self, v, /)", doc: "Return number of occurrences of v in the array.")
        type.method(
            "extend",
            .oneOfClass({ (self, iterable) throws(Raised) -> Ref in
                try extend(self, iterable)
                return .none
            }), "($self, bb, /)", doc: "Append items to the end of the array.")
        type.method(
            "index",
            .positional(minimum: 1, maximum: 3, { (self, arguments) throws(Raised) -> Ref in
                var start = arguments[1].isNull ? 0 : try SliceObject.position(arguments[1])
                var stop = arguments[2].isNull ? Int.max : try SliceObject.position(arguments[2])
                if start < 0 { start = max(start &+ ArrayObject.count(self), 0) }
                if stop < 0 { stop = max(stop &+ ArrayObject.count(self), 0) }
                let index = try find(self, arguments[0], start, stop)
                if index < 0 { throw raise(.valueError, "array.index(x): x not in array") }
                return IntObject.make(index)
            }), "($self, v, start=0, stop=sys.maxsize, /)",
            doc: "Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present.")
        type.method(
            "insert",
            .positional(minimum: 2, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                try ArrayObject.insert(self, try Index.size(arguments[0]), arguments[1])
                return .none
            }), "($self, i, v, /)", doc: "Insert a new item v into the array before position i.")
        type.method(
            "pop",
            .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
                var index = arguments.count == 0 ? -1 : try Index.size(arguments[0])
                let count = ArrayObject.count(self)
                if count == 0 { throw raise(.indexError, "pop from empty array") }
                if index < 0 { index &+= count }
                guard index >= 0 && index < count else { throw raise(.indexError, "pop index out of range") }
                let item = ArrayObject.item(self, index)
                try ArrayObject.replace(self, index, index + 1, room: 0)
                return item
            }), "($self, i=-1, /)", doc: "Return the i-th element and delete it from the array.\n\ni defaults to -1.")
        type.method(
            "remove",
            .one({ (self, value) throws(Raised) -> Ref in
                let index = try find(self, value, 0, Int.max)
                if index < 0 { throw raise(.valueError, "array.remove(x): x not in array") }
                try ArrayObject.replace(self, index, index + 1, room: 0)
                return .none
            }), "($self, v, /)", doc: "Remove the first occurrence of v in the array.")
        type.method(
            "reverse",
            .noArguments({ (self) throws(Raised) -> Ref in
                let size = ArrayObject.code(self).size
                var (low, high) = (0, ArrayObject.count(self) - 1)
                var word: UInt = 0
                while low < high {
                    let (a, b) = (ArrayObject.bytes(self) + low * size, ArrayObject.bytes(self) + high * size)
                    copyBytes(&word, a, size)
                    copyBytes(a, b, size)
                    copyBytes(b, &word, size)
                    low += 1
                    high -= 1
                }
                return .none
            }), "($self, /)", doc: "Reverse the order of the items in the array.")
        type.getter(
            "typecode", doc: "the typecode character used to create the array",
            { (self) throws(Raised) -> Ref in StrObject.character(UInt32(ArrayObject.code(self).rawValue)) })
        type.getter(
            "itemsize", doc: "the size, in bytes, of one array item",
            { (self) throws(Raised) -> Ref in IntObject.make(ArrayObject.code(self).size) })
    }

    private static func describeConversion(_ type: TypeBuilder) {
        type.method(
            "buffer_info",
            .noArguments({ (self) throws(Raised) -> Ref in
                let address = IntObject.make(Int(bitPattern: ArrayObject.layout(self).pointee.items))
                let count = IntObject.make(ArrayObject.count(self))
                return TupleObject.make(address.value, count.value)
            }), "($self, /)", doc: ArrayDocs.bufferInfo)
        type.method(
            "byteswap",
            .noArguments({ (self) throws(Raised) -> Ref in
                swapBytes(ArrayObject.bytes(self), ArrayObject.count(self), ArrayObject.code(self).size)
                return .none
            }), "($self, /)",
            doc: "Byteswap all items of the array.\n\nIf the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError is\nraised.")
        type.method(
            "frombytes",
            .one({ (self, buffer) throws(Raised) -> Ref in
                try fromBytes(self, buffer)
                return .none
            }), "($self, buffer, /)", doc: ArrayDocs.fromBytes)
        type.method(
            "fromfile",
            .positional(minimum: 2, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                try fromFile(self, arguments[0], try Index.size(arguments[1]))
                return .none
            }), "($self, f, n, /)", doc: "Read n objects from the file object f and append them to the end of the array.")
        type.method(
            "fromlist",
            .one({ (self, list) throws(Raised) -> Ref in
                try fromList(self, list)
                return .none
            }), "($self, list, /)", doc: "Append items to array from list.")
        type.method(
            "fromunicode",
            .one({ (self, string) throws(Raised) -> Ref in
                guard StrObject.isInstance(string) else {
                    throw raise(.typeError, "fromunicode() argument must be str, not \(string.type.fullName)")
                }
                guard ArrayObject.code(self) == .character else {
                    throw raise(.valueError, "fromunicode() may only be called on unicode type arrays")
                }
                try fromUnicode(self, string)
                return .none
            }), "($self, ustr, /)", doc: ArrayDocs.fromUnicode)
        type.method(
            "tobytes", .noArguments({ (self) throws(Raised) -> Ref in try toBytes(self) }), "($self, /)",
            doc: "Convert the array to an array of machine values and return the bytes representation.")
        type.method(
            "tofile",
            .oneOfClass({ (self, file) throws(Raised) -> Ref in
                let bytes = try toBytes(self)
                let result = try Call.method(file, Names.write, bytes.value)
                _ = result.isNull
                return .none
            }), "($self, f, /)", doc: "Write all items (as machine values) to the file object f.")
        type.method(
            "tolist", .noArguments({ (self) throws(Raised) -> Ref in try Iteration.list(self) }), "($self, /)",
            doc: "Convert array to an ordinary list with the same items.")
        type.method(
            "tounicode",
            .noArguments({ (self) throws(Raised) -> Ref in
                guard ArrayObject.code(self) == .character else {
                    throw raise(.valueError, "tounicode() may only be called on unicode type arrays")
                }
                return try toUnicode(self)
            }), "($self, /)", doc: ArrayDocs.toUnicode)
    }

    private static func describePickling(_ type: TypeBuilder) {
        type.method(
            "__copy__", .noArguments({ (self) throws(Raised) -> Ref in try ArrayType.copy(self, 0, ArrayObject.count(self)) }), "($self, /)",
            doc: "Return a copy of the array.")
        type.method(
            "__deepcopy__", .one({ (self, _) throws(Raised) -> Ref in try ArrayType.copy(self, 0, ArrayObject.count(self)) }), "($self, unused, /)",
            doc: "Return a copy of the array.")
        type.method(
            "__sizeof__",
            .noArguments({ (self) throws(Raised) -> Ref in
                IntObject.make(64 + ArrayObject.layout(self).pointee.allocated * ArrayObject.code(self).size)
            }), "($self, /)", doc: "Size of the array in memory, in bytes.")
        type.method(
            "__reduce_ex__", .oneOfClass({ (self, version) throws(Raised) -> Ref in try reduce(self, version) }), "($self, value, /)",
            doc: "Return state information for pickling.")
    }

    // MARK: Behaviour

    static func find(_ array: Value, _ value: Value, _ start: Int, _ stop: Int) throws(Raised) -> Int {
        var index = start
        while index < stop && index < ArrayObject.count(array) {
            let item = ArrayObject.item(array, index)
            if try ItemComparison.equalItems(item.value, value) { return index }
            index += 1
        }
        return -1
    }

    static func extend(_ array: Value, _ iterable: Value) throws(Raised) {
        guard ArrayObject.isInstance(iterable) else {
            let iterator = try Iteration.iter(iterable)
            while true {
                let item = try Iteration.next(iterator.value)
                if item.isNull { return }
                try ArrayObject.append(array, item.value)
            }
        }
        let code = ArrayObject.code(array)
        guard code == ArrayObject.code(iterable) else { throw raise(.typeError, "can only extend with array of same kind") }
        let (old, extra) = (ArrayObject.count(array), ArrayObject.count(iterable))
        if extra == 0 { return }
        try ArrayObject.resize(array, old + extra)
        moveBytes(ArrayObject.bytes(array) + old * code.size, ArrayObject.bytes(iterable), extra * code.size)
    }

    static func fromBytes(_ array: Value, _ buffer: Value) throws(Raised) {
        // The view must be gone before the array grows, should it be the array's own.
        let bytes: Ref
        if BytesObject.isInstance(buffer) {
            bytes = Ref(buffer)
        } else {
            let view = try BytesView(buffer)
            bytes = try BytesObject.make(view.bytes, view.count)
        }
        let count = BytesObject.count(bytes.value)
        if count % ArrayObject.code(array).size != 0 { throw raise(.valueError, "bytes length not a multiple of item size") }
        try ArrayObject.append(array, raw: BytesObject.data(bytes.value), byteCount: count)
    }
    private static func fromFile(_ array: Value, _ file: Value, _ number: Int) throws(Raised) {
        if number < 0 { throw raise(.valueError, "negative count") }
        let (wanted, overflow) = number.multipliedReportingOverflow(by: ArrayObject.code(array).size)
        if overflow { throw raise(.memoryError, argument: .null) }
        let read = try Attributes.get(file, "read")
        let size = IntObject.make(wanted)
        let bytes = try Call.call(read.value, size.value)
        guard BytesObject.isInstance(bytes.value) else { throw raise(.typeError, "read() didn't return bytes") }
        let complete = BytesObject.count(bytes.value) == wanted
        try fromBytes(array, bytes.value)
        if !complete { throw raise(.eofError, "read() didn't return enough bytes") }
    }
    private static func fromList(_ array: Value, _ list: Value) throws(Raised) {
        guard ListObject.isInstance(list) else { throw raise(.typeError, "arg must be list") }
        let old = ArrayObject.count(array)
        let count = ListObject.count(list)
        var index = 0
        do throws(Raised) {
            while index < ListObject.count(list) {
                let item = Ref(ListObject.item(list, index))
                try ArrayObject.append(array, item.value)
                index += 1
                if ListObject.count(list) != count { throw raise(.runtimeError, "list changed size during iteration") }
            }
        } catch {
            if ArrayObject.count(array) != old { try ArrayObject.resize(array, old) }
            throw error
        }
    }
    static func fromUnicode(_ array: Value, _ string: Value) throws(Raised) {
        let length = StrObject.length(string)
        let old = ArrayObject.count(array)
        if length == 0 { return }
        try ArrayObject.resize(array, old + length)
        for index in 0..<length {
            ArrayObject.bytes(array).storeBytes(of: StrObject.character(string, index), toByteOffset: (old + index) * 4, as: UInt32.self)
        }
    }
    static func toUnicode(_ array: Value) throws(Raised) -> Ref {
        let count = ArrayObject.count(array)
        if count == 0 { return StrObject.empty }
        let characters = ArrayObject.bytes(array).assumingMemoryBound(to: UInt32.self)
        var maximum: UInt32 = 0
        for index in 0..<count {
            if characters[index] > 0x10FFFF {
                throw raise(.valueError, "character U+\(String(characters[index], radix: 16)) is not in range [U+0000; U+10ffff]")
            }
            maximum = max(maximum, characters[index])
        }
        if count == 1 { return StrObject.character(characters[0]) }
        let result = try StrObject.allocate(length: count, maximum: maximum)
        let (data, kind) = (StrObject.data(result.value), StrObject.kind(result.value))
        for index in 0..<count { StrObject.store(characters[index], data, kind, index) }
        return result
    }
    static func toBytes(_ array: Value) throws(Raised) -> Ref {
        let count = ArrayObject.count(array) * ArrayObject.code(array).size
        let result = try BytesObject.allocate(count)
        if count > 0 { copyBytes(BytesObject.data(result.value), ArrayObject.bytes(array), count) }
        return result
    }
    static func swapBytes(_ bytes: UnsafeMutableRawPointer, _ count: Int, _ size: Int) {
        if size == 1 { return }
        for index in 0..<count {
            let item = (bytes + index * size).assumingMemoryBound(to: UInt8.self)
            for offset in 0..<size / 2 {
                let byte = item[offset]
                item[offset] = item[size - 1 - offset]
                item[size - 1 - offset] = byte
            }
        }
    }

    private static func reduce(_ array: Value, _ version: Value) throws(Raised) -> Ref {
        guard IntObject.isInstance(version) else { throw raise(.typeError, "__reduce_ex__ argument should be an integer") }
        let attributes = try Attributes.getIfPresent(array, Names.dict)
        let state: Value = attributes.isNull ? .none : attributes.value
        let code = ArrayObject.code(array)
        let letter = StrObject.character(UInt32(code.rawValue))
        if (IntView(version).int ?? 0) < 3 {
            let list = try Iteration.list(array)
            let arguments = TupleObject.make(letter.value, list.value)
            return TupleObject.make(array.type.value, arguments.value, state)
        }
        let bytes = try toBytes(array)
        let arguments = TupleObject.make(array.type.value, letter.value, Value(smallInt: code.machineFormat), bytes.value)
        return TupleObject.make(ArrayReconstruction.function, arguments.value, state)
    }
}
