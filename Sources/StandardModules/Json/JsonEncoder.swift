// The type Encoder: writes values as JSON, in one go.

import CPythonABI
import Numerics
import Runtime

enum JsonEncoder {
    private static let (markers, defaultHook, encoder, indent, keySeparator, itemSeparator, sortKeys, skipKeys, allowNaN, fastKind) =
        (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
    private static let newParameters = BoundParameters(
        "(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)")
    private static let callParameters = BoundParameters("(obj, _current_indent_level)")

    static let type: TypePointer = FieldObject.type("_json.Encoder", fields: 10, [.subclassable]) { type in
        type.doc("_iterencode(obj, _current_indent_level) -> iterable")
        type.field("markers", markers, doc: "markers")
        type.field("default", defaultHook, doc: "default")
        type.field("encoder", encoder, doc: "encoder")
        type.field("indent", indent, doc: "indent")
        type.field("key_separator", keySeparator, doc: "key_separator")
        type.field("item_separator", itemSeparator, doc: "item_separator")
        type.field("sort_keys", sortKeys, doc: "sort_keys")
        type.field("skipkeys", skipKeys, doc: "skipkeys")
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try newParameters.withBound(arguments, "make_encoder") { (a) throws(Raised) -> Ref in
                for index in [keySeparator, itemSeparator] where !StrObject.isInstance(a[index]) {
                    throw raise(.typeError, "make_encoder() argument \(index + 1) must be str, not \(a[index].isNone ? "None" : a[index].type.name)")
                }
                let flags = (try Truth.of(a[sortKeys]), try Truth.of(a[skipKeys]), try Truth.of(a[allowNaN]))
                guard DictObject.isInstance(a[markers]) || a[markers].isNone else {
                    throw raise(.typeError, "make_encoder() argument 1 must be dict or None, not \(ArgumentTypeName.of(a[markers]))")
                }
                let result = try FieldObject.make(type)
                let fields = Fields(result.value)
                for index in markers...itemSeparator { fields.set(index, a[index]) }
                fields.set(sortKeys, Value(bool: flags.0))
                fields.set(skipKeys, Value(bool: flags.1))
                fields.set(allowNaN, Value(bool: flags.2))
                fields.setInt(fastKind, a[encoder] === JsonText.asciiEncoder ? 1 : a[encoder] === JsonText.plainEncoder ? 2 : 0)
                return result
            }
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            try callParameters.withBound(arguments, "_iterencode") { (a) throws(Raised) -> Ref in
                _ = try CInteger.size(a[1])
                let held = Ref(self)
                var writer = JsonWriter(
                    held.value, fastKind: Fields(self).int(fastKind), sortsKeys: Fields(self)[sortKeys].isTrue,
                    skipsKeys: Fields(self)[skipKeys].isTrue, allowsNaN: Fields(self)[allowNaN].isTrue)
                try writer.write(a[0])
                let text = try writer.finish()
                let chunks = ListObject.make()
                try ListObject.append(chunks.value, text.value)
                return chunks
            }
        }
    }
}

struct JsonWriter: ~Copyable {
    private var builder = StrBuilder()
    /// The encoder's fields; the caller holds the encoder.
    private let fields: Fields
    private let fastKind: Int
    private let sortsKeys: Bool
    private let skipsKeys: Bool
    private let allowsNaN: Bool
    private let checksCircles: Bool

    init(_ encoder: Value, fastKind: Int, sortsKeys: Bool, skipsKeys: Bool, allowsNaN: Bool) {
        fields = Fields(encoder)
        self.fastKind = fastKind
        self.sortsKeys = sortsKeys
        self.skipsKeys = skipsKeys
        self.allowsNaN = allowsNaN
        checksCircles = !fields[0].isNone
    }
    consuming func finish() throws(Raised) -> Ref { try builder.finish() }

    mutating func write(_ value: Value) throws(Raised) {
        if StrObject.isInstance(value) { return try writeString(value) }
        if value.isSmallInt { return try writeInt(value.smallInt) }
        if value.isNone { return try builder.append("null") }
        if value.isBool { return try builder.append(value.isTrue ? "true" : "false") }
        if IntObject.isInstance(value) {
            let digits = try IntText.repr(value)
            return try builder.append(digits.value)
        }
        if FloatObject.isInstance(value) { return try writeFloat(FloatObject.number(value)) }
        if ListObject.isInstance(value) || TupleObject.isInstance(value) {
            try NativeStack.enterLevel(" while encoding a JSON object")
            defer { NativeStack.leaveLevel() }
            return try writeList(value)
        }
        if DictObject.isInstance(value) {
            try NativeStack.enterLevel(" while encoding a JSON object")
            defer { NativeStack.leaveLevel() }
            return try writeDict(value)
        }
        let marker = try mark(value)
        let hook = fields.hold(1)
        let replaced = try Call.call(hook.value, value)
        try NativeStack.enterLevel(" while encoding a JSON object")
        defer { NativeStack.leaveLevel() }
        try write(replaced.value)
        try unmark(marker.value)
    }

    // MARK: Circles

    /// Remembers a container that is being written, by its address.
    private func mark(_ value: Value) throws(Raised) -> Ref {
        guard checksCircles, DictObject.isInstance(fields[0]) else { return .null }
        let address = IntObject.make(Int(truncatingIfNeeded: value.bits))
        let table = fields.hold(0)
        if try DictObject.contains(table.value, address.value) { throw raise(.valueError, "Circular reference detected") }
        try DictObject.set(table.value, address.value, value)
        return address
    }
    private func unmark(_ marker: Value) throws(Raised) {
        if marker.isNull { return }
        let table = fields.hold(0)
        guard try DictObject.delete(table.value, marker) else { throw raise(.keyError, argument: marker) }
    }

    // MARK: Numbers and strings

    private mutating func writeString(_ value: Value) throws(Raised) {
        switch fastKind {
        case 1: try JsonText.append(value, ascii: true, to: &builder)
        case 2: try JsonText.append(value, ascii: false, to: &builder)
        default:
            let encoder = fields.hold(2)
            let text = try Call.call(encoder.value, value)
            guard StrObject.isInstance(text.value) else {
                throw raise(.typeError, "encoder() must return a string, not \(text.value.type.name)")
            }
            try builder.append(text.value)
        }
    }
    private mutating func writeInt(_ number: Int) throws(Raised) {
        var room = InlineArray<24, UInt8>(repeating: 0)
        var magnitude = number.magnitude
        var position = 24
        repeat {
            position -= 1
            room[position] = 48 &+ UInt8(truncatingIfNeeded: magnitude % 10)
            magnitude /= 10
        } while magnitude != 0
        if number < 0 {
            position -= 1
            room[position] = 45
        }
        try builder.reserve(24, maximum: 127)
        while position < 24 {
            try builder.append(UInt32(room[position]))
            position += 1
        }
    }
    private mutating func writeFloat(_ number: Double) throws(Raised) {
        guard number.isFinite else {
            if !allowsNaN { throw raise(.valueError, "Out of range float values are not JSON compliant") }
            return try builder.append(number.isNaN ? "NaN" : number > 0 ? "Infinity" : "-Infinity")
        }
        let text = try FloatRepr.repr(number)
        try builder.append(text.value)
    }

    // MARK: Containers

    private mutating func writeList(_ value: Value) throws(Raised) {
        let list = ListObject.isInstance(value)
        func length() -> Int { list ? ListObject.count(value) : TupleObject.count(value) }
        if length() == 0 { return try builder.append("[]") }
        let marker = try mark(value)
        try builder.append(91)
        var index = 0
        while index < length() {
            if index > 0 { try builder.append(fields[5]) }
            let item = Ref(list ? ListObject.item(value, index) : TupleObject.item(value, index))
            try write(item.value)
            index += 1
        }
        try unmark(marker.value)
        try builder.append(93)
    }

    private mutating func writeDict(_ value: Value) throws(Raised) {
        if DictObject.count(value) == 0 { return try builder.append("{}") }
        let marker = try mark(value)
        try builder.append(123)
        var isFirst = true
        if DictObject.isExact(value) && !sortsKeys {
            var position = 0
            let size = DictObject.count(value)
            while let entry = DictObject.next(value, &position) {
                let key = Ref(entry.key)
                let item = Ref(entry.value)
                try writeEntry(key.value, item.value, &isFirst)
                if DictObject.count(value) != size { throw raise(.runtimeError, "dictionary changed size during iteration") }
            }
        } else {
            let view = try Call.method(value, JsonNames.items)
            let items = try Iteration.list(view.value)
            if sortsKeys { try ListObject.sort(items.value, key: .none, reverse: false) }
            var index = 0
            while index < ListObject.count(items.value) {
                let pair = Ref(ListObject.item(items.value, index))
                guard TupleObject.isInstance(pair.value), TupleObject.count(pair.value) == 2 else {
                    throw raise(.valueError, "items must return 2-tuples")
                }
                try writeEntry(TupleObject.item(pair.value, 0), TupleObject.item(pair.value, 1), &isFirst)
                index += 1
            }
        }
        try unmark(marker.value)
        try builder.append(125)
    }

    private mutating func writeEntry(_ key: Value, _ item: Value, _ isFirst: inout Bool) throws(Raised) {
        if StrObject.isInstance(key) {
            try separate(&isFirst)
            try writeString(key)
        } else {
            let text: Ref
            if FloatObject.isInstance(key) {
                let number = FloatObject.number(key)
                if number.isFinite {
                    text = try FloatRepr.repr(number)
                } else {
                    if !allowsNaN { throw raise(.valueError, "Out of range float values are not JSON compliant") }
                    text = StrObject.intern(number.isNaN ? "NaN" : number > 0 ? "Infinity" : "-Infinity")
                }
            } else if key.isBool || key.isNone {
                text = StrObject.intern(key.isNone ? "null" : key.isTrue ? "true" : "false")
            } else if IntObject.isInstance(key) {
                text = try IntText.repr(key)
            } else if skipsKeys {
                return
            } else {
                throw raise(.typeError, "keys must be str, int, float, bool or None, not \(key.type.name)")
            }
            try separate(&isFirst)
            try writeString(text.value)
        }
        try builder.append(fields[4])
        try write(item)
    }
    private mutating func separate(_ isFirst: inout Bool) throws(Raised) {
        if isFirst { isFirst = false } else { try builder.append(fields[5]) }
    }
}
