// What attribute instructions learned, shared by all of them.
//
// An instruction's own cache holds one type. A site that sees several would look the attribute up anew each time; here it finds what
// any site learned about the type and name. An entry is good as long as its version is the type's.

import CPythonABI
import Compiler

enum AttributeCache {
    typealias Entry = UnsafeMutablePointer<PySwiftAttributeEntry>

    /// What an entry says. An entry serves one of loading, storing and loading a method.
    enum Kind: UInt16 {
        case none
        // Loading.
        /// An inline attribute of the instance; `place` is its number.
        case instance
        /// A slot of the instance at the offset `place`.
        case slot
        /// An attribute of the class that instances cannot hide, as long as they have no dict of their own.
        case classValue
        /// A property without `__getattr__` beside it: `value` is its function, which is written in Python.
        case property
        /// An attribute of a class, asked of the class: `value` is the result. The version is that of the class itself.
        case typeValue
        /// An attribute that a function of Swift computes: `value` is its descriptor.
        case getter
        /// A field of a named tuple: `place` is its index.
        case tupleItem
        // Storing.
        case storeInstance
        case storeSlot
        // Loading a method.
        /// A function that the object is passed to; instances cannot hide it as long as they have no dict of their own.
        case method
        /// A function asked of a class: it is called as it is.
        case typeFunction
        /// A class method asked of a class: the function of `value` is called with the class.
        case typeMethod
    }
    enum Use: UInt64 {
        case load = 0
        case store = 0x155
        case method = 0x2AA
    }

    @inline(__always) static func entry(_ version: UInt32, _ name: Value, _ use: Use) -> Entry {
        _pyswift_attribute_entry(Int(truncatingIfNeeded: name.bits >> 4 ^ UInt64(version) &* 7 ^ use.rawValue))
    }
    /// The entry of a type and name, or nil.
    @inline(__always) static func find(_ version: UInt32, _ name: Value, _ use: Use) -> Entry? {
        let entry = entry(version, name, use)
        return version != 0 && entry.pointee.version == version && entry.pointee.name === name ? entry : nil
    }
    static func learn(_ version: UInt32, _ name: Value, _ use: Use, _ kind: Kind, place: Int = 0, _ value: Value = .null) {
        guard version != 0, place >= 0, place < 1 << 16, StrObject.isPermanent(name) else { return }
        entry(version, name, use).pointee = PySwiftAttributeEntry(
            version: version, kind: kind.rawValue, place: UInt16(place), name: name, value: value)
    }
    /// Whether instances of the object's type with a dict of their own must be ruled out, and this one has none.
    @inline(__always) static func hasNoDict(_ object: ObjectPointer) -> Bool {
        !object.pointee.ob_type.hasManagedDict || object.instanceDict.pointee.isNull
    }

    /// What the instance's own dict has under a name of the class, or null. (Without a dict of its own it has nothing: the version
    /// says so.)
    @inline(__always) static func hidden(_ object: ObjectPointer, _ name: Value) -> Value {
        hasNoDict(object) ? .null : DictObject.get(object.instanceDict.pointee, name: name)
    }

    /// r[b].name by what is known; false: nothing is, or it does not hold for this object. Leaves the operand alone.
    @inline(__always) static func load(_ object: ObjectPointer, _ name: Value, _ found: inout Value, _ getter: inout Value) {
        let type = object.pointee.ob_type.unsafelyUnwrapped
        if let entry = find(type.pointee.tp_version_tag, name, .load) {
            switch entry.pointee.kind {
            case Kind.instance.rawValue:
                let place = Int(entry.pointee.place)
                if object.instanceDict.pointee.isNull {
                    if place < Int(object.instanceMeta.pointee & 0xFF) { found = object.instanceValue(place).pointee }
                } else {
                    found = DictObject.get(object.instanceDict.pointee, name: name)
                }
            case Kind.slot.rawValue:
                found = (UnsafeMutableRawPointer(object) + Int(entry.pointee.place)).load(as: Value.self)
            case Kind.classValue.rawValue:
                found = hidden(object, name)
                if found.isNull { found = entry.pointee.value }
            case Kind.tupleItem.rawValue:
                let tuple = Value(object)
                let place = Int(entry.pointee.place)
                if place < TupleObject.count(tuple) { found = TupleObject.item(tuple, place) }
            case Kind.property.rawValue:
                getter = entry.pointee.value
            default: break
            }
        } else if type == PyType_TypePointer() {
            let version = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyTypeObject.self).pointee.tp_version_tag
            if let entry = find(version, name, .load), entry.pointee.kind == Kind.typeValue.rawValue { found = entry.pointee.value }
        }
    }

    /// What a class gives for a name when it is asked itself, if that is plain to see: by its version alone. Null: it is not.
    static func ofType(_ object: Value, _ name: Value) -> (value: Value, isMethod: Bool) {
        guard object.isObject, object.object.pointee.ob_type == PyType_TypePointer(), PyType_TypePointer().lookup(name).isNull else {
            return (.null, false)
        }
        let type = object.cast(to: PyTypeObject.self)
        guard type.version != 0 else { return (.null, false) }
        let attribute = type.lookup(name)
        if attribute.isNull { return (.null, false) }
        if !attribute.isObject || attribute.record.pointee.descriptorGet == nil || FunctionObject.isExact(attribute) { return (attribute, false) }
        if attribute.object.pointee.ob_type == PyStaticMethod_TypePointer() {
            return (Descriptors.wrappedCallable(attribute), false)
        }
        if attribute.object.pointee.ob_type == PyClassMethod_TypePointer() {
            let function = Descriptors.wrappedCallable(attribute)
            return FunctionObject.isExact(function) ? (function, true) : (.null, false)
        }
        return (.null, false)
    }
}
