// The module _tracemalloc: allocations are not traced, and it says so.

import CPythonABI
import Runtime

enum TracemallocModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Debug module to trace memory blocks allocated by Python.")
        module.function("is_tracing", .noArguments { (_) throws(Raised) -> Ref in .bool(false) }, "($module, /)",
            doc: "Return True if the tracemalloc module is tracing Python memory allocations.")
        module.function("clear_traces", .noArguments { (_) throws(Raised) -> Ref in .none }, "($module, /)",
            doc: "Clear traces of memory blocks allocated by Python.")
        module.function("stop", .noArguments { (_) throws(Raised) -> Ref in .none }, "($module, /)",
            doc: "Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python.")
        module.function("reset_peak", .noArguments { (_) throws(Raised) -> Ref in .none }, "($module, /)",
            doc: "Set the peak size of memory blocks traced by tracemalloc to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory allocations.")
        module.function("_get_traces", .noArguments { (_) throws(Raised) -> Ref in ListObject.make() }, "($module, /)",
            doc: "Get traces of all memory blocks allocated by Python.\n\nReturn a list of (size: int, traceback: tuple) tuples.\ntraceback is a tuple of (filename: str, lineno: int) tuples.\n\nReturn an empty list if the tracemalloc module is disabled.")
        module.function("_get_object_traceback", .one { (_, _) throws(Raised) -> Ref in .none }, "($module, obj, /)",
            doc: "Get the traceback where the Python object obj was allocated.\n\nReturn a tuple of (filename: str, lineno: int) tuples.\nReturn None if the tracemalloc module is disabled or did not\ntrace the allocation of the object.")
        module.function("get_traceback_limit", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(1) }, "($module, /)",
            doc: "Get the maximum number of frames stored in the traceback of a trace.\n\nBy default, a trace of an allocated memory block only stores\nthe most recent frame: the limit is 1.")
        module.function("get_traced_memory", .noArguments { (_) throws(Raised) -> Ref in
            TupleObject.make(Value(smallInt: 0), Value(smallInt: 0))
        }, "($module, /)",
            doc: "Get the current size and peak size of memory blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int).")
        module.function("get_tracemalloc_memory", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(0) }, "($module, /)",
            doc: "Get the memory usage in bytes of the tracemalloc module.\n\nThis memory is used internally to trace memory allocations.")
        module.function("start", .positional(minimum: 0, maximum: 1) { (_, _) throws(Raised) -> Ref in
            throw raise(.notImplementedError, "tracemalloc.start(): memory allocations cannot be traced in this version")
        }, "($module, nframe=1, /)",
            doc: "Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a\ntrace to nframe.")
    }
}
