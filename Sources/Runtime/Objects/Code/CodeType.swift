// code as a type: attributes, comparison.

import CPythonABI
import Compiler
import Syntax

extension CodeObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "Create a code object.  Not for the faint of heart.",
            signature: "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)")
        type.type.pointee.tp_dealloc = deallocate
        type.slots.new = CodeReplacement.construct
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let head = head(self)
            let (name, filename) = (text(Value(head.pointee.co_name)), text(Value(head.pointee.co_filename)))
            return StrObject.make("<code object \(name) at \(Repr.address(self)), file \"\(filename)\", line \(head.pointee.co_firstlineno)>")
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, isInstance(b) else { return .notImplemented }
            return .bool(try CodeComparison.equal(a, b) == (operation == .equal))
        }
        type.slots.hash = { (self) throws(Raised) -> Int in try CodeComparison.hash(self) }
        describeNumbers(type)
        describeTables(type)
        type.method("co_lines", .noArguments({ (self) throws(Raised) -> Ref in CodeIterators.lines(self) }))
        type.method("co_positions", .noArguments({ (self) throws(Raised) -> Ref in CodeIterators.positions(self) }))
        type.method(
            "replace", .raw(CodeReplacement.replace), "($self, /, **changes)",
            doc: "Return a copy of the code object with new values for the specified fields.")
        type.method(
            "_varname_from_oparg", .one({ (self, number) throws(Raised) -> Ref in
                let names = unit(self).variableNames + unit(self).cellNames + unit(self).freeNames
                let index = try Index.of(number)
                guard names.indices.contains(index) else { throw raise(.indexError, "tuple index out of range") }
                return StrObject.intern(names[index])
            }), "($self, /, oparg)",
            doc: "(internal-only) Return the local variable name for the given oparg.\n\nWARNING: this method is for internal use only and may change or go away.")
        type.method(
            "__sizeof__", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(192 + linked(self).pointee.instructionCount * 8) }))
    }

    private static func describeNumbers(_ type: TypeBuilder) {
        func offset<T>(_ path: KeyPath<PyCodeObject, T>) -> Int { MemoryLayout<PyCodeObject>.offset(of: path) ?? 0 }
        type.member("co_argcount", type: T_INT, offset: offset(\.co_argcount))
        type.member("co_posonlyargcount", type: T_INT, offset: offset(\.co_posonlyargcount))
        type.member("co_kwonlyargcount", type: T_INT, offset: offset(\.co_kwonlyargcount))
        type.member("co_nlocals", type: T_INT, offset: offset(\.co_nlocals))
        type.member("co_stacksize", type: T_INT, offset: offset(\.co_stacksize))
        type.member("co_flags", type: T_INT, offset: offset(\.co_flags))
        type.member("co_firstlineno", type: T_INT, offset: offset(\.co_firstlineno))
        type.member("co_filename", type: T_OBJECT, offset: offset(\.co_filename))
        type.member("co_name", type: T_OBJECT, offset: offset(\.co_name))
        type.member("co_qualname", type: T_OBJECT, offset: offset(\.co_qualname))
    }

    private static func describeTables(_ type: TypeBuilder) {
        type.getter("co_consts", { (self) throws(Raised) -> Ref in constants(self) })
        type.getter("co_names", { (self) throws(Raised) -> Ref in
            let linked = linked(self)
            return TupleObject.make(linked.pointee.names, count: linked.pointee.nameCount)
        })
        type.getter("co_varnames", { (self) throws(Raised) -> Ref in strings(unit(self).variableNames) })
        type.getter("co_cellvars", { (self) throws(Raised) -> Ref in strings(unit(self).cellNames) })
        type.getter("co_freevars", { (self) throws(Raised) -> Ref in strings(unit(self).freeNames) })
        type.getter("co_code", { (self) throws(Raised) -> Ref in bytes(CodeRendering.of(linked(self)).bytes) })
        type.getter("_co_code_adaptive", { (self) throws(Raised) -> Ref in bytes(CodeRendering.of(linked(self)).bytes) })
        type.getter("co_linetable", { (self) throws(Raised) -> Ref in bytes(CodeBytes.lineTable(unit(self))) })
        type.getter("co_exceptiontable", { (self) throws(Raised) -> Ref in bytes(CodeRendering.of(linked(self)).exceptionTable) })
        type.getter("co_lnotab", { (self) throws(Raised) -> Ref in bytes(CodeBytes.lineDeltas(self)) })
    }

    /// The tuple of constants; always the same one.
    static func constants(_ code: Value) -> Ref {
        let head = head(code)
        if let made = head.pointee.co_consts { return Ref(Value(made)) }
        let linked = linked(code)
        let extra = CodeRendering.of(linked).extraInts
        let count = linked.pointee.constantCount
        let tuple = TupleObject.allocateSmall(count + extra.count)
        if count + extra.count == 0 {
            head.pointee.co_consts = TupleObject.empty.take().object
            return TupleObject.empty
        }
        for index in 0..<count { TupleObject.store(tuple.value, index, Ref(linked.pointee.constants[index])) }
        for (index, number) in extra.enumerated() { TupleObject.store(tuple.value, count + index, IntObject.make(number)) }
        TupleObject.finish(tuple.value)
        head.pointee.co_consts = tuple.copy().take().object
        return tuple
    }
    static func strings(_ names: [String]) -> Ref {
        let tuple = TupleObject.allocateSmall(names.count)
        for (index, name) in names.enumerated() { TupleObject.store(tuple.value, index, StrObject.intern(name)) }
        if names.isEmpty { return TupleObject.empty }
        TupleObject.finish(tuple.value)
        return tuple
    }
    static func bytes(_ bytes: [UInt8]) -> Ref {
        var result = Value.null
        bytes.withUnsafeBytes { result = BytesObject.make($0).take() }
        return Ref(owned: result)
    }
}

/// Equality and hash: of everything that decides what the code does, and of where it stands in the source.
enum CodeComparison {
    static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a === b { return true }
        let (one, other) = (CodeObject.unit(a), CodeObject.unit(b))
        guard one.name == other.name, one.argumentCount == other.argumentCount, one.positionalOnlyCount == other.positionalOnlyCount,
            one.keywordOnlyCount == other.keywordOnlyCount, one.flags == other.flags, one.firstLine == other.firstLine,
            one.instructions == other.instructions, one.names == other.names, one.variableNames == other.variableNames,
            one.cellNames == other.cellNames, one.freeNames == other.freeNames, one.positions == other.positions,
            one.exceptionTable == other.exceptionTable
        else { return false }
        let constants = CodeObject.constants(a)
        let others = CodeObject.constants(b)
        return try identical(constants.value, others.value)
    }
    /// Equality that tells 1 from 1.0 and True, and 0.0 from -0.0.
    private static func identical(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a === b { return true }
        guard a.type == b.type else { return false }
        if TupleObject.isExact(a) {
            guard TupleObject.count(a) == TupleObject.count(b) else { return false }
            for index in 0..<TupleObject.count(a) where !(try identical(TupleObject.item(a, index), TupleObject.item(b, index))) { return false }
            return true
        }
        if a.type == PyFloat_TypePointer() || a.type == PyComplex_TypePointer() {
            return try Repr.string(a) == Repr.string(b)
        }
        return try Compare.equal(a, b)
    }
    static func hash(_ code: Value) throws(Raised) -> Int {
        let unit = CodeObject.unit(code)
        let constants = CodeObject.constants(code)
        var hash = UInt(bitPattern: try Hash.of(constants.value)) ^ UInt(bitPattern: StrObject.hash(Value(CodeObject.head(code).pointee.co_name)))
        for number in [unit.argumentCount, unit.positionalOnlyCount, unit.keywordOnlyCount, unit.flags, unit.firstLine, unit.instructions.count] {
            hash = (hash ^ UInt(bitPattern: number)) &* 1_000_003
        }
        let result = Int(bitPattern: hash)
        return result == -1 ? -2 : result
    }
}
