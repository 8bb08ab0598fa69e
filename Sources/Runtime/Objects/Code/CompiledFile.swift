// A compiled file, open.

import CPythonABI
import Glibc

struct CompiledFile {
    enum Content {
        case image(CodeImage)
        /// Code of another implementation or version.
        case foreign
        /// Code of ours that is not whole.
        case damaged
        /// Something that is no code.
        case other
    }
    private static let headSize = 16

    private let descriptor: Int32
    private let size: Int
    /// The first bytes.
    let head: [UInt8]

    /// Opens a file; nil if it is not there or has no whole head.
    init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
        var status = stat()
        var bytes = [UInt8](repeating: 0, count: CompiledFile.headSize)
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, pread(descriptor, &bytes, CompiledFile.headSize, 0) == CompiledFile.headSize else {
            Glibc.close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        head = bytes
    }
    func close() { Glibc.close(descriptor) }

    /// What is behind the head.
    func code() -> Content {
        let markSize = 8
        var mark = [UInt8](repeating: 0, count: markSize)
        let got = pread(descriptor, &mark, markSize, off_t(CompiledFile.headSize))
        guard got > 0, mark[0] & 0x7F == UInt8(ascii: "c") else { return .other }
        guard got == markSize, mark.dropFirst().elementsEqual("pyswift".utf8) else {
            return got == markSize ? .other : .damaged
        }
        let start = CompiledFile.headSize + markSize
        if let image = CodeImage.read(descriptor, start, size - start) { return .image(image) }
        var head = (0 as UInt64, 0 as UInt64)
        guard pread(descriptor, &head, 16, off_t(start)) == 16, head.0 == CodeImage.mark else { return .damaged }
        return head.1 == CodeImage.fingerprint ? .damaged : .foreign
    }
}
