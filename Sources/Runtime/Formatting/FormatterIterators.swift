// The iterators of the module `_string`, which `string.Formatter` takes format strings apart with.

import CPythonABI

public enum FormatterIterators {
    // Both keep a str at +16, the position at +24 and the end at +32; the one over a field's name counts from behind its first part.
    private static func make(_ type: TypePointer?, _ size: Int, _ text: Value, _ position: Int) -> Ref {
        let object = ObjectMemory.new(type.unsafelyUnwrapped, as: PyObject.self, size: size)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        text.retain()
        words[2] = text
        words[3] = Value(bits: UInt64(position))
        words[4] = Value(bits: UInt64(StrObject.length(text)))
        return Ref(owned: Value(object))
    }

    /// _string.formatter_parser(format)
    public static func parser(_ format: Value) throws(Raised) -> Ref {
        if !StrObject.isInstance(format) { throw raise(.typeError, "expected str, got \(format.type.name)") }
        return make(_PySwift_FormatterIter_TypePointer(), 48, format, 0)
    }
    /// _string.formatter_field_name_split(name): the first part, an int or a str, and an iterator over the rest.
    public static func splitName(_ name: Value) throws(Raised) -> Ref {
        if !StrObject.isInstance(name) { throw raise(.typeError, "expected str, got \(name.type.name)") }
        let text = StrSpan(name)
        let end = FieldNameReader(text, 0, text.count).firstEnd
        let number = try FieldNameReader.number(text, 0, end)
        let first = number >= 0 ? IntObject.make(number) : try StrObject.make(text.slice(0, end))
        let rest = make(_PySwift_FieldNameIter_TypePointer(), 56, name, end)
        return TupleObject.make(first.value, rest.value)
    }

    static func describeParser(_ type: TypeBuilder) {
        describeMemory(type)
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            let text = StrSpan(words[2])
            var reader = MarkupReader(text: text, position: Int(words[3].bits), end: text.count)
            var field = ReplacementField()
            var literalStart = 0
            var literalEnd = 0
            guard try reader.next(&literalStart, &literalEnd, &field) else { return .null }
            words[3] = Value(bits: UInt64(reader.position))
            let literal = try StrObject.make(text.slice(literalStart, literalEnd))
            if !field.present { return TupleObject.make(literal.value, .none, .none, .none) }
            let name = try StrObject.make(text.slice(field.nameStart, field.nameEnd))
            let spec = try StrObject.make(text.slice(field.specStart, field.specEnd))
            let conversion = field.conversion == 0 ? Ref.none : StrObject.character(field.conversion)
            return TupleObject.make(literal.value, name.value, spec.value, conversion.value)
        }
    }
    static func describeName(_ type: TypeBuilder) {
        describeMemory(type, size: 56)
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            let text = StrSpan(words[2])
            var reader = FieldNameReader(text, at: Int(words[3].bits))
            var isAttribute = false
            var start = 0
            var stop = 0
            guard try reader.next(&isAttribute, &start, &stop) else { return .null }
            words[3] = Value(bits: UInt64(reader.position))
            let number = isAttribute ? -1 : try FieldNameReader.number(text, start, stop)
            let part = number >= 0 ? IntObject.make(number) : try StrObject.make(text.slice(start, stop))
            return TupleObject.make(Value(bool: isAttribute), part.value)
        }
    }
    private static func describeMemory(_ type: TypeBuilder, size: Int = 48) {
        if size == 48 {
            type.type.pointee.tp_dealloc = { object in FormatterIterators.free(object, 48) }
        } else {
            type.type.pointee.tp_dealloc = { object in FormatterIterators.free(object, 56) }
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
    }
    private static func free(_ object: ObjectPointer?, _ size: Int) {
        guard let object else { return }
        UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)[2].release()
        ObjectMemory.free(object, size: size)
    }
}
