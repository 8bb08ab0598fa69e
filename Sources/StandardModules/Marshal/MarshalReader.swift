// Bytes to values. Data may be anything: whatever is wrong with it raises EOFError, ValueError or TypeError.

import CPythonABI
import Runtime

struct MarshalReader {
    private var bytes: [UInt8]
    private var at = 0
    /// The file that bytes come from, borrowed; null if they are all there.
    private let file: Value
    /// What `reference` refers to, owned; null for objects whose contents are being read.
    private var references: [Value] = []
    private var depth = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
        file = .null
    }
    init(file: Value) {
        bytes = []
        self.file = file
    }
    mutating func end() {
        for value in references { value.release() }
        references = []
    }

    // MARK: Bytes

    /// Makes sure that so many bytes follow; from a file, no more than these are read.
    private mutating func need(_ count: Int) throws(Raised) {
        if count <= bytes.count - at { return }
        if file.isNull { throw raise(.eofError, "marshal data too short") }
        if at > 1 << 16 {
            bytes.removeFirst(at)
            at = 0
        }
        while bytes.count - at < count {
            let wanted = count - (bytes.count - at)
            let room = try ByteArrayObject.allocate(min(wanted, 1 << 20))
            let step = ByteArrayObject.count(room.value)
            let answer = try Call.method(file, Names.plain("readinto"), room.value)
            let got = answer.value.isNone ? 0 : try Index.size(answer.value)
            if got > step { throw raise(.valueError, "read() returned too much data: \(step) bytes requested, \(got) returned") }
            if got < step { throw raise(.eofError, "EOF read where not expected") }
            let view = try BytesView(room.value)
            bytes += view.contents
        }
    }
    /// `beginsObject`: a file that ends there is told of in other words.
    private mutating func byte(beginsObject: Bool = false) throws(Raised) -> UInt8 {
        do throws(Raised) { try need(1) } catch {
            if (beginsObject || file.isNull) && PendingException.clear(if: .eofError) {
                throw raise(.eofError, "EOF read where object expected")
            }
            throw error
        }
        defer { at += 1 }
        return bytes[at]
    }
    private mutating func short() throws(Raised) -> Int {
        try need(2)
        defer { at += 2 }
        return Int(bytes[at]) | Int(bytes[at + 1]) << 8
    }
    private mutating func int() throws(Raised) -> Int {
        try need(4)
        defer { at += 4 }
        var word: UInt32 = 0
        for index in 0..<4 { word |= UInt32(bytes[at + index]) << UInt32(8 * index) }
        return Int(Int32(bitPattern: word))
    }
    private mutating func long() throws(Raised) -> UInt64 {
        try need(8)
        defer { at += 8 }
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(bytes[at + index]) << UInt64(8 * index) }
        return word
    }
    private mutating func take(_ count: Int) throws(Raised) -> [UInt8] {
        try need(count)
        defer { at += count }
        return Array(bytes[at..<at + count])
    }
    private mutating func count(_ what: StaticString) throws(Raised) -> Int {
        let number = try int()
        if number < 0 { throw raise(.valueError, "bad marshal data (\(what) size out of range)") }
        return number
    }

    // MARK: References

    private mutating func reserve(_ flagged: Bool) -> Int {
        if !flagged { return -1 }
        references.append(.null)
        return references.count - 1
    }
    private mutating func fill(_ place: Int, _ value: Value) {
        if place < 0 { return }
        value.retain()
        references[place] = value
    }

    // MARK: Values

    /// A value; TypeError where the data has none.
    mutating func read() throws(Raised) -> Ref {
        let value = try value()
        if value.isNull { throw raise(.typeError, "NULL object in marshal data for object") }
        return value
    }

    /// A value, or null for the mark that ends a dict.
    private mutating func value() throws(Raised) -> Ref {
        let head = try byte(beginsObject: true)
        depth += 1
        defer { depth -= 1 }
        if depth > MarshalCode.mostDepth { throw raise(.valueError, "recursion limit exceeded") }
        let flagged = head & MarshalCode.flag != 0
        switch head & ~MarshalCode.flag {
        case MarshalCode.null: return .null
        case MarshalCode.none: return .none
        case MarshalCode.true: return .bool(true)
        case MarshalCode.false: return .bool(false)
        case MarshalCode.ellipsis: return Ref(owned: .ellipsis)
        case MarshalCode.stopIteration: return Ref(PyExc_StopIterationPointer().value)
        case MarshalCode.reference:
            let number = try int()
            guard references.indices.contains(number), !references[number].isNull else {
                throw raise(.valueError, "bad marshal data (invalid reference)")
            }
            return Ref(references[number])
        case MarshalCode.tuple: return try tuple(try count("tuple"), flagged)
        case MarshalCode.smallTuple: return try tuple(Int(try byte()), flagged)
        case MarshalCode.list: return try list(flagged)
        case MarshalCode.dict: return try dict(flagged)
        case MarshalCode.set, MarshalCode.frozenSet: return try set(head & ~MarshalCode.flag == MarshalCode.frozenSet, flagged)
        case MarshalCode.code:
            let place = reserve(flagged)
            let code = try code()
            fill(place, code.value)
            return code
        default:
            let value = try scalar(head & ~MarshalCode.flag)
            fill(reserve(flagged), value.value)
            return value
        }
    }

    private mutating func scalar(_ code: UInt8) throws(Raised) -> Ref {
        switch code {
        case MarshalCode.int: return IntObject.make(try int())
        case MarshalCode.int64: return IntObject.make(Int(Int64(bitPattern: try long())))
        case MarshalCode.long: return try longInt()
        case MarshalCode.binaryFloat: return .float(Double(bitPattern: try long()))
        case MarshalCode.float: return .float(try textFloat())
        case MarshalCode.binaryComplex:
            let real = Double(bitPattern: try long())
            return ComplexObject.make(real, Double(bitPattern: try long()))
        case MarshalCode.complex:
            let real = try textFloat()
            return ComplexObject.make(real, try textFloat())
        case MarshalCode.bytes:
            let content = try take(try count("bytes object"))
            return try BytesObject.make(content, content.count)
        case MarshalCode.unicode, MarshalCode.interned:
            let content = try take(try count("string"))
            let bytes = try BytesObject.make(content, content.count)
            let (encoding, errors) = (Names.plain("utf-8"), Names.plain("surrogatepass"))
            let decode = try Attributes.get(bytes.value, Names.plain("decode"))
            let text = try Call.call(decode.value, encoding, errors)
            return code == MarshalCode.interned ? StrObject.shared(text.value) : text
        case MarshalCode.ascii: return try latin(try count("string"), false)
        case MarshalCode.asciiInterned: return try latin(try count("string"), true)
        case MarshalCode.shortASCII: return try latin(Int(try byte()), false)
        case MarshalCode.shortASCIIInterned: return try latin(Int(try byte()), true)
        default: throw raise(.valueError, "bad marshal data (unknown type code)")
        }
    }

    private mutating func latin(_ count: Int, _ interned: Bool) throws(Raised) -> Ref {
        let content = try take(count)
        let text = StrObject.make(codePoints: content.map { UInt32($0) })
        return interned ? StrObject.shared(text.value) : text
    }
    private mutating func textFloat() throws(Raised) -> Double {
        let content = try take(Int(try byte()))
        let text = StrObject.make(codePoints: content.map { UInt32($0) })
        let number = try Call.call(PyFloat_TypePointer().value, text.value)
        return FloatObject.number(number.value)
    }
    private mutating func longInt() throws(Raised) -> Ref {
        let size = try int()
        if size == Int(Int32.min) { throw raise(.valueError, "bad marshal data (long size out of range)") }
        var digits: [UInt32] = []
        for index in 0..<abs(size) {
            let digit = try short()
            if digit > 0x7FFF { throw raise(.valueError, "bad marshal data (digit out of range in long)") }
            if index == abs(size) - 1 && digit == 0 { throw raise(.valueError, "bad marshal data (unnormalized long data)") }
            if index % 2 == 0 { digits.append(UInt32(digit)) } else { digits[index / 2] |= UInt32(digit) << 15 }
        }
        if digits.isEmpty { return IntObject.make(0) }
        return try IntObject.make(digits: digits, negative: size < 0)
    }

    // MARK: Containers

    private mutating func tuple(_ count: Int, _ flagged: Bool) throws(Raised) -> Ref {
        if count == 0 {
            fill(reserve(flagged), TupleObject.emptyValue)
            return TupleObject.empty
        }
        // Every item takes a byte: a count that the data cannot hold must not take memory.
        if file.isNull && count > bytes.count - at {
            let place = reserve(flagged)
            _ = place
            for _ in 0..<count { _ = try read().isNull }
        }
        let tuple = try TupleObject.allocate(count)
        fill(reserve(flagged), tuple.value)
        for index in 0..<count {
            let item = try value()
            if item.isNull { throw raise(.typeError, "NULL object in marshal data for tuple") }
            TupleObject.store(tuple.value, index, item)
        }
        TupleObject.finish(tuple.value)
        return tuple
    }
    private mutating func list(_ flagged: Bool) throws(Raised) -> Ref {
        let count = try count("list")
        let list = ListObject.make()
        fill(reserve(flagged), list.value)
        for _ in 0..<count {
            let item = try value()
            if item.isNull { throw raise(.typeError, "NULL object in marshal data for list") }
            try ListObject.append(list.value, item.value)
        }
        return list
    }
    private mutating func dict(_ flagged: Bool) throws(Raised) -> Ref {
        let dict = DictObject.make()
        fill(reserve(flagged), dict.value)
        while true {
            let key = try value()
            if key.isNull { return dict }
            let item = try value()
            if item.isNull { return dict }
            try DictObject.set(dict.value, key.value, item.value)
        }
    }
    private mutating func set(_ isFrozen: Bool, _ flagged: Bool) throws(Raised) -> Ref {
        let count = try count("set")
        let set = isFrozen ? .null : SetObject.make()
        // A frozenset is made when all elements are there; until then nothing can refer to it.
        let place = reserve(flagged)
        if !isFrozen { fill(place, set.value) }
        let items = ListObject.make()
        for _ in 0..<count {
            let item = try value()
            if item.isNull { throw raise(.typeError, "NULL object in marshal data for set") }
            if isFrozen { try ListObject.append(items.value, item.value) } else { try SetObject.add(set.value, item.value) }
        }
        if !isFrozen { return set }
        let frozen = try Call.call(PyFrozenSet_TypePointer().value, items.value)
        fill(place, frozen.value)
        return frozen
    }

    private mutating func code() throws(Raised) -> Ref {
        try need(CodeStorage.headSize)
        let size = try CodeStorage.size(Array(bytes[at..<at + CodeStorage.headSize]))
        let content = try take(size)
        return try CodeStorage.code(content)
    }
}
