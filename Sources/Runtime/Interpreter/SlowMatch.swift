// Slow paths of the loop: patterns, imports, the rest.

import CPythonABI
import Compiler

extension Slow {
    @inline(never) static func match(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            try check(fp, operandB(word))
            let subject = fp[operandB(word)]
            let flags = subject.type.pointee.tp_flags
            switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
            case .matchSequence:
                Registers.killB(fp, word)
                Registers.store(fp, word, Value(bool: flags & Py_TPFLAGS_SEQUENCE != 0))
            case .matchMapping:
                Registers.killB(fp, word)
                Registers.store(fp, word, Value(bool: flags & Py_TPFLAGS_MAPPING != 0))
            case .matchKeys:
                let values = try Patterns.keys(subject, fp[operandC(word)])
                Registers.killB(fp, word)
                Registers.killC(fp, word)
                Registers.store(fp, word, values.isNull ? .none : values.take())
            case .matchRest:
                let dict = DictObject.make()
                try DictObject.merge(dict.value, subject)
                let keys = fp[operandC(word)]
                for index in 0..<TupleObject.count(keys) {
                    _ = try DictObject.delete(dict.value, TupleObject.item(keys, index))
                }
                Registers.killB(fp, word)
                Registers.killC(fp, word)
                Registers.store(fp, word, dict.take())
            default:
                let length = IntObject.make(try Sequences.length(subject))
                Registers.killB(fp, word)
                Registers.store(fp, word, length.take())
            }
        }
    }
    @inline(never) static func matchClass(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        wrap { () throws(Raised) -> Void in
            try check(fp, operandB(word))
            try check(fp, operandC(word))
            let names = fp.code.pointee.constants[Int(cache[0] >> 32)]
            let result = try Patterns.match(
                fp[operandB(word)], fp[operandC(word)], positional: Int(UInt32(truncatingIfNeeded: cache[0])), names)
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, result.isNull ? .none : result.take())
        }
    }

    // MARK: Imports and the rest

    @inline(never) static func importName(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        wrap { () throws(Raised) -> Void in
            let name = name(fp, cache)
            if UInt8(truncatingIfNeeded: word) == Opcode.importFrom.rawValue {
                let value = try ImportHooks.importFrom(fp[operandB(word)], name)
                Registers.killB(fp, word)
                Registers.store(fp, word, value.take())
                return
            }
            let function = try mappingGet(fp.builtins, Names.import_)
            if function.isNull { throw raise(.importError, "__import__ not found") }
            let (level, names) = (fp[operandB(word)], fp[operandC(word)])
            let locals = fp.locals.isNull ? Value.none : fp.locals
            let result: Ref
            if ImportHooks.isBuiltinImport(function.value) {
                result = try ImportHooks.importName(name, fp.globals, locals, names, level)
            } else {
                var room = InlineArray<5, Value>(repeating: name)
                room[1] = fp.globals
                room[2] = locals
                room[3] = names
                room[4] = level
                result = try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
                    try Call.call(function.value, Arguments(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self), count: 5))
                }
            }
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, result.take())
        }
    }

    @inline(never) static func statement(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
            case .importStar:
                try ImportHooks.importStar(fp[operandA(word)], fp.locals.isNull ? fp.globals : fp.locals)
                Registers.killA(fp, word)
            case .printExpression:
                try check(fp, operandA(word))
                let hook = InterpreterHooks.sysAttribute("displayhook")
                if hook.isNull { throw raise(.runtimeError, "lost sys.displayhook") }
                let result = try Call.call(hook.value, fp[operandA(word)])
                _ = result.isNull
                Registers.killA(fp, word)
            default:
                let existing = try mappingGet(fp.locals, Names.annotations)
                if existing.isNull {
                    let dict = DictObject.make()
                    if DictObject.isExact(fp.locals) {
                        try DictObject.set(fp.locals, Names.annotations, dict.value)
                    } else {
                        try Sequences.set(fp.locals, Names.annotations, dict.value)
                    }
                }
            }
        }
    }

    // MARK: Asynchronous iteration

    @inline(never) static func asynchronous(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            let opcode = unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self)
            if opcode == .endAsyncFor {
                let exception = fp[operandA(word)]
                if exception.type.isSubtype(of: PyExc_StopAsyncIterationPointer()) {
                    Registers.kill(fp + operandA(word))
                    Registers.kill(fp + operandB(word))
                    return
                }
                PendingException.setInstance(exception)
                Registers.kill(fp + operandA(word))
                Registers.kill(fp + operandB(word))
                throw Raised()
            }
            try check(fp, operandB(word))
            let value = fp[operandB(word)]
            let result: Ref
            switch opcode {
            case .getYieldFromIter:
                if Generators.isCoroutine(value) {
                    guard fp.code.pointee.flags & (CodeFlags.coroutine | CodeFlags.iterableCoroutine) != 0 else {
                        throw raise(.typeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
                    }
                    result = Ref(value)
                } else if Generators.isGenerator(value) {
                    result = Ref(value)
                } else {
                    result = try Iteration.iter(value)
                }
            case .getAwaitable: result = try Awaitables.iterator(value, word)
            case .getAsyncIter:
                guard let slot = value.record.pointee.asyncIter else {
                    throw raise(.typeError, "'async for' requires an object with __aiter__ method, got \(value.type.name)")
                }
                result = try slot(value)
                if result.value.record.pointee.asyncNext == nil {
                    throw raise(
                        .typeError,
                        "'async for' received an object from __aiter__ that does not implement __anext__: \(result.value.type.name)")
                }
            default:
                guard let slot = value.record.pointee.asyncNext else {
                    throw raise(.typeError, "'async for' requires an iterator with __anext__ method, got \(value.type.name)")
                }
                let awaitable = try slot(value)
                do throws(Raised) { result = try Awaitables.iterator(awaitable.value) } catch {
                    throw Awaitables.invalidNext(awaitable.value)
                }
            }
            Registers.killB(fp, word)
            Registers.store(fp, word, result.take())
        }
    }
}

/// `match` on keys and classes.
enum Patterns {
    /// The values under the keys, or null if one is missing.
    static func keys(_ subject: Value, _ keys: Value) throws(Raised) -> Ref {
        let count = TupleObject.count(keys)
        let values = try TupleObject.allocate(count)
        if count == 0 { return values }
        let get = try Attributes.get(subject, Names.get_)
        let marker = ListObject.make()
        let seen = SetObject.make()
        for index in 0..<count {
            let key = TupleObject.item(keys, index)
            if try SetObject.contains(seen.value, key) {
                throw raise(.valueError, "mapping pattern checks duplicate key (\(try Repr.string(key)))")
            }
            try SetObject.add(seen.value, key)
            let value = try Call.call(get.value, key, marker.value)
            if value.value === marker.value { return .null }
            TupleObject.store(values.value, index, value)
        }
        TupleObject.finish(values.value)
        return values
    }

    /// The attributes that a class pattern asks for, or null if the subject does not match.
    static func match(_ subject: Value, _ type: Value, positional: Int, _ names: Value) throws(Raised) -> Ref {
        guard Classes.isType(type) else { throw raise(.typeError, "called match pattern must be a type") }
        guard try InstanceChecks.isInstance(subject, type) else { return .null }
        let cls = Classes.type(type)
        let list = try ListObject.make(capacity: positional + TupleObject.count(names))
        let seen = SetObject.make()
        func attribute(_ name: Value) throws(Raised) -> Bool {
            if try SetObject.contains(seen.value, name) {
                throw raise(.typeError, "\(cls.name)() got multiple sub-patterns for attribute \(try Repr.string(name))")
            }
            try SetObject.add(seen.value, name)
            let value = try Attributes.getIfPresent(subject, name)
            if value.isNull { return false }
            try ListObject.append(list.value, value.value)
            return true
        }
        if positional > 0 {
            let matchArgs = try Attributes.getIfPresent(type, Names.matchArgs)
            var selfMatch = false
            var allowed = 0
            if matchArgs.isNull {
                selfMatch = cls.pointee.tp_flags & _Py_TPFLAGS_MATCH_SELF != 0
                allowed = selfMatch ? 1 : 0
            } else {
                guard TupleObject.isExact(matchArgs.value) else {
                    throw raise(.typeError, "\(cls.name).__match_args__ must be a tuple (got \(matchArgs.value.type.name))")
                }
                allowed = TupleObject.count(matchArgs.value)
            }
            if allowed < positional {
                throw raise(
                    .typeError,
                    "\(cls.name)() accepts \(allowed) positional sub-pattern\(allowed == 1 ? "" : "s") (\(positional) given)")
            }
            if selfMatch {
                try ListObject.append(list.value, subject)
            } else {
                for index in 0..<positional {
                    let name = TupleObject.item(matchArgs.value, index)
                    guard StrObject.isExact(name) else {
                        throw raise(.typeError, "__match_args__ elements must be strings (got \(name.type.name))")
                    }
                    if !(try attribute(name)) { return .null }
                }
            }
        }
        for index in 0..<TupleObject.count(names) where !(try attribute(TupleObject.item(names, index))) { return .null }
        let count = ListObject.count(list.value)
        return TupleObject.make(count == 0 ? nil : ListObject.items(list.value), count: count)
    }
}

/// What `await` accepts.
enum Awaitables {
    static func iterator(_ value: Value, _ word: UInt64 = 0) throws(Raised) -> Ref {
        if Generators.isCoroutine(value) {
            if isAwaited(value) {
                throw raise(.runtimeError, "coroutine is being awaited already")
            }
            return Ref(value)
        }
        if Generators.isGenerator(value) && Generators.window(value).code.pointee.flags & CodeFlags.iterableCoroutine != 0 { return Ref(value) }
        guard let slot = value.record.pointee.await else {
            if hasFlag(word, InstructionFlags.awaitEnter) {
                throw raise(
                    .typeError, "'async with' received an object from __aenter__ that does not implement __await__: \(value.type.name)")
            }
            if hasFlag(word, InstructionFlags.awaitExit) {
                throw raise(
                    .typeError, "'async with' received an object from __aexit__ that does not implement __await__: \(value.type.name)")
            }
            throw raise(.typeError, "object \(value.type.name) can't be used in 'await' expression")
        }
        let result = try slot(value)
        if Generators.isCoroutine(result.value) { throw raise(.typeError, "__await__() returned a coroutine") }
        if result.value.record.pointee.next == nil {
            throw raise(.typeError, "__await__() returned non-iterator of type '\(result.value.type.name)'")
        }
        return result
    }
    private static func isAwaited(_ coroutine: Value) -> Bool {
        guard Generators.state(coroutine) == .suspended else { return false }
        return Generators.delegate(Generators.window(coroutine)) != nil
    }
    static func invalidNext(_ value: Value) -> Raised {
        ExceptionObject.chain(
            .typeError, "'async for' received an invalid object from __anext__: \(value.type.name)")
    }
}

extension Names {
    nonisolated(unsafe) static let get_ = make("get")
}

/// The import system, set when it starts.
public enum ImportHooks {
    nonisolated(unsafe) public static var importName: (Value, Value, Value, Value, Value) throws(Raised) -> Ref = {
        (_, _, _, _, _) throws(Raised) -> Ref in throw raise(.importError, "the import system has not started")
    }
    nonisolated(unsafe) public static var importFrom: (Value, Value) throws(Raised) -> Ref = { (module, name) throws(Raised) -> Ref in
        try Attributes.get(module, name)
    }
    nonisolated(unsafe) public static var importStar: (Value, Value) throws(Raised) -> Void = { (_, _) throws(Raised) -> Void in
        throw raise(.importError, "the import system has not started")
    }
    /// Whether a function is the built-in `__import__`.
    nonisolated(unsafe) public static var isBuiltinImport: (Value) -> Bool = { _ in false }
}
