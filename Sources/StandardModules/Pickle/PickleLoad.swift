// The pickle machine.

import CPythonABI
import Numerics
import Runtime

extension PickleReader {
    func load() throws(Raised) -> Ref {
        clearStack()
        version = 0
        while true {
            let op: UInt8
            do throws(Raised) { op = try nextByte() } catch {
                // An end between two instructions has a name of its own.
                guard PendingException.isSet, PendingException.clear(PickleModule.unpicklingError) else { throw error }
                throw raise(.eofError, "Ran out of input")
            }
            if op == PickleOp.stop { break }
            try run(op)
        }
        try skipConsumed()
        return try pop()
    }

    private func run(_ op: UInt8) throws(Raised) {
        switch op {
        case PickleOp.none: try push(.none)
        case PickleOp.newTrue: try push(.bool(true))
        case PickleOp.newFalse: try push(.bool(false))
        case PickleOp.binInt1: try push(Ref(owned: Value(smallInt: Int(try nextByte()))))
        case PickleOp.binInt2: try push(Ref(owned: Value(smallInt: Int(try nextNumber(2)))))
        case PickleOp.binInt: try push(Ref(owned: Value(smallInt: Int(Int32(truncatingIfNeeded: try nextNumber(4))))))
        case PickleOp.binFloat: try push(.float(Double(bitPattern: try nextNumber(8).byteSwapped)))
        case PickleOp.int: try loadInt()
        case PickleOp.long: try loadLong()
        case PickleOp.float: try loadFloat()
        case PickleOp.long1:
            let size = Int(try nextByte())
            let number = try PickleLongs.read(try next(size), size)
            try push(number)
        case PickleOp.long4:
            let size = Int(Int32(truncatingIfNeeded: try nextNumber(4)))
            if size < 0 { throw PickleModule.unreadable("LONG pickle has negative byte count") }
            let number = try PickleLongs.read(try next(size), size)
            try push(number)
        case PickleOp.shortBinUnicode: try loadStr(Int(try nextByte()))
        case PickleOp.binUnicode: try loadStr(Int(try nextNumber(4)))
        case PickleOp.binUnicode8: try loadStr(try nextLength("BINUNICODE"))
        case PickleOp.unicode: try loadUnicode()
        case PickleOp.shortBinBytes: try loadBytes(Int(try nextByte()))
        case PickleOp.binBytes: try loadBytes(Int(try nextNumber(4)))
        case PickleOp.binBytes8: try loadBytes(try nextLength("BINBYTES"))
        case PickleOp.byteArray8:
            let size = try nextLength("BYTEARRAY8")
            let array = try ByteArrayObject.make(try next(size), size)
            try push(array)
        case PickleOp.string: try loadString()
        case PickleOp.binString: try loadOldString(Int(try nextNumber(4)))
        case PickleOp.shortBinString: try loadOldString(Int(try nextByte()))
        case PickleOp.nextBuffer, PickleOp.readOnlyBuffer: try loadBuffer(op)
        case PickleOp.mark: pushMark()
        case PickleOp.pop:
            if let mark = marks.last, mark == top {
                marks.removeLast()
                fence = marks.last ?? 0
            } else {
                _ = try pop()
            }
        case PickleOp.popMark: truncate(to: try popMark())
        case PickleOp.dup: try push(Ref(try last()))
        case PickleOp.memoize: try memoize(memoCount, try last())
        case PickleOp.binGet: try recall(Int(try nextByte()))
        case PickleOp.longBinGet: try recall(Int(try nextNumber(4)))
        case PickleOp.get: try recall(try lineNumber(2) ?? -1)
        case PickleOp.binPut: try memoize(Int(try nextByte()), try last())
        case PickleOp.longBinPut: try memoize(Int(try nextNumber(4)), try last())
        case PickleOp.put:
            let number = try lineNumber(2)
            let value = try last()
            guard let number, number >= 0 else { throw raise(.valueError, "negative PUT argument") }
            try memoize(number, value)
        case PickleOp.emptyTuple: try push(TupleObject.empty)
        case PickleOp.tuple1: try loadTuple(1)
        case PickleOp.tuple2: try loadTuple(2)
        case PickleOp.tuple3: try loadTuple(3)
        case PickleOp.tuple:
            let tuple = try popTuple(try popMark())
            try push(tuple)
        case PickleOp.emptyList: try push(ListObject.make())
        case PickleOp.list:
            let mark = try popMark()
            let list = try ListObject.make(stack + mark, count: top - mark)
            truncate(to: mark)
            try push(list)
        case PickleOp.append:
            if top - 1 <= fence { throw underflow() }
            try appendItems(top - 1)
        case PickleOp.appends: try appendItems(try popMark())
        case PickleOp.emptyDict: try push(DictObject.make())
        case PickleOp.dict: try loadDict()
        case PickleOp.setItem: try setItems(top - 2)
        case PickleOp.setItems: try setItems(try popMark())
        case PickleOp.emptySet: try push(SetObject.make())
        case PickleOp.addItems: try addItems(try popMark())
        case PickleOp.frozenSet:
            let items = try popTuple(try popMark())
            let set = try Call.call(Value(pointer: PyFrozenSet_TypePointer()), items.value)
            try push(set)
        case PickleOp.global: try loadGlobal()
        case PickleOp.stackGlobal: try loadStackGlobal()
        case PickleOp.reduce: try loadReduce()
        case PickleOp.newObj: try loadNew(hasKeywords: false)
        case PickleOp.newObjEx: try loadNew(hasKeywords: true)
        case PickleOp.build: try loadBuild()
        case PickleOp.inst: try loadInst()
        case PickleOp.obj: try loadObj()
        case PickleOp.ext1: try loadExtension(Int(try nextByte()))
        case PickleOp.ext2: try loadExtension(Int(try nextNumber(2)))
        case PickleOp.ext4: try loadExtension(Int(Int32(truncatingIfNeeded: try nextNumber(4))))
        case PickleOp.persID, PickleOp.binPersID: try loadPersistent(op)
        case PickleOp.proto:
            let number = Int(try nextByte())
            if number > PickleModule.highestProtocol { throw raise(.valueError, "unsupported pickle protocol: \(number)") }
            version = number
        case PickleOp.frame:
            let length = try nextLength("FRAME length", "maximum")
            try checkFrame(length)
        default:
            let isPlain = op >= 32 && op < 127 && op != 39 && op != 92
            let digits = String(op, radix: 16)
            let shown = isPlain ? String(UnicodeScalar(op)) : "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
            throw PickleModule.unreadable("invalid load key, '\(shown)'.")
        }
    }

    // MARK: Numbers in text

    /// The length of a line up to a zero byte or its end.
    private func textLength(_ line: BytePointer, _ count: Int) -> Int {
        var length = 0
        while length < count && line[length] != 0 && line[length] != 10 { length += 1 }
        return length
    }
    private func loadInt() throws(Raised) {
        let (line, count) = try nextLine(2)
        let length = textLength(line, count)
        var start = 0
        while start < length && (line[start] == 32 || line[start] &- 9 < 5) { start += 1 }
        var digits = start
        if digits < length && (line[digits] == 45 || line[digits] == 43) { digits += 1 }
        // As C reads numbers: a leading zero means octal.
        let isOctal = length - digits > 1 && line[digits] == 48 && line[digits + 1] &- 48 < 8
        var number = Ref.null
        if isOctal {
            let body = try IntText.parse(line + digits, length - digits, base: 8)
            if !body.isNull { number = digits > start && line[digits - 1] == 45 ? try Numbers.negative(body.value) : Ref(body.value) }
        } else {
            number = try IntText.parse(line + start, length - start, base: 0)
        }
        guard !number.isNull else { throw raise(.valueError, "could not convert string to int") }
        if count == 3 && (number.value === Value(smallInt: 0) || number.value === Value(smallInt: 1)) {
            return try push(.bool(number.value.smallInt == 1))
        }
        try push(number)
    }
    private func loadLong() throws(Raised) {
        let (line, count) = try nextLine(2)
        var length = textLength(line, count)
        var shown = length + 1
        if length > 0 && line[length - 1] == UInt8(ascii: "L") {
            length -= 1
            shown = length
        }
        var start = 0
        while start < length && (line[start] == 32 || line[start] &- 9 < 5) { start += 1 }
        let number = try IntText.parse(line + start, length - start, base: 0)
        if number.isNull { throw try notInt(line, min(shown, count)) }
        try push(number)
    }
    private func notInt(_ line: BytePointer, _ count: Int) throws(Raised) -> Raised {
        let text = try StrObject.make(latin1: line, count)
        return raise(.valueError, "invalid literal for int() with base 10: \(try Repr.string(text.value))")
    }
    /// The number on a line; nil if it is negative or far too large.
    private func lineNumber(_ minimum: Int) throws(Raised) -> Int? {
        let (line, count) = try nextLine(minimum)
        let length = textLength(line, count)
        let number = try IntText.parse(line, length, base: 10)
        if number.isNull { throw try notInt(line, count) }
        guard let word = IntObject.word(number.value), word >= 0 else { return nil }
        return word
    }
    private func loadFloat() throws(Raised) {
        let (line, count) = try nextLine(2)
        let length = textLength(line, count)
        guard let number = FloatText.parse(line, length) else {
            let text = try StrObject.make(latin1: line, count)
            throw raise(.valueError, "could not convert string to float: '\(Runtime.text(text.value))'")
        }
        try push(.float(number))
    }

    // MARK: Strings and bytes

    private func loadStr(_ size: Int) throws(Raised) {
        let start = try next(size)
        var consumed = 0
        let text = try UTF8Codec.decode(start, size, PickleErrors.surrogatePass, consumed: &consumed)
        try push(text)
    }
    private func loadUnicode() throws(Raised) {
        let (line, count) = try nextLine(1)
        var consumed = 0
        let text = try Codecs.decode(line, count - 1, .rawUnicodeEscape, .null, consumed: &consumed)
        try push(text)
    }
    private func loadBytes(_ size: Int) throws(Raised) {
        let bytes = try BytesObject.make(try next(size), size)
        try push(bytes)
    }
    /// A str of Python 2: text or bytes, as the caller wants it.
    private func loadOldString(_ size: Int) throws(Raised) {
        let bytes = try BytesObject.make(try next(size), size)
        try pushOldString(bytes)
    }
    private func pushOldString(_ bytes: consuming Ref) throws(Raised) {
        if StrObject.equals(encoding.value, "bytes") { return try push(bytes) }
        let text = try Codecs.decode(bytes.value, encoding.value, errors.value)
        try push(text)
    }
    private func loadString() throws(Raised) {
        let (line, count) = try nextLine(1)
        let length = count - 1
        guard length >= 2, line[0] == line[length - 1], line[0] == 39 || line[0] == 34 else {
            throw PickleModule.unreadable("the STRING opcode argument must be quoted")
        }
        let escaped = try BytesObject.make(line + 1, length - 2)
        let pair = try ByteEscapes.decode(escaped.value, .null)
        try pushOldString(Ref(TupleObject.item(pair.value, 0)))
    }

    private func loadBuffer(_ op: UInt8) throws(Raised) {
        if op == PickleOp.nextBuffer {
            if buffers.value.isNull {
                throw PickleModule.unreadable("pickle stream refers to out-of-band data but no *buffers* argument was given")
            }
            let iterator = Ref(buffers.value)
            let buffer = try Iteration.next(iterator.value)
            if buffer.isNull { throw PickleModule.unreadable("not enough out-of-band buffers") }
            return try push(buffer)
        }
        let buffer = Ref(try last())
        let view = try MemoryViewObject.make(buffer.value)
        let flag = try Attributes.get(view.value, "readonly")
        if flag.value.isTrue { return }
        let readOnly = try Call.method(view.value, PickleNames.readOnly)
        _ = try pop()
        try push(readOnly)
    }

    private func loadTuple(_ count: Int) throws(Raised) {
        if top - count < fence { throw underflow() }
        let tuple = try popTuple(top - count)
        try push(tuple)
    }

    // MARK: Names

    func findClass(_ module: Value, _ name: Value) throws(Raised) -> Ref {
        if owner.isNull || owner.type == UnpicklerType.type { return try usualClass(module, name) }
        let method = try Attributes.get(owner, PickleNames.findClass)
        return try Call.call(method.value, module, name)
    }
    func usualClass(_ moduleName: Value, _ globalName: Value) throws(Raised) -> Ref {
        try Audit.event("pickle.find_class", moduleName, globalName)
        var module = Ref(moduleName)
        var name = Ref(globalName)
        if version < 3 && fixImports {
            let key = TupleObject.make(module.value, name.value)
            let pair = Ref(try DictObject.get(PickleGlobals.nameMapping, key.value))
            if !pair.isNull {
                guard TupleObject.isInstance(pair.value), TupleObject.count(pair.value) == 2 else {
                    throw raise(.runtimeError, "_compat_pickle.NAME_MAPPING values should be 2-tuples, not \(pair.value.type.name)")
                }
                module = Ref(TupleObject.item(pair.value, 0))
                name = Ref(TupleObject.item(pair.value, 1))
            } else {
                let other = Ref(try DictObject.get(PickleGlobals.importMapping, module.value))
                if !other.isNull { module = other }
            }
        }
        guard StrObject.isInstance(module.value) else {
            throw raise(.typeError, "module name must be a string")
        }
        let loaded = try Imports.importModule(module.value)
        var found = Ref.null
        if version >= 4 {
            var parent = Ref.null
            let path = try PickleWriter.path(name.value, of: loaded.value)
            found = try PickleWriter.attribute(loaded.value, path, parent: &parent)
        } else {
            found = try Attributes.getIfPresent(loaded.value, name.value)
        }
        if found.isNull {
            throw raise(.attributeError, "Can't get attribute \(try Repr.string(name.value)) on \(try Repr.string(loaded.value))")
        }
        return found
    }
    private func line(_ minimum: Int = 2) throws(Raised) -> Ref {
        let (line, count) = try nextLine(minimum)
        var consumed = 0
        return try UTF8Codec.decode(line, count - 1, .null, consumed: &consumed)
    }
    private func loadGlobal() throws(Raised) {
        let module = try line()
        let name = try line()
        let found = try findClass(module.value, name.value)
        try push(found)
    }
    private func loadStackGlobal() throws(Raised) {
        var name = Ref.null
        var module = Ref.null
        if top > fence { name = try pop() }
        if top > fence { module = try pop() }
        guard !name.isNull, !module.isNull, StrObject.isExact(name.value), StrObject.isExact(module.value) else {
            throw PickleModule.unreadable("STACK_GLOBAL requires str")
        }
        let found = try findClass(module.value, name.value)
        try push(found)
    }
    private func loadExtension(_ code: Int) throws(Raised) {
        if code <= 0 { throw PickleModule.unreadable("EXT specifies code <= 0") }
        let key = Value(smallInt: code)
        let cached = Ref(try DictObject.get(PickleGlobals.extensionCache, key))
        if !cached.isNull { return try push(cached) }
        let pair = Ref(try DictObject.get(PickleGlobals.invertedRegistry, key))
        if pair.isNull { throw raise(.valueError, "unregistered extension code \(code)") }
        guard TupleObject.isInstance(pair.value), TupleObject.count(pair.value) == 2, StrObject.isInstance(TupleObject.item(pair.value, 0)),
            StrObject.isInstance(TupleObject.item(pair.value, 1))
        else { throw raise(.valueError, "_inverted_registry[\(code)] isn't a 2-tuple of strings") }
        let found = try findClass(TupleObject.item(pair.value, 0), TupleObject.item(pair.value, 1))
        try DictObject.set(PickleGlobals.extensionCache, key, found.value)
        try push(found)
    }
    private func loadPersistent(_ op: UInt8) throws(Raised) {
        if persistentLoad.value.isNull {
            throw PickleModule.unreadable(
                "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.")
        }
        let identity: Ref
        if op == PickleOp.binPersID {
            identity = try pop()
        } else {
            let (line, count) = try nextLine(1)
            for index in 0..<count where line[index] >= 128 {
                throw PickleModule.unreadable("persistent IDs in protocol 0 must be ASCII strings")
            }
            identity = try StrObject.make(ascii: line, count - 1)
        }
        let function = Ref(persistentLoad.value)
        let object = try Call.call(function.value, identity.value)
        try push(object)
    }
}

enum PickleErrors {
    static let surrogatePass = Names.make("surrogatepass")
}
