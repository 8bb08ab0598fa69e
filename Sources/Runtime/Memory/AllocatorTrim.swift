// Pages of the allocator that hold nothing any more.
//
// A page counts its free blocks only while a trim goes on, which walks the free lists: first it counts, then it takes the blocks of
// pages that are wholly free out of their list. Such pages are given back to the system and kept for whatever class needs one next.
//
//     page +0   size class
//     page +8   number of the trim that counted here last << 32 | taken out << 31 | free blocks that it found
//
// When: before the heap grows by another region, and when a large container has died. Walking costs a look at each free block, so as much
// must have happened since the last trim as that one walked over.

import CPythonABI
import Glibc

extension Allocator {
    /// Blocks cut, and items of large containers released, since the last trim; and the blocks it walked over.
    nonisolated(unsafe) static var cutSinceTrim = 0
    nonisolated(unsafe) static var walkedByTrim = 0
    /// Blocks of malloc have come onto the free lists: no word in front of them may be read.
    nonisolated(unsafe) static var hasStrayBlocks = false
    nonisolated(unsafe) private static var trimNumber: UInt = 0
    /// Empty pages, a stack in memory from malloc.
    nonisolated(unsafe) private static var emptyPages: UnsafeMutablePointer<UnsafeMutableRawPointer>?
    nonisolated(unsafe) static var emptyCount = 0
    nonisolated(unsafe) private static var emptyRoom = 0

    /// A container with many items has gone, and most likely they too.
    @inline(__always) static func released(_ items: Int) {
        if items >= 1 << 15 { releasedMany(items) }
    }
    @inline(never) private static func releasedMany(_ items: Int) {
        cutSinceTrim &+= items
        if cutSinceTrim >= walkedByTrim / 2 { trim() }
    }

    static func takeEmptyPage() -> UnsafeMutableRawPointer? {
        guard emptyCount > 0, let emptyPages else { return nil }
        emptyCount -= 1
        return emptyPages[emptyCount]
    }
    /// Keeps a page for later; false if there is no memory to note it in.
    private static func keep(_ page: UnsafeMutableRawPointer) -> Bool {
        if emptyCount == emptyRoom {
            let room = max(emptyRoom * 2, 64)
            guard let larger = realloc(emptyPages, room * 8) else { return false }
            emptyPages = larger.assumingMemoryBound(to: UnsafeMutableRawPointer.self)
            emptyRoom = room
        }
        guard let emptyPages else { return false }
        emptyPages[emptyCount] = page
        emptyCount += 1
        return true
    }

    private static func page(of block: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: UInt(bitPattern: block) & ~UInt(pageSize - 1)).unsafelyUnwrapped
    }

    /// Finds the pages of which no block is in use.
    @inline(never) static func trim() {
        cutSinceTrim = 0
        walkedByTrim = 0
        if hasStrayBlocks || _pyswift_heap.largest_small == 0 { return }
        trimNumber = (trimNumber + 1) & 0x7FFF_FFFF
        for index in 0..<classCount { trim(class: index) }
    }
    private static func trim(class index: Int) {
        let list = _pyswift_free_list(index).unsafelyUnwrapped
        // The first 16 bytes of a page are the header.
        let whole = UInt((pageSize - 16) / (max(index, 1) * 16))
        guard _pyswift_block_count(index).unsafelyUnwrapped.pointee >= Int(whole) else { return }
        let mark = trimNumber << 32
        var pages = 0
        var next = list.pointee
        while let block = next {
            let count = page(of: block) + 8
            let known = count.load(as: UInt.self)
            let found = (known >> 32 == trimNumber ? known : mark) &+ 1
            count.storeBytes(of: found, as: UInt.self)
            if found == mark | whole { pages += 1 }
            walkedByTrim &+= 1
            next = block.load(as: UnsafeMutableRawPointer?.self)
        }
        if pages == 0 { return }
        let taken: UInt = 1 << 31
        let first = emptyCount
        var end = UnsafeMutableRawPointer(list)
        next = list.pointee
        while let block = next {
            next = block.load(as: UnsafeMutableRawPointer?.self)
            let page = page(of: block)
            let known = (page + 8).load(as: UInt.self)
            if known & ~taken == mark | whole {
                if known & taken != 0 { continue }
                if keep(page) {
                    (page + 8).storeBytes(of: known | taken, as: UInt.self)
                    continue
                }
                // Its other blocks stay as well.
                (page + 8).storeBytes(of: mark, as: UInt.self)
            }
            end.storeBytes(of: block, as: UnsafeMutableRawPointer?.self)
            end = block
        }
        end.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
        guard let emptyPages else { return }
        _pyswift_block_count(index).unsafelyUnwrapped.pointee -= Int(whole) * (emptyCount - first)
        for position in first..<emptyCount { madvise(emptyPages[position], pageSize, MADV_DONTNEED) }
    }
}
