// The environment.

import CPythonABI
import Glibc
import Runtime

enum PosixEnvironment {
    static func add(_ module: ModuleBuilder) throws(Raised) {
        let dict = DictObject.make()
        var index: Int32 = 0
        while let line = _pyswift_environment(index) {
            index += 1
            let bytes = try FileNames.bytes(line)
            let count = BytesObject.count(bytes.value)
            var split = 0
            while split < count && BytesObject.data(bytes.value)[split] != 61 { split += 1 }
            if split == count { continue }
            let key = try BytesObject.make(BytesObject.data(bytes.value), split)
            let value = try BytesObject.make(BytesObject.data(bytes.value) + split + 1, count - split - 1)
            // The first of a name counts.
            if try DictObject.contains(dict.value, key.value) { continue }
            try DictObject.set(dict.value, key.value, value.value)
        }
        module.set("environ", dict.value)
        module.function("putenv", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let name = try FileNames.converted(arguments[0])
            let value = try FileNames.converted(arguments[1])
            for index in 0..<BytesObject.count(name.value) where BytesObject.data(name.value)[index] == 61 {
                throw raise(.valueError, "illegal environment variable name")
            }
            try Audit.event("os.putenv", name.value, value.value)
            if Glibc.setenv(BytesObject.data(name.value), BytesObject.data(value.value), 1) != 0 { throw OSErrors.raise(errno) }
            return .none
        }), "($module, name, value, /)", doc: "Change or add an environment variable.")
        module.function("unsetenv", .one({ (_, name) throws(Raised) -> Ref in
            let name = try FileNames.converted(name)
            try Audit.event("os.unsetenv", name.value)
            if Glibc.unsetenv(BytesObject.data(name.value)) != 0 { throw OSErrors.raise(errno) }
            return .none
        }), "($module, name, /)", doc: "Delete an environment variable.")
    }
}
