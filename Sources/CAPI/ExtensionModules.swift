// Loading extension modules: finding the entry point, single-phase and multi-phase initialisation.

import CPythonABI
import Glibc
import Runtime

public enum ExtensionModules {
    /// File name endings of extension modules, in the order in which they are tried.
    public static let suffixes = [".cpython-311-x86_64-linux-gnu.so", ".abi3.so", ".so"]

    /// What single-phase modules left behind: a second import gets a copy of the first one's namespace.
    struct Key: Hashable {
        var path: String
        var name: String
    }
    nonisolated(unsafe) private static var singlePhase: [Key: UnsafeMutablePointer<PyModuleDef>] = [:]

    /// Loads the shared library and makes the module; `execute` must follow for multi-phase ones. `spec` has `name`, `origin`, ...
    public static func create(path: String, name: String, spec: Value) throws(Raised) -> Ref {
        CAPI.prepare()
        if let definition = singlePhase[Key(path: path, name: name)] { return try reload(definition, name) }
        return try create(entry: symbol(path, name), path: path, name: name, spec: spec)
    }
    /// The module that a function makes; nil for a path: it is part of the program.
    static func create(entry: @convention(c) () -> Object?, path: String?, name: String, spec: Value) throws(Raised) -> Ref {
        let key = Key(path: path ?? name, name: name)
        if path == nil, let definition = singlePhase[key] { return try reload(definition, name) }
        // The last part of the name a single-phase module gives itself is completed from this.
        let shortName = lastComponent(name)
        let saved = _Py_PackageContext
        var context: UnsafeMutablePointer<CChar>?
        if shortName != name {
            context = strdup(name)
            _Py_PackageContext = UnsafePointer(context)
        }
        let answer = entry()
        _Py_PackageContext = saved
        if let context { free(context) }
        guard let answer else {
            if PendingException.isSet { throw Raised() }
            throw raise(.systemError, "initialization of \(shortName) failed without raising an exception")
        }
        if PendingException.isSet {
            // A definition is static, and nobody's to release.
            if answer.pointee.ob_type != nil && answer.pointee.ob_type != PyModuleDef_TypePointer() { release(answer) }
            PendingException.clear()
            throw raise(.systemError, "initialization of \(shortName) raised unreported exception")
        }
        if answer.pointee.ob_type == nil {
            throw raise(.systemError, "init function of \(shortName) returned uninitialized object")
        }
        if answer.pointee.ob_type == PyModuleDef_TypePointer() {
            let definition = UnsafeMutableRawPointer(answer).assumingMemoryBound(to: PyModuleDef.self)
            return try ModuleDefinitions.create(definition, spec: spec, name: name)
        }
        let module = Ref(owned: Value(answer))
        guard ModuleObject.isInstance(module.value), let definition = ModuleDefinitions.definition(module.value) else {
            throw raise(.systemError, "initialization of \(shortName) did not return an extension module")
        }
        definition.pointee.m_base.m_init = entry
        if let path {
            let file = StrObject.make(path)
            let fileName = StrObject.intern("__file__")
            try DictObject.set(ModuleObject.dict(module.value), fileName.value, file.value)
        }
        if definition.pointee.m_size == -1 {
            let copy = try DictObject.copy(ModuleObject.dict(module.value))
            release(definition.pointee.m_base.m_copy)
            definition.pointee.m_base.m_copy = copy.take().object
        }
        _ = PyState_AddModule(module.value.object, definition)
        singlePhase[key] = definition
        return module
    }

    /// Runs the `Py_mod_exec` slots of a multi-phase module.
    public static func execute(_ module: Value) throws(Raised) {
        guard ModuleObject.isInstance(module), let definition = ModuleDefinitions.definition(module) else { return }
        try ModuleDefinitions.execute(module, definition)
    }

    /// Both steps, without an import system: for tests and embedders.
    public static func load(path: String, name: String) throws(Raised) -> Ref {
        let namespace = DictObject.make()
        for (key, text) in [("name", name), ("origin", path)] {
            let key = StrObject.intern(key)
            let text = StrObject.make(text)
            try DictObject.set(namespace.value, key.value, text.value)
        }
        let spec = try SimpleNamespace.make(namespace.value)
        let module = try create(path: path, name: name, spec: spec.value)
        try execute(module.value)
        return module
    }

    /// `PyInit_name`, or `PyInitU_` with punycode for names that are not ASCII.
    private static func symbol(_ path: String, _ name: String) throws(Raised) -> @convention(c) () -> Object? {
        if isTruncated(path) { throw importError("\(path): file too short", name: name, path: path) }
        guard let library = dlopen(path, RTLD_NOW) else {
            let message = dlerror().map { String(cString: $0) } ?? "unknown dlopen() error"
            throw importError(message, name: name, path: path)
        }
        let shortName = lastComponent(name)
        let isASCII = shortName.utf8.allSatisfy { $0 < 0x80 }
        let entryName = isASCII ? "PyInit_\(shortName)" : "PyInitU_\(Punycode.encode(shortName).map { $0 == "-" ? "_" : String($0) }.joined())"
        guard let entry = dlsym(library, entryName) else {
            throw importError("dynamic module does not define module export function (\(entryName))", name: name, path: path)
        }
        return unsafeBitCast(entry, to: (@convention(c) () -> Object?).self)
    }
    /// Whether a library ends before what its headers say it holds. The loader would map it and die of reading it.
    private static func isTruncated(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return false }
        defer { close(descriptor) }
        var status = stat()
        var header = Elf64_Ehdr()
        guard fstat(descriptor, &status) == 0, pread(descriptor, &header, MemoryLayout<Elf64_Ehdr>.size, 0) == MemoryLayout<Elf64_Ehdr>.size,
            header.e_ident.0 == 0x7F, header.e_ident.1 == UInt8(ascii: "E"), header.e_phentsize == MemoryLayout<Elf64_Phdr>.size
        else { return false }
        for index in 0..<Int(header.e_phnum) {
            var segment = Elf64_Phdr()
            let place = Int(truncatingIfNeeded: header.e_phoff) &+ index * MemoryLayout<Elf64_Phdr>.size
            guard pread(descriptor, &segment, MemoryLayout<Elf64_Phdr>.size, place) == MemoryLayout<Elf64_Phdr>.size else { return true }
            let (end, overflow) = segment.p_offset.addingReportingOverflow(segment.p_filesz)
            if overflow || end > UInt64(status.st_size) { return true }
        }
        return false
    }
    private static func lastComponent(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }
    static func importError(_ message: String, name: String, path: String) -> Raised {
        let (text, nameText, pathText) = (StrObject.make(message).take(), StrObject.make(name).take(), StrObject.make(path).take())
        defer {
            text.release()
            nameText.release()
            pathText.release()
        }
        return Exceptions.importError(.importError, text, name: nameText, path: pathText)
    }

    private static func reload(_ definition: UnsafeMutablePointer<PyModuleDef>, _ name: String) throws(Raised) -> Ref {
        if definition.pointee.m_size == -1, let copy = definition.pointee.m_base.m_copy {
            let module = ModuleObject.make(name)
            try DictObject.merge(ModuleObject.dict(module.value), Value(copy))
            return module
        }
        guard let entry = definition.pointee.m_base.m_init, let answer = entry() else {
            if PendingException.isSet { throw Raised() }
            throw raise(.systemError, "initialization of \(name) failed without raising an exception")
        }
        return Ref(owned: Value(answer))
    }
}

/// The part of RFC 3492 that module names need.
enum Punycode {
    static func encode(_ text: String) -> String {
        var output = String(text.unicodeScalars.filter { $0.isASCII }.map { Character($0) })
        let scalars = text.unicodeScalars.map { Int($0.value) }
        let basic = output.utf8.count
        if basic > 0 { output += "-" }
        var (number, delta, bias, handled) = (128, 0, 72, basic)
        while handled < scalars.count {
            let next = scalars.filter { $0 >= number }.min() ?? number
            delta &+= (next - number) &* (handled + 1)
            number = next
            for scalar in scalars {
                if scalar < number { delta += 1 }
                guard scalar == number else { continue }
                var (quotient, step) = (delta, 36)
                while true {
                    let threshold = step <= bias ? 1 : step >= bias + 26 ? 26 : step - bias
                    if quotient < threshold { break }
                    output.append(digit(threshold + (quotient - threshold) % (36 - threshold)))
                    quotient = (quotient - threshold) / (36 - threshold)
                    step += 36
                }
                output.append(digit(quotient))
                bias = adapt(delta, handled + 1, handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            number += 1
        }
        return output
    }
    private static func digit(_ value: Int) -> Character {
        Character(Unicode.Scalar(UInt8(value < 26 ? value + 97 : value - 26 + 48)))
    }
    private static func adapt(_ delta: Int, _ count: Int, _ first: Bool) -> Int {
        var delta = first ? delta / 700 : delta / 2
        delta += delta / count
        var step = 0
        while delta > 455 {
            delta /= 35
            step += 36
        }
        return step + 36 * delta / (delta + 38)
    }
}
