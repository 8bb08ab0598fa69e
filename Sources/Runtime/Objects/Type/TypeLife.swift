// The end of classes, and what the cycle collector sees of them.

import CPythonABI
import Glibc

enum TypeLife {
    /// Only classes made at run time get here; static types never die.
    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let type = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyTypeObject.self)
        guard type.isHeapType else {
            object.pointee.ob_refcnt = Int(PY_STATIC_REFCOUNT)
            return
        }
        Collector.untrack(object)
        type.modified()
        let saved = PendingException.save()
        leaveBases(type)
        if type.pointee.tp_weaklist != nil { WeakReferences.clear(object) }
        PendingException.restore(saved)

        releaseField(&type.pointee.tp_dict)
        releaseField(&type.pointee.tp_bases)
        releaseField(&type.pointee.tp_mro)
        if let base = type.pointee.tp_base {
            type.pointee.tp_base = nil
            base.value.release()
        }
        let heap = type.heap
        releaseField(&heap.pointee.ht_name)
        releaseField(&heap.pointee.ht_qualname)
        releaseField(&heap.pointee.ht_slots)
        releaseField(&heap.pointee.ht_module)
        if let name = heap.pointee._ht_tpname { free(name) }
        if type.hasRecord {
            let record = type.record
            if let keys = record.pointee.instanceKeys { InstanceKeys.free(keys) }
            for definition in record.pointee.memberDefinitions {
                if let name = definition.pointee.name { free(UnsafeMutablePointer(mutating: name)) }
                definition.deallocate()
            }
            record.deinitialize(count: 1)
            record.deallocate()
            type.pointee.tp_cache = nil
        }
        freeInstance(object)
    }

    private static func releaseField(_ field: inout UnsafeMutablePointer<PyObject>?) {
        guard let old = field else { return }
        field = nil
        Value(old).release()
    }

    /// Takes a class out of its bases' lists of subclasses.
    static func leaveBases(_ type: TypePointer) {
        guard let bases = type.pointee.tp_bases else { return }
        let tuple = Value(bases)
        for index in 0..<TupleObject.count(tuple) {
            let base = TupleObject.item(tuple, index)
            guard Classes.isType(base), Classes.type(base).hasRecord else { continue }
            Classes.type(base).record.pointee.subclasses.removeAll { $0 == type }
        }
    }

    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let type = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyTypeObject.self)
        guard type.isHeapType else { return 0 }
        func visitField(_ field: UnsafeMutablePointer<PyObject>?) -> Int32 { field.map { visit($0, argument) } ?? 0 }
        var result = visitField(type.pointee.tp_dict)
        if result == 0 { result = visitField(type.pointee.tp_mro) }
        if result == 0 { result = visitField(type.pointee.tp_bases) }
        if result == 0 { result = visitField(type.heap.pointee.ht_module) }
        if result != 0 { return result }
        if let base = type.pointee.tp_base { return visit(base.value.object, argument) }
        return 0
    }

    /// Breaks the cycles that every class is part of (its MRO holds it, its descriptors point to it).
    static let clear: inquiry = { object in
        guard let object else { return 0 }
        let type = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyTypeObject.self)
        guard type.isHeapType else { return 0 }
        type.modified()
        if let dict = type.pointee.tp_dict { DictObject.clear(Value(dict)) }
        TypeLife.releaseField(&type.heap.pointee.ht_module)
        TypeLife.releaseField(&type.pointee.tp_mro)
        return 0
    }
}
