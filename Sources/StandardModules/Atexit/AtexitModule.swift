// atexit

import CPythonABI
import Runtime

enum AtexitModule {
    private struct Callback {
        /// Function, arguments tuple, keywords dict or null; all owned. A null function is an entry that was unregistered.
        var function: Value
        var arguments: Value
        var keywords: Value
    }
    nonisolated(unsafe) private static var callbacks: [Callback] = []

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n")
        module.function("register", .raw(register), nil, doc: "register(func, *args, **kwargs) -> func\n\nRegister a function to be executed upon normal program termination\n\n    func - function to be called at exit\n    args - optional arguments to pass to func\n    kwargs - optional keyword arguments to pass to func\n\n    func is returned to facilitate usage as a decorator.")
        module.function("unregister", .one(unregister), nil, doc: "unregister(func) -> None\n\nUnregister an exit function which was previously registered using\natexit.register\n\n    func - function to be unregistered")
        module.function("_clear", .noArguments({ (_) throws(Raised) -> Ref in
            let old = callbacks
            callbacks = []
            for callback in old { release(callback) }
            return .none
        }), nil, doc: "_clear() -> None\n\nClear the list of previously registered exit functions.")
        module.function("_ncallbacks", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(callbacks.count) }), nil,
            doc: "_ncallbacks() -> int\n\nReturn the number of registered exit functions.")
        module.function("_run_exitfuncs", .noArguments({ (_) throws(Raised) -> Ref in
            run()
            return .none
        }), nil, doc: "_run_exitfuncs() -> None\n\nRun all registered exit functions.\n\nIf a callback raises an exception, it is logged with sys.unraisablehook.")
        Finalization.hooks.append(run)
    }

    private static func release(_ callback: Callback) {
        callback.function.release()
        callback.arguments.release()
        callback.keywords.release()
    }

    private static let register: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        guard arguments.count >= 1 else { throw raise(.typeError, "register() takes at least 1 argument (0 given)") }
        let function = arguments[0]
        guard function.record.pointee.call != nil else { throw raise(.typeError, "the first argument must be callable") }
        var values: [Value] = []
        for index in 1..<max(arguments.count, 1) { values.append(arguments[index]) }
        let tuple = TupleObject.make(array: values)
        var keywords = Value.null
        if arguments.keywordCount > 0 {
            let dict = DictObject.make()
            for index in 0..<arguments.keywordCount {
                try DictObject.set(dict.value, arguments.keywordName(index), arguments.keywordValue(index))
            }
            keywords = dict.take()
        }
        function.retain()
        callbacks.append(Callback(function: function, arguments: tuple.take(), keywords: keywords))
        return Ref(function)
    }

    private static let unregister: (Value, Value) throws(Raised) -> Ref = { (_, function) throws(Raised) -> Ref in
        var index = callbacks.count - 1
        while index >= 0 {
            if index < callbacks.count, !callbacks[index].function.isNull {
                let held = Ref(callbacks[index].function)
                if try Compare.equal(held.value, function), index < callbacks.count, callbacks[index].function === held.value {
                    // The entry stays, as an empty one: `_ncallbacks` counts it.
                    let old = callbacks[index]
                    callbacks[index] = Callback(function: .null, arguments: .null, keywords: .null)
                    release(old)
                }
            }
            index -= 1
        }
        return .none
    }

    /// Runs the functions, last registered first; also those that they register.
    private static func run() {
        while let callback = callbacks.popLast() {
            if callback.function.isNull { continue }
            do throws(Raised) {
                let result = try Call.call(callback.function, tuple: callback.arguments, keywords: callback.keywords)
                _ = result.isNull
            } catch { Unraisable.report(callback.function, message: "Exception ignored in atexit callback") }
            release(callback)
        }
    }
}
