// Slow paths of the loop: attributes, methods, subscripts. They do the operation and leave an inline cache behind.
//
// Caches of attribute instructions: high half of w1 is the type's version tag (or a module dict's keys version); c is a place or an
// offset; w2 a borrowed class attribute, which the version keeps valid; w3 of `loadMethodFunction` is 1 if instances may have a dict.

import CPythonABI
import Compiler

extension Slow {
    @inline(never) static func loadAttr(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let object = fp[operandB(word)]
        if object.isNull { return unboundLocal(fp, operandB(word)) }
        let name = name(fp, cache)
        if object.isObject, let entry = AttributeCache.find(object.object.pointee.ob_type.pointee.tp_version_tag, name, .load),
            entry.pointee.kind == AttributeCache.Kind.getter.rawValue
        {
            return computeAttr(fp, word, object, name, entry.pointee.value)
        }
        specializeLoad(object, name, word, cache)
        let status = pushAttribute(fp, word, object, name)
        if status != .exit { return status }
        return wrap { () throws(Raised) -> Void in
            let value = try Attributes.get(object, name)
            Registers.killB(fp, word)
            Registers.store(fp, word, value.take())
        }
    }

    /// r[a] = what the getter of a descriptor gives for the object.
    private static func computeAttr(_ fp: FramePointer, _ word: UInt64, _ object: Value, _ name: Value, _ descriptor: Value) -> Status {
        do throws(Raised) {
            try NativeStack.enter(" while calling a Python object")
            let definition = descriptor.cast(to: PyGetSetDescrObject.self).pointee.d_getset.unsafelyUnwrapped
            guard let native = Descriptors.native(definition) else { return .raised }
            let value = try native.pointee.value(object)
            Registers.killB(fp, word)
            Registers.store(fp, word, value.take())
            return .next
        } catch {
            AttributeErrors.complete(name: name, object: object)
            return .raised
        }
    }

    /// Whether it is time for a site that keeps missing its cache to try again with the type at hand: the types may have changed for
    /// good.
    @inline(__always) static func isTurn() -> Bool {
        _pyswift_loop.cache_misses &+= 1
        return _pyswift_loop.cache_misses & 31 == 0
    }

    /// Properties, descriptors, `__getattr__` and `__getattribute__` written in Python run in a frame of their own. `.exit`: none of
    /// them has a say.
    private static func pushAttribute(_ fp: FramePointer, _ word: UInt64, _ object: Value, _ name: Value) -> Status {
        guard object.isObject else { return .exit }
        let type = object.object.pointee.ob_type.unsafelyUnwrapped
        guard type.record.pointee.madeInPython else { return .exit }
        let release = { Registers.killB(fp, word) }
        let note = NoteBits.result(.attribute, word)
        let getattr = type.lookup(Names.getattr)
        let getattribute = type.lookup(Names.getattribute)
        if !Attributes.isGenericWrapper(getattribute) {
            guard FunctionObject.isExact(getattribute) else { return .exit }
            let kept = getattr.isNull ? Ref.null : TupleObject.make(object, name)
            return keeping(kept, pushCall(fp, getattribute, object, name, note, release: release))
        }
        let attribute = type.lookup(name)
        if attribute.isObject {
            if PropertyObject.isExact(attribute) {
                let getter = PropertyObject.getter(attribute)
                guard FunctionObject.isExact(getter) else { return .exit }
                if getattr.isNull { return pushCall(fp, getter, object, .null, Calls.note(word, UInt64(operandA(word))), release: release) }
                let kept = TupleObject.make(object, name)
                return keeping(kept, pushCall(fp, getter, object, .null, note, release: release))
            }
            let kind = attribute.object.pointee.ob_type.unsafelyUnwrapped
            if kind.record.pointee.madeInPython {
                let get = kind.lookup(Names.get)
                guard FunctionObject.isExact(get) else { return .exit }
                // Held: looking into the instance's dict may compare keys in Python, which may change the classes.
                let heldAttribute = Ref(attribute)
                let heldGet = Ref(get)
                if kind.record.pointee.descriptorSet == nil {
                    do throws(Raised) {
                        let own = try Attributes.instanceAttribute(object, name)
                        if !own.isNull {
                            release()
                            Registers.store(fp, word, own.take())
                            return .next
                        }
                    } catch { return .raised }
                }
                let kept = getattr.isNull ? Ref.null : TupleObject.make(object, name)
                return keeping(kept, pushCall(fp, heldGet.value, heldAttribute.value, object, type.value, note, release: release))
            }
        }
        guard FunctionObject.isExact(getattr) else { return .exit }
        let heldHook = Ref(getattr)
        do throws(Raised) {
            let value = try Attributes.genericOrNull(object, name)
            if !value.isNull {
                release()
                Registers.store(fp, word, value.take())
                return .next
            }
        } catch {
            guard PendingException.clear(if: .attributeError) else { return .raised }
        }
        return pushCall(fp, heldHook.value, object, name, Calls.note(word, UInt64(operandA(word))), release: release)
    }
    /// Gives the frame that was just pushed something to keep.
    private static func keeping(_ kept: consuming Ref, _ status: Status) -> Status {
        if status == .frame && !kept.isNull { CurrentFrame.fp.unsafelyUnwrapped.extra = kept.take() }
        return status
    }

    /// `__setattr__`, `__delattr__`, and property setters and descriptors written in Python. `value` null: delete. `.exit`: none.
    private static func pushStore(_ fp: FramePointer, _ object: Value, _ name: Value, _ value: Value, release: () -> Void) -> Status {
        guard object.isObject else { return .exit }
        let type = object.object.pointee.ob_type.unsafelyUnwrapped
        guard type.record.pointee.madeInPython else { return .exit }
        let note = NoteBits.with(.discard, 0)
        guard SlotIdentity.same(type.record.pointee.setAttribute, PyBaseObject_TypePointer().record.pointee.setAttribute) else {
            let method = type.lookup(value.isNull ? Names.delattr : Names.setattr)
            guard FunctionObject.isExact(method) else { return .exit }
            return pushCall(fp, method, object, name, value, note, release: release)
        }
        let attribute = type.lookup(name)
        guard attribute.isObject else { return .exit }
        if PropertyObject.isExact(attribute) {
            let method = value.isNull ? PropertyObject.deleter(attribute) : PropertyObject.setter(attribute)
            guard FunctionObject.isExact(method) else { return .exit }
            return pushCall(fp, method, object, value, .null, note, release: release)
        }
        guard attribute.record.pointee.madeInPython else { return .exit }
        let method = attribute.type.lookup(value.isNull ? Names.delete : Names.set)
        guard FunctionObject.isExact(method) else { return .exit }
        return pushCall(fp, method, attribute, object, value, note, release: release)
    }

    /// Pushes a frame for function(self[, argument]); all borrowed. `release` lets go of operands before the frame is entered.
    static func pushCall(
        _ fp: FramePointer, _ function: Value, _ self: Value, _ argument: Value, _ note: UInt64, release: () -> Void
    ) -> Status {
        function.retain()
        self.retain()
        argument.retain()
        let count = argument.isNull ? 0 : 1
        let base = fp.top + frameHeaderSize
        release()
        if FunctionObject.linked(function).pointee.simpleArgumentCount == count + 1
            && ValueStack.fits(base, FunctionObject.linked(function).pointee.registerCount)
        {
            base[0] = self
            base[1] = argument
            return Calls.push(fp, function, base, count + 1, note)
        }
        var room = argument
        return withUnsafeMutablePointer(to: &room) { Calls.bind(fp, function, self, $0, count, .null, note) }
    }

    private static func specializeLoad(_ object: Value, _ name: Value, _ word: UInt64, _ cache: ProgramCounter) {
        guard object.isObject else { return }
        let type = object.object.pointee.ob_type.unsafelyUnwrapped
        if type == PyModule_TypePointer() {
            let dict = ModuleObject.dict(object)
            let keys = DictObject.keys(dict)
            guard !keys.pointee.isGeneral else { return }
            let index = DictObject.findSimple(keys, name, StrObject.hash(name))
            let version = DictObject.keysVersion(dict)
            guard index >= 0, version != 0 else { return }
            setCache(cache, version: version)
            cacheSlot(cache, dict, index)
            quicken(cache, .loadAttrModule, word)
            return
        }
        if type == PyType_TypePointer() {
            let (value, isMethod) = AttributeCache.ofType(object, name)
            if value.isNull || isMethod { return }
            let version = object.cast(to: PyTypeObject.self).version
            AttributeCache.learn(version, name, .load, .typeValue, value)
            setCache(cache, version: version)
            cache[1] = value.bits
            quicken(cache, .loadAttrType, word)
            return
        }
        guard Attributes.isGenericLookup(type) else { return }
        let version = type.version
        guard version != 0 else { return }
        let attribute = type.lookup(name)
        let place = type.hasManagedDict ? type.record.pointee.instanceKeys.unsafelyUnwrapped.pointee.place(name) : -1
        let withPlace = { (place: Int) in word & 0x0000_FFFF_FFFF_FFFF | UInt64(place) << 48 }
        if attribute.isNull {
            guard type.hasManagedDict else { return }
            if place >= 0 && object.object.instanceDict.pointee.isNull {
                setCache(cache, version: version)
                quicken(cache, .loadAttrInstance, withPlace(place))
                AttributeCache.learn(version, name, .load, .instance, place: place)
            } else if !object.object.instanceDict.pointee.isNull {
                // Later objects may have it in line. The version must go with the place: it may still be that of another type.
                setCache(cache, version: version)
                quicken(cache, .loadAttrInstance, withPlace(place >= 0 ? place : 255))
                AttributeCache.learn(version, name, .load, .instance, place: place >= 0 ? place : 255)
            }
            return
        }
        if attribute.isObject {
            let attributeType = attribute.object.pointee.ob_type
            if attributeType == PyMemberDescr_TypePointer() {
                let member = attribute.cast(to: PyMemberDescrObject.self).pointee.d_member.unsafelyUnwrapped
                // A slot found under a name of another class has another layout.
                guard Descriptors.owns(attribute, type) else { return }
                if member.pointee.type == Members.valueCode && member.pointee.offset < 1 << 16 {
                    setCache(cache, version: version)
                    quicken(cache, .loadAttrSlot, withPlace(member.pointee.offset))
                    AttributeCache.learn(version, name, .load, .slot, place: member.pointee.offset)
                }
                return
            }
            if PropertyObject.isExact(attribute) {
                let getter = PropertyObject.getter(attribute)
                guard FunctionObject.isExact(getter), FunctionObject.linked(getter).pointee.simpleArgumentCount == 1 else { return }
                setCache(cache, version: version)
                cache[1] = getter.bits
                quicken(cache, .loadAttrProperty, word)
                AttributeCache.learn(version, name, .load, .property, getter)
                return
            }
            if attributeType == PyGetSetDescr_TypePointer(),
                Descriptors.native(attribute.cast(to: PyGetSetDescrObject.self).pointee.d_getset.unsafelyUnwrapped) != nil
            {
                AttributeCache.learn(version, name, .load, .getter, attribute)
                return
            }
            if let place = TupleGetter.place(attribute), type.has(Py_TPFLAGS_TUPLE_SUBCLASS) {
                AttributeCache.learn(version, name, .load, .tupleItem, place: place)
                return
            }
            if attribute.record.pointee.descriptorGet != nil { return }
        }
        // A plain class attribute, unless the instance can have one of its own.
        if place < 0 && (type.hasManagedDict || type.pointee.tp_dictoffset == 0) && (!type.hasManagedDict || object.object.instanceDict.pointee.isNull) {
            setCache(cache, version: version)
            cache[1] = attribute.bits
            quicken(cache, .loadAttrClass, word)
            AttributeCache.learn(version, name, .load, .classValue, attribute)
        }
    }

    @inline(never) static func storeAttr(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let object = fp[operandA(word)]
        let value = fp[operandB(word)]
        // The value is read first.
        if value.isNull { return unboundLocal(fp, operandB(word)) }
        if object.isNull { return unboundLocal(fp, operandA(word)) }
        let name = name(fp, cache)
        if object.isObject && UInt8(truncatingIfNeeded: word) != Opcode.storeAttr.rawValue && storeKnown(fp, word, object.object, name, value) { return .next }
        let pushed = pushStore(fp, object, name, value) {
            Registers.killB(fp, word)
            Registers.killA(fp, word)
        }
        if pushed != .exit { return pushed }
        let status = wrap { () throws(Raised) -> Void in try Attributes.set(object, name, value) }
        if status == .next { specializeStore(object, name, word, cache) }
        if status == .next {
            Registers.killB(fp, word)
            Registers.killA(fp, word)
        }
        return status
    }
    /// Stores by what the shared cache knows; false if it cannot.
    @inline(__always) private static func storeKnown(
        _ fp: FramePointer, _ word: UInt64, _ object: ObjectPointer, _ name: Value, _ value: Value
    ) -> Bool {
        guard let entry = AttributeCache.find(object.pointee.ob_type.pointee.tp_version_tag, name, .store), !isTurn() else { return false }
        if entry.pointee.kind == AttributeCache.Kind.storeInstance.rawValue {
            guard object.instanceDict.pointee.isNull, Instances.storeInline(object, Int(entry.pointee.place), value) else { return false }
        } else {
            value.retain()
            let slot = (UnsafeMutableRawPointer(object) + Int(entry.pointee.place)).assumingMemoryBound(to: Value.self)
            let old = slot.pointee
            slot.pointee = value
            old.release()
        }
        Registers.killB(fp, word)
        Registers.killA(fp, word)
        return true
    }
    private static func specializeStore(_ object: Value, _ name: Value, _ word: UInt64, _ cache: ProgramCounter) {
        guard object.isObject else { return }
        let type = object.object.pointee.ob_type.unsafelyUnwrapped
        guard type.record.pointee.madeInPython,
            SlotIdentity.same(type.record.pointee.setAttribute, PyBaseObject_TypePointer().record.pointee.setAttribute)
        else { return }
        let version = type.version
        guard version != 0 else { return }
        let attribute = type.lookup(name)
        let withPlace = { (place: Int) in word & 0x0000_FFFF_FFFF_FFFF | UInt64(place) << 48 }
        if attribute.isObject {
            if attribute.object.pointee.ob_type == PyMemberDescr_TypePointer() {
                let member = attribute.cast(to: PyMemberDescrObject.self).pointee.d_member.unsafelyUnwrapped
                // A slot found under a name of another class has another layout.
                guard Descriptors.owns(attribute, type) else { return }
                if member.pointee.type == Members.valueCode && member.pointee.offset < 1 << 16 {
                    setCache(cache, version: version)
                    quicken(cache, .storeAttrSlot, withPlace(member.pointee.offset))
                    AttributeCache.learn(version, name, .store, .storeSlot, place: member.pointee.offset)
                }
                return
            }
            if attribute.record.pointee.descriptorSet != nil { return }
        }
        guard type.hasManagedDict, object.object.instanceDict.pointee.isNull else { return }
        let place = type.record.pointee.instanceKeys.unsafelyUnwrapped.pointee.place(name)
        guard place >= 0 else { return }
        setCache(cache, version: version)
        quicken(cache, .storeAttrInstance, withPlace(place))
        AttributeCache.learn(version, name, .store, .storeInstance, place: place)
    }
    @inline(never) static func deleteAttr(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let pushed = pushStore(fp, fp[operandA(word)], name(fp, cache), .null) { Registers.killA(fp, word) }
        if pushed != .exit { return pushed }
        return wrap { () throws(Raised) -> Void in
            try check(fp, operandA(word))
            try Attributes.set(fp[operandA(word)], name(fp, cache), .null)
            Registers.killA(fp, word)
        }
    }

    @inline(never) static func loadMethod(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let object = fp[operandB(word)]
        if object.isNull { return unboundLocal(fp, operandB(word)) }
        let name = name(fp, cache)
        let base = fp + operandA(word)
        let type = object.type
        if loadMethodElsewhere(fp, word, cache, object, name, base) { return .next }
        if Attributes.isGenericLookup(type) {
            let method = type.lookup(name)
            if Call.isPlainMethod(method) {
                var own = Value.null
                do throws(Raised) { own = try Attributes.instanceAttribute(object, name).take() } catch { return .raised }
                if own.isNull {
                    let version = type.version
                    let hasDict = type.hasManagedDict
                    if version != 0 && object.isObject && (hasDict || type.pointee.tp_dictoffset == 0)
                        && (!hasDict || type.record.pointee.instanceKeys.unsafelyUnwrapped.pointee.place(name) < 0)
                    {
                        setCache(cache, version: version)
                        cache[1] = method.bits
                        cache[2] = hasDict ? 1 : 0
                        quicken(cache, .loadMethodFunction, word)
                        AttributeCache.learn(version, name, .method, .method, method)
                    }
                    method.retain()
                    if hasFlag(word, InstructionFlags.killB) { fp[operandB(word)] = .null } else { object.retain() }
                    base[0] = method
                    base[8] = object
                    return .next
                }
                Registers.killB(fp, word)
                base[0] = own
                base[8] = .null
                return .next
            }
        }
        // What Python code gives is called as it is. The word is complete as an attribute's: a is the first register of the call.
        base[8] = .null
        let status = pushAttribute(fp, word | UInt64(InstructionFlags.tempA) << 8, object, name)
        if status != .exit { return status }
        return wrap { () throws(Raised) -> Void in
            let value = try Attributes.get(object, name)
            Registers.killB(fp, word)
            base[0] = value.take()
            base[8] = .null
        }
    }

    /// Methods of classes and functions of modules, which need no object. False: it is neither, or not that plain.
    private static func loadMethodElsewhere(
        _ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter, _ object: Value, _ name: Value, _ base: FramePointer
    ) -> Bool {
        guard object.isObject else { return false }
        let type = object.object.pointee.ob_type.unsafelyUnwrapped
        if type == PyType_TypePointer() {
            let (value, isMethod) = AttributeCache.ofType(object, name)
            if value.isNull { return false }
            setCache(cache, version: object.cast(to: PyTypeObject.self).version)
            cache[1] = value.bits
            cache[2] = isMethod ? 1 : 0
            quicken(cache, .loadMethodType, word)
            value.retain()
            if isMethod {
                if hasFlag(word, InstructionFlags.killB) { fp[operandB(word)] = .null } else { object.retain() }
            } else {
                Registers.killB(fp, word)
            }
            base[0] = value
            base[8] = isMethod ? object : .null
            return true
        }
        if type == PySuper_TypePointer() && name !== Names.class {
            let (function, instance) = SuperObject.method(object, name)
            if function.isNull { return false }
            function.retain()
            instance.retain()
            Registers.killB(fp, word)
            base[0] = function
            base[8] = instance
            return true
        }
        guard type == PyModule_TypePointer() else { return false }
        let dict = ModuleObject.dict(object)
        let keys = DictObject.keys(dict)
        guard !keys.pointee.isGeneral else { return false }
        let index = DictObject.findSimple(keys, name, StrObject.hash(name))
        let version = DictObject.keysVersion(dict)
        guard index >= 0, version != 0 else { return false }
        setCache(cache, version: version)
        cacheSlot(cache, dict, index)
        quicken(cache, .loadMethodModule, word)
        let value = cachedSlot(cache).pointee
        value.retain()
        Registers.killB(fp, word)
        base[0] = value
        base[8] = .null
        return true
    }

    // MARK: Subscripts

    @inline(never) static func loadSubscript(_ fp: FramePointer, _ word: UInt64) -> Status {
        let container = fp[operandB(word)]
        let key = fp[operandC(word)]
        if container.isNull { return unboundLocal(fp, operandB(word)) }
        if key.isNull { return unboundLocal(fp, operandC(word)) }
        if container.isObject {
            let type = container.object.pointee.ob_type.unsafelyUnwrapped
            if type == PyDict_TypePointer() {
                if DictKeys.isSimple(key) {
                    let value = DictObject.getSimple(container, key)
                    if !value.isNull {
                        value.retain()
                        Registers.killB(fp, word)
                        Registers.killC(fp, word)
                        Registers.store(fp, word, value)
                        return .next
                    }
                }
                return wrap { () throws(Raised) -> Void in
                    let value = try DictObject.get(container, key)
                    if value.isNull { throw KeyErrors.raise(key) }
                    value.retain()
                    Registers.killB(fp, word)
                    Registers.killC(fp, word)
                    Registers.store(fp, word, value)
                }
            }
            if type == PyUnicode_TypePointer(), key.isSmallInt, let value = character(container, key.smallInt) {
                Registers.killB(fp, word)
                Registers.store(fp, word, value)
                return .next
            }
            if type.record.pointee.madeInPython {
                let method = type.lookup(Names.getitem)
                if FunctionObject.isExact(method) {
                    return pushCall(fp, method, container, key, Calls.note(word, UInt64(operandA(word)))) {
                        Registers.killB(fp, word)
                        Registers.killC(fp, word)
                    }
                }
            }
        }
        return wrap { () throws(Raised) -> Void in
            let value = try Sequences.get(container, key)
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, value.take())
        }
    }
    /// The character of a str at an index, owned; nil: there is none.
    @inline(__always) private static func character(_ text: Value, _ index: Int) -> Value? {
        let length = StrObject.length(text)
        let position = index < 0 ? index &+ length : index
        guard position >= 0 && position < length else { return nil }
        return StrObject.character(StrObject.character(text, position)).take()
    }
    @inline(never) static func loadSubscriptImm(_ fp: FramePointer, _ word: UInt64) -> Status {
        let container = fp[operandB(word)]
        if container.isNull { return unboundLocal(fp, operandB(word)) }
        let key = Value(smallInt: signedC(word))
        if StrObject.isExact(container), let value = character(container, signedC(word)) {
            Registers.killB(fp, word)
            Registers.store(fp, word, value)
            return .next
        }
        if container.isObject && container.object.pointee.ob_type.record.pointee.madeInPython {
            let method = container.object.pointee.ob_type.lookup(Names.getitem)
            if FunctionObject.isExact(method) {
                return pushCall(fp, method, container, key, Calls.note(word, UInt64(operandA(word)))) { Registers.killB(fp, word) }
            }
        }
        return wrap { () throws(Raised) -> Void in
            let value = try Sequences.get(container, key)
            Registers.killB(fp, word)
            Registers.store(fp, word, value.take())
        }
    }
    /// `__setitem__` and `__delitem__` written in Python. `value` null: delete.
    private static func pushItem(_ fp: FramePointer, _ container: Value, _ key: Value, _ value: Value, release: () -> Void) -> Status {
        guard container.isObject, !key.isNull, container.object.pointee.ob_type.record.pointee.madeInPython else { return .exit }
        let method = container.object.pointee.ob_type.lookup(value.isNull ? Names.delitem : Names.setitem)
        guard FunctionObject.isExact(method) else { return .exit }
        return pushCall(fp, method, container, key, value, NoteBits.with(.discard, 0), release: release)
    }
    @inline(never) static func storeSubscript(_ fp: FramePointer, _ word: UInt64) -> Status {
        let target = fp[operandA(word)]
        if DictObject.isExact(target) && DictKeys.isSimple(fp[operandB(word)]) && !fp[operandC(word)].isNull {
            // Such keys raise nothing.
            if DictObject.replaceSimple(target, fp[operandB(word)], fp[operandC(word)]) {
                Registers.killC(fp, word)
                Registers.killB(fp, word)
                Registers.killA(fp, word)
                return .next
            }
            do throws(Raised) { try DictObject.set(target, fp[operandB(word)], fp[operandC(word)]) } catch { return .raised }
            Registers.killC(fp, word)
            Registers.killB(fp, word)
            Registers.killA(fp, word)
            return .next
        }
        if !fp[operandC(word)].isNull {
            let pushed = pushItem(fp, fp[operandA(word)], fp[operandB(word)], fp[operandC(word)]) {
                Registers.killC(fp, word)
                Registers.killB(fp, word)
                Registers.killA(fp, word)
            }
            if pushed != .exit { return pushed }
        }
        return wrap { () throws(Raised) -> Void in
            try check(fp, operandC(word))
            try check(fp, operandA(word))
            try check(fp, operandB(word))
            let container = fp[operandA(word)]
            if DictObject.isExact(container) {
                try DictObject.set(container, fp[operandB(word)], fp[operandC(word)])
            } else {
                try Sequences.set(container, fp[operandB(word)], fp[operandC(word)])
            }
            Registers.killC(fp, word)
            Registers.killB(fp, word)
            Registers.killA(fp, word)
        }
    }
    @inline(never) static func deleteSubscript(_ fp: FramePointer, _ word: UInt64) -> Status {
        let pushed = pushItem(fp, fp[operandA(word)], fp[operandB(word)], .null) {
            Registers.killB(fp, word)
            Registers.killA(fp, word)
        }
        if pushed != .exit { return pushed }
        return wrap { () throws(Raised) -> Void in
            try check(fp, operandA(word))
            try check(fp, operandB(word))
            try Sequences.set(fp[operandA(word)], fp[operandB(word)], .null)
            Registers.killB(fp, word)
            Registers.killA(fp, word)
        }
    }
}

public enum KeyErrors {
    /// KeyError(key); a tuple is wrapped, so that it is one argument, and so is an exception, which would be raised itself.
    public static func raise(_ key: Value) -> Raised {
        if TupleObject.isInstance(key) || ExceptionObject.isInstance(key) {
            let wrapped = TupleObject.make(key)
            return PendingException.set(PyExc_KeyErrorPointer(), wrapped.value)
        }
        return PendingException.set(PyExc_KeyErrorPointer(), key)
    }
    /// As the methods of OrderedDict raise it: the items of a tuple are the arguments, and None is none.
    static func raise(unpacked key: Value) -> Raised {
        key.isNone ? Runtime.raise(.keyError, argument: .null) : PendingException.set(PyExc_KeyErrorPointer(), key)
    }
}
