// The module gc.

import CPythonABI
import Runtime

enum GCModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "This module provides access to the garbage collector for reference cycles.\n\nenable() -- Enable automatic garbage collection.\ndisable() -- Disable automatic garbage collection.\nisenabled() -- Returns true if automatic collection is enabled.\ncollect() -- Do a full collection right now.\nget_count() -- Return the current collection counts.\nget_stats() -- Return list of dictionaries containing per-generation stats.\nset_debug() -- Set debugging flags.\nget_debug() -- Get debugging flags.\nset_threshold() -- Set the collection thresholds.\nget_threshold() -- Return the current the collection thresholds.\nget_objects() -- Return a list of all objects tracked by the collector.\nis_tracked() -- Returns true if a given object is tracked.\nis_finalized() -- Returns true if a given object has been already finalized.\nget_referrers() -- Return the list of objects that refer to an object.\nget_referents() -- Return the list of objects that an object refers to.\nfreeze() -- Freeze all tracked objects and ignore them for future collections.\nunfreeze() -- Unfreeze all objects in the permanent generation.\nget_freeze_count() -- Return the number of objects in the permanent generation.\n")
        for (name, value) in [("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32), ("DEBUG_LEAK", 38)] as [(StaticString, Int)] {
            module.set(name, int: value)
        }
        let garbage = ListObject.make()
        let callbacks = ListObject.make()
        module.set("garbage", garbage.value)
        module.set("callbacks", callbacks.value)
        CycleCollector.garbage = garbage.take()
        CycleCollector.callbacks = callbacks.take()
        addControl(module)
        addInspection(module)
    }

    private static func addControl(_ module: ModuleBuilder) {
        module.function(
            "enable", .noArguments({ (_) throws(Raised) -> Ref in
                _pyswift_collector.enabled = 1
                return .none
            }), "($module, /)", doc: "Enable automatic garbage collection.")
        module.function(
            "disable", .noArguments({ (_) throws(Raised) -> Ref in
                _pyswift_collector.enabled = 0
                return .none
            }), "($module, /)", doc: "Disable automatic garbage collection.")
        module.function(
            "isenabled", .noArguments({ (_) throws(Raised) -> Ref in .bool(_pyswift_collector.enabled != 0) }), "($module, /)",
            doc: "Returns true if automatic garbage collection is enabled.")
        module.function(
            "collect", .bound({ (_, arguments) throws(Raised) -> Ref in
                let generation = arguments[0].isNull ? 2 : try Index.int32(arguments[0])
                guard generation >= 0, generation < 3 else { throw raise(.valueError, "invalid generation") }
                return IntObject.make(CycleCollector.collect(generation))
            }), "($module, /, generation=2)",
            doc: "Run the garbage collector.\n\nWith no arguments, run a full collection.  The optional argument\nmay be an integer specifying which generation to collect.  A ValueError\nis raised if the generation number is invalid.\n\nThe number of unreachable objects is returned.")
        module.function(
            "set_debug", .one({ (_, flags) throws(Raised) -> Ref in
                _pyswift_collector.debug = Int32(truncatingIfNeeded: try Index.int32(flags))
                return .none
            }), "($module, flags, /)",
            doc: "Set the garbage collection debugging flags.\n\n  flags\n    An integer that can have the following bits turned on:\n      DEBUG_STATS - Print statistics during collection.\n      DEBUG_COLLECTABLE - Print collectable objects found.\n      DEBUG_UNCOLLECTABLE - Print unreachable but uncollectable objects\n        found.\n      DEBUG_SAVEALL - Save objects to gc.garbage rather than freeing them.\n      DEBUG_LEAK - Debug leaking programs (everything but STATS).\n\nDebugging information is written to sys.stderr.")
        module.function(
            "get_debug", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(Int(_pyswift_collector.debug)) }), "($module, /)",
            doc: "Get the garbage collection debugging flags.")
        module.function(
            "set_threshold", .raw({ (_, arguments) throws(Raised) -> Ref in
                if arguments.keywordCount > 0 { throw raise(.typeError, "gc.set_threshold() takes no keyword arguments") }
                if arguments.count < 1 || arguments.count > 3 {
                    throw raise(
                        .typeError,
                        "set_threshold() takes at \(arguments.count < 1 ? "least 1 argument" : "most 3 arguments") (\(arguments.count) given)")
                }
                for index in 0..<arguments.count {
                    let threshold = try Index.parsedInt32(arguments[index])
                    CycleCollector.ring(index).pointee.threshold = threshold
                }
                return .none
            }), nil,
            doc: "set_threshold(threshold0, [threshold1, threshold2]) -> None\n\nSets the collection thresholds.  Setting threshold0 to zero disables\ncollection.\n")
        module.function(
            "get_threshold", .noArguments({ (_) throws(Raised) -> Ref in triple { CycleCollector.ring($0).pointee.threshold } }),
            "($module, /)", doc: "Return the current collection thresholds.")
        module.function(
            "get_count", .noArguments({ (_) throws(Raised) -> Ref in triple { CycleCollector.ring($0).pointee.count } }),
            "($module, /)", doc: "Return a three-tuple of the current collection counts.")
        module.function(
            "freeze", .noArguments({ (_) throws(Raised) -> Ref in
                CycleCollector.freeze()
                return .none
            }), "($module, /)",
            doc: "Freeze all current tracked objects and ignore them for future collections.\n\nThis can be used before a POSIX fork() call to make the gc copy-on-write friendly.\nNote: collection before a POSIX fork() call may free pages for future allocation\nwhich can cause copy-on-write.")
        module.function(
            "unfreeze", .noArguments({ (_) throws(Raised) -> Ref in
                CycleCollector.unfreeze()
                return .none
            }), "($module, /)",
            doc: "Unfreeze all objects in the permanent generation.\n\nPut all objects in the permanent generation back into oldest generation.")
        module.function(
            "get_freeze_count", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(CycleCollector.frozenCount) }),
            "($module, /)", doc: "Return the number of objects in the permanent generation.")
    }

    private static func triple(_ number: (Int) -> Int) -> Ref {
        TupleObject.make(Value(smallInt: number(0)), Value(smallInt: number(1)), Value(smallInt: number(2)))
    }

    private static func addInspection(_ module: ModuleBuilder) {
        module.function(
            "get_objects", .bound({ (_, arguments) throws(Raised) -> Ref in
                var generation: Int?
                if !arguments[0].isNull && !arguments[0].isNone {
                    let number = try Index.size(arguments[0])
                    if number >= 3 {
                        throw raise(.valueError, "generation parameter must be less than the number of available generations (3)")
                    }
                    if number < -1 { throw raise(.valueError, "generation parameter cannot be negative") }
                    if number >= 0 { generation = number }
                }
                try Audit.event("gc.get_objects", Value(smallInt: generation ?? -1))
                let list = ListObject.make()
                try CycleCollector.objects(generation, into: list.value)
                return list
            }), "($module, /, generation=None)",
            doc: "Return a list of objects tracked by the collector (excluding the list returned).\n\n  generation\n    Generation to extract the objects from.\n\nIf generation is not None, return only the objects tracked by the collector\nthat are in that generation.")
        module.function(
            "get_referents", .raw({ (_, arguments) throws(Raised) -> Ref in
                try arguments.noKeywords("gc.get_referents")
                if Audit.isWatched {
                    let objects = arguments.tuple()
                    try Audit.event("gc.get_referents", objects.value)
                }
                let list = ListObject.make()
                for index in 0..<arguments.count { try referents(arguments[index], into: list.value) }
                return list
            }), nil, doc: "get_referents(*objs) -> list\nReturn the list of objects that are directly referred to by objs.")
        module.function(
            "get_referrers", .raw({ (_, arguments) throws(Raised) -> Ref in
                try arguments.noKeywords("gc.get_referrers")
                if Audit.isWatched {
                    let objects = arguments.tuple()
                    try Audit.event("gc.get_referrers", objects.value)
                }
                let list = ListObject.make()
                try CycleCollector.referrers((0..<arguments.count).map { arguments[$0] }, except: list.value, into: list.value)
                return list
            }), nil, doc: "get_referrers(*objs) -> list\nReturn the list of objects that directly refer to any of objs.")
        module.function(
            "is_tracked", .one({ (_, object) throws(Raised) -> Ref in .bool(CycleCollector.isTracked(object)) }), "($module, obj, /)",
            doc: "Returns true if the object is tracked by the garbage collector.\n\nSimple atomic objects will return false.")
        module.function(
            "is_finalized", .one({ (_, object) throws(Raised) -> Ref in .bool(CycleCollector.isFinalized(object)) }), "($module, obj, /)",
            doc: "Returns true if the object has been already finalized by the GC.")
        module.function(
            "get_stats", .noArguments({ (_) throws(Raised) -> Ref in
                let list = ListObject.make()
                for index in 0..<3 {
                    let statistics = CycleCollector.statistics[index]
                    let entry = DictObject.make()
                    for (name, number) in [
                        ("collections", statistics.collections), ("collected", statistics.collected),
                        ("uncollectable", statistics.uncollectable),
                    ] as [(StaticString, Int)] {
                        let key = StrObject.intern(name)
                        DictObject.set(entry.value, name: key.value, Value(smallInt: number))
                    }
                    try ListObject.append(list.value, entry.value)
                }
                return list
            }), "($module, /)", doc: "Return a list of dictionaries containing per-generation statistics.")
    }

    /// What an object refers to. Numbers in containers are no objects that a collector meets, but a program sees them there.
    /// The order is that in which CPython's containers are looked through.
    private static func referents(_ object: Value, into list: Value) throws(Raised) {
        if TupleObject.isExact(object) {
            for index in (0..<TupleObject.count(object)).reversed() { try ListObject.append(list, TupleObject.item(object, index)) }
        } else if ListObject.isExact(object) {
            for index in (0..<ListObject.count(object)).reversed() { try ListObject.append(list, ListObject.item(object, index)) }
        } else if DictObject.isExact(object) {
            // Keys only where there are others than strs, as CPython's tables are.
            var position = 0
            var hasOtherKeys = false
            while let (key, _) = DictObject.next(object, &position) { if !StrObject.isExact(key) { hasOtherKeys = true } }
            position = 0
            while let (key, value) = DictObject.next(object, &position) {
                try ListObject.append(list, value)
                if hasOtherKeys { try ListObject.append(list, key) }
            }
        } else {
            try CycleCollector.referents(object, into: list)
        }
    }
}
