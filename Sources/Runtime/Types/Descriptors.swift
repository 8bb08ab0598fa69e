// Descriptors of built-in types: methods, class methods, computed attributes, fields, and the dunders that slots stand for.

import CPythonABI

public enum Descriptors {
    @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyDescrObject> { value.cast(to: PyDescrObject.self) }
    static func owner(_ descriptor: Value) -> TypePointer { head(descriptor).pointee.d_type.unsafelyUnwrapped }
    /// Whether a descriptor is for instances of a type.
    static func owns(_ descriptor: Value, _ type: TypePointer) -> Bool { type.isSubtype(of: owner(descriptor)) }
    static func name(_ descriptor: Value) -> Value { Value(pointer: head(descriptor).pointee.d_name.unsafelyUnwrapped) }

    private static func initialize<T>(_ object: UnsafeMutablePointer<T>, owner: TypePointer, name: Value) -> Ref {
        let value = Value(pointer: object)
        let head = head(value)
        owner.value.retain()
        head.pointee.d_type = owner
        head.pointee.d_name = Border.boxed(name)
        head.pointee.d_qualname = nil
        Collector.track(value.object)
        return Ref(owned: value)
    }

    // MARK: Methods

    static func method(_ owner: TypePointer, _ method: UnsafeMutablePointer<NativeMethod>) -> Ref {
        make(PyMethodDescr_TypePointer(), owner, UnsafeMutableRawPointer(method).assumingMemoryBound(to: PyMethodDef.self))
    }
    static func classMethod(_ owner: TypePointer, _ method: UnsafeMutablePointer<NativeMethod>) -> Ref {
        make(PyClassMethodDescr_TypePointer(), owner, UnsafeMutableRawPointer(method).assumingMemoryBound(to: PyMethodDef.self))
    }
    /// A method or class method descriptor of any definition, Swift's or C's.
    public static func make(_ type: TypePointer, _ owner: TypePointer, _ definition: UnsafeMutablePointer<PyMethodDef>) -> Ref {
        let object = ObjectMemory.newCollected(type, as: PyMethodDescrObject.self, size: 56)
        object.pointee.d_method = definition
        object.pointee.vectorcall = nil
        let name = StrObject.intern(definition.pointee.ml_name)
        return initialize(object, owner: owner, name: name.value)
    }
    @inline(__always) static func definition(_ descriptor: Value) -> UnsafeMutablePointer<PyMethodDef> {
        descriptor.cast(to: PyMethodDescrObject.self).pointee.d_method.unsafelyUnwrapped
    }
    /// The Swift method behind a PyMethodDef, if it is one.
    @inlinable @inline(__always) static func native(_ definition: UnsafeMutablePointer<PyMethodDef>) -> UnsafeMutablePointer<NativeMethod>? {
        definition.pointee.ml_flags & NativeFlags.swift != 0
            ? UnsafeMutableRawPointer(definition).assumingMemoryBound(to: NativeMethod.self) : nil
    }

    // MARK: Attributes

    static func getSet(_ owner: TypePointer, _ getSet: UnsafeMutablePointer<NativeGetSet>) -> Ref {
        self.getSet(owner, UnsafeMutableRawPointer(getSet).assumingMemoryBound(to: PyGetSetDef.self))
    }
    public static func getSet(_ owner: TypePointer, _ definition: UnsafeMutablePointer<PyGetSetDef>) -> Ref {
        let object = ObjectMemory.newCollected(PyGetSetDescr_TypePointer(), as: PyGetSetDescrObject.self, size: 48)
        object.pointee.d_getset = definition
        let name = StrObject.intern(definition.pointee.name)
        return initialize(object, owner: owner, name: name.value)
    }
    static func native(_ definition: UnsafeMutablePointer<PyGetSetDef>) -> UnsafeMutablePointer<NativeGetSet>? {
        definition.pointee.closure == NativeGetSet.marker
            ? UnsafeMutableRawPointer(definition).assumingMemoryBound(to: NativeGetSet.self) : nil
    }
    public static func member(_ owner: TypePointer, _ definition: UnsafeMutablePointer<PyMemberDef>) -> Ref {
        let object = ObjectMemory.newCollected(PyMemberDescr_TypePointer(), as: PyMemberDescrObject.self, size: 48)
        object.pointee.d_member = definition
        let name = StrObject.intern(definition.pointee.name)
        return initialize(object, owner: owner, name: name.value)
    }

    // MARK: Dunders

    /// One `wrapperbase` a row of the dunder table, so that C code finds what it expects behind `d_base`.
    nonisolated(unsafe) private static let bases: UnsafeMutablePointer<wrapperbase> = {
        let bases = UnsafeMutablePointer<wrapperbase>.allocate(capacity: DunderTable.wrappers.count)
        for (index, wrapper) in DunderTable.wrappers.enumerated() {
            var base = wrapperbase()
            base.name = UnsafeRawPointer(wrapper.name.utf8Start).assumingMemoryBound(to: CChar.self)
            base.doc = UnsafeRawPointer(wrapper.doc.utf8Start).assumingMemoryBound(to: CChar.self)
            base.name_strobj = Names.make(wrapper.name).object
            (bases + index).initialize(to: base)
        }
        return bases
    }()
    static func wrapperName(_ index: Int) -> Value { Value(pointer: bases[index].name_strobj.unsafelyUnwrapped) }

    static func wrapper(_ owner: TypePointer, _ index: Int) -> Ref {
        let object = ObjectMemory.newCollected(PyWrapperDescr_TypePointer(), as: PyWrapperDescrObject.self, size: 56)
        object.pointee.d_base = bases + index
        // C code may put a table of its own into d_base; d_wrapped keeps the row.
        object.pointee.d_wrapped = UnsafeMutableRawPointer(bases + index)
        return initialize(object, owner: owner, name: wrapperName(index))
    }
    /// The row of a wrapper; -1 for one that was made in C, of a table of its own.
    static func wrapperIndex(_ descriptor: Value) -> Int {
        guard let row = descriptor.cast(to: PyWrapperDescrObject.self).pointee.d_wrapped?.assumingMemoryBound(to: wrapperbase.self),
            row >= bases, row < bases + DunderTable.wrappers.count
        else { return -1 }
        return row - bases
    }
    static func wrapperGroup(_ descriptor: Value) -> Int {
        let index = wrapperIndex(descriptor)
        return index < 0 ? -1 : DunderTable.wrappers[index].group
    }
    /// A wrapper of a table that C code keeps; `wrapped` is handed to the table's function.
    public static func wrapper(_ owner: TypePointer, _ base: UnsafeMutablePointer<wrapperbase>, _ wrapped: UnsafeMutableRawPointer?) -> Ref {
        let object = ObjectMemory.newCollected(PyWrapperDescr_TypePointer(), as: PyWrapperDescrObject.self, size: 56)
        object.pointee.d_base = base
        object.pointee.d_wrapped = wrapped
        let name = base.pointee.name.map { StrObject.intern($0) } ?? StrObject.make("?")
        return initialize(object, owner: owner, name: name.value)
    }
    /// Calls the function of a wrapper made in C.
    private static func callForeignWrapper(_ descriptor: Value, _ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let head = descriptor.cast(to: PyWrapperDescrObject.self)
        guard let base = head.pointee.d_base, let function = base.pointee.wrapper else { throw raise(.systemError, "bad wrapper descriptor") }
        let tuple = try ForeignCalls.tuple(arguments)
        let object = ForeignSlots.Boxed(self)
        // PyWrapperFlag_KEYWORDS
        if base.pointee.flags & 1 != 0 {
            let keywords = try ForeignCalls.dict(arguments)
            let call = unsafeBitCast(function, to: wrapperfunc_kwds.self)
            return try ForeignCalls.checked(
                call(object.object, tuple.value.object, head.pointee.d_wrapped, keywords.isNull ? nil : keywords.value.object), descriptor)
        }
        if arguments.keywordCount > 0 { throw raise(.typeError, "wrapper \(text(name(descriptor)))() takes no keyword arguments") }
        return try ForeignCalls.checked(function(object.object, tuple.value.object, head.pointee.d_wrapped), descriptor)
    }

    /// Calls a wrapper's slot for an object that is known to be of its type.
    static func callWrapper(_ descriptor: Value, _ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let index = wrapperIndex(descriptor)
        if index < 0 { return try callForeignWrapper(descriptor, self, arguments) }
        let wrapper = DunderTable.wrappers[index]
        switch wrapper.arity {
        case .any: break
        case .exactly(let count):
            if arguments.keywordCount > 0 { throw raise(.typeError, "wrapper \(wrapper.name)() takes no keyword arguments") }
            if arguments.count != count {
                // Those that C checks as tuples without a name begin with the blank that follows it.
                let isTuple = switch "\(wrapper.name)" {
                case "__setattr__", "__setitem__", "__set__": true
                case "__mul__", "__rmul__", "__imul__": owner(descriptor).record.pointee.repeat != nil
                default: false
                }
                throw raise(.typeError, "\(isTuple ? " " : "")expected \(count) argument\(count == 1 ? "" : "s"), got \(arguments.count)")
            }
        case .between(let low, let high):
            if arguments.keywordCount > 0 { throw raise(.typeError, "wrapper \(wrapper.name)() takes no keyword arguments") }
            if arguments.count < low { throw raise(.typeError, " expected at least \(low) argument\(low == 1 ? "" : "s"), got \(arguments.count)") }
            if arguments.count > high { throw raise(.typeError, " expected at most \(high) argument\(high == 1 ? "" : "s"), got \(arguments.count)") }
        }
        let owner = owner(descriptor)
        return try wrapper.call(owner.record, self, arguments)
    }

    public static func staticMethod(_ callable: Value) -> Ref { wrapping(PyStaticMethod_TypePointer(), callable) }
    public static func classMethod(_ callable: Value) -> Ref { wrapping(PyClassMethod_TypePointer(), callable) }
    /// classmethod and staticmethod objects: the callable at +16, a dict at +24.
    private static func wrapping(_ type: TypePointer, _ callable: Value) -> Ref {
        let object = ObjectMemory.newCollected(type, as: PyObject.self, size: 32)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        callable.retain()
        words[2] = callable
        words[3] = .null
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    /// The callable inside a classmethod or staticmethod object.
    static func wrappedCallable(_ value: Value) -> Value { value.cast(to: Value.self)[2] }
}
