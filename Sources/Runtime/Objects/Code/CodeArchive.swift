// A file of code images: the modules that every start needs, compiled once.
//
//     0   mark           8 bytes
//     8   fingerprint    as in images
//     16  size of the index in bytes, a u64
//     24  checksum of the index
//     32  the index: for each image the length of its name (u32) and the name, then four u64: the time of its source in nanoseconds,
//         the size of the source, where the image begins, and its size
//
// The images follow, each at a multiple of eight. They have checksums of their own.

import CPythonABI
import Glibc

struct CodeArchive {
    struct Entry {
        var sourceTime: Int
        var sourceSize: Int
        var offset: Int
        var size: Int
    }
    private static let mark: UInt64 = 0x4674_6669_7773_7970
    private static let headSize = 32

    private let descriptor: Int32
    private let entries: [String: Entry]

    /// Opens an archive; nil if there is none, or it is damaged or another program's.
    static func open(_ path: String) -> CodeArchive? {
        var descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
        if descriptor < 3 {
            // The program started with standard streams closed: their numbers stay free.
            let low = descriptor
            descriptor = fcntl(low, F_DUPFD_CLOEXEC, 3)
            Glibc.close(low)
            if descriptor < 0 { return nil }
        }
        var status = stat()
        // Code that anybody could have written is not run.
        guard fstat(descriptor, &status) == 0, status.st_uid == geteuid() || status.st_uid == 0, status.st_mode & 0o022 == 0,
            let entries = readIndex(descriptor, Int(status.st_size))
        else {
            Glibc.close(descriptor)
            return nil
        }
        return CodeArchive(descriptor: descriptor, entries: entries)
    }
    func close() { Glibc.close(descriptor) }

    private static func readIndex(_ descriptor: Int32, _ fileSize: Int) -> [String: Entry]? {
        var head = (0 as UInt64, 0 as UInt64, 0 as UInt64, 0 as UInt64)
        guard pread(descriptor, &head, headSize, 0) == headSize, head.0 == mark, head.1 == CodeImage.fingerprint,
            head.2 <= UInt64(max(0, fileSize - headSize)), head.2 < 1 << 20
        else { return nil }
        let size = Int(head.2)
        let block = UnsafeMutableRawPointer.allocate(byteCount: size + 8, alignment: 16)
        defer { block.deallocate() }
        guard pread(descriptor, block, size, headSize) == size, CodeImage.checksum(UnsafeRawPointer(block), size & ~7) == head.3 else { return nil }
        var entries: [String: Entry] = [:]
        var at = 0
        while at + 4 <= size {
            let length = Int(block.loadUnaligned(fromByteOffset: at, as: UInt32.self))
            if length == 0 { break }
            guard length <= size - at - 4 - 32 else { return nil }
            let name = String(decoding: UnsafeRawBufferPointer(start: block + at + 4, count: length), as: UTF8.self)
            func number(_ index: Int) -> Int { Int(truncatingIfNeeded: block.loadUnaligned(fromByteOffset: at + 4 + length + index * 8, as: UInt64.self)) }
            entries[name] = Entry(sourceTime: number(0), sourceSize: number(1), offset: number(2), size: number(3))
            at += 4 + length + 32
        }
        return entries
    }

    func entry(_ name: String) -> Entry? { entries[name] }

    /// The image of an entry; nil if it is damaged.
    func image(_ entry: Entry) -> CodeImage? {
        guard entry.size > 0, entry.size < 1 << 28, entry.offset >= 0 else { return nil }
        return CodeImage.read(descriptor, entry.offset, entry.size)
    }

    /// Writes an archive beside its place and moves it there; false if that cannot be.
    static func write(_ path: String, _ modules: [(name: String, sourceTime: Int, sourceSize: Int, image: [UInt8])]) -> Bool {
        var index: [UInt8] = []
        func append(_ number: UInt64, _ bytes: Int, _ target: inout [UInt8]) {
            for shift in 0..<bytes { target.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * shift))) }
        }
        var indexSize = 4
        for module in modules { indexSize += 36 + module.name.utf8.count }
        indexSize = (indexSize + 7) & ~7
        var offset = headSize + indexSize
        for module in modules {
            append(UInt64(module.name.utf8.count), 4, &index)
            index += Array(module.name.utf8)
            for number in [module.sourceTime, module.sourceSize, offset, module.image.count] { append(UInt64(bitPattern: Int64(number)), 8, &index) }
            offset += (module.image.count + 7) & ~7
        }
        while index.count < indexSize { index.append(0) }
        let sum = index.withUnsafeBytes { CodeImage.checksum($0.baseAddress.unsafelyUnwrapped, $0.count) }
        var file: [UInt8] = []
        file.reserveCapacity(offset)
        for number in [mark, CodeImage.fingerprint, UInt64(indexSize), sum] { append(number, 8, &file) }
        file += index
        for module in modules {
            file += module.image
            while file.count % 8 != 0 { file.append(0) }
        }
        return AtomicFile.write(path, file, mode: 0o644)
    }
}

/// Files that appear whole or not at all.
enum AtomicFile {
    static func write(_ path: String, _ bytes: [UInt8], mode: mode_t) -> Bool {
        let temporary = "\(path).\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor < 0 { return false }
        var done = 0
        let written = bytes.withUnsafeBytes { buffer -> Bool in
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.unsafelyUnwrapped + done, buffer.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                done += count
            }
            return true
        }
        let closed = close(descriptor) == 0
        if written && closed && rename(temporary, path) == 0 { return true }
        unlink(temporary)
        return false
    }
}
