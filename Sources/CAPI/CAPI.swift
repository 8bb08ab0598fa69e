// Putting the C API in place, when the first extension is loaded.

import CPythonABI
import Runtime

public enum CAPI {
    nonisolated(unsafe) private static var isReady = false

    /// Makes the runtime's types usable from C.
    static func prepare() {
        if isReady { return }
        isReady = true
        _PySwift_missing_function_hook = { name in
            _ = raise(.systemError, "\(name.map { String(cString: $0) } ?? "?") is not built in this version")
        }
        SlotTables.exported.genericGetAttribute = PyObject_GenericGetAttr
        SlotTables.exported.genericSetAttribute = PyObject_GenericSetAttr
        SlotTables.exported.hashNotImplemented = PyObject_HashNotImplemented
        SlotTables.exported.genericAllocate = PyType_GenericAlloc
        SlotTables.exported.free = PyObject_Free
        SlotTables.exported.freeCollected = PyObject_GC_Del
        Exposure.vectorcall = _PySwift_vectorcall
        SlotTables.activate()
    }
}
