// Traces of allocated blocks: what `tracemalloc` tells of.
//
// While tracing is off, nothing of this is on the way. While it is on, `_pyswift_heap.largest_small` is 0, so that the inlined fast paths
// of the allocator fall through to its slow ones, which tell of every block here; blocks come from the same lists as ever (which only look
// empty to everybody else), so that one that was allocated before may be freed after. And every instruction leaves its place in its frame before it runs (`Handlers.setLocating`),
// so that an allocation is told of the line that it is of.
//
//     entries      open addressing by (domain, address), linear probing, deletion by moving what follows back
//     tracebacks   interned: blocks with a hash, so that many traces share one; they stay until the traces are cleared
//
// All of it is in malloc's memory, which is not traced. The GIL guards it.

import CPythonABI
import Glibc

public enum AllocationTraces {
    private struct Entry {
        var address: UInt
        var size: Int
        var traceback: UnsafeMutablePointer<Traceback>
        var domain: UInt32
        /// When it was traced: the newest come first in lists.
        var order: UInt32
    }
    /// The head of a block; the frames stand behind it, the most recent first.
    struct Traceback {
        var hash: UInt
        var count: Int
        /// How many frames there were, of which `count` are kept.
        var total: Int
        /// Scratch for whoever lists the traces: the tuple that stands for this one, borrowed.
        var tuple: Value
    }
    struct Frame {
        /// A str, owned.
        var filename: Value
        var line: Int
    }
    public static let mostFrames = 65535

    public static var isOn: Bool { _pyswift_heap.traced != 0 }
    nonisolated(unsafe) public private(set) static var frameLimit = 1
    nonisolated(unsafe) public private(set) static var currentSize = 0
    nonisolated(unsafe) public private(set) static var peakSize = 0

    nonisolated(unsafe) private static var nextOrder: UInt32 = 0
    /// Something here is under way: what it allocates itself is not traced.
    nonisolated(unsafe) private static var isBusy = false
    nonisolated(unsafe) private static var entries: UnsafeMutablePointer<Entry>?
    nonisolated(unsafe) private static var mask = -1
    nonisolated(unsafe) private static var count = 0
    nonisolated(unsafe) private static var tracebacks: UnsafeMutablePointer<UnsafeMutablePointer<Traceback>?>?
    nonisolated(unsafe) private static var tracebackMask = -1
    nonisolated(unsafe) private static var tracebackCount = 0
    nonisolated(unsafe) private static var tracebackBytes = 0
    /// Room for the frames of the allocation that is looked at.
    nonisolated(unsafe) private static var scratch: UnsafeMutablePointer<Frame>?

    // MARK: On and off

    /// Starts tracing with up to `frames` frames of each; false when memory is exhausted. Does nothing when it is on.
    public static func start(frames: Int) -> Bool {
        if isOn { return true }
        let limit = min(max(frames, 1), mostFrames)
        guard let room = malloc(limit * MemoryLayout<Frame>.stride) else { return false }
        scratch = room.assumingMemoryBound(to: Frame.self)
        frameLimit = limit
        isBusy = false
        Allocator.setTraced(true)
        // Machine code leaves no places behind.
        if !Tracing.isAnyone { NativeTier.tracingChanged(true) }
        Handlers.setLocating(true)
        return true
    }
    /// Stops tracing and forgets all traces.
    public static func stop() {
        guard isOn else { return }
        Allocator.setTraced(false)
        if !Tracing.isAnyone { NativeTier.tracingChanged(false) }
        Handlers.setLocating(false)
        clear()
        free(scratch)
        scratch = nil
    }
    /// Forgets all traces.
    public static func clear() {
        free(entries)
        (entries, mask, count) = (nil, -1, 0)
        (currentSize, peakSize) = (0, 0)
        let (old, oldMask) = (tracebacks, tracebackMask)
        (tracebacks, tracebackMask, tracebackCount, tracebackBytes) = (nil, -1, 0, 0)
        guard let old else { return }
        for slot in 0...oldMask {
            guard let traceback = old[slot] else { continue }
            let frames = frames(of: traceback)
            for index in 0..<traceback.pointee.count { frames[index].filename.release() }
            free(traceback)
        }
        free(old)
    }
    public static func resetPeak() { peakSize = currentSize }

    /// Bytes that the traces take themselves.
    public static var ownSize: Int {
        (mask + 1) * MemoryLayout<Entry>.stride + (tracebackMask + 1) * 8 + tracebackBytes
    }

    // MARK: Blocks

    static func allocated(_ block: UnsafeMutableRawPointer, _ size: Int) { _ = add(UInt(bitPattern: block), size, domain: 0) }
    static func freed(_ block: UnsafeMutableRawPointer) { remove(UInt(bitPattern: block), domain: 0) }
    static func moved(from old: UnsafeMutableRawPointer?, to new: UnsafeMutableRawPointer, _ size: Int) {
        if let old { remove(UInt(bitPattern: old), domain: 0) }
        _ = add(UInt(bitPattern: new), size, domain: 0)
    }

    /// Traces memory at an address; what was traced there before is replaced. False when memory is exhausted.
    public static func add(_ address: UInt, _ size: Int, domain: UInt32) -> Bool {
        if isBusy { return true }
        isBusy = true
        defer { isBusy = false }
        guard let traceback = currentTraceback() else { return false }
        if (count + 1) * 4 > (mask + 1) * 3 && !grow() { return false }
        guard let entries else { return false }
        var slot = home(address, domain)
        while entries[slot].address != 0 {
            if entries[slot].address == address && entries[slot].domain == domain {
                currentSize -= entries[slot].size
                count -= 1
                break
            }
            slot = (slot + 1) & mask
        }
        entries[slot] = Entry(address: address, size: size, traceback: traceback, domain: domain, order: nextOrder)
        nextOrder &+= 1
        count += 1
        currentSize += size
        if currentSize > peakSize { peakSize = currentSize }
        return true
    }
    /// Forgets what is known of an address.
    public static func remove(_ address: UInt, domain: UInt32) {
        guard let entries, let found = find(address, domain) else { return }
        currentSize -= entries[found].size
        count -= 1
        // What stands behind moves up, as far as that brings it nearer to where it belongs.
        var hole = found
        var slot = found
        while true {
            slot = (slot + 1) & mask
            if entries[slot].address == 0 { break }
            let wanted = home(entries[slot].address, entries[slot].domain)
            if (slot - wanted) & mask >= (slot - hole) & mask {
                entries[hole] = entries[slot]
                hole = slot
            }
        }
        entries[hole].address = 0
    }
    /// Where the block at an address was allocated; nil if that is not known.
    static func traceback(_ address: UInt, domain: UInt32) -> UnsafeMutablePointer<Traceback>? {
        guard let entries, let found = find(address, domain) else { return nil }
        return entries[found].traceback
    }

    @inline(__always) private static func home(_ address: UInt, _ domain: UInt32) -> Int {
        Int(truncatingIfNeeded: ((address ^ UInt(domain) << 40) &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    }
    private static func find(_ address: UInt, _ domain: UInt32) -> Int? {
        guard let entries else { return nil }
        var slot = home(address, domain)
        while entries[slot].address != 0 {
            if entries[slot].address == address && entries[slot].domain == domain { return slot }
            slot = (slot + 1) & mask
        }
        return nil
    }
    private static func grow() -> Bool {
        let size = max((mask + 1) * 2, 1024)
        guard let room = calloc(size, MemoryLayout<Entry>.stride) else { return false }
        let new = room.assumingMemoryBound(to: Entry.self)
        let (old, oldMask) = (entries, mask)
        (entries, mask) = (new, size - 1)
        guard let old else { return true }
        for index in 0...oldMask where old[index].address != 0 {
            var slot = home(old[index].address, old[index].domain)
            while new[slot].address != 0 { slot = (slot + 1) & mask }
            new[slot] = old[index]
        }
        free(old)
        return true
    }

    // MARK: Tracebacks

    static func frames(of traceback: UnsafeMutablePointer<Traceback>) -> UnsafeMutablePointer<Frame> {
        UnsafeMutableRawPointer(traceback + 1).assumingMemoryBound(to: Frame.self)
    }

    /// The stack as it is, interned; nil when memory is exhausted.
    private static func currentTraceback() -> UnsafeMutablePointer<Traceback>? {
        guard let scratch else { return nil }
        var (count, total) = (0, 0)
        var hash: UInt = 0x345678
        var frame = CurrentFrame.fp
        while let fp = frame, total < mostFrames {
            frame = fp.previous
            guard let line = line(fp) else { continue }
            total += 1
            if count == frameLimit { continue }
            guard let filename = fp.code.pointee.object.pointee.co_filename else { continue }
            scratch[count] = Frame(filename: Value(filename), line: line)
            hash = (hash ^ UInt(bitPattern: filename) ^ UInt(bitPattern: line)) &* 1_000_003
            count += 1
        }
        if count == 0 {
            scratch[0] = Frame(filename: unknownFile, line: 0)
            (count, total) = (1, 1)
        }
        return intern(scratch, count, total, hash ^ UInt(bitPattern: total))
    }
    private static let unknownFile = Names.make("<unknown>")

    /// The line where a frame stands; nil while it is being entered. Its pc may be of no use then.
    private static func line(_ fp: FramePointer) -> Int? {
        let code = fp.code
        let position = (Int(truncatingIfNeeded: fp[-5].bits) - Int(bitPattern: code.pointee.instructions)) / 8 - 1
        let lines = TraceLines.of(code)
        if position < lines.prologue || code.pointee.flags & CodeFlags.anyGenerator != 0 && !fp.isGenerator { return nil }
        return lines.lineAround(position) ?? Int(code.pointee.object.pointee.co_firstlineno)
    }

    private static func intern(_ frames: UnsafeMutablePointer<Frame>, _ count: Int, _ total: Int, _ hash: UInt) -> UnsafeMutablePointer<Traceback>? {
        if (tracebackCount + 1) * 4 > (tracebackMask + 1) * 3 && !growTracebacks() { return nil }
        guard let tracebacks else { return nil }
        var slot = Int(truncatingIfNeeded: hash >> 3) & tracebackMask
        while let known = tracebacks[slot] {
            if known.pointee.hash == hash && known.pointee.count == count && known.pointee.total == total && areEqual(self.frames(of: known), frames, count) {
                return known
            }
            slot = (slot + 1) & tracebackMask
        }
        let size = MemoryLayout<Traceback>.stride + count * MemoryLayout<Frame>.stride
        guard let block = malloc(size)?.assumingMemoryBound(to: Traceback.self) else { return nil }
        block.pointee = Traceback(hash: hash, count: count, total: total, tuple: .null)
        let copies = self.frames(of: block)
        for index in 0..<count {
            frames[index].filename.retain()
            copies[index] = frames[index]
        }
        tracebacks[slot] = block
        tracebackCount += 1
        tracebackBytes += size
        return block
    }
    private static func areEqual(_ a: UnsafeMutablePointer<Frame>, _ b: UnsafeMutablePointer<Frame>, _ count: Int) -> Bool {
        for index in 0..<count where a[index].filename.bits != b[index].filename.bits || a[index].line != b[index].line { return false }
        return true
    }
    private static func growTracebacks() -> Bool {
        let size = max((tracebackMask + 1) * 2, 256)
        guard let room = calloc(size, 8) else { return false }
        let new = room.assumingMemoryBound(to: UnsafeMutablePointer<Traceback>?.self)
        let (old, oldMask) = (tracebacks, tracebackMask)
        (tracebacks, tracebackMask) = (new, size - 1)
        guard let old else { return true }
        for index in 0...oldMask {
            guard let traceback = old[index] else { continue }
            var slot = Int(truncatingIfNeeded: traceback.pointee.hash >> 3) & tracebackMask
            while new[slot] != nil { slot = (slot + 1) & tracebackMask }
            new[slot] = traceback
        }
        free(old)
        return true
    }

    // MARK: As Python objects

    private static func tuple(_ traceback: UnsafeMutablePointer<Traceback>) throws(Raised) -> Ref {
        let result = try TupleObject.allocate(traceback.pointee.count)
        let frames = frames(of: traceback)
        for index in 0..<traceback.pointee.count {
            let pair = TupleObject.make(frames[index].filename, Value(smallInt: frames[index].line))
            TupleObject.store(result.value, index, pair)
        }
        TupleObject.finish(result.value)
        return result
    }
    /// Of a block, a tuple of (file name, line); null if it is not traced.
    public static func tuple(_ address: UInt, domain: UInt32) throws(Raised) -> Ref {
        guard isOn, let traceback = traceback(address, domain: domain) else { return .null }
        let was = isBusy
        isBusy = true
        defer { isBusy = was }
        return try tuple(traceback)
    }
    /// All traces: a list of (domain, size, traceback, number of frames).
    public static func list() throws(Raised) -> Ref {
        let result = try ListObject.make(capacity: count)
        guard isOn, let entries else { return result }
        // What the list itself takes is not traced; what is freed meanwhile leaves the table, so the walk is over a copy.
        isBusy = true
        defer { isBusy = false }
        let size = (mask + 1) * MemoryLayout<Entry>.stride
        guard let room = malloc(size) else { throw raise(.memoryError, argument: .null) }
        defer { free(room) }
        copyBytes(room, entries, size)
        let copy = room.assumingMemoryBound(to: Entry.self)
        let made = ListObject.make()
        defer { forgetTuples() }
        var all = UnsafeMutableBufferPointer(start: copy, count: mask + 1)
        let used = all.partition { $0.address == 0 }
        var traces = UnsafeMutableBufferPointer(start: copy, count: used)
        let newest = nextOrder
        traces.sort { newest &- $0.order < newest &- $1.order }
        for index in 0..<used {
            let traceback = copy[index].traceback
            if traceback.pointee.tuple.isNull {
                let frames = try tuple(traceback)
                try ListObject.append(made.value, frames.value)
                traceback.pointee.tuple = frames.value
            }
            let trace = TupleObject.make(
                Value(smallInt: Int(copy[index].domain)), Value(smallInt: copy[index].size), traceback.pointee.tuple,
                Value(smallInt: traceback.pointee.total))
            try ListObject.append(result.value, trace.value)
        }
        return result
    }
    private static func forgetTuples() {
        guard let tracebacks else { return }
        for slot in 0...tracebackMask { tracebacks[slot]?.pointee.tuple = .null }
    }

    /// The address of the block that an object stands in.
    public static func block(of object: ObjectPointer) -> UInt {
        let address = UnsafeMutableRawPointer(object)
        let type = object.pointee.ob_type.unsafelyUnwrapped
        guard object.isCollectedObject else { return UInt(bitPattern: address) }
        if type.hasManagedDict { return UInt(bitPattern: address - 32 - Int(object.instanceMeta.pointee & 0xFF) * 8) }
        return UInt(bitPattern: address - 16)
    }
}
