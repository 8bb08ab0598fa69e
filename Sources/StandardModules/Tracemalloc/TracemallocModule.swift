// The module _tracemalloc: what `AllocationTraces` knows, for Python's `tracemalloc`.

import CPythonABI
import Runtime

enum TracemallocModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Debug module to trace memory blocks allocated by Python.")
        module.function("is_tracing", .noArguments { (_) throws(Raised) -> Ref in .bool(AllocationTraces.isOn) }, "($module, /)",
            doc: "Return True if the tracemalloc module is tracing Python memory allocations.")
        module.function("clear_traces", .noArguments { (_) throws(Raised) -> Ref in
            AllocationTraces.clear()
            return .none
        }, "($module, /)", doc: "Clear traces of memory blocks allocated by Python.")
        module.function("stop", .noArguments { (_) throws(Raised) -> Ref in
            AllocationTraces.stop()
            return .none
        }, "($module, /)", doc: "Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python.")
        module.function("reset_peak", .noArguments { (_) throws(Raised) -> Ref in
            AllocationTraces.resetPeak()
            return .none
        }, "($module, /)",
            doc: "Set the peak size of memory blocks traced by tracemalloc to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory allocations.")
        module.function("_get_traces", .noArguments { (_) throws(Raised) -> Ref in try AllocationTraces.list() }, "($module, /)",
            doc: "Get traces of all memory blocks allocated by Python.\n\nReturn a list of (size: int, traceback: tuple) tuples.\ntraceback is a tuple of (filename: str, lineno: int) tuples.\n\nReturn an empty list if the tracemalloc module is disabled.")
        module.function("_get_object_traceback", .one { (_, object) throws(Raised) -> Ref in
            guard object.isObject else { return .none }
            let found = try AllocationTraces.tuple(AllocationTraces.block(of: object.object), domain: 0)
            return found.isNull ? .none : found
        }, "($module, obj, /)",
            doc: "Get the traceback where the Python object obj was allocated.\n\nReturn a tuple of (filename: str, lineno: int) tuples.\nReturn None if the tracemalloc module is disabled or did not\ntrace the allocation of the object.")
        module.function("get_traceback_limit", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(AllocationTraces.frameLimit) }, "($module, /)",
            doc: "Get the maximum number of frames stored in the traceback of a trace.\n\nBy default, a trace of an allocated memory block only stores\nthe most recent frame: the limit is 1.")
        module.function("get_traced_memory", .noArguments { (_) throws(Raised) -> Ref in
            let (current, peak) = (AllocationTraces.currentSize, AllocationTraces.peakSize)
            return TupleObject.make(Value(smallInt: current), Value(smallInt: peak))
        }, "($module, /)",
            doc: "Get the current size and peak size of memory blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int).")
        module.function("get_tracemalloc_memory", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(AllocationTraces.ownSize) }, "($module, /)",
            doc: "Get the memory usage in bytes of the tracemalloc module.\n\nThis memory is used internally to trace memory allocations.")
        module.function("start", .positional(minimum: 0, maximum: 1) { (_, arguments) throws(Raised) -> Ref in
            var frames = 1
            if arguments.count > 0 {
                frames = try Index.of(arguments[0], .overflowError)
                guard frames >= Int(Int32.min) && frames <= Int(Int32.max) else {
                    throw raise(.overflowError, "signed integer is \(frames < 0 ? "less than minimum" : "greater than maximum")")
                }
            }
            guard frames >= 1 && frames <= AllocationTraces.mostFrames else {
                throw raise(.valueError, "the number of frames must be in range [1; \(AllocationTraces.mostFrames)]")
            }
            guard AllocationTraces.start(frames: frames) else { throw raise(.memoryError, argument: .null) }
            return .none
        }, "($module, nframe=1, /)",
            doc: "Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a\ntrace to nframe.")
    }
}
