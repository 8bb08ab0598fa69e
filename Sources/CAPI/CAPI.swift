// Putting the C API in place, when the first extension is loaded.

import CPythonABI
import Runtime

public enum CAPI {
    nonisolated(unsafe) private static var isReady = false

    /// Lets the import system load extension modules. Cheap; called at start.
    public static func install() {
        CapsuleMaker.make = { (memory, name) in
            Capsules.make(memory, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), nil).map { Border.fromC(owned: $0) } ?? .null
        }
        ExtensionLoading.suffixes = ExtensionModules.suffixes
        ExtensionLoading.create = { (path, name, spec) throws(Raised) -> Ref in try ExtensionModules.create(path: path, name: name, spec: spec) }
        ExtensionLoading.execute = { (module) throws(Raised) -> Void in try ExtensionModules.execute(module) }
    }

    /// Makes the runtime's types usable from C.
    static func prepare() {
        if isReady { return }
        isReady = true
        _PySwift_missing_function_hook = { name in
            // Without the GIL there is nobody to raise for.
            if _PySwift_thread_state() == nil { return }
            _ = raise(.systemError, "\(name.map { String(cString: $0) } ?? "?") is not built in this version")
        }
        SlotTables.exported.genericGetAttribute = PyObject_GenericGetAttr
        SlotTables.exported.genericSetAttribute = PyObject_GenericSetAttr
        SlotTables.exported.hashNotImplemented = PyObject_HashNotImplemented
        SlotTables.exported.genericAllocate = PyType_GenericAlloc
        SlotTables.exported.free = PyObject_Free
        SlotTables.exported.freeCollected = PyObject_GC_Del
        Exposure.vectorcall = _PySwift_vectorcall
        InitializationTable.prepare()
        SlotTables.activate()
    }
}
