// Running other programs: exec, posix_spawn, system.

import CPythonABI
import Glibc
import Runtime

enum PosixExecution {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "execv", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "execv")
                let words = try words(arguments[1], "execv")
                try Audit.event("os.exec", path.shown, arguments[1], .none)
                let vector = StringVector(words.value)
                _ = Glibc.execv(BytesObject.data(path.bytes.value), vector.pointers)
                throw OSErrors.raise(errno)
            }), "($module, path, argv, /)",
            doc: "Execute an executable path with arguments, replacing current process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.")
        module.function(
            "execve", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "execve", descriptors: true)
                let words = try words(arguments[1], "execve")
                let variables = try variables(arguments[2], "execve")
                try Audit.event("os.exec", path.shown, arguments[1], arguments[2])
                let (vector, environment) = (StringVectorBox(words.value), StringVectorBox(variables.value))
                if path.isDescriptor {
                    _ = Glibc.fexecve(path.descriptor, vector.vector.pointers, environment.vector.pointers)
                } else {
                    _ = Glibc.execve(BytesObject.data(path.bytes.value), vector.vector.pointers, environment.vector.pointers)
                }
                throw OSErrors.raise(errno, filename: path.shown)
            }), "($module, /, path, argv, env)",
            doc: "Execute an executable path with arguments, replacing current process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.\n  env\n    Dictionary of strings mapping to strings.")
        for (name, searches) in [("posix_spawn", false), ("posix_spawnp", true)] as [(StaticString, Bool)] {
            module.function(
                name, .bound({ (_, arguments) throws(Raised) -> Ref in try spawn(arguments, name, searches) }),
                "($module, path, argv, env, /, *, file_actions=(),\n            setpgroup=<unrepresentable>, resetids=False, setsid=False,\n            setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)",
                doc: "Execute the program specified by path in a new process.")
        }
        module.function(
            "system", .bound({ (_, arguments) throws(Raised) -> Ref in
                let command = try FileNames.converted(arguments[0])
                try Audit.event("os.system", command.value)
                return IntObject.make(Int(Glibc.system(BytesObject.data(command.value))))
            }), "($module, /, command)", doc: "Execute the command in a subshell.")
    }

    private final class StringVectorBox {
        let vector: StringVector
        init(_ strings: Value) { vector = StringVector(strings) }
    }

    /// Arguments of a program, as a list of bytes.
    private static func words(_ value: Value, _ function: StaticString, isSpawn: Bool = false) throws(Raised) -> Ref {
        // The messages of exec and spawn differ.
        let argument = isSpawn ? "\(function): argv" : "\(function)() arg 2"
        guard ListObject.isInstance(value) || TupleObject.isInstance(value) else { throw raise(.typeError, "\(argument) must be a tuple or list") }
        let items = try Iteration.list(value)
        let count = ListObject.count(items.value)
        if count == 0 { throw raise(.valueError, "\(argument) must not be empty") }
        let words = ListObject.make()
        for index in 0..<count {
            let word = try FileNames.converted(ListObject.item(items.value, index))
            if index == 0 && BytesObject.count(word.value) == 0 { throw raise(.valueError, "\(argument) first element cannot be empty") }
            try ListObject.append(words.value, word.value)
        }
        return words
    }
    /// An environment, as a list of bytes "name=value".
    private static func variables(_ value: Value, _ function: StaticString) throws(Raised) -> Ref {
        let isMapping = DictObject.isInstance(value) || value.record.pointee.subscript != nil && !TupleObject.isInstance(value) && !ListObject.isInstance(value)
        guard isMapping else { throw raise(.typeError, "\(function): environment must be a mapping object") }
        let keys = try Call.method(value, Names.keys)
        let list = try Iteration.list(keys.value)
        let result = ListObject.make()
        for index in 0..<ListObject.count(list.value) {
            let key = Ref(ListObject.item(list.value, index))
            let item = try Sequences.get(value, key.value)
            let (name, text) = (Pair(try FileNames.converted(key.value)), Pair(try FileNames.converted(item.value)))
            let bytes = BytesObject.data(name.ref.value)
            for place in 0..<BytesObject.count(name.ref.value) where place > 0 && bytes[place] == 61 {
                throw raise(.valueError, "illegal environment variable name")
            }
            var line: [UInt8] = []
            for place in 0..<BytesObject.count(name.ref.value) { line.append(bytes[place]) }
            line.append(61)
            for place in 0..<BytesObject.count(text.ref.value) { line.append(BytesObject.data(text.ref.value)[place]) }
            let made = try BytesObject.make(line, line.count)
            try ListObject.append(result.value, made.value)
        }
        return result
    }
    private final class Pair {
        let ref: Ref
        init(_ ref: consuming Ref) { self.ref = ref }
    }

    private static func spawn(_ arguments: Arguments, _ function: StaticString, _ searches: Bool) throws(Raised) -> Ref {
        let path = try PathArgument(arguments[0], function)
        let words = try words(arguments[1], function, isSpawn: true)
        let variables = try variables(arguments[2], function)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        try Audit.event("os.posix_spawn", path.shown, arguments[1], arguments[2])
        try SpawnAttributes.set(&attributes, arguments)
        let (vector, environment) = (StringVectorBox(words.value), StringVectorBox(variables.value))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let held = try setActions(&actions, arguments[3])
        var process: pid_t = 0
        let file = BytesObject.data(path.bytes.value)
        let failure = searches
            ? Glibc.posix_spawnp(&process, file, &actions, &attributes, vector.vector.pointers, environment.vector.pointers)
            : Glibc.posix_spawn(&process, file, &actions, &attributes, vector.vector.pointers, environment.vector.pointers)
        _ = held.isNull
        if failure != 0 { throw OSErrors.raise(failure, filename: path.shown) }
        return IntObject.make(Int(process))
    }
    /// Returns a list that keeps the names alive.
    private static func setActions(_ actions: inout posix_spawn_file_actions_t, _ value: Value) throws(Raised) -> Ref {
        let names = ListObject.make()
        if value.isNull || value.isNone { return names }
        guard ListObject.isInstance(value) || TupleObject.isInstance(value) || Sequences.isSequence(value) else {
            throw raise(.typeError, "file_actions must be a sequence or None")
        }
        let list = try Iteration.list(value)
        for index in 0..<ListObject.count(list.value) {
            let action = ListObject.item(list.value, index)
            guard TupleObject.isInstance(action), TupleObject.count(action) > 0 else {
                throw raise(.typeError, "Each file_actions element must be a non-empty tuple")
            }
            func number(_ place: Int) throws(Raised) -> Int32 {
                guard place < TupleObject.count(action) else { throw raise(.typeError, "A file action tuple is too short") }
                return try Posix.int(TupleObject.item(action, place))
            }
            switch try number(0) {
            case 0:
                guard TupleObject.count(action) == 5 else { throw raise(.typeError, "A open file_action tuple must have 5 elements") }
                let name = try FileNames.converted(TupleObject.item(action, 2))
                try ListObject.append(names.value, name.value)
                let (flags, mode) = (try number(3), mode_t(bitPattern: try number(4)))
                posix_spawn_file_actions_addopen(&actions, try number(1), BytesObject.data(name.value), flags, mode)
            case 1:
                guard TupleObject.count(action) == 2 else { throw raise(.typeError, "A close file_action tuple must have 2 elements") }
                posix_spawn_file_actions_addclose(&actions, try number(1))
            case 2:
                guard TupleObject.count(action) == 3 else { throw raise(.typeError, "A dup2 file_action tuple must have 3 elements") }
                let (from, to) = (try number(1), try number(2))
                posix_spawn_file_actions_adddup2(&actions, from, to)
            default: throw raise(.typeError, "Unknown file_actions identifier")
            }
        }
        return names
    }
}
