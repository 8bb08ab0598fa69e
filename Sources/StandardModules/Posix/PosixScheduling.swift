// The scheduler.

import CPythonABI
import Glibc
import Runtime

enum PosixScheduling {
    private static let parameterType = StructSequence.type(
        "posix.sched_param", doc: "Currently has only one field: sched_priority\n\n  sched_priority\n    A scheduling parameter.",
        fields: [StructSequence.Field("sched_priority", "the scheduling priority")], visible: 1
    ) { type in
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "sched_param") { (bound) throws(Raised) -> Ref in
                let result = StructSequence.make(type)
                StructSequence.set(result.value, 0, Ref(bound[0]))
                StructSequence.finish(result.value)
                return result
            }
        }
    }
    nonisolated(unsafe) private static let parameters = BoundParameters("(sched_priority)")

    static func parameters(_ value: Value) throws(Raised) -> sched_param {
        guard value.type == parameterType else { throw raise(.typeError, "must have a sched_param object") }
        let index = try Index.object(StructSequence.field(value, 0))
        guard let word = IntView(index.value).int, let priority = Int32(exactly: word) else {
            throw raise(.overflowError, "sched_priority out of range")
        }
        return sched_param(sched_priority: priority)
    }

    static func add(_ module: ModuleBuilder) {
        module.set("sched_param", parameterType.value)
        module.function("sched_yield", .noArguments({ (_) throws(Raised) -> Ref in
            _ = Glibc.sched_yield()
            return .none
        }), "($module, /)", doc: "Voluntarily relinquish the CPU.")
        module.function("sched_get_priority_max", .bound({ (_, arguments) throws(Raised) -> Ref in
            let policy = try Posix.int(arguments[0])
            return IntObject.make(Int(try Posix.check { Glibc.sched_get_priority_max(policy) }))
        }), "($module, /, policy)", doc: "Get the maximum scheduling priority for policy.")
        module.function("sched_get_priority_min", .bound({ (_, arguments) throws(Raised) -> Ref in
            let policy = try Posix.int(arguments[0])
            return IntObject.make(Int(try Posix.check { Glibc.sched_get_priority_min(policy) }))
        }), "($module, /, policy)", doc: "Get the minimum scheduling priority for policy.")
        module.function("sched_getscheduler", .one({ (_, process) throws(Raised) -> Ref in
            let process = try Posix.process(process)
            return IntObject.make(Int(try Posix.check { Glibc.sched_getscheduler(process) }))
        }), "($module, pid, /)", doc: "Get the scheduling policy for the process identified by pid.\n\nPassing 0 for pid returns the scheduling policy for the calling process.")
        module.function("sched_getparam", .one({ (_, process) throws(Raised) -> Ref in
            let process = try Posix.process(process)
            var parameters = sched_param()
            try Posix.check { Glibc.sched_getparam(process, &parameters) }
            let result = StructSequence.make(parameterType)
            StructSequence.setInt(result.value, 0, Int(parameters.sched_priority))
            StructSequence.finish(result.value)
            return result
        }), "($module, pid, /)", doc: "Returns scheduling parameters for the process identified by pid.\n\nIf pid is 0, returns parameters for the calling process.\nReturn value is an instance of sched_param.")
        module.function("sched_setparam", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let process = try Posix.process(arguments[0])
            var parameters = try parameters(arguments[1])
            try Posix.check { Glibc.sched_setparam(process, &parameters) }
            return .none
        }), "($module, pid, param, /)", doc: "Set scheduling parameters for the process identified by pid.\n\nIf pid is 0, sets parameters for the calling process.\nparam should be an instance of sched_param.")
        module.function("sched_setscheduler", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
            let (process, policy) = (try Posix.process(arguments[0]), try Posix.int(arguments[1]))
            var parameters = try parameters(arguments[2])
            try Posix.check { Glibc.sched_setscheduler(process, policy, &parameters) }
            return .none
        }), "($module, pid, policy, param, /)", doc: "Set the scheduling policy for the process identified by pid.\n\nIf pid is 0, the calling process is changed.\nparam is an instance of sched_param.")
        module.function("sched_rr_get_interval", .one({ (_, process) throws(Raised) -> Ref in
            let process = try Posix.process(process)
            var interval = timespec()
            try Posix.check { Glibc.sched_rr_get_interval(process, &interval) }
            return .float(Double(interval.tv_sec) + 1e-9 * Double(interval.tv_nsec))
        }), "($module, pid, /)", doc: "Return the round-robin quantum for the process identified by pid, in seconds.\n\nValue returned is a float.")
        module.function("sched_getaffinity", .one({ (_, process) throws(Raised) -> Ref in
            let process = try Posix.process(process)
            let set = SetObject.make()
            let words = try BytesObject.allocate(words: 128)
            let size = try Posix.check { Int32(truncatingIfNeeded: _pyswift_affinity(process, 1024, BytesObject.data(words.value))) }
            for bit in 0..<Int(size) * 8 where BytesObject.word(words.value, bit / 64) >> (bit % 64) & 1 != 0 {
                try SetObject.add(set.value, Value(smallInt: bit))
            }
            return set
        }), "($module, pid, /)", doc: "Return the affinity of the process identified by pid (or the current process if zero).\n\nThe affinity is returned as a set of CPU identifiers.")
        module.function("sched_setaffinity", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let process = try Posix.process(arguments[0])
            let words = try BytesObject.allocate(words: 128)
            for index in 0..<128 { BytesObject.setWord(words.value, index, 0) }
            try Iteration.forEach(arguments[1]) { (item) throws(Raised) -> Void in
                guard IntObject.isInstance(item) else {
                    throw raise(.typeError, "expected an iterator of ints, but iterator yielded \(item.type.name)")
                }
                let cpu = try Posix.long(item)
                if cpu < 0 { throw raise(.valueError, "negative CPU number") }
                if cpu >= 8192 { throw raise(.overflowError, "CPU number too large") }
                BytesObject.setWord(words.value, cpu / 64, BytesObject.word(words.value, cpu / 64) | 1 << (cpu % 64))
            }
            try Posix.check { Int32(truncatingIfNeeded: _pyswift_set_affinity(process, 1024, BytesObject.data(words.value))) }
            return .none
        }), "($module, pid, mask, /)", doc: "Set the CPU affinity of the process identified by pid to mask.")
        module.function("cpu_count", .noArguments({ (_) throws(Raised) -> Ref in
            let count = Glibc.sysconf(Int32(_SC_NPROCESSORS_ONLN))
            return count < 1 ? .none : IntObject.make(count)
        }), "($module, /)",
        doc: "Return the number of CPUs in the system; return None if indeterminable.\n\nThis number is not equivalent to the number of CPUs the current process can\nuse.  The number of usable CPUs can be obtained with\n``len(os.sched_getaffinity(0))``")
    }
}
