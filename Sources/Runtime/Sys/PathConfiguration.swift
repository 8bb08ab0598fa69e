// Where things are: the executable, the library, and so `sys.prefix` and `sys.path`.
//
// The library is CPython's own, so it is seldom beside this executable. It is looked for where PYTHONHOME says, then above the
// executable (a tree made for it), then in the places where systems have it. A virtual environment (`pyvenv.cfg` beside the executable
// or above it) names the folder of the executable that it was made with; `site` does the rest.

import Glibc

public struct PathConfiguration: Sendable {
    /// `sys.executable`: absolute, links not followed; "" if it is not known.
    public var executable = ""
    /// `sys._base_executable`: the one that a virtual environment was made with.
    public var baseExecutable = ""
    /// The file that runs, without links.
    public var realExecutable = ""
    /// `sys._home`: what `pyvenv.cfg` says.
    public var home: String?
    public var prefix = "/usr"
    public var execPrefix = "/usr"
    public var platformLibrary = "lib"
    /// The folder of `os.py`; "" if there is none.
    public var standardLibrary = ""
    /// What `sys.path` begins with behind the script's folder and PYTHONPATH.
    public var path: [String] = []
    /// Where the library was looked for.
    public var searched: [String] = []

    /// The executable stands in the folder of a build.
    public var isDevelopmentBuild = false

    nonisolated(unsafe) public static var current = PathConfiguration()

    public static let version = "3.11"
    private static let archive = "python311.zip"

    /// Finds out. `program` is what the program was called as.
    public static func find(_ program: String, usesEnvironment: Bool) -> PathConfiguration {
        var paths = PathConfiguration()
        func variable(_ name: String) -> String? {
            usesEnvironment ? Environment.value(name).flatMap { $0.isEmpty ? nil : $0 } : nil
        }
        paths.realExecutable = realExecutable()
        // (By bytes: `contains` of a text brings in a library for patterns.)
        paths.isDevelopmentBuild = paths.realExecutable.withCString { strstr($0, "/.build/") != nil }
        paths.executable = variable("PYTHONEXECUTABLE") ?? called(program)
        paths.baseExecutable = paths.executable
        if let folder = variable("PYTHONPLATLIBDIR") { paths.platformLibrary = folder }
        let environment = variable("PYTHONHOME") == nil ? virtualEnvironment(of: paths.executable) : nil
        if let environment {
            paths.home = environment
            let base = "\(environment)/\(paths.executable.lastPathComponent)"
            paths.baseExecutable = FileSystem.kind(base) == .file ? base : paths.realExecutable
        }
        let library = "\(paths.platformLibrary)/python\(version)"
        if let home = variable("PYTHONHOME") {
            let parts = home.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            paths.prefix = parts.first ?? home
            paths.execPrefix = parts.count > 1 ? parts[1] : paths.prefix
            paths.searched = [paths.prefix]
        } else {
            var places: [String] = []
            for start in [environment.map { "\($0)/x" }, paths.realExecutable] {
                var folder = start ?? ""
                while let parent = folder.parentFolder {
                    folder = parent
                    if !folder.isEmpty && !places.contains(folder) { places.append(folder) }
                }
            }
            for place in ["/usr", "/usr/local", "/opt/python\(version)"] where !places.contains(place) { places.append(place) }
            paths.searched = places
            paths.prefix = places.first { FileSystem.kind("\($0)/\(library)/os.py") == .file } ?? "/usr"
            paths.execPrefix = paths.prefix
        }
        let folder = "\(paths.prefix)/\(library)"
        paths.standardLibrary = FileSystem.kind("\(folder)/os.py") == .file ? folder : ""
        paths.path = ["\(paths.prefix)/\(paths.platformLibrary)/\(archive)", folder, "\(paths.execPrefix)/\(library)/lib-dynload"]
        return paths
    }

    /// What to do when there is no library.
    public static func missingLibrary(_ paths: PathConfiguration, program: String) -> String {
        """
        \(program): the standard library of Python \(version) was not found.
        It is CPython's own; pyswift does not bring a copy. Install it
            Debian, Ubuntu:  apt install libpython\(version)-stdlib
            Fedora:          dnf install python\(version)-libs
        or set PYTHONHOME to a folder that has \(paths.platformLibrary)/python\(version)/os.py.
        Looked in: \(paths.searched.joined(separator: ", "))

        """
    }

    // MARK: The executable

    private static func realExecutable() -> String {
        var room = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &room, room.count - 1)
        return count > 0 ? String(decoding: room[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
    }
    /// The absolute path of the program as it was called: with a slash as it is, else from PATH.
    private static func called(_ name: String) -> String {
        if name.isEmpty { return "" }
        if name.utf8.contains(UInt8(ascii: "/")) {
            return FileSystem.absolute(name.begins(with: "./") ? String(name.dropFirst(2)) : name)
        }
        for folder in (Environment.value("PATH") ?? "").split(separator: ":") {
            let path = "\(folder)/\(name)"
            if access(path, X_OK) == 0 && FileSystem.kind(path) == .file { return FileSystem.absolute(path) }
        }
        return ""
    }

    /// The `home` of a `pyvenv.cfg` beside the executable or one folder above.
    private static func virtualEnvironment(of executable: String) -> String? {
        var folder = executable
        for _ in 0..<2 {
            guard let parent = folder.parentFolder else { return nil }
            folder = parent
            guard let text = FileReading.contents("\(folder)/pyvenv.cfg") else { continue }
            for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
                let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trim)
                if parts.count == 2, parts[0].lowercased() == "home", !parts[1].isEmpty { return parts[1] }
            }
            return nil
        }
        return nil
    }
    private static func trim(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
        return String(text)
    }

    /// A number that changes with every build, for builds that are not installed.
    func developmentMark() -> UInt64 {
        var status = stat()
        guard isDevelopmentBuild, stat(realExecutable, &status) == 0 else { return 0 }
        return UInt64(bitPattern: Int64(status.st_mtim.tv_sec &* 1_000_000_007 &+ status.st_mtim.tv_nsec &+ Int(status.st_size) << 20))
    }
}
