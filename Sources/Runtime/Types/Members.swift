// Attributes that are fields of an object's struct (`PyMemberDef`).

import CPythonABI

public enum Members {
    /// A member type of our own: a word that holds a value, as `__slots__` of Python classes make them.
    static let valueCode: Int32 = 1000
    /// As `valueCode`, with None for no value.
    static let optionalValueCode: Int32 = 1001
    /// As `valueCode`, in an object whose words C may have seen: constants in the form of pointers turn back.
    static let exposedValueCode: Int32 = 1002

    public static func get(_ object: Value, _ member: UnsafeMutablePointer<PyMemberDef>!) throws(Raised) -> Ref {
        let field = UnsafeMutableRawPointer(object.object) + member.pointee.offset
        switch member.pointee.type {
        case valueCode:
            let value = field.load(as: Value.self)
            if value.isNull { throw missing(object, member) }
            return Ref(value)
        case exposedValueCode:
            let value = field.load(as: Value.self)
            if value.isNull { throw missing(object, member) }
            return Ref(Border.read(value))
        case optionalValueCode:
            let value = field.load(as: Value.self)
            return value.isNull ? .none : Ref(value)
        case T_OBJECT, T_OBJECT_EX:
            guard let value = field.load(as: ObjectPointer?.self) else {
                if member.pointee.type == T_OBJECT { return .none }
                throw missing(object, member)
            }
            return Ref(Border.fromC(borrowed: value))
        case T_SHORT: return IntObject.make(Int(field.load(as: Int16.self)))
        case T_USHORT: return IntObject.make(Int(field.load(as: UInt16.self)))
        case T_INT: return IntObject.make(Int(field.load(as: Int32.self)))
        case T_UINT: return IntObject.make(Int(field.load(as: UInt32.self)))
        case T_LONG, T_LONGLONG, T_PYSSIZET: return IntObject.make(field.load(as: Int.self))
        case T_ULONG, T_ULONGLONG: return IntObject.make(unsigned: field.load(as: UInt.self))
        case T_FLOAT: return .float(Double(field.load(as: Float.self)))
        case T_DOUBLE: return .float(field.load(as: Double.self))
        case T_BYTE: return IntObject.make(Int(field.load(as: Int8.self)))
        case T_UBYTE: return IntObject.make(Int(field.load(as: UInt8.self)))
        case T_CHAR: return StrObject.character(UInt32(field.load(as: UInt8.self)))
        case T_BOOL: return .bool(field.load(as: UInt8.self) != 0)
        case T_STRING:
            guard let text = field.load(as: UnsafePointer<CChar>?.self) else { return .none }
            return StrObject.make(String(cString: text))
        case T_STRING_INPLACE: return StrObject.make(String(cString: field.assumingMemoryBound(to: CChar.self)))
        case T_NONE: return .none
        default: throw raise(.systemError, "bad memberdescr type for \(name(member))")
        }
    }

    public static func set(_ object: Value, _ member: UnsafeMutablePointer<PyMemberDef>!, _ value: Value) throws(Raised) {
        if member.pointee.flags & 1 != 0 { throw raise(.attributeError, "readonly attribute") }
        let field = UnsafeMutableRawPointer(object.object) + member.pointee.offset
        switch member.pointee.type {
        case valueCode, optionalValueCode:
            let slot = field.assumingMemoryBound(to: Value.self)
            let old = slot.pointee
            if value.isNull && old.isNull && member.pointee.type == valueCode { throw raise(.attributeError, name(member)) }
            value.retain()
            slot.pointee = value
            old.release()
            return
        case T_OBJECT, T_OBJECT_EX:
            let slot = field.assumingMemoryBound(to: ObjectPointer?.self)
            let old = slot.pointee
            if value.isNull && old == nil && member.pointee.type == T_OBJECT_EX { throw missing(object, member) }
            slot.pointee = value.isNull ? nil : Border.toC(value)
            if let old { Value(old).release() }
            return
        default: break
        }
        if value.isNull { throw raise(.typeError, "can't delete numeric/char attribute") }
        switch member.pointee.type {
        case T_BOOL:
            guard value.isBool else { throw raise(.typeError, "attribute value type must be bool") }
            field.storeBytes(of: value.isTrue ? 1 : 0, as: UInt8.self)
        case T_BYTE: try store(Int8.self, field, value, "char")
        case T_UBYTE: try store(UInt8.self, field, value, "unsigned char")
        case T_SHORT: try store(Int16.self, field, value, "short")
        case T_USHORT: try store(UInt16.self, field, value, "unsigned short")
        case T_INT: try store(Int32.self, field, value, "int")
        case T_UINT:
            let number = try unsigned(value)
            field.storeBytes(of: UInt32(truncatingIfNeeded: number), as: UInt32.self)
            if number > UInt(UInt32.max) { try truncated("unsigned int") }
        case T_LONG: field.storeBytes(of: try long(value, "Python int too large to convert to C long"), as: Int.self)
        case T_LONGLONG: field.storeBytes(of: try long(value, "int too big to convert"), as: Int.self)
        case T_PYSSIZET:
            guard IntObject.isInstance(value) else { throw raise(.typeError, "an integer is required") }
            field.storeBytes(of: try long(value, "Python int too large to convert to C ssize_t"), as: Int.self)
        case T_ULONG: field.storeBytes(of: try unsigned(value), as: UInt.self)
        case T_ULONGLONG:
            if IntObject.isInstance(value) {
                let view = IntView(value)
                if view.isNegative { throw raise(.overflowError, "can't convert negative int to unsigned") }
                guard let number = view.unsigned else { throw raise(.overflowError, "int too big to convert") }
                field.storeBytes(of: number, as: UInt.self)
            } else {
                field.storeBytes(of: try long(value, "Python int too large to convert to C long"), as: Int.self)
            }
        case T_FLOAT, T_DOUBLE:
            let number = try FloatConversion.number(value)
            if member.pointee.type == T_FLOAT {
                field.storeBytes(of: Float(number), as: Float.self)
            } else {
                field.storeBytes(of: number, as: Double.self)
            }
        case T_CHAR:
            guard StrObject.isInstance(value), StrObject.length(value) == 1, StrObject.character(value, 0) < 128 else {
                throw raise(.typeError, "bad argument type for built-in operation")
            }
            field.storeBytes(of: UInt8(StrObject.character(value, 0)), as: UInt8.self)
        case T_STRING, T_STRING_INPLACE: throw raise(.typeError, "readonly attribute")
        default: throw raise(.systemError, "bad memberdescr type for \(name(member))")
        }
    }

    private static func long(_ value: Value, _ message: StaticString) throws(Raised) -> Int {
        let number = try Index.object(value)
        guard let result = IntView(number.value).int else { throw raise(.overflowError, "\(message)") }
        return result
    }
    /// A number for an unsigned field: negative ones are written as they are, with a warning.
    private static func unsigned(_ value: Value) throws(Raised) -> UInt {
        if IntObject.isInstance(value), let number = IntView(value).unsigned { return number }
        let number = try long(value, "Python int too large to convert to C long")
        try Warnings.warn(.runtimeWarning, "Writing negative value into unsigned field")
        return UInt(bitPattern: number)
    }
    private static func store<T: FixedWidthInteger>(
        _ type: T.Type, _ field: UnsafeMutableRawPointer, _ value: Value, _ name: StaticString
    ) throws(Raised) {
        let number = try long(value, "Python int too large to convert to C long")
        field.storeBytes(of: T(truncatingIfNeeded: number), as: T.self)
        if T(exactly: number) == nil { try truncated(name) }
    }
    private static func truncated(_ name: StaticString) throws(Raised) {
        try Warnings.warn(.runtimeWarning, "Truncation of value to \(name)")
    }

    private static func name(_ member: UnsafeMutablePointer<PyMemberDef>) -> String { String(cString: member.pointee.name) }
    private static func missing(_ object: Value, _ member: UnsafeMutablePointer<PyMemberDef>) -> Raised {
        let name = StrObject.make(name(member))
        return AttributeErrors.raise("'\(object.type.name)' object has no attribute '\(text(name.value))'", name: name.value, object: object)
    }
}
