// Frozen modules: importlib itself, and what every start imports.
//
// CPython carries their code in its binary. Here it is compiled from the library's own files when the first program runs, and kept in one
// archive beside the executable or in the user's cache, to be read from there at every later start. An archive that is of another
// build, or whose sources have changed, is made anew; where none can be written, the modules are compiled as they are needed.

import CPythonABI
import Compiler
import Glibc

public enum FrozenModules {
    public struct Module {
        /// The name under which it is imported.
        public var name: String
        /// Whose code it is; nil for a module that has no file in the library.
        public var original: String?
        public var isPackage: Bool
    }

    /// In the order of `_imp._frozen_module_names()`.
    public static let all: [Module] = [
        Module(name: "_frozen_importlib", original: "importlib._bootstrap", isPackage: false),
        Module(name: "_frozen_importlib_external", original: "importlib._bootstrap_external", isPackage: false),
        Module(name: "zipimport", original: "zipimport", isPackage: false),
        Module(name: "abc", original: "abc", isPackage: false),
        Module(name: "codecs", original: "codecs", isPackage: false),
        Module(name: "io", original: "io", isPackage: false),
        Module(name: "_collections_abc", original: "_collections_abc", isPackage: false),
        Module(name: "_sitebuiltins", original: "_sitebuiltins", isPackage: false),
        Module(name: "genericpath", original: "genericpath", isPackage: false),
        Module(name: "ntpath", original: "ntpath", isPackage: false),
        Module(name: "posixpath", original: "posixpath", isPackage: false),
        Module(name: "os.path", original: "posixpath", isPackage: false),
        Module(name: "os", original: "os", isPackage: false),
        Module(name: "site", original: "site", isPackage: false),
        Module(name: "stat", original: "stat", isPackage: false),
        Module(name: "importlib.util", original: "importlib.util", isPackage: false),
        Module(name: "importlib.machinery", original: "importlib.machinery", isPackage: false),
        Module(name: "runpy", original: "runpy", isPackage: false),
        Module(name: "__hello__", original: "__hello__", isPackage: false),
        Module(name: "__hello_alias__", original: "__hello__", isPackage: false),
        Module(name: "__phello_alias__", original: "__hello__", isPackage: true),
        Module(name: "__phello_alias__.spam", original: "__hello__", isPackage: false),
        Module(name: "__phello__", original: "__phello__", isPackage: true),
        Module(name: "__phello__.__init__", original: "<__phello__", isPackage: false),
        Module(name: "__phello__.ham", original: "__phello__.ham", isPackage: true),
        Module(name: "__phello__.ham.__init__", original: "<__phello__.ham", isPackage: false),
        Module(name: "__phello__.ham.eggs", original: "__phello__.ham.eggs", isPackage: false),
        Module(name: "__phello__.spam", original: "__phello__.spam", isPackage: false),
        Module(name: "__hello_only__", original: nil, isPackage: false),
    ]
    private static let packages: Set<String> = ["__phello__", "__phello__.ham"]
    /// What the bootstrap itself needs, whatever `-X frozen_modules` says.
    private static let essential: Set<String> = ["_frozen_importlib", "_frozen_importlib_external", "zipimport"]

    /// `_imp._override_frozen_modules_for_tests`: 1 on, -1 off, 0 as configured.
    nonisolated(unsafe) public static var override = 0
    /// Whether the modules beyond those that the bootstrap needs are taken from here.
    nonisolated(unsafe) static var isOn = true

    private static func key(_ module: Module) -> String {
        guard let original = module.original else { return module.name }
        return original.utf8.first == UInt8(ascii: "<") ? String(original.utf8.dropFirst()) ?? original : original
    }
    private static func file(_ key: String) -> String {
        let path = String(decoding: key.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
        return "\(PathConfiguration.current.standardLibrary)/\(path)\(packages.contains(key) ? "/__init__" : "").py"
    }

    /// A frozen module that may be used now.
    public static func find(_ name: String) -> Module? {
        guard let module = all.first(where: { $0.name == name }) else { return nil }
        if !essential.contains(name) {
            if override < 0 || override == 0 && !isOn { return nil }
        }
        return module
    }

    // MARK: Code

    nonisolated(unsafe) private static var archive: CodeArchive?
    nonisolated(unsafe) private static var hasLooked = false

    /// The code of a frozen module, made anew at every call.
    public static func code(_ module: Module) throws(Raised) -> Ref {
        let key = key(module)
        if module.original == nil { return try compile(key, Array("initialized = True\n\ndef main():\n    print(\"Hello world!\")\n\nif __name__ == '__main__':\n    main()\n".utf8)) }
        let path = file(key)
        var status = stat()
        guard stat(path, &status) == 0 else { throw raise(.importError, "No such frozen object named \(module.name)") }
        if let archive = openArchive(), let entry = archive.entry(key), entry.sourceTime == time(status), entry.sourceSize == Int(status.st_size),
            let image = archive.image(entry)
        {
            do throws(Raised) { return try CodeImageReader.link(image) } catch {
                guard PendingException.clear(if: .valueError) else { throw error }
            }
        }
        guard let source = FileReading.contents(path) else { throw raise(.importError, "No such frozen object named \(module.name)") }
        return try compile(key, source)
    }
    private static func time(_ status: stat) -> Int { status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec }

    private static func compile(_ key: String, _ source: [UInt8]) throws(Raised) -> Ref {
        var request = SourceCode.Request(filename: "<frozen \(key)>", isFile: true)
        request.optimize = 0
        return try SourceCode.compile(source, request)
    }

    private static func openArchive() -> CodeArchive? {
        if hasLooked { return archive }
        hasLooked = true
        for path in places {
            if let found = CodeArchive.open(path) {
                if isFresh(found) {
                    archive = found
                    return found
                }
                found.close()
            }
        }
        for path in places where build(path) {
            archive = CodeArchive.open(path)
            if archive != nil { break }
        }
        return archive
    }
    /// Whether the archive was made from the library's files as they are.
    private static func isFresh(_ archive: CodeArchive) -> Bool {
        var status = stat()
        guard stat(file("importlib._bootstrap"), &status) == 0, let entry = archive.entry("importlib._bootstrap") else { return false }
        return entry.sourceTime == time(status) && entry.sourceSize == Int(status.st_size)
    }
    /// The archive is not needed any more in the plain case; it is opened again for a late import.
    static func closeArchive() {
        archive?.close()
        archive = nil
        hasLooked = false
    }

    /// Where an archive may be: with the executable, or in the user's cache.
    private static var places: [String] {
        let executable = PathConfiguration.current.realExecutable
        guard let folder = executable.parentFolder else { return [] }
        var result: [String] = []
        if folder.lastPathComponent == "bin", let root = folder.parentFolder {
            result.append("\(root)/lib/pyswift/startup-311.images")
        } else {
            result.append("\(executable).images")
        }
        if let cache = CacheFolder.path { result.append("\(cache)/startup-311-\(CodeImage.fingerprint ^ hash(executable)).images") }
        return result
    }
    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in (text + PathConfiguration.current.standardLibrary).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    private static func build(_ path: String) -> Bool {
        guard CacheFolder.makeParent(of: path) else { return false }
        var modules: [(name: String, sourceTime: Int, sourceSize: Int, image: [UInt8])] = []
        var done: Set<String> = []
        for module in all where module.original != nil {
            let key = key(module)
            if !done.insert(key).inserted { continue }
            var status = stat()
            guard stat(file(key), &status) == 0, let source = FileReading.contents(file(key)) else { continue }
            do throws(Raised) {
                let code = try compile(key, source)
                modules.append((key, time(status), Int(status.st_size), try CodeImageWriter.image(code.value)))
            } catch { PendingException.clear() }
        }
        return CodeArchive.write(path, modules)
    }
}

/// The folder below the user's home where compiled code goes that cannot go beside its source.
enum CacheFolder {
    /// Absolute; nil if the user has none.
    static let path: String? = {
        if let base = Environment.value("XDG_CACHE_HOME"), base.isAbsolutePath { return "\(base)/pyswift" }
        guard let home = Environment.value("HOME"), home.isAbsolutePath else { return nil }
        return "\(home)/.cache/pyswift"
    }()

    /// Makes the folder of a file, if the one that is to hold it is ours; false if it is not there then.
    static func makeParent(of file: String) -> Bool {
        guard let slash = file.lastSlash, slash != file.startIndex else { return false }
        let folder = String(file[..<slash])
        if access(folder, W_OK) == 0 { return true }
        guard let cache = path, folder.begins(with: cache) else { return false }
        // Only below a home that exists.
        var base = cache
        for _ in 0..<2 { base = base.parentFolder ?? "" }
        guard !base.isEmpty, access(base, W_OK) == 0 else { return false }
        var at = folder.index(folder.startIndex, offsetBy: base.utf8.count)
        while true {
            at = folder.index(after: at)
            let next = folder[at...].firstIndex(of: "/") ?? folder.endIndex
            mkdir(String(folder[..<next]), 0o700)
            if next == folder.endIndex { break }
            at = next
        }
        return access(folder, W_OK) == 0
    }
}
