// Slow paths of the loop: variables.

import CPythonABI
import Compiler

/// What the loop does not do in line. Functions get the frame, whose pc is saved, and the instruction word.
enum Slow {
    static func wrap(_ body: () throws(Raised) -> Void) -> Status {
        do throws(Raised) {
            try body()
            return .next
        } catch { return .raised }
    }

    @inline(never) static func unknownInstruction(_ word: UInt64) -> Status {
        _ = raise(.systemError, "unknown opcode")
        return .raised
    }

    @inline(never) static func serveBreaker() -> Status {
        do throws(Raised) {
            try EvalBreaker.serve()
            return .next
        } catch { return .raised }
    }

    // MARK: Locals and cells

    static func registerName(_ fp: FramePointer, _ register: Int) -> String {
        let unit = fp.code.pointee.unit.takeUnretainedValue()
        if register < unit.variableNames.count { return unit.variableNames[register] }
        if let index = unit.cellRegisters.firstIndex(of: register) { return unit.cellNames[index] }
        return "?"
    }
    @inline(never) static func unboundLocal(_ fp: FramePointer, _ register: Int) -> Status {
        _ = raise(
            .unboundLocalError, "cannot access local variable '\(registerName(fp, register))' where it is not associated with a value")
        return .raised
    }
    /// Raises UnboundLocalError if one of the registers is an unbound local.
    @inline(__always) static func check(_ fp: FramePointer, _ register: Int) throws(Raised) {
        if fp[register].isNull {
            _ = unboundLocal(fp, register)
            throw Raised()
        }
    }

    @inline(never) static func makeCell(_ fp: FramePointer, _ word: UInt64) {
        let slot = fp + operandA(word)
        let content = slot.pointee
        let cell = CellObject.make(content)
        content.release()
        slot.pointee = cell.take()
    }
    @inline(never) static func emptyCell(_ fp: FramePointer, _ register: Int) -> Status {
        let unit = fp.code.pointee.unit.takeUnretainedValue()
        let name = unit.cellRegisters.firstIndex(of: register).map { unit.cellNames[$0] } ?? "?"
        _ = raise(.unboundLocalError, "cannot access local variable '\(name)' where it is not associated with a value")
        return .raised
    }
    @inline(never) static func emptyFree(_ fp: FramePointer, _ index: Int) -> Status {
        let unit = fp.code.pointee.unit.takeUnretainedValue()
        let name = StrObject.make(unit.freeNames[index])
        let message = StrObject.make(
            "cannot access free variable '\(unit.freeNames[index])' where it is not associated with a value in enclosing scope")
        _ = NameErrors.raise(message.value, name.value)
        return .raised
    }
    @inline(never) static func storeCell(_ fp: FramePointer, _ cell: Value, _ word: UInt64) -> Status {
        let slot = fp + operandB(word)
        if slot.pointee.isNull { return unboundLocal(fp, operandB(word)) }
        CellObject.set(cell, slot.pointee)
        Registers.killB(fp, word)
        return .next
    }
    @inline(never) static func deleteCell(_ fp: FramePointer, _ word: UInt64) -> Status {
        let cell = fp[operandA(word)]
        if CellObject.get(cell).isNull { return emptyCell(fp, operandA(word)) }
        CellObject.set(cell, .null)
        return .next
    }
    @inline(never) static func deleteFree(_ fp: FramePointer, _ word: UInt64) -> Status {
        let cell = TupleObject.item(FunctionObject.closure(fp.function), operandA(word))
        if CellObject.get(cell).isNull { return emptyFree(fp, operandA(word)) }
        CellObject.set(cell, .null)
        return .next
    }
    @inline(never) static func loadClassFree(_ fp: FramePointer, _ word: UInt64) -> Status {
        let index = operandB(word)
        let name = StrObject.intern(fp.code.pointee.unit.takeUnretainedValue().freeNames[index])
        return wrap { () throws(Raised) -> Void in
            let found = try mappingGet(fp.locals, name.value)
            if !found.isNull {
                Registers.store(fp, word, found.take())
                return
            }
            let value = CellObject.get(TupleObject.item(FunctionObject.closure(fp.function), index))
            if value.isNull {
                _ = emptyFree(fp, index)
                throw Raised()
            }
            value.retain()
            Registers.store(fp, word, value)
        }
    }

    // MARK: Globals

    @inline(__always) static func name(_ fp: FramePointer, _ cache: ProgramCounter) -> Value {
        fp.code.pointee.names[Int(UInt32(truncatingIfNeeded: cache[0]))]
    }
    static func setCache(_ cache: ProgramCounter, version: UInt32) {
        cache[0] = cache[0] & 0xFFFF_FFFF | UInt64(version) << 32
    }
    /// w2 of instructions on names: the address of the value in the dict's table, good as long as the table has the version in w1.
    /// (The version of the built-ins' table stands in the instruction itself, in the place of b and c.)
    static func cacheSlot(_ cache: ProgramCounter, _ dict: Value, _ index: Int) {
        cache[1] = UInt64(UInt(bitPattern: DictObject.keys(dict).entry(index) + 1))
    }
    @inline(__always) static func cachedSlot(_ cache: ProgramCounter) -> FramePointer {
        FramePointer(bitPattern: UInt(cache[1])).unsafelyUnwrapped
    }
    static func quicken(_ cache: ProgramCounter, _ opcode: Opcode, _ word: UInt64) {
        let quick = word & ~0xFF | UInt64(opcode.rawValue)
        if cache[-1] == quick { return }
        if let fp = CurrentFrame.fp, fp.code.pointee.native != nil { NativeTier.changed(fp, cache - 1, opcode) }
        cache[-1] = quick
    }

    /// The entry of a name in a dict of simple keys, or -1.
    private static func entry(_ dict: Value, _ name: Value) -> Int {
        let keys = DictObject.keys(dict)
        if keys.pointee.isGeneral { return -1 }
        return DictObject.findSimple(keys, name, StrObject.hash(name))
    }

    @inline(never) static func loadGlobal(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        loadGlobal(fp, word, cache, .loadGlobalModule, .loadGlobalBuiltin)
    }
    private static func loadGlobal(
        _ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter, _ module: Opcode, _ builtin: Opcode
    ) -> Status {
        let name = name(fp, cache)
        let (globals, builtins) = (fp.globals, fp.builtins)
        if DictObject.isExact(globals) && DictObject.isExact(builtins) {
            let index = entry(globals, name)
            if index >= 0 {
                let version = DictObject.keysVersion(globals)
                if version != 0 {
                    setCache(cache, version: version)
                    cacheSlot(cache, globals, index)
                    quicken(cache, module, word)
                }
                let value = DictObject.keys(globals).value(index)
                value.retain()
                Registers.store(fp, word, value)
                return .next
            }
            let builtinIndex = entry(builtins, name)
            if builtinIndex >= 0 && !DictObject.keys(globals).pointee.isGeneral {
                let (version, builtinVersion) = (DictObject.keysVersion(globals), DictObject.keysVersion(builtins))
                if version != 0 && builtinVersion != 0 {
                    setCache(cache, version: version)
                    cacheSlot(cache, builtins, builtinIndex)
                    quicken(cache, builtin, word & 0xFFFF_FFFF | UInt64(builtinVersion) << 32)
                }
                let value = DictObject.keys(builtins).value(builtinIndex)
                value.retain()
                Registers.store(fp, word, value)
                return .next
            }
        }
        return wrap { () throws(Raised) -> Void in
            var found = try mappingGet(globals, name)
            if found.isNull { found = try mappingGet(builtins, name) }
            if found.isNull { throw NameErrors.notDefined(name) }
            Registers.store(fp, word, found.take())
        }
    }

    /// mapping[name], null where KeyError is raised.
    static func mappingGet(_ mapping: Value, _ name: Value) throws(Raised) -> Ref {
        if DictObject.isExact(mapping) { return Ref(try DictObject.get(mapping, name)) }
        do throws(Raised) { return try Sequences.get(mapping, name) } catch {
            guard PendingException.clear(if: .keyError) else { throw error }
            return .null
        }
    }

    @inline(never) static func storeGlobal(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        wrap { () throws(Raised) -> Void in
            try check(fp, operandA(word))
            try DictObject.set(fp.globals, name(fp, cache), fp[operandA(word)])
            Registers.killA(fp, word)
        }
    }
    @inline(never) static func deleteGlobal(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        wrap { () throws(Raised) -> Void in
            let name = name(fp, cache)
            if !(try DictObject.delete(fp.globals, name)) { throw NameErrors.notDefined(name) }
        }
    }

    /// Where the frame's names are: a function made of a module's code has them in its globals.
    @inline(__always) private static func namespace(_ fp: FramePointer) -> Value { fp.locals.isNull ? fp.globals : fp.locals }

    @inline(never) static func loadName(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let locals = namespace(fp)
        if locals === fp.globals { return loadGlobal(fp, word, cache, .loadNameGlobal, .loadNameBuiltin) }
        let name = name(fp, cache)
        return wrap { () throws(Raised) -> Void in
            var found = try mappingGet(locals, name)
            if found.isNull { found = try mappingGet(fp.globals, name) }
            if found.isNull { found = try mappingGet(fp.builtins, name) }
            if found.isNull { throw NameErrors.notDefined(name) }
            Registers.store(fp, word, found.take())
        }
    }
    @inline(never) static func storeName(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let name = name(fp, cache)
        let locals = namespace(fp)
        return wrap { () throws(Raised) -> Void in
            try check(fp, operandA(word))
            if DictObject.isExact(locals) {
                try DictObject.set(locals, name, fp[operandA(word)])
                if locals === fp.globals {
                    let index = entry(locals, name)
                    let version = DictObject.keysVersion(locals)
                    if index >= 0 && version != 0 {
                        setCache(cache, version: version)
                        cacheSlot(cache, locals, index)
                        quicken(cache, .storeNameGlobal, word)
                    }
                }
            } else {
                try Sequences.set(locals, name, fp[operandA(word)])
            }
            Registers.killA(fp, word)
        }
    }
    @inline(never) static func deleteName(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let name = name(fp, cache)
        return wrap { () throws(Raised) -> Void in
            if DictObject.isExact(namespace(fp)) {
                if !(try DictObject.delete(namespace(fp), name)) { throw NameErrors.notDefined(name) }
                return
            }
            do throws(Raised) { try Sequences.set(namespace(fp), name, .null) } catch {
                guard PendingException.clear(if: .keyError) else { throw error }
                throw NameErrors.notDefined(name)
            }
        }
    }
}

/// NameError with its `name`.
enum NameErrors {
    static func notDefined(_ name: Value) -> Raised {
        let message = StrObject.make("name '\(text(name))' is not defined")
        return raise(message.value, name)
    }
    static func raise(_ message: Value, _ name: Value) -> Raised {
        do throws(Raised) {
            let exception = try Call.call(PyExc_NameErrorPointer().value, message)
            let fields = exception.value.cast(to: PyNameErrorObject.self)
            if fields.pointee.name == nil { fields.pointee.name = Border.boxed(name) }
            return PendingException.set(PyExc_NameErrorPointer(), exception.value)
        } catch { return error }
    }
}
