// Exception classes of native modules.

import CPythonABI

public enum ExceptionClasses {
    /// A new exception class: "module.Name", with a base. It lives as long as the process.
    public static func make(_ fullName: String, base: TypePointer) throws(Raised) -> TypePointer {
        let dot = fullName.lastIndex(of: ".")
        let name = StrObject.intern(dot.map { String(fullName[fullName.index(after: $0)...]) } ?? fullName)
        let module = StrObject.intern(dot.map { String(fullName[..<$0]) } ?? "builtins")
        let bases = TupleObject.make(base.value)
        let namespace = DictObject.make()
        DictObject.set(namespace.value, name: Names.module, module.value)
        return Classes.type(try Call.call(PyType_TypePointer().value, name.value, bases.value, namespace.value).take())
    }
}

extension PendingException {
    /// The class of the pending exception; nil if there is none.
    static var type: TypePointer? {
        state.pointee.curexc_type.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: PyTypeObject.self) }
    }
}
