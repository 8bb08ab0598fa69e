// Instructions of the pickle machine that fill containers and make instances.

import CPythonABI
import Runtime

extension PickleReader {
    // MARK: Containers

    /// Appends the values from `height` on to the list below them.
    func appendItems(_ height: Int) throws(Raised) {
        if height > top || height <= fence { throw underflow() }
        if height == top { return }
        let list = Ref(stack[height - 1])
        if ListObject.isExact(list.value) {
            for index in height..<top { try ListObject.append(list.value, stack[index]) }
            return truncate(to: height)
        }
        let extend = try Attributes.getIfPresent(list.value, PickleNames.extend)
        if !extend.isNull {
            let items = try ListObject.make(stack + height, count: top - height)
            truncate(to: height)
            _ = try Call.call(extend.value, items.value)
            return
        }
        let append = try Attributes.get(list.value, PickleNames.append)
        let items = try popTuple(height)
        for index in 0..<TupleObject.count(items.value) { _ = try Call.call(append.value, TupleObject.item(items.value, index)) }
    }

    func loadDict() throws(Raised) {
        let mark = try popMark()
        if (top - mark) % 2 != 0 { throw PickleModule.unreadable("odd number of items for DICT") }
        let dict = DictObject.make()
        for index in stride(from: mark, to: top, by: 2) { try DictObject.set(dict.value, stack[index], stack[index + 1]) }
        truncate(to: mark)
        try push(dict)
    }
    /// Stores the pairs from `height` on into the dict below them.
    func setItems(_ height: Int) throws(Raised) {
        if height > top || height <= fence { throw underflow() }
        if height == top { return }
        if (top - height) % 2 != 0 { throw PickleModule.unreadable("odd number of items for SETITEMS") }
        let dict = Ref(stack[height - 1])
        let pairs = (top - height) / 2
        if DictObject.isExact(dict.value) {
            // Hashing a key may run code, which cannot reach this stack.
            for index in 0..<pairs { try DictObject.set(dict.value, stack[height + 2 * index], stack[height + 2 * index + 1]) }
        } else {
            for index in 0..<pairs { try Sequences.set(dict.value, stack[height + 2 * index], stack[height + 2 * index + 1]) }
        }
        truncate(to: height)
    }
    func addItems(_ height: Int) throws(Raised) {
        if height > top || height <= fence { throw underflow() }
        if height == top { return }
        let set = Ref(stack[height - 1])
        if SetObject.isSet(set.value) {
            for index in height..<top { try SetObject.add(set.value, stack[index]) }
            return truncate(to: height)
        }
        let add = try Attributes.get(set.value, PickleNames.add)
        let items = try popTuple(height)
        for index in 0..<TupleObject.count(items.value) { _ = try Call.call(add.value, TupleObject.item(items.value, index)) }
    }

    // MARK: Instances

    func loadReduce() throws(Raised) {
        let arguments = try pop()
        let callable = try pop()
        guard TupleObject.isInstance(arguments.value) else { throw raise(.typeError, "argument list must be a tuple") }
        let object = try Call.call(callable.value, tuple: arguments.value, keywords: .null)
        try push(object)
    }

    func loadNew(hasKeywords: Bool) throws(Raised) {
        let keywords = hasKeywords ? try pop() : .null
        let arguments = try pop()
        let type = try pop()
        let op = hasKeywords ? "NEWOBJ_EX" : "NEWOBJ"
        guard Classes.isType(type.value) else {
            throw PickleModule.unreadable("\(op) class argument must be a type, not \(type.value.type.name)")
        }
        guard let new = Classes.type(type.value).record.pointee.new else {
            throw PickleModule.unreadable("\(op) class argument '\(Classes.type(type.value).name)' doesn't have __new__")
        }
        guard TupleObject.isInstance(arguments.value) else {
            throw PickleModule.unreadable("\(op) args argument must be a tuple, not \(arguments.value.type.name)")
        }
        if hasKeywords && !DictObject.isInstance(keywords.value) {
            throw PickleModule.unreadable("\(op) kwargs argument must be a dict, not \(keywords.value.type.name)")
        }
        let count = TupleObject.count(arguments.value)
        if count == 0 && (keywords.isNull || DictObject.count(keywords.value) == 0) {
            let object = try new(Classes.type(type.value), Arguments.none)
            return try push(object)
        }
        let method = try Attributes.get(type.value, Names.new)
        let all = try TupleObject.allocate(count + 1)
        TupleObject.store(all.value, 0, Ref(type.value))
        for index in 0..<count { TupleObject.store(all.value, index + 1, Ref(TupleObject.item(arguments.value, index))) }
        TupleObject.finish(all.value)
        let object = try Call.call(method.value, tuple: all.value, keywords: keywords.isNull ? .null : keywords.value)
        try push(object)
    }

    private func instantiate(_ type: Value, _ arguments: Value) throws(Raised) {
        if TupleObject.count(arguments) == 0 && Classes.isType(type) {
            // A class without `__getinitargs__` is made without its constructor.
            let custom = try Attributes.getIfPresent(type, PickleNames.getInitArgs)
            if custom.isNull {
                let new = try Attributes.get(type, Names.new)
                let object = try Call.call(new.value, type)
                return try push(object)
            }
        }
        let object = try Call.call(type, tuple: arguments, keywords: .null)
        try push(object)
    }
    func loadInst() throws(Raised) {
        let mark = try popMark()
        let arguments = try popTuple(mark)
        var consumed = 0
        let (moduleLine, moduleCount) = try nextLine(2)
        let module = try Codecs.decode(moduleLine, moduleCount - 1, .ascii, .null, consumed: &consumed)
        let (nameLine, nameCount) = try nextLine(2)
        let name = try Codecs.decode(nameLine, nameCount - 1, .ascii, .null, consumed: &consumed)
        let type = try findClass(module.value, name.value)
        try instantiate(type.value, arguments.value)
    }
    func loadObj() throws(Raised) {
        let mark = try popMark()
        if top - mark < 1 { throw underflow() }
        let arguments = try popTuple(mark + 1)
        let type = try pop()
        try instantiate(type.value, arguments.value)
    }

    func loadBuild() throws(Raised) {
        if top - 2 < fence { throw underflow() }
        var state = try pop()
        let object = Ref(try last())
        let setter = try Attributes.getIfPresent(object.value, PickleNames.setState)
        if !setter.isNull {
            _ = try Call.call(setter.value, state.value)
            return
        }
        var slots = Ref.null
        if TupleObject.isExact(state.value) && TupleObject.count(state.value) == 2 {
            slots = Ref(TupleObject.item(state.value, 1))
            state = Ref(TupleObject.item(state.value, 0))
        }
        if !state.value.isNone {
            guard DictObject.isInstance(state.value) else { throw PickleModule.unreadable("state is not a dictionary") }
            try restore(object.value, state.value)
        }
        if !slots.isNull {
            guard DictObject.isInstance(slots.value) else { throw PickleModule.unreadable("slot state is not a dictionary") }
            var position = 0
            while let (name, value) = DictObject.next(slots.value, &position) {
                let heldName = Ref(name)
                let heldValue = Ref(value)
                try Attributes.set(object.value, heldName.value, heldValue.value)
            }
        }
    }
    /// object.__dict__.update(state), with interned names.
    private func restore(_ object: Value, _ state: Value) throws(Raised) {
        var dict = Ref.null
        var position = 0
        let isPlain = Instances.hasUsualDict(object)
        while let (name, value) = DictObject.next(state, &position) {
            let heldName = Ref(name)
            let heldValue = Ref(value)
            if isPlain && StrObject.isExact(heldName.value), try Instances.restore(object, heldName.value, heldValue.value) { continue }
            if dict.isNull { dict = try Attributes.get(object, Names.dict) }
            let key = StrObject.isExact(heldName.value) ? StrObject.shared(heldName.value) : Ref(heldName.value)
            try Sequences.set(dict.value, key.value, heldValue.value)
        }
        if DictObject.count(state) == 0 { _ = try Attributes.get(object, Names.dict) }
    }
}
