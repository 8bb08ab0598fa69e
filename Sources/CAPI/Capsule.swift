// PyCapsule_*

import CPythonABI
import Glibc
import Runtime

enum Capsules {
    struct Layout {
        var head: PyObject
        var pointer: UnsafeMutableRawPointer?
        var name: CString?
        var context: UnsafeMutableRawPointer?
        var destructor: (@convention(c) (Object?) -> Void)?
    }
    static func layout(_ object: Object) -> UnsafeMutablePointer<Layout> { UnsafeMutableRawPointer(object).assumingMemoryBound(to: Layout.self) }

    static func make(_ pointer: UnsafeMutableRawPointer?, _ name: CString?, _ destructor: (@convention(c) (Object?) -> Void)?) -> Object? {
        guard let pointer else {
            _ = raise(.valueError, "PyCapsule_New called with null pointer")
            return nil
        }
        if PyCapsule_TypePointer().pointee.tp_dealloc == nil || !isDescribed { describe() }
        let object = ObjectMemory.new(PyCapsule_TypePointer(), as: Layout.self, size: MemoryLayout<Layout>.size)
        object.pointee.pointer = pointer
        object.pointee.name = name
        object.pointee.context = nil
        object.pointee.destructor = destructor
        return UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyObject.self)
    }
    nonisolated(unsafe) private static var isDescribed = false
    private static func describe() {
        isDescribed = true
        let type: TypePointer = PyCapsule_TypePointer()
        type.pointee.tp_dealloc = { object in
            guard let object else { return }
            if let destructor = Capsules.layout(object).pointee.destructor { destructor(object) }
            ObjectMemory.free(object, size: MemoryLayout<Layout>.size)
        }
        type.record.pointee.repr = { (self) throws(Raised) -> Ref in
            let name = layout(self.object).pointee.name.map { "\"\(String(cString: $0))\"" } ?? "NULL"
            return StrObject.make("<capsule object \(name) at \(Repr.address(self))>")
        }
    }
    static func isCapsule(_ object: Object?) -> Bool { object?.pointee.ob_type == PyCapsule_TypePointer() && layout(object!).pointee.pointer != nil }
    static func sameName(_ a: CString?, _ b: CString?) -> Bool {
        guard let a, let b else { return a == b }
        return strcmp(a, b) == 0
    }
    static func require(_ object: Object?, _ function: StaticString) -> UnsafeMutablePointer<Layout>? {
        guard let object, isCapsule(object) else {
            _ = raise(.valueError, "\(function) called with invalid PyCapsule object")
            return nil
        }
        return layout(object)
    }
}
@c public func PyCapsule_GetPointer(_ object: Object?, _ name: CString?) -> UnsafeMutableRawPointer? {
    guard let capsule = Capsules.require(object, "PyCapsule_GetPointer") else { return nil }
    guard Capsules.sameName(capsule.pointee.name, name) else {
        _ = raise(.valueError, "PyCapsule_GetPointer called with incorrect name")
        return nil
    }
    return capsule.pointee.pointer
}
@c public func PyCapsule_IsValid(_ object: Object?, _ name: CString?) -> Int32 {
    Capsules.isCapsule(object) && Capsules.sameName(Capsules.layout(object!).pointee.name, name) ? 1 : 0
}
@c public func PyCapsule_GetName(_ object: Object?) -> CString? { Capsules.require(object, "PyCapsule_GetName")?.pointee.name }
@c public func PyCapsule_GetContext(_ object: Object?) -> UnsafeMutableRawPointer? { Capsules.require(object, "PyCapsule_GetContext")?.pointee.context }
@c public func PyCapsule_GetDestructor(_ object: Object?) -> (@convention(c) (Object?) -> Void)? {
    Capsules.require(object, "PyCapsule_GetDestructor")?.pointee.destructor
}
@c public func PyCapsule_SetPointer(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 {
    guard let pointer else {
        _ = raise(.valueError, "PyCapsule_SetPointer called with null pointer")
        return -1
    }
    guard let capsule = Capsules.require(object, "PyCapsule_SetPointer") else { return -1 }
    capsule.pointee.pointer = pointer
    return 0
}
@c public func PyCapsule_SetName(_ object: Object?, _ name: CString?) -> Int32 {
    guard let capsule = Capsules.require(object, "PyCapsule_SetName") else { return -1 }
    capsule.pointee.name = name
    return 0
}
@c public func PyCapsule_SetContext(_ object: Object?, _ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let capsule = Capsules.require(object, "PyCapsule_SetContext") else { return -1 }
    capsule.pointee.context = context
    return 0
}
@c public func PyCapsule_SetDestructor(_ object: Object?, _ destructor: (@convention(c) (Object?) -> Void)?) -> Int32 {
    guard let capsule = Capsules.require(object, "PyCapsule_SetDestructor") else { return -1 }
    capsule.pointee.destructor = destructor
    return 0
}
/// "package.module.attribute": imports and takes the pointer out.
@c public func PyCapsule_Import(_ name: CString?, _ noBlock: Int32) -> UnsafeMutableRawPointer? {
    guard let name else { return nil }
    let parts = String(cString: name).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    do throws(Raised) {
        if parts == ["datetime", "datetime_CAPI"] { try DateTimeCapsule.provide() }
        let first = StrObject.intern(parts[0])
        var object = Ref.null
        do throws(Raised) { object = try InterpreterHooks.importByName(first.value) } catch {
            PendingException.clear()
            throw raise(.importError, "PyCapsule_Import could not import module \"\(parts[0])\"")
        }
        for part in parts.dropFirst() {
            let key = StrObject.intern(part)
            object = try Attributes.get(object.value, key.value)
        }
        guard PyCapsule_IsValid(object.value.isObject ? object.value.object : nil, name) != 0 else {
            throw raise(.attributeError, "PyCapsule_Import \"\(String(cString: name))\" is not valid")
        }
        return PyCapsule_GetPointer(object.value.object, name)
    } catch { return nil }
}
