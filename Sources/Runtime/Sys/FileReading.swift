// Reading and writing by descriptor.

import CPythonABI
import Glibc

/// Whole files, read without the io module.
enum FileReading {
    /// The bytes of a file; nil (with errno set) when it cannot be read.
    static func contents(_ path: String) -> [UInt8]? {
        let descriptor = ArgumentText.withBytes(path) { open($0, O_RDONLY | O_CLOEXEC) }
        if descriptor < 0 { return nil }
        defer { close(descriptor) }
        return contents(descriptor: descriptor)
    }
    static func contents(descriptor: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, Int(status.st_size)) + 1)
        var room = InlineArray<65536, UInt8>(repeating: 0)
        while true {
            let count = withUnsafeMutablePointer(to: &room) { pointer -> Int in
                let count = Glibc.read(descriptor, pointer, 65536)
                if count > 0 { bytes.append(contentsOf: UnsafeRawBufferPointer(start: pointer, count: count)) }
                return count
            }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
        }
    }
    /// A file of that last name in a folder of sys.path: where sources stand now that were compiled elsewhere.
    static func contents(inSearchPath filename: String) -> [UInt8]? {
        let tail = filename.lastPathComponent
        let path = SysModule.attribute("path")
        guard !tail.isEmpty, !path.isNull, ListObject.isInstance(path.value) else { return nil }
        for index in 0..<ListObject.count(path.value) {
            let item = ListObject.item(path.value, index)
            guard StrObject.isInstance(item) else { continue }
            let folder = text(item)
            if let bytes = contents(folder.isEmpty || folder.utf8.last == UInt8(ascii: "/") ? folder + tail : "\(folder)/\(tail)") { return bytes }
        }
        return nil
    }
}
