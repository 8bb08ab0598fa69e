// super

import CPythonABI

enum SuperObject {
    /// super(type, object)
    static func make(_ type: TypePointer, _ object: Value) -> Ref {
        let head = ObjectMemory.newCollected(PySuper_TypePointer(), as: PyObject.self, size: 40)
        let words = UnsafeMutableRawPointer(head).assumingMemoryBound(to: Value.self)
        type.value.retain()
        object.retain()
        words[2] = type.value
        words[3] = object
        words[4] = (Classes.isType(object) ? object : object.type.value)
        words[4].retain()
        Collector.track(head)
        return Ref(owned: Value(head))
    }
    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            for index in 2..<5 { words[index].release() }
            freeInstance(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            for index in 2..<5 where words[index].isObject {
                let result = visit(words[index].object, argument)
                if result != 0 { return result }
            }
            return 0
        }
        type.slots.getAttribute = { (self, name) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            if words[2].isNull || words[4].isNull || StrObject.equals(name, "__class__") { return try Attributes.generic(self, name) }
            let (this, object) = (Classes.type(words[2]), words[3])
            let start = Classes.type(words[4])
            let name = StrObject.isExact(name) ? StrObject.interned(name) : name
            let mro = start.mro
            var past = false
            for index in 0..<TupleObject.count(mro) {
                let candidate = Classes.type(TupleObject.item(mro, index))
                if past {
                    let found = DictObject.get(candidate.dict, name: name)
                    if !found.isNull {
                        let held = Ref(found)
                        guard found.isObject, let get = found.record.pointee.descriptorGet else { return held }
                        return try get(held.value, object === start.value ? .null : object, start.value)
                    }
                } else if candidate == this {
                    past = true
                }
            }
            return try Attributes.generic(self, name)
        }
    }
}
