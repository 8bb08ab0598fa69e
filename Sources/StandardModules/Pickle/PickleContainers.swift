// How containers are pickled.

import CPythonABI
import Runtime

extension PickleWriter {
    private static var batchSize: Int { 1000 }

    // MARK: Lists

    func saveList(_ object: Value) throws(Raised) {
        try enterFast(object)
        defer { leaveFast() }
        try emitEmpty(PickleOp.emptyList, PickleOp.list)
        try memoize(object)
        if ListObject.count(object) == 0 { return }
        if version == 0 {
            let iterator = try Iteration.iter(object)
            return try appendAll(iterator.value)
        }
        if ListObject.count(object) == 1 {
            let item = Ref(ListObject.item(object, 0))
            try save(item.value)
            return try emit(PickleOp.append)
        }
        var index = 0
        repeat {
            try emit(PickleOp.mark)
            var batch = 0
            while index < ListObject.count(object) && batch < PickleWriter.batchSize {
                let item = Ref(ListObject.item(object, index))
                try save(item.value)
                index += 1
                batch += 1
            }
            try emit(PickleOp.appends)
        } while index < ListObject.count(object)
    }
    private func emitEmpty(_ op: UInt8, _ oldOp: UInt8) throws(Raised) {
        if binary { return try emit(op) }
        try emit(PickleOp.mark)
        try emit(oldOp)
    }

    /// Writes items of an iterator to be appended to the list on the stack.
    func appendAll(_ iterator: Value) throws(Raised) {
        if version == 0 {
            while true {
                let item = try Iteration.next(iterator)
                if item.isNull { return }
                try save(item.value)
                try emit(PickleOp.append)
            }
        }
        while true {
            let first = try Iteration.next(iterator)
            if first.isNull { return }
            var next = try Iteration.next(iterator)
            if next.isNull {
                try save(first.value)
                return try emit(PickleOp.append)
            }
            try emit(PickleOp.mark)
            try save(first.value)
            var batch = 1
            while !next.isNull {
                try save(next.value)
                batch += 1
                if batch == PickleWriter.batchSize { break }
                next = try Iteration.next(iterator)
            }
            try emit(PickleOp.appends)
            if batch != PickleWriter.batchSize { return }
        }
    }

    // MARK: Dicts

    func saveDict(_ object: Value) throws(Raised) {
        try enterFast(object)
        defer { leaveFast() }
        try emitEmpty(PickleOp.emptyDict, PickleOp.dict)
        try memoize(object)
        let size = DictObject.count(object)
        if size == 0 { return }
        if version == 0 {
            let items = try Call.method(object, PickleNames.items)
            let iterator = try Iteration.iter(items.value)
            return try setAll(iterator.value)
        }
        var position = 0
        if size == 1 {
            if let entry = DictObject.next(object, &position) {
                let key = Ref(entry.key)
                let value = Ref(entry.value)
                try save(key.value)
                try save(value.value)
                try emit(PickleOp.setItem)
            }
            return
        }
        var batch = 0
        repeat {
            batch = 0
            try emit(PickleOp.mark)
            while batch < PickleWriter.batchSize, let entry = DictObject.next(object, &position) {
                let key = Ref(entry.key)
                let value = Ref(entry.value)
                try save(key.value)
                try save(value.value)
                batch += 1
            }
            try emit(PickleOp.setItems)
            if DictObject.count(object) != size { throw raise(.runtimeError, "dictionary changed size during iteration") }
        } while batch == PickleWriter.batchSize
    }

    private func savePair(_ pair: Value) throws(Raised) {
        guard TupleObject.isInstance(pair), TupleObject.count(pair) == 2 else {
            throw raise(.typeError, "dict items iterator must return 2-tuples")
        }
        try save(TupleObject.item(pair, 0))
        try save(TupleObject.item(pair, 1))
    }
    /// Writes pairs of an iterator to be stored into the dict on the stack.
    func setAll(_ iterator: Value) throws(Raised) {
        if version == 0 {
            while true {
                let pair = try Iteration.next(iterator)
                if pair.isNull { return }
                try savePair(pair.value)
                try emit(PickleOp.setItem)
            }
        }
        while true {
            let first = try Iteration.next(iterator)
            if first.isNull { return }
            guard TupleObject.isInstance(first.value), TupleObject.count(first.value) == 2 else {
                throw raise(.typeError, "dict items iterator must return 2-tuples")
            }
            var next = try Iteration.next(iterator)
            if next.isNull {
                try savePair(first.value)
                return try emit(PickleOp.setItem)
            }
            try emit(PickleOp.mark)
            try savePair(first.value)
            var batch = 1
            while !next.isNull {
                try savePair(next.value)
                batch += 1
                if batch == PickleWriter.batchSize { break }
                next = try Iteration.next(iterator)
            }
            try emit(PickleOp.setItems)
            if batch != PickleWriter.batchSize { return }
        }
    }

    // MARK: Sets

    func saveSet(_ object: Value) throws(Raised) {
        if version < 4 { return try saveAsList(object, PySet_TypePointer()) }
        try emit(PickleOp.emptySet)
        try memoize(object)
        let size = SetObject.count(object)
        if size == 0 { return }
        let iterator = try Iteration.iter(object)
        var batch = 0
        repeat {
            batch = 0
            try emit(PickleOp.mark)
            while batch < PickleWriter.batchSize {
                let item: Ref
                do throws(Raised) { item = try Iteration.next(iterator.value) } catch {
                    guard SetObject.count(object) != size, PendingException.clear(if: .runtimeError) else { throw error }
                    throw raise(.runtimeError, "set changed size during iteration")
                }
                if item.isNull { break }
                try save(item.value)
                batch += 1
            }
            try emit(PickleOp.addItems)
            if SetObject.count(object) != size { throw raise(.runtimeError, "set changed size during iteration") }
        } while batch == PickleWriter.batchSize
    }
    private func saveAsList(_ object: Value, _ type: TypePointer) throws(Raised) {
        let items = try Iteration.list(object)
        let arguments = TupleObject.make(items.value)
        let call = TupleObject.make(Value(pointer: type), arguments.value)
        try saveReduced(call.value, object)
    }
    func saveFrozenSet(_ object: Value) throws(Raised) {
        try enterFast(object)
        defer { leaveFast() }
        if version < 4 { return try saveAsList(object, PyFrozenSet_TypePointer()) }
        try emit(PickleOp.mark)
        let iterator = try Iteration.iter(object)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { break }
            try save(item.value)
        }
        // The items may lead back to the set, which is then there already.
        let known = memo.number(object)
        if known >= 0 {
            try emit(PickleOp.popMark)
            return try recall(known)
        }
        try emit(PickleOp.frozenSet)
        try memoize(object)
    }

    // MARK: Tuples

    func saveTuple(_ object: Value) throws(Raised) {
        let count = TupleObject.count(object)
        if count == 0 {
            if binary { return try emit(PickleOp.emptyTuple) }
            try emit(PickleOp.mark)
            return try emit(PickleOp.tuple)
        }
        let isShort = count <= 3 && version >= 2
        if !isShort { try emit(PickleOp.mark) }
        for index in 0..<count { try save(TupleObject.item(object, index)) }
        // The items may lead back to the tuple, which is then there already.
        let known = memo.number(object)
        if known >= 0 {
            if isShort {
                for _ in 0..<count { try emit(PickleOp.pop) }
            } else if binary {
                try emit(PickleOp.popMark)
            } else {
                for _ in 0...count { try emit(PickleOp.pop) }
            }
            return try recall(known)
        }
        try emit(isShort ? (count == 1 ? PickleOp.tuple1 : count == 2 ? PickleOp.tuple2 : PickleOp.tuple3) : PickleOp.tuple)
        try memoize(object)
    }
}
