// Questions about files.

import Glibc

/// Questions about files.
public enum FileSystem {
    public enum Kind { case none, file, folder, other }
    public static func kind(_ path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .none }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }
    public static func currentFolder() -> String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
    /// The path made absolute, without looking at links.
    public static func absolute(_ path: String) -> String {
        if path.isAbsolutePath { return path }
        guard let folder = currentFolder() else { return path }
        if path == "." { return folder }
        return folder.utf8.last == UInt8(ascii: "/") ? folder + path : "\(folder)/\(path)"
    }
    /// The path without links; nil if there is no such file.
    public static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

/// Paths are looked at by bytes. Characters would be slower, and a start would read the part of Swift's library that knows what one is.
extension String {
    var isAbsolutePath: Bool { utf8.first == UInt8(ascii: "/") }
    /// Where the last slash stands.
    var lastSlash: String.Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
    /// What stands before the last slash; nil if there is none.
    var parentFolder: String? { lastSlash.map { String(self[..<$0]) } }
    /// What stands behind the last slash: all if there is none.
    var lastPathComponent: String { lastSlash.map { String(self[utf8.index(after: $0)...]) } ?? self }
    func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }
}
