// Memory for objects.
//
// Small blocks come from free lists by size class (16-byte steps up to 512 bytes); larger ones from malloc. The GIL makes one set
// of lists enough. Blocks of one class are cut from aligned 64 KiB pages whose header names the class, and a table of pages
// tells them from malloc's blocks: runtime code, which knows the size of what it frees, never looks at either
// (`free(_:_:)`); C code, which does not, goes through `freeUnsized`.
//
// Frees count nothing. Pages all of whose blocks are free are found by going over the free lists now and then (AllocatorTrim.swift), and
// serve any class from then on.
//
// With PYTHONMALLOC=malloc every block comes from malloc, so that memory checkers see the bounds of objects.

import CPythonABI
import Glibc

public enum Allocator {
    @usableFromInline static let pageSize = 1 << 16
    /// The largest size that has a class of its own. A block of at most this size must be freed with a size of its class, also when
    /// the classes are switched off.
    @inlinable @inline(__always) static var largestClass: Int { 512 }

    /// A block of at least `size` bytes, aligned to 16, contents undefined; nil when memory is exhausted.
    @inlinable @inline(__always) public static func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        if size <= _pyswift_heap.largest_small {
            let list = _pyswift_free_list((size &+ 15) &>> 4).unsafelyUnwrapped
            if let block = list.pointee {
                list.pointee = block.load(as: UnsafeMutableRawPointer?.self)
                return block
            }
            return refill((size &+ 15) &>> 4)
        }
        return allocateWhole(size)
    }

    /// A block of a size class if one is free. (None ever is while the classes are switched off, or
    /// while allocations are traced.)
    @inlinable @inline(__always) static func take(class index: Int) -> UnsafeMutableRawPointer? {
        let list = _pyswift_free_list(index).unsafelyUnwrapped
        guard let block = list.pointee else { return nil }
        list.pointee = block.load(as: UnsafeMutableRawPointer?.self)
        return block
    }

    /// A block from malloc, or any block while allocations are traced. Also one of a small size has room for the largest of its class,
    /// which owners of a block rely on.
    @usableFromInline @inline(never) static func allocateWhole(_ size: Int) -> UnsafeMutableRawPointer? {
        if _pyswift_heap.traced != 0 { return allocateTraced(size) }
        return malloc(size <= largestClass ? (size &+ 15) & ~15 : size)
    }
    private static func allocateTraced(_ size: Int) -> UnsafeMutableRawPointer? {
        var block: UnsafeMutableRawPointer?
        if size <= _pyswift_heap.largest_listed {
            let index = (size &+ 15) &>> 4
            if let free = hiddenLists[index] {
                hiddenLists[index] = free.load(as: UnsafeMutableRawPointer?.self)
                block = free
            } else {
                block = refill(index)
                hideList(index)
            }
        } else {
            block = malloc(size <= largestClass ? (size &+ 15) & ~15 : size)
        }
        if let block { AllocationTraces.allocated(block, size) }
        return block
    }

    // While allocations are traced, the lists look empty to the fast paths; what is on them is here.
    nonisolated(unsafe) private static var hiddenLists = InlineArray<34, UnsafeMutableRawPointer?>(repeating: nil)

    private static func hideList(_ index: Int) {
        hiddenLists[index] = _pyswift_free_list(index).unsafelyUnwrapped.pointee
        _pyswift_free_list(index).unsafelyUnwrapped.pointee = nil
    }
    /// Hides the lists, or puts them back.
    static func setTraced(_ on: Bool) {
        _pyswift_heap.traced = on ? 1 : 0
        _pyswift_heap.largest_small = on ? 0 : _pyswift_heap.largest_listed
        for index in 0..<classCount {
            if on {
                hideList(index)
            } else {
                _pyswift_free_list(index).unsafelyUnwrapped.pointee = hiddenLists[index]
                hiddenLists[index] = nil
            }
        }
    }
    /// Puts a free block of a class on its list, hidden or not.
    private static func putBack(_ block: UnsafeMutableRawPointer, class index: Int) {
        if _pyswift_heap.traced != 0 {
            block.storeBytes(of: hiddenLists[index], as: UnsafeMutableRawPointer?.self)
            hiddenLists[index] = block
        } else {
            let list = _pyswift_free_list(index).unsafelyUnwrapped
            block.storeBytes(of: list.pointee, as: UnsafeMutableRawPointer?.self)
            list.pointee = block
        }
    }

    /// Frees a block that was allocated with this size.
    @inlinable @inline(__always) public static func free(_ block: UnsafeMutableRawPointer, _ size: Int) {
        if size <= _pyswift_heap.largest_small {
            let list = _pyswift_free_list((size &+ 15) &>> 4).unsafelyUnwrapped
            block.storeBytes(of: list.pointee, as: UnsafeMutableRawPointer?.self)
            list.pointee = block
        } else {
            freeWhole(block, size)
        }
    }
    @usableFromInline @inline(never) static func freeWhole(_ block: UnsafeMutableRawPointer, _ size: Int) {
        if _pyswift_heap.traced != 0 {
            AllocationTraces.freed(block)
            if size <= _pyswift_heap.largest_listed { return putBack(block, class: (size &+ 15) &>> 4) }
        }
        #if MEMORY_CHECKS
        checkSize(block, size)
        #endif
        Glibc.free(block)
    }

    #if MEMORY_CHECKS
    /// In a build for memory checkers (Scripts/sanitize.sh), where `malloc_usable_size` is the size that was asked for: a block that is
    /// freed with the size of another class would end on the wrong free list.
    @usableFromInline static func checkSize(_ block: UnsafeMutableRawPointer, _ size: Int) {
        let allocated = malloc_usable_size(block)
        let wanted = size <= largestClass ? (size + 15) / 16 == (allocated + 15) / 16 : allocated > largestClass
        if !wanted {
            fputs("MEMORY CHECK: a block of \(allocated) bytes is freed as one of \(size)\n", stderr)
            abort()
        }
    }
    #endif

    /// Frees a block whose size the caller does not know.
    public static func freeUnsized(_ block: UnsafeMutableRawPointer) {
        if _pyswift_heap.traced != 0 { AllocationTraces.freed(block) }
        if let index = sizeClass(of: block) {
            putBack(block, class: index)
        } else {
            Glibc.free(block)
        }
    }

    /// Moves a block to one of `size` bytes; nil (and the old block untouched) when memory is exhausted.
    public static func reallocateUnsized(_ block: UnsafeMutableRawPointer, _ size: Int) -> UnsafeMutableRawPointer? {
        guard let index = sizeClass(of: block) else { return resizePlain(block, size) }
        let usable = max(index, 1) * 16
        if size <= usable && size > usable / 2 {
            if _pyswift_heap.traced != 0 { AllocationTraces.moved(from: block, to: block, size) }
            return block
        }
        guard let moved = allocateUnsized(size) else { return nil }
        copyBytes(moved, block, min(usable, size))
        freeUnsized(block)
        return moved
    }

    /// A block for C code, which frees it with `freeUnsized`. Never of zero bytes, so that blocks are distinct.
    public static func allocateUnsized(_ size: Int) -> UnsafeMutableRawPointer? { allocate(max(size, 1)) }

    // MARK: Blocks that are never on a list

    // For storage that grows: `realloc` moves it without copying. Large blocks of `allocate` are of this kind too.

    /// A block from malloc.
    @inline(__always) public static func allocatePlain(_ size: Int) -> UnsafeMutableRawPointer? {
        let block = malloc(size)
        if _pyswift_heap.traced != 0, let block { AllocationTraces.allocated(block, size) }
        return block
    }
    /// The same, filled with zeros: `count` times `size` bytes.
    @inline(__always) public static func allocatePlainZeros(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
        let block = calloc(count, size)
        if _pyswift_heap.traced != 0, let block { AllocationTraces.allocated(block, count &* size) }
        return block
    }
    /// Moves a block to one of `size` bytes; nil (and the old block untouched) when memory is exhausted.
    @inlinable @inline(__always) public static func resizePlain(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
        if _pyswift_heap.traced != 0 { return resizeTraced(block, size) }
        return realloc(block, size)
    }
    @usableFromInline @inline(never) static func resizeTraced(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
        let moved = realloc(block, size)
        if let moved { AllocationTraces.moved(from: block, to: moved, size) }
        return moved
    }
    @inline(__always) public static func freePlain(_ block: UnsafeMutableRawPointer?) {
        if _pyswift_heap.traced != 0, let block { AllocationTraces.freed(block) }
        Glibc.free(block)
    }

    // MARK: Pages

    // A two-level bitmap over the 47-bit address space in units of a page says which pages are ours.
    private static func sizeClass(of block: UnsafeMutableRawPointer) -> Int? {
        let page = UInt(bitPattern: block) >> 16
        guard page < 1 << 31, let bits = _pyswift_page_bits(Int(page >> 16)).pointee else { return nil }
        guard bits[Int(page & 0xFFFF) >> 6] & (1 << UInt64(page & 63)) != 0 else { return nil }
        return UnsafeMutableRawPointer(bitPattern: page << 16)!.load(as: Int.self)
    }

    /// Pages cut from the current region and not yet used.
    nonisolated(unsafe) private static var freshPage: UnsafeMutableRawPointer?
    nonisolated(unsafe) private static var freshPages = 0
    /// Of each class: where the part of its page begins that is not cut yet, and where the page ends.
    nonisolated(unsafe) private static var uncut = InlineArray<34, UInt>(repeating: 0)
    nonisolated(unsafe) private static var pageEnds = InlineArray<34, UInt>(repeating: 0)
    /// Bytes that are cut at once: a page of the system, so that no memory is touched before it is needed.
    private static let cutSize = 4096

    /// Cuts blocks of one class and returns one of them.
    @usableFromInline @inline(never) static func refill(_ index: Int) -> UnsafeMutableRawPointer? {
        let size = max(index, 1) * 16
        if Int(pageEnds[index]) - Int(uncut[index]) < size {
            guard let page = newPage(index) else {
                hasStrayBlocks = true
                return malloc(size)
            }
            // The first 16 bytes are the header.
            uncut[index] = UInt(bitPattern: page) + 16
            pageEnds[index] = UInt(bitPattern: page) + UInt(pageSize)
        }
        guard let start = UnsafeMutableRawPointer(bitPattern: uncut[index]) else { return malloc(size) }
        let count = min(max(cutSize / size, 1), Int(pageEnds[index] - uncut[index]) / size)
        uncut[index] += UInt(count * size)
        let list = _pyswift_free_list(index)!
        _pyswift_block_count(index)!.pointee += count
        cutSinceTrim &+= count
        // Pushed from the end, so that blocks are handed out in address order.
        var position = (count - 1) * size
        while position > 0 {
            (start + position).storeBytes(of: list.pointee, as: UnsafeMutableRawPointer?.self)
            list.pointee = start + position
            position -= size
        }
        return start
    }

    /// A page whose header names the class; nil when memory is exhausted.
    private static func newPage(_ index: Int) -> UnsafeMutableRawPointer? {
        if freshPages == 0 && emptyCount == 0 && cutSinceTrim > max(walkedByTrim, 1 << 14) { trim() }
        if let page = takeEmptyPage() {
            page.storeBytes(of: index, as: Int.self)
            return page
        }
        if freshPages == 0 {
            var region: UnsafeMutableRawPointer?
            guard posix_memalign(&region, pageSize, pageSize * 16) == 0, let region else { return nil }
            freshPage = region
            freshPages = 16
        }
        guard let page = freshPage else { return nil }
        let number = UInt(bitPattern: page) >> 16
        guard number < 1 << 31 else { return nil }
        let entry = _pyswift_page_bits(Int(number >> 16))
        guard let bits = entry.pointee ?? calloc(1 << 10, 8)?.assumingMemoryBound(to: UInt64.self) else { return nil }
        entry.pointee = bits
        bits[Int(number & 0xFFFF) >> 6] |= 1 << UInt64(number & 63)
        freshPages -= 1
        freshPage = page + pageSize
        page.storeBytes(of: index, as: Int.self)
        return page
    }

    // MARK: Statistics

    /// Number of size classes.
    static var classCount: Int { 34 }

    /// Small blocks of one class in use: cut from pages and not on the free list. Walks the list.
    static func blocksInUse(class index: Int) -> Int {
        var free = 0
        var block = _pyswift_free_list(index)!.pointee
        while let next = block {
            free += 1
            block = next.load(as: UnsafeMutableRawPointer?.self)
        }
        return Int(_pyswift_block_count(index)!.pointee) - free
    }
    /// All small blocks in use (`sys.getallocatedblocks`).
    static var blocksInUse: Int {
        var sum = 0
        for index in 0..<classCount { sum += blocksInUse(class: index) }
        return sum
    }
    /// Writes what is in use to standard error (`sys._debugmallocstats`).
    static func printStatistics() {
        for index in 0..<classCount where _pyswift_block_count(index)!.pointee != 0 {
            fputs("blocks of \(max(index, 1) * 16) bytes: \(blocksInUse(class: index)) of \(_pyswift_block_count(index)!.pointee) in use\n", stderr)
        }
        fputs("malloc: \(_pyswift_malloc_in_use()) bytes in use\n", stderr)
    }
}
