// Attributes that are fields of an object's struct (`PyMemberDef`).

import CPythonABI

public enum Members {
    /// A member type of our own: a word that holds a value, as `__slots__` of Python classes make them.
    static let valueCode: Int32 = 1000
    /// As `valueCode`, with None for no value.
    static let optionalValueCode: Int32 = 1001

    public static func get(_ object: Value, _ member: UnsafeMutablePointer<PyMemberDef>!) throws(Raised) -> Ref {
        let field = UnsafeMutableRawPointer(object.object) + member.pointee.offset
        switch member.pointee.type {
        case valueCode:
            let value = field.load(as: Value.self)
            if value.isNull { throw missing(object, member) }
            return Ref(value)
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
        case T_BYTE, T_UBYTE: field.storeBytes(of: UInt8(truncatingIfNeeded: try Index.of(value, .overflowError)), as: UInt8.self)
        case T_SHORT, T_USHORT: field.storeBytes(of: UInt16(truncatingIfNeeded: try Index.of(value, .overflowError)), as: UInt16.self)
        case T_INT, T_UINT: field.storeBytes(of: UInt32(truncatingIfNeeded: try Index.of(value, .overflowError)), as: UInt32.self)
        case T_LONG, T_LONGLONG, T_PYSSIZET, T_ULONG, T_ULONGLONG: field.storeBytes(of: try Index.of(value, .overflowError), as: Int.self)
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

    private static func name(_ member: UnsafeMutablePointer<PyMemberDef>) -> String { String(cString: member.pointee.name) }
    private static func missing(_ object: Value, _ member: UnsafeMutablePointer<PyMemberDef>) -> Raised {
        let name = StrObject.make(name(member))
        return AttributeErrors.raise("'\(object.type.name)' object has no attribute '\(text(name.value))'", name: name.value, object: object)
    }
}
