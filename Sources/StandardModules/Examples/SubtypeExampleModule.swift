// The module xxsubtype: an example of types that extend list and dict by a field, which CPython's own tests look for.

import CPythonABI
import Glibc
import Runtime

enum SubtypeExampleModule {
    /// The words of the fields behind list and dict.
    private static let listWord = 5
    private static let dictWord = 6

    nonisolated(unsafe) private static let list = NativeType.make(
        "xxsubtype.spamlist", base: PyList_TypePointer(), size: 48, flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC
    ) { type in
        addState(type, listWord)
        let told: (Value, Arguments) throws(Raised) -> Ref = { (self, arguments) throws(Raised) -> Ref in
            let positional = try ForeignCalls.tuple(arguments)
            let keywords = try ForeignCalls.dict(arguments)
            return TupleObject.make(self.isNull ? .none : self, positional.value, keywords.isNull ? .none : keywords.value)
        }
        type.classMethod("classmeth", .raw(told), doc: "classmeth(*args, **kw)")
        type.staticMethod("staticmeth", .raw({ (_, arguments) throws(Raised) -> Ref in try told(.null, arguments) }), doc: "staticmeth(*args, **kw)")
        type.getter("state", doc: "an int variable for demonstration purposes", { (self) throws(Raised) -> Ref in IntObject.make(state(self, listWord)) })
    }
    nonisolated(unsafe) private static let dict = NativeType.make(
        "xxsubtype.spamdict", base: PyDict_TypePointer(), size: 56, flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC
    ) { type in
        addState(type, dictWord)
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            try DictObject.update(self, arguments, "dict")
            setState(self, dictWord, 0)
        }
        type.member("state", type: T_INT, offset: dictWord * 8, doc: "an int variable for demonstration purposes")
    }

    private static func state(_ object: Value, _ word: Int) -> Int { object.cast(to: Int.self)[word] }
    private static func setState(_ object: Value, _ word: Int, _ state: Int) { object.cast(to: Int.self)[word] = state }
    private static func addState(_ type: TypeBuilder, _ word: Int) {
        type.method("getstate", .positional(minimum: 0, maximum: 1 << 20, { (self, arguments) throws(Raised) -> Ref in
            try check(arguments, 0, "getstate")
            return IntObject.make(state(self, word))
        }), doc: "getstate() -> state")
        type.method("setstate", .positional(minimum: 0, maximum: 1 << 20, { (self, arguments) throws(Raised) -> Ref in
            try check(arguments, 1, "setstate")
            let number = try Index.of(arguments[0])
            if number > Int(Int32.max) { throw raise(.overflowError, "signed integer is greater than maximum") }
            if number < Int(Int32.min) { throw raise(.overflowError, "signed integer is less than minimum") }
            setState(self, word, number)
            return .none
        }), doc: "setstate(state)")
    }
    private static func check(_ arguments: Arguments, _ count: Int, _ name: StaticString) throws(Raised) {
        if arguments.count == count { return }
        throw raise(.typeError, "\(name)() takes exactly \(count) argument\(count == 1 ? "" : "s") (\(arguments.count) given)")
    }

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "xxsubtype is an example module showing how to subtype builtin types from C.\ntest_descr.py in the standard test suite requires it in order to complete.\nIf you don't care about the examples, and don't intend to run the Python\ntest suite, you can recompile Python without Modules/xxsubtype.c.")
        module.set("spamlist", list.value)
        module.set("spamdict", dict.value)
        module.function("bench", .positional(minimum: 0, maximum: 1 << 20, { (_, arguments) throws(Raised) -> Ref in
            let count = arguments.count
            if count < 2 || count > 3 {
                throw raise(.typeError, "function takes at \(count < 2 ? "least 2" : "most 3") arguments (\(count) given)")
            }
            guard StrObject.isInstance(arguments[1]) else { throw raise(.typeError, "argument 2 must be str, not \(arguments[1].isNone ? "None" : arguments[1].type.name)") }
            var rounds = count == 3 ? try Index.of(arguments[2]) : 1000
            let start = clock()
            while rounds > 0 {
                _ = try Attributes.get(arguments[0], arguments[1]).isNull
                rounds -= 1
            }
            return .init(owned: Value(float: Double(clock() - start) / 1e6))
        }))
    }
}
