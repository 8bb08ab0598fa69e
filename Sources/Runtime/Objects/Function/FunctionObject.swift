// Functions defined in Python.

import CPythonABI
import Compiler
import Glibc

public enum FunctionObject {
    @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyFunctionObject> { value.cast(to: PyFunctionObject.self) }
    @inline(__always) public static func isExact(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type == PyFunction_TypePointer()
    }
    // The fields are words of the runtime (values); null is "absent".
    @inline(__always) static func field(_ value: Value, _ offset: Int) -> UnsafeMutablePointer<Value> {
        (UnsafeMutableRawPointer(value.object) + offset).assumingMemoryBound(to: Value.self)
    }
    @inline(__always) static func globals(_ value: Value) -> Value { field(value, 16).pointee }
    @inline(__always) static func builtins(_ value: Value) -> Value { field(value, 24).pointee }
    @inline(__always) public static func name(_ value: Value) -> Value { field(value, 32).pointee }
    @inline(__always) static func qualifiedName(_ value: Value) -> Value { field(value, 40).pointee }
    @inline(__always) static func code(_ value: Value) -> Value { field(value, 48).pointee }
    @inline(__always) static func defaults(_ value: Value) -> Value { field(value, 56).pointee }
    @inline(__always) static func keywordDefaults(_ value: Value) -> Value { field(value, 64).pointee }
    @inline(__always) static func closure(_ value: Value) -> Value { field(value, 72).pointee }
    /// Perhaps pending: what does not look for `simpleArgumentCount` first must ask `CodeObject.linked`.
    @inline(__always) static func linked(_ value: Value) -> CodePointer { CodeObject.linkedAsIs(code(value)) }
    // They are the words 2 to 14 but for word 12, the list of weak references.

    /// A function of borrowed code and globals, without defaults.
    public static func make(code: Value, globals: Value, builtins: Value) -> Ref {
        let function = ObjectMemory.newCollected(PyFunction_TypePointer(), as: PyFunctionObject.self, size: 136)
        (UnsafeMutableRawPointer(function) + 16).assumingMemoryBound(to: InlineArray<15, UInt64>.self).pointee = InlineArray(repeating: 0)
        let value = Value(pointer: function)
        let linked = CodeObject.linkedAsIs(code)
        func set(_ offset: Int, _ content: Value) {
            content.retain()
            field(value, offset).pointee = content
        }
        set(16, globals)
        set(24, builtins)
        set(32, CodeObject.name(linked))
        set(40, CodeObject.qualifiedName(linked))
        set(48, code)
        // The docstring is the first constant.
        let flags = linked.pointee.flags
        if flags & CodeFlags.optimized != 0 && linked.pointee.constantCount > 0 && StrObject.isExact(linked.pointee.constants[0]) {
            set(80, linked.pointee.constants[0])
        } else {
            field(value, 80).pointee = .none
        }
        let module = moduleName(globals)
        if !module.isNull { set(104, module) }
        Collector.track(value.object)
        return Ref(owned: value)
    }
    /// `__name__` in the globals, borrowed, or null. Functions are made by the dozen in one module: its place in the table is remembered.
    @inline(__always) private static func moduleName(_ globals: Value) -> Value {
        let version = DictObject.keys(globals).pointee.version
        if version != 0 && version == nameVersion, let namePlace { return namePlace.pointee }
        return findModuleName(globals)
    }
    @inline(never) private static func findModuleName(_ globals: Value) -> Value {
        let keys = DictObject.keys(globals)
        guard !keys.pointee.isGeneral else { return DictObject.get(globals, name: Names.name) }
        let index = DictObject.findSimple(keys, Names.name, StrObject.hash(Names.name))
        if index < 0 { return .null }
        nameVersion = DictObject.keysVersion(globals)
        namePlace = keys.entry(index) + 1
        return keys.value(index)
    }
    nonisolated(unsafe) private static var nameVersion: UInt32 = 0
    nonisolated(unsafe) private static var namePlace: UnsafeMutablePointer<Value>?

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let value = Value(object)
        if head(value).pointee.func_weakreflist != nil { WeakReferences.clear(object) }
        let words = value.cast(to: Value.self)
        var index = 2
        while index < 15 {
            if index != 12 { words[index].release() }
            index &+= 1
        }
        ObjectMemory.freeCollected(object, size: 136)
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let words = Value(object).cast(to: Value.self)
        var index = 2
        while index < 15 {
            if index != 12 && words[index].isObject {
                let result = visit(words[index].object, argument)
                if result != 0 { return result }
            }
            index &+= 1
        }
        return 0
    }
    static let clear: inquiry = { object in
        guard let object else { return 0 }
        // Code and globals stay: a function may be called while its cycle is taken apart.
        for offset in [56, 64, 72, 80, 88, 112] {
            let slot = field(Value(object), offset)
            let content = slot.pointee
            slot.pointee = offset == 80 ? .none : .null
            content.release()
        }
        return 0
    }
}
