// The iterators of `code.co_lines()` and `code.co_positions()`: a list of the whole answer, and a place in it.
//
// Offsets are in bytes, as everywhere in code objects; `co_positions` has an entry for each two bytes, which is how the offsets that
// tracebacks hold are counted by the modules that use it.

import CPythonABI
import Compiler
import Syntax

enum CodeIterators {
    private struct Layout { var head: PyObject; var list: Value; var index: Int; var repeats: Int; var times: Int }
    private static func layout(_ value: Value) -> UnsafeMutablePointer<Layout> { value.cast(to: Layout.self) }

    private static func make(_ type: TypePointer, size: Int, _ list: consuming Ref, times: Int) -> Ref {
        let object = ObjectMemory.new(type, as: Layout.self, size: size)
        object.pointee.list = list.take()
        object.pointee.index = 0
        object.pointee.repeats = 0
        object.pointee.times = times
        return Ref(owned: Value(pointer: object))
    }

    static func lines(_ code: Value) -> Ref {
        let list = ListObject.make()
        let rendering = CodeRendering.of(CodeObject.linked(code))
        for entry in CodeObject.unit(code).positions.lines() {
            let start = entry.start == 0 ? 0 : rendering.offset(entry.start)
            let tuple = TupleObject.make(Value(smallInt: start), Value(smallInt: rendering.offset(entry.end)), entry.line.map { Value(smallInt: $0) } ?? .none)
            do throws(Raised) { try ListObject.append(list.value, tuple.value) } catch { PendingException.clear() }
        }
        return make(_PySwift_LineIterator_TypePointer(), size: 64, list, times: 1)
    }

    static func positions(_ code: Value) -> Ref {
        let list = ListObject.make()
        let rendering = CodeRendering.of(CodeObject.linked(code))
        var iterator = CodeObject.unit(code).positions.makeIterator()
        func number(_ value: Int32) -> Value { value < 0 ? .none : Value(smallInt: Int(value)) }
        let hasColumns = Configuration.current.hasDebugRanges
        while let entry = iterator.next() {
            let tuple = entry.range.map { (range) -> Value in
                // Columns of code that was made with them do not count either.
                let column = hasColumns ? number(range.column) : .none
                let endColumn = hasColumns ? number(range.endColumn) : .none
                return TupleObject.make(number(range.line), number(range.endLine), column, endColumn).take()
            } ?? TupleObject.make(.none, .none, .none, .none).take()
            let start = entry.start == 0 ? 0 : rendering.offset(entry.start)
            for _ in 0..<(rendering.offset(entry.end) - start) / 2 {
                do throws(Raised) { try ListObject.append(list.value, tuple) } catch { PendingException.clear() }
            }
            tuple.release()
        }
        return make(_PySwift_PositionsIterator_TypePointer(), size: 80, list, times: 1)
    }

    static func describe(_ type: TypeBuilder, size: Int) {
        if size == 64 {
            type.type.pointee.tp_dealloc = { object in CodeIterators.free(object, 64) }
        } else {
            type.type.pointee.tp_dealloc = { object in CodeIterators.free(object, 80) }
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = layout(self)
            guard fields.pointee.index < ListObject.count(fields.pointee.list) else { return .null }
            let item = Ref(ListObject.item(fields.pointee.list, fields.pointee.index))
            fields.pointee.repeats += 1
            if fields.pointee.repeats == fields.pointee.times {
                fields.pointee.repeats = 0
                fields.pointee.index += 1
            }
            return item
        }
    }
    private static func free(_ object: ObjectPointer?, _ size: Int) {
        guard let object else { return }
        layout(Value(object)).pointee.list.release()
        ObjectMemory.free(object, size: size)
    }
}
