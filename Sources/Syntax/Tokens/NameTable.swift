// Identifiers are interned once for a whole parse: the lexer hashes the bytes of a name and gets a small number; the `String`
// that goes into the tree is made when the name is first seen. Keywords come first, so that their number is their token kind.

final class NameTable {
    private struct Entry {
        var hash: UInt32
        var length: Int32
        var bytes: UnsafePointer<UInt8>
    }

    private(set) var strings: [String] = []
    private var entries: [Entry] = []
    private var slots: UnsafeMutablePointer<Int32>
    private var mask: Int
    /// Buffers that names point into beyond the life of the lexer that saw them.
    private var keptBuffers: [SourceBuffer] = []

    init() {
        mask = 1023
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: -1, count: mask + 1)
        entries.reserveCapacity(512)
        strings.reserveCapacity(512)
        for spelling in keywordSpellings { internStatic(spelling) }
        for spelling in ["match", "case", "_", "print", "exec"] as [StaticString] { internStatic(spelling) }
    }

    deinit { slots.deallocate() }

    /// Keeps a buffer alive as long as the table, since names point into it.
    func keep(_ buffer: SourceBuffer) { keptBuffers.append(buffer) }

    private func internStatic(_ spelling: StaticString) {
        _ = intern(spelling.utf8Start, spelling.utf8CodeUnitCount)
    }

    /// The number of a name. The bytes must live as long as the table.
    @inline(__always) func intern(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
        var hash: UInt32 = 2_166_136_261
        var index = 0
        while index < length {
            hash = (hash ^ UInt32(bytes[index])) &* 16_777_619
            index &+= 1
        }
        return intern(bytes, length, hash: hash)
    }

    @inline(__always) func intern(_ bytes: UnsafePointer<UInt8>, _ length: Int, hash: UInt32) -> Int32 {
        var slot = Int(hash ^ (hash >> 15)) & mask
        while true {
            let number = slots[slot]
            if number < 0 { return insert(bytes, length, hash) }
            let matches = entries.withUnsafeBufferPointer { entries -> Bool in
                let entry = entries[Int(number)]
                return entry.hash == hash && Int(entry.length) == length && equalBytes(entry.bytes, bytes, length)
            }
            if matches { return number }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always) private func equalBytes(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index < count {
            if left[index] != right[index] { return false }
            index &+= 1
        }
        return true
    }

    @inline(never) private func insert(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32) -> Int32 {
        if entries.count * 2 > mask { rehash() }
        let number = Int32(entries.count)
        entries.append(Entry(hash: hash, length: Int32(length), bytes: bytes))
        strings.append(String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self))
        place(number, hash)
        return number
    }

    private func place(_ number: Int32, _ hash: UInt32) {
        var slot = Int(hash ^ (hash >> 15)) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = number
    }

    private func rehash() {
        slots.deallocate()
        mask = mask * 2 + 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: -1, count: mask + 1)
        for (number, entry) in entries.enumerated() { place(Int32(number), entry.hash) }
    }
}
