// Slow paths of the loop: iteration, unpacking, displays.

import CPythonABI
import Compiler

extension Slow {
    @inline(never) static func getIter(_ fp: FramePointer, _ word: UInt64) -> Status {
        let value = fp[operandB(word)]
        if value.isNull { return unboundLocal(fp, operandB(word)) }
        if value.isObject && value.object.pointee.ob_type.record.pointee.madeInPython {
            let method = value.object.pointee.ob_type.lookup(Names.iter)
            if FunctionObject.isExact(method) {
                return pushCall(fp, method, value, .null, NoteBits.result(.iterator, word)) { Registers.killB(fp, word) }
            }
        }
        if ListObject.isExact(value) || TupleObject.isExact(value) {
            let iterator = ListObject.isExact(value) ? ListIterator.make(value) : IndexedIterator.make(PyTupleIter_TypePointer(), value, index: 0)
            Registers.killB(fp, word)
            Registers.store(fp, word, iterator.take())
            return .next
        }
        return wrap { () throws(Raised) -> Void in
            let iterator = try Iteration.iter(value)
            Registers.killB(fp, word)
            Registers.store(fp, word, iterator.take())
        }
    }

    /// Whether an instruction takes the pair in a temporary apart, which it was put into for that.
    private static func unpacksPair(_ word: UInt64, _ register: Int) -> Bool {
        unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) == .unpackSequence && operandC(word) == 2
            && operandB(word) == register && hasFlag(word, InstructionFlags.killB)
    }
    /// Leaves the pc of the frame at the next instruction.
    @inline(never) static func forIter(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let iterator = fp[operandB(word)]
        if iterator.isObject {
            let type = iterator.object.pointee.ob_type.unsafelyUnwrapped
            if type == PyRangeIter_TypePointer() {
                quicken(cache, .forIterRange, word)
            } else if type == PyListIter_TypePointer() {
                quicken(cache, .forIterList, word)
            } else if type == PyTupleIter_TypePointer() {
                quicken(cache, .forIterTuple, word)
            } else if type == PyGen_TypePointer() {
                quicken(cache, .forIterGenerator, word)
                let status = Generators.forIter(fp, iterator, word)
                if status != .exit { return status }
            } else if type.record.pointee.quickPair != nil && unpacksPair(NativeTier.instruction(fp, cache + 1), operandA(word)) {
                quicken(cache, .forIterPair, word)
            } else if type.record.pointee.quickNext != nil {
                quicken(cache, .forIterNative, word)
            } else if type.record.pointee.madeInPython {
                let method = type.lookup(Names.next)
                if FunctionObject.isExact(method) { return pushCall(fp, method, iterator, .null, NoteBits.result(.nextItem, word)) {} }
            }
        }
        do throws(Raised) {
            let item = try Iteration.next(iterator)
            if item.isNull {
                Registers.kill(fp + operandB(word))
                fp.pc = cache + 1 + Int(Int32(truncatingIfNeeded: cache[0]))
            } else {
                Registers.store(fp, word, item.take())
            }
            return .next
        } catch { return .raised }
    }

    @inline(never) static func unpackSequence(_ fp: FramePointer, _ word: UInt64) -> Status {
        let source = fp[operandB(word)]
        if source.isNull { return unboundLocal(fp, operandB(word)) }
        let count = operandC(word)
        let target = fp + operandA(word)
        let temporaries = hasFlag(word, InstructionFlags.tempA)
        return wrap { () throws(Raised) -> Void in
            // A copy first: storing into local variables may run destructors.
            let items = try unpack(source, count, -1)
            for index in 0..<count {
                let value = TupleObject.item(items.value, index)
                value.retain()
                if temporaries {
                    target[index] = value
                } else {
                    let old = target[index]
                    target[index] = value
                    old.release()
                }
            }
            Registers.killB(fp, word)
        }
    }

    /// The items of an iterable as a tuple: exactly `count`, or with `after` >= 0: at least `count + after`.
    private static func unpack(_ source: Value, _ count: Int, _ after: Int) throws(Raised) -> Ref {
        if after < 0 && TupleObject.isExact(source) && TupleObject.count(source) == count { return Ref(source) }
        if after < 0 && ListObject.isExact(source) && ListObject.count(source) == count {
            return TupleObject.make(count == 0 ? nil : ListObject.items(source), count: count)
        }
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(source) } catch {
            guard source.record.pointee.iter == nil && !Sequences.isSequence(source), PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "cannot unpack non-iterable \(source.type.name) object")
        }
        let list = try ListObject.make(capacity: min(count, 1 << 12))
        while ListObject.count(list.value) < count {
            let item = try Iteration.next(iterator.value)
            if item.isNull {
                let got = ListObject.count(list.value)
                if after < 0 { throw raise(.valueError, "not enough values to unpack (expected \(count), got \(got))") }
                throw raise(.valueError, "not enough values to unpack (expected at least \(count + after), got \(got))")
            }
            try ListObject.append(list.value, item.value)
        }
        if after < 0 {
            let extra = try Iteration.next(iterator.value)
            if !extra.isNull { throw raise(.valueError, "too many values to unpack (expected \(count))") }
        } else {
            while true {
                let item = try Iteration.next(iterator.value)
                if item.isNull { break }
                try ListObject.append(list.value, item.value)
            }
            let got = ListObject.count(list.value)
            if got < count + after { throw raise(.valueError, "not enough values to unpack (expected at least \(count + after), got \(got))") }
        }
        let total = ListObject.count(list.value)
        return TupleObject.make(total == 0 ? nil : ListObject.items(list.value), count: total)
    }

    @inline(never) static func unpackEx(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let source = fp[operandB(word)]
        if source.isNull { return unboundLocal(fp, operandB(word)) }
        let before = Int(UInt32(truncatingIfNeeded: cache[0]))
        let after = operandC(word)
        let target = fp + operandA(word)
        return wrap { () throws(Raised) -> Void in
            // A tuple that is long enough is taken apart as it is.
            let isPlain = TupleObject.isExact(source) && TupleObject.count(source) >= before + after
            let items = isPlain ? Ref(source) : try unpack(source, before, after)
            let total = TupleObject.count(items.value)
            let values = TupleObject.items(items.value)
            let rest = try ListObject.make(values + before, count: total - before - after)
            for index in 0..<before {
                let value = Border.read(values[index])
                value.retain()
                target[index] = value
            }
            target[before] = rest.take()
            for index in 0..<after {
                let value = Border.read(values[total - after + index])
                value.retain()
                target[before + 1 + index] = value
            }
            Registers.killB(fp, word)
        }
    }

    // MARK: Displays

    /// Takes `count` owned values out of registers from `first` on.
    private static func release(_ first: FramePointer, _ count: Int) {
        for index in 0..<count {
            let value = first[index]
            first[index] = .null
            value.release()
        }
    }

    @inline(never) static func build(_ fp: FramePointer, _ word: UInt64) -> Status {
        let first = fp + operandB(word)
        let count = operandC(word)
        return wrap { () throws(Raised) -> Void in
            switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
            case .buildSet:
                let set = SetObject.make()
                for index in 0..<count { try SetObject.add(set.value, first[index]) }
                release(first, count)
                Registers.store(fp, word, set.take())
            case .buildMap:
                let dict = DictObject.make(capacity: count)
                for index in 0..<count { try DictObject.set(dict.value, first[2 * index], first[2 * index + 1]) }
                release(first, count * 2)
                Registers.store(fp, word, dict.take())
            case .buildString:
                let result = try StrConcat.joined(first, count)
                release(first, count)
                Registers.store(fp, word, result.take())
            case .buildSlice:
                let slice = SliceObject.make(first[0], first[1], first[2])
                release(first, 3)
                Registers.store(fp, word, slice.take())
            default:
                // listToTuple
                let list = fp[operandB(word)]
                let total = ListObject.count(list)
                let tuple = TupleObject.make(total == 0 ? nil : ListObject.items(list), count: total)
                Registers.killB(fp, word)
                Registers.store(fp, word, tuple.take())
            }
        }
    }
    @inline(never) static func buildConstKeyMap(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let first = fp + operandB(word)
        let count = operandC(word)
        let keys = fp.code.pointee.constants[Int(UInt32(truncatingIfNeeded: cache[0]))]
        return wrap { () throws(Raised) -> Void in
            let dict = DictObject.make(capacity: count)
            for index in 0..<count { try DictObject.set(dict.value, TupleObject.item(keys, index), first[index]) }
            release(first, count)
            Registers.store(fp, word, dict.take())
        }
    }
    @inline(never) static func listAppend(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            try check(fp, operandB(word))
            try ListObject.append(fp[operandA(word)], fp[operandB(word)])
            Registers.killB(fp, word)
        }
    }
    @inline(never) static func mapAdd(_ fp: FramePointer, _ word: UInt64) -> Status {
        let (key, value) = (fp[operandB(word)], fp[operandC(word)])
        if key.isNull || value.isNull { return extend(fp, word) }
        do throws(Raised) { try DictObject.set(fp[operandA(word)], key, value) } catch { return .raised }
        Registers.killC(fp, word)
        Registers.killB(fp, word)
        return .next
    }
    @inline(never) static func setAdd(_ fp: FramePointer, _ word: UInt64) -> Status {
        let value = fp[operandB(word)]
        if value.isNull { return extend(fp, word) }
        do throws(Raised) { try SetObject.add(fp[operandA(word)], value) } catch { return .raised }
        Registers.killB(fp, word)
        return .next
    }
    @inline(never) static func buildList(_ fp: FramePointer, _ word: UInt64) -> Status {
        do throws(Raised) {
            let list = try ListObject.make(moving: fp + operandB(word), count: operandC(word))
            Registers.store(fp, word, list.take())
            return .next
        } catch { return .raised }
    }
    @inline(never) static func buildTuple(_ fp: FramePointer, _ word: UInt64) -> Status {
        let first = fp + operandB(word)
        let count = operandC(word)
        do throws(Raised) {
            let tuple = try TupleObject.allocate(count)
            let items = TupleObject.items(tuple.value)
            var index = 0
            while index < count {
                items[index] = first[index]
                first[index] = .null
                index &+= 1
            }
            TupleObject.finish(tuple.value)
            Registers.store(fp, word, tuple.take())
            return .next
        } catch { return .raised }
    }
    @inline(never) static func extend(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            let target = fp[operandA(word)]
            try check(fp, operandB(word))
            let value = fp[operandB(word)]
            switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
            case .setAdd: try SetObject.add(target, value)
            case .mapAdd:
                try check(fp, operandC(word))
                try DictObject.set(target, value, fp[operandC(word)])
                Registers.killC(fp, word)
            case .listExtend:
                if value.record.pointee.iter == nil && !Sequences.isSequence(value) {
                    throw raise(.typeError, "Value after * must be an iterable, not \(value.type.name)")
                }
                try ListObject.extend(target, value)
            case .setUpdate:
                try SetObject.update(target, value)
            case .dictUpdate:
                do throws(Raised) { try DictObject.merge(target, value) } catch {
                    guard PendingException.clear(if: .attributeError) else { throw error }
                    throw raise(.typeError, "'\(value.type.name)' object is not a mapping")
                }
            default:
                try mergeKeywords(target, value, callable: fp[operandC(word)])
            }
            Registers.killB(fp, word)
        }
    }
    /// `**mapping` of a call: names must be strs and new.
    private static func mergeKeywords(_ target: Value, _ mapping: Value, callable: Value) throws(Raised) {
        // Other names than strs are refused by what is called, which says so in its own words.
        func checkIsNew(_ key: Value) throws(Raised) {
            if try DictObject.contains(target, key) {
                let name = try Repr.str(key)
                throw raise(.typeError, "\(CallNames.describe(callable)) got multiple values for keyword argument '\(text(name.value))'")
            }
        }
        if DictObject.isExact(mapping) {
            var position = 0
            while let (key, value) = DictObject.next(mapping, &position) {
                try checkIsNew(key)
                try DictObject.set(target, key, value)
            }
            return
        }
        let keys: Ref
        do throws(Raised) {
            let method = try Attributes.get(mapping, Names.keys)
            keys = try Call.call(method.value)
        } catch {
            guard PendingException.clear(if: .attributeError) else { throw error }
            throw raise(.typeError, "\(CallNames.describe(callable)) argument after ** must be a mapping, not \(mapping.type.name)")
        }
        let iterator = try Iteration.iter(keys.value)
        while true {
            let key = try Iteration.next(iterator.value)
            if key.isNull { break }
            try checkIsNew(key.value)
            let value = try Sequences.get(mapping, key.value)
            try DictObject.set(target, key.value, value.value)
        }
    }

    @inline(never) static func formatValue(_ fp: FramePointer, _ word: UInt64) -> Status {
        let value = fp[operandB(word)]
        if value.isSmallInt, hasFlag(word, InstructionFlags.hasSpec), UInt8(truncatingIfNeeded: word >> 8) & InstructionFlags.conversionMask == 0 {
            let text = QuickFormat.int(value.smallInt, fp[operandC(word)])
            if !text.isNull {
                Registers.killC(fp, word)
                Registers.store(fp, word, text)
                return .next
            }
        }
        return wrap { () throws(Raised) -> Void in
            try check(fp, operandB(word))
            var value = Ref(fp[operandB(word)])
            switch UInt8(truncatingIfNeeded: word >> 8) & InstructionFlags.conversionMask {
            case 1 << 4: value = try Repr.str(value.value)
            case 2 << 4: value = try Repr.of(value.value)
            case 3 << 4: value = try Repr.ascii(value.value)
            default: break
            }
            let spec = hasFlag(word, InstructionFlags.hasSpec) ? fp[operandC(word)] : StrObject.emptyValue
            let result = StrObject.isExact(value.value) && StrObject.length(spec) == 0 ? value.copy() : try Formatting.format(value.value, spec)
            Registers.killB(fp, word)
            if hasFlag(word, InstructionFlags.hasSpec) { Registers.killC(fp, word) }
            Registers.store(fp, word, result.take())
        }
    }
}
