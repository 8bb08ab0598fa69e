// Compiled files: what `SourceFileLoader.get_code` does in the plain case, without a frame of Python.
//
// The rules are importlib's: `__pycache__/NAME.TAG.pyc` beside the source, a head of 16 bytes (magic number, flags, and time and size of
// the source), the code behind it as marshal writes it. Whatever is not plain — a subclass, patched methods, `-v`,
// `sys.pycache_prefix`, files validated by hash (PEP 552) — is left to importlib's own method.
//
// Two things are added. A compiled file that is damaged is made anew, as if it were stale. And where the folder of the source cannot be
// written, compiled files go to the user's cache, in a tree that mirrors the sources'; a build that is not installed keeps those of
// the library there in any case, so that builds do not overwrite each other's.

import CPythonABI
import Compiler
import Glibc

enum CompiledFiles {
    /// The magic number changes with the fingerprint of code: importlib takes a file of another build for one of another version.
    static let magic: [UInt8] = {
        let fingerprint = CodeImage.fingerprint
        let folded = fingerprint ^ fingerprint >> 16 ^ fingerprint >> 32 ^ fingerprint >> 48
        return [UInt8(truncatingIfNeeded: folded), UInt8(truncatingIfNeeded: folded >> 8) | 0x80, 0x0D, 0x0A]
    }()
    static let headSize = 16
    static let tag = "pyswift-311"

    nonisolated(unsafe) private static var loaderType: TypePointer?
    nonisolated(unsafe) private static var versionTag: UInt32 = 0
    nonisolated(unsafe) private static var general = Value.null

    /// Puts the method into the class.
    static func install() throws(Raised) {
        let loader = try ImportlibBootstrap.external("SourceFileLoader")
        let inherited = try Attributes.get(loader.value, "get_code")
        let type = Classes.type(loader.value)
        general = inherited.take()
        let method = NativeMethod.make(
            "get_code", .positional(minimum: 1, maximum: 1, { (self, arguments) throws(Raised) -> Ref in try code(self, arguments[0]) }),
            "($self, fullname, /)",
            doc: "Concrete implementation of InspectLoader.get_code.\n\n        Reading of bytecode requires path_stats to be implemented. To write\n        bytecode, set_data must also be implemented.\n\n        ")
        let descriptor = Descriptors.method(type, method)
        try Attributes.set(loader.value, Names.plain("get_code"), descriptor.value)
        let bytes = try BytesObject.make(magic, magic.count)
        let module = Ref(SysModule.loadedModule("_frozen_importlib_external"))
        DictObject.set(ModuleObject.dict(module.value), name: Names.plain("MAGIC_NUMBER"), bytes.value)
        DictObject.set(
            ModuleObject.dict(module.value), name: Names.plain("_RAW_MAGIC_NUMBER"),
            Value(smallInt: magic.enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }))
        loaderType = type
        let probe = type.lookup(Names.plain("get_data"))
        _ = probe
        versionTag = type.pointee.tp_version_tag
    }

    // MARK: The method

    private static func code(_ self: Value, _ name: Value) throws(Raised) -> Ref {
        guard let type = loaderType, self.type == type, isPlain(type) else { return try Call.call(general, self, name) }
        let path = try Attributes.get(self, Names.plain("path"))
        let own = try Attributes.get(self, Names.plainName)
        guard StrObject.isExact(path.value), StrObject.isExact(name), StrObject.isExact(own.value), StrObject.equal(name, own.value) else {
            return try Call.call(general, self, name)
        }
        let encoded = try FileNames.encode(path.value)
        let fileBytes = BytesObject.array(encoded.value)
        let file = String(decoding: fileBytes, as: UTF8.self)
        // A name that is no UTF-8.
        guard file.utf8.count == fileBytes.count else { return try Call.call(general, self, name) }
        var status = stat()
        guard stat(file, &status) == 0 else { return try Call.call(general, self, name) }
        let place = Place(file)
        let stamp = Stamp(time: status.st_mtim.tv_sec, size: Int(status.st_size))
        for candidate in place.candidates {
            switch read(candidate, stamp) {
            case .code(let image):
                do throws(Raised) {
                    let code = try CodeImageReader.link(image)
                    CodeObject.setFilename(code.value, path.value)
                    return code
                } catch {
                    guard PendingException.clear(if: .valueError) else { throw error }
                    unlink(candidate)
                }
            case .damaged: unlink(candidate)
            case .special: return try Call.call(general, self, name)
            case .none: break
            }
        }
        try Audit.opening(path.value)
        guard let source = FileReading.contents(file) else { return try Call.call(general, self, name) }
        // Where it fails, importlib's method fails again, with its frames in the traceback.
        guard let made = try compile(source, file) else { return try Call.call(general, self, name) }
        let code = Ref(owned: made)
        if writes || place.isOwn { try write(code.value, place, stamp, status.st_mode) }
        return code
    }

    /// The code object, owned; nil if the source is wrong.
    private static func compile(_ source: [UInt8], _ file: String) throws(Raised) -> Value? {
        do throws(Raised) { return try SourceCode.compile(source, SourceCode.Request(filename: file, isFile: true)).take() } catch {
            guard PendingException.clear(if: .syntaxError) || PendingException.clear(if: .valueError) else { throw error }
            return nil
        }
    }

    /// Whether nothing that decides about compiled files was changed by the program.
    private static func isPlain(_ type: TypePointer) -> Bool {
        guard type.pointee.tp_version_tag == versionTag, versionTag != 0, Configuration.current.verbose == 0 else { return false }
        let prefix = SysModule.attribute(key: pycachePrefix)
        return prefix.isNull || prefix.value.isNone
    }
    private static var writes: Bool {
        let flag = SysModule.attribute(key: dontWriteBytecode)
        if flag.isNull { return true }
        do throws(Raised) {
            let isSet = try Truth.of(flag.value)
            return !isSet
        } catch {
            PendingException.clear()
            return false
        }
    }
    nonisolated(unsafe) private static let pycachePrefix = Names.make("pycache_prefix")
    nonisolated(unsafe) private static let dontWriteBytecode = Names.make("dont_write_bytecode")

    // MARK: Places

    private struct Stamp {
        var time: Int
        var size: Int
    }

    /// Where the compiled form of a source may be.
    private struct Place {
        var beside: String
        var cached: String?
        var usesBeside: Bool
        /// Code of the library in the folder of this very build: part of the program rather than something that the run leaves behind,
        /// as the compiled library that CPython is installed with.
        var isOwn: Bool { !usesBeside }
        var candidates: [String] { (usesBeside ? [beside] : []) + (cached.map { [$0] } ?? []) }

        init(_ source: String) {
            let folder = source.lastSlash.map { String(source[...$0]) } ?? ""
            let file = source.lastPathComponent
            let dot = file.utf8.lastIndex(of: UInt8(ascii: "."))
            let stem = dot.flatMap { $0 == file.startIndex ? nil : String(file[..<$0]) } ?? (dot == nil ? file : String(file.dropFirst()))
            let optimize = Configuration.current.optimize
            let name = "\(stem).\(CompiledFiles.tag)\(optimize == 0 ? "" : ".opt-\(optimize)").pyc"
            beside = "\(folder)__pycache__/\(name)"
            let library = PathConfiguration.current.standardLibrary
            let isLibrary = source.begins(with: library) && !library.isEmpty
            if PathConfiguration.current.isDevelopmentBuild && isLibrary {
                usesBeside = false
                let root = PathConfiguration.current.realExecutable
                cached = "\(root).cache\(folder)\(name)"
            } else {
                usesBeside = true
                cached = folder.isAbsolutePath && (isLibrary || access(folder.isEmpty ? "." : folder, W_OK) != 0)
                    ? CacheFolder.path.map { "\($0)/pycache-311\(folder)\(name)" } : nil
            }
        }
    }

    // MARK: Reading

    private enum Found {
        case code(CodeImage)
        case damaged, special, none
    }

    private static func read(_ path: String, _ stamp: Stamp) -> Found {
        guard let file = CompiledFile(path) else { return .none }
        defer { file.close() }
        guard file.head.prefix(4).elementsEqual(magic) else { return .none }
        func word(_ at: Int) -> UInt32 { (0..<4).reduce(0) { $0 | UInt32(file.head[at + $1]) << UInt32(8 * $1) } }
        if word(4) != 0 { return .special }
        guard word(8) == UInt32(truncatingIfNeeded: stamp.time), word(12) == UInt32(truncatingIfNeeded: stamp.size) else { return .none }
        switch file.code() {
        case .image(let image): return .code(image)
        case .foreign: return .none
        case .damaged: return .damaged
        case .other: return .special
        }
    }

    // MARK: Writing

    private static func write(_ code: Value, _ place: Place, _ stamp: Stamp, _ mode: mode_t) throws(Raised) {
        var bytes = magic
        func append(_ number: Int) { for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) } }
        append(0)
        append(stamp.time)
        append(stamp.size)
        bytes.append(UInt8(ascii: "c") | 0x80)
        do throws(Raised) { bytes += try CodeStorage.bytes(code) } catch {
            guard PendingException.clear(if: .valueError) else { throw error }
            return
        }
        // As importlib: readable as the source is, and writable by the owner at least.
        let permissions = (mode | 0o200) & 0o666
        if place.usesBeside {
            let folder = place.beside.parentFolder ?? ""
            mkdir(folder, 0o777)
            if AtomicFile.write(place.beside, bytes, mode: permissions) { return }
        }
        guard let cached = place.cached else { return }
        if PathConfiguration.current.isDevelopmentBuild || CacheFolder.makeParent(of: cached) {
            if PathConfiguration.current.isDevelopmentBuild { makeFolders(of: cached) }
            _ = AtomicFile.write(cached, bytes, mode: permissions)
        }
    }
    private static func makeFolders(of file: String) {
        var at = file.startIndex
        while let slash = file[file.index(after: at)...].firstIndex(of: "/") {
            mkdir(String(file[..<slash]), 0o755)
            at = slash
        }
    }
}
