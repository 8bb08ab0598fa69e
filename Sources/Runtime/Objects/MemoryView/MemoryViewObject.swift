import CPythonABI
public enum MemoryViewObject {
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyMemoryView_TypePointer() }
    static func bytes(_ value: Value) throws(Raised) -> Ref { throw raise(.notImplementedError, "memoryview") }
    public static func make(_ value: Value) throws(Raised) -> Ref { throw raise(.notImplementedError, "memoryview") }
}
