// Reading of JSON values from the characters of a str.

import CPythonABI
import Numerics
import Runtime

struct JsonReader<Unit: FixedWidthInteger & UnsignedInteger>: ~Copyable {
    private let text: CharacterPointer<Unit>
    private let count: Int
    /// The str itself and the scanner, both held by the caller.
    private let string: Value
    private let scanner: Fields
    private let strict: Bool
    private let plainFloats: Bool
    private let plainInts: Bool
    /// Behind the value that was read last.
    private(set) var end = 0
    private var keys = JsonKeys()

    init(_ text: CharacterPointer<Unit>, _ string: Value, _ scanner: Value) {
        self.text = text
        self.string = string
        self.scanner = Fields(scanner)
        count = StrObject.length(string)
        strict = self.scanner[JsonScanner.strict].isTrue
        plainFloats = self.scanner[JsonScanner.parseFloat] === Value(pointer: PyFloat_TypePointer())
        plainInts = self.scanner[JsonScanner.parseInt] === Value(pointer: PyLong_TypePointer())
    }

    mutating func value(_ start: Int) throws(Raised) -> Ref {
        guard start < count else { throw JsonModule.noValue(start) }
        switch text[start] {
        case 34: return try JsonStrings.scan(text, string, start &+ 1, strict, &end)
        case 123:
            try NativeStack.enterLevel(" while decoding a JSON object from a unicode string")
            defer { NativeStack.leaveLevel() }
            return try object(start &+ 1)
        case 91:
            try NativeStack.enterLevel(" while decoding a JSON array from a unicode string")
            defer { NativeStack.leaveLevel() }
            return try array(start &+ 1)
        case 110 where isWord("null", start): return .none
        case 116 where isWord("true", start): return .bool(true)
        case 102 where isWord("false", start): return .bool(false)
        case 78 where isWord("NaN", start): return try constant("NaN")
        case 73 where isWord("Infinity", start): return try constant("Infinity")
        case 45 where isWord("-Infinity", start): return try constant("-Infinity")
        default: return try number(start)
        }
    }

    private mutating func isWord(_ word: StaticString, _ start: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard start &+ length <= count else { return false }
        for index in 0..<length where text[start &+ index] != Unit(word.utf8Start[index]) { return false }
        end = start &+ length
        return true
    }
    private func constant(_ name: StaticString) throws(Raised) -> Ref {
        let word = StrObject.intern(name)
        let hook = scanner.hold(JsonScanner.parseConstant)
        return try Call.call(hook.value, word.value)
    }

    @inline(__always) private func skipSpace(_ start: Int) -> Int {
        var index = start
        while index < count, text[index] == 32 || text[index] == 10 || text[index] == 13 || text[index] == 9 { index &+= 1 }
        return index
    }

    // MARK: Containers

    private mutating func array(_ start: Int) throws(Raised) -> Ref {
        let list = ListObject.make()
        var index = skipSpace(start)
        if index >= count || text[index] != 93 {
            while true {
                let item = try value(index)
                try ListObject.append(list.value, item.value)
                index = skipSpace(end)
                if index < count && text[index] == 93 { break }
                guard index < count && text[index] == 44 else { throw JsonModule.fail("Expecting ',' delimiter", string, index) }
                index = skipSpace(index &+ 1)
            }
        }
        end = index &+ 1
        return list
    }

    private mutating func object(_ start: Int) throws(Raised) -> Ref {
        let pairsHook = scanner.hold(JsonScanner.pairsHook)
        let wantsPairs = !pairsHook.value.isNone
        let result = wantsPairs ? ListObject.make() : DictObject.make()
        var index = skipSpace(start)
        if index >= count || text[index] != 125 {
            while true {
                guard index < count && text[index] == 34 else {
                    throw JsonModule.fail("Expecting property name enclosed in double quotes", string, index)
                }
                let key = try self.key(index &+ 1)
                index = skipSpace(end)
                guard index < count && text[index] == 58 else { throw JsonModule.fail("Expecting ':' delimiter", string, index) }
                index = skipSpace(index &+ 1)
                let item = try value(index)
                if wantsPairs {
                    let pair = TupleObject.make(key.value, item.value)
                    try ListObject.append(result.value, pair.value)
                } else {
                    try DictObject.set(result.value, key.value, item.value)
                }
                index = skipSpace(end)
                if index < count && text[index] == 125 { break }
                guard index < count && text[index] == 44 else { throw JsonModule.fail("Expecting ',' delimiter", string, index) }
                index = skipSpace(index &+ 1)
            }
        }
        let behind = index &+ 1
        end = behind
        if wantsPairs { return try Call.call(pairsHook.value, result.value) }
        let hook = scanner.hold(JsonScanner.objectHook)
        if hook.value.isNone { return result }
        return try Call.call(hook.value, result.value)
    }

    /// A key: keys that come again are the same str.
    private mutating func key(_ start: Int) throws(Raised) -> Ref {
        var hash: UInt32 = 2_166_136_261
        var index = start
        while index < count {
            let unit = text[index]
            if unit == 34 || unit == 92 || unit < 32 { break }
            hash = (hash ^ UInt32(truncatingIfNeeded: unit)) &* 16_777_619
            index &+= 1
        }
        guard index < count && text[index] == 34 else { return try JsonStrings.scanEscaped(text, string, start, strict, &end) }
        end = index &+ 1
        let length = index &- start
        let slot = keys.slot(hash)
        let known = slot.pointee
        if !known.isNull && StrObject.length(known) == length && isSame(known, start, length) { return Ref(known) }
        let made = try StrObject.substring(string, start, index)
        slot.pointee = made.copy().take()
        known.release()
        return made
    }
    private func isSame(_ key: Value, _ start: Int, _ length: Int) -> Bool {
        if Unit.self == UInt8.self && StrObject.kind(key) == .one {
            let bytes = StrObject.data(key).assumingMemoryBound(to: UInt8.self)
            for index in 0..<length where Unit(truncatingIfNeeded: bytes[index]) != text[start &+ index] { return false }
            return true
        }
        for index in 0..<length where StrObject.character(key, index) != UInt32(truncatingIfNeeded: text[start &+ index]) { return false }
        return true
    }

    // MARK: Numbers

    @inline(__always) private func isDigit(_ index: Int) -> Bool { index < count && text[index] &- 48 < 10 }

    private mutating func number(_ start: Int) throws(Raised) -> Ref {
        var index = start
        let negative = text[index] == 45
        if negative { index &+= 1 }
        guard isDigit(index) else { throw JsonModule.noValue(start) }
        var magnitude = 0
        let first = index
        if text[index] == 48 {
            index &+= 1
        } else {
            while isDigit(index) {
                magnitude = magnitude &* 10 &+ Int(truncatingIfNeeded: text[index] &- 48)
                index &+= 1
            }
        }
        let wholeEnd = index
        var isFloat = false
        if index < count && text[index] == 46 && isDigit(index &+ 1) {
            isFloat = true
            index &+= 2
            while isDigit(index) { index &+= 1 }
        }
        if index < count && (text[index] | 32) == 101 {
            var exponent = index &+ 1
            if exponent < count && (text[exponent] == 43 || text[exponent] == 45) { exponent &+= 1 }
            if isDigit(exponent) {
                isFloat = true
                while isDigit(exponent) { exponent &+= 1 }
                index = exponent
            }
        }
        end = index
        if isFloat {
            return plainFloats ? try float(start, index) : try call(JsonScanner.parseFloat, start, index)
        }
        if !plainInts { return try call(JsonScanner.parseInt, start, index) }
        if wholeEnd &- first <= 14 { return Ref(owned: Value(smallInt: negative ? 0 &- magnitude : magnitude)) }
        let digits = try StrObject.substring(string, start, index)
        return try IntText.parse(digits.value)
    }
    private func call(_ hook: Int, _ start: Int, _ end: Int) throws(Raised) -> Ref {
        let word = try StrObject.substring(string, start, end)
        let held = scanner.hold(hook)
        return try Call.call(held.value, word.value)
    }
    private func float(_ start: Int, _ end: Int) throws(Raised) -> Ref {
        if Unit.self == UInt8.self, let number = FloatText.parse(StrObject.data(string).assumingMemoryBound(to: UInt8.self) + start, end &- start) {
            return .float(number)
        }
        let digits = try StrObject.substring(string, start, end)
        let bytes = StrObject.data(digits.value).assumingMemoryBound(to: UInt8.self)
        return .float(FloatText.parse(bytes, end - start) ?? 0)
    }
}

/// A small table of keys seen in a document.
struct JsonKeys: ~Copyable {
    private static let size = 256
    private var table: ValuePointer?

    /// Where a key of that hash is kept. The slot owns its value.
    mutating func slot(_ hash: UInt32) -> ValuePointer {
        let index = Int((hash ^ hash &>> 15) & UInt32(JsonKeys.size - 1))
        if let table { return table + index }
        let made = ValuePointer.allocate(capacity: JsonKeys.size)
        made.initialize(repeating: .null, count: JsonKeys.size)
        table = made
        return made + index
    }
    deinit {
        guard let table else { return }
        for index in 0..<JsonKeys.size { table[index].release() }
        table.deallocate()
    }
}
