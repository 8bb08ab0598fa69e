// The table of a dict: entries in insertion order, found through an index table.
//
//     +--------+------------------------------+------------------------------------------+
//     | header | indices: 2^log2Size numbers  | entries: key, value [, hash]             |
//     +--------+------------------------------+------------------------------------------+
//
// An index is 1, 2, 4 or 8 bytes wide; -1 is free, -2 was deleted. Two kinds of table:
//
//     simple    every key is an exact str or an immediate int: the hash is at hand in the key, so entries are 16 bytes
//     general   entries keep the hash: 24 bytes
//
// A table becomes general with the first other key. `version` is 0 or a number that no other table has had: inline caches take it
// as proof that the keys and their places are unchanged; every change other than replacing a value sets it to 0.

import CPythonABI
import Glibc

public struct DictKeys {
    var log2Size: UInt8
    /// Width of an index: 1 << log2IndexBytes bytes.
    var log2IndexBytes: UInt8
    var isGeneral: Bool
    public var version: UInt32
    /// Entries that may still be appended.
    var usable: Int
    /// Entries appended, deleted ones included.
    public var entryCount: Int
    /// Every entry before this one is deleted: taking entries from the front, one after the other, is no search.
    var firstLive: Int
}

typealias DictKeysPointer = UnsafeMutablePointer<DictKeys>

extension UnsafeMutablePointer where Pointee == DictKeys {
    static var headerSize: Int { 32 }

    @inline(__always) var size: Int { 1 &<< Int(pointee.log2Size) }
    @inline(__always) var mask: Int { size &- 1 }
    @inline(__always) var stride: Int { pointee.isGeneral ? 24 : 16 }
    @inline(__always) var indices: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) + 32 }
    @inline(__always) var entries: UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(self) + (32 &+ (size &<< Int(pointee.log2IndexBytes)))
    }
    @inline(__always) func entry(_ index: Int) -> UnsafeMutablePointer<Value> {
        (entries + index &* stride).assumingMemoryBound(to: Value.self)
    }
    @inline(__always) func key(_ index: Int) -> Value { entry(index)[0] }
    @inline(__always) func value(_ index: Int) -> Value { entry(index)[1] }
    @inline(__always) func storedHash(_ index: Int) -> Int {
        let entry = entry(index)
        if pointee.isGeneral { return Int(bitPattern: UInt(entry[2].bits)) }
        return DictKeys.simpleHash(entry[0])
    }

    @inline(__always) func index(_ slot: Int) -> Int {
        switch pointee.log2IndexBytes {
        case 0: return Int(indices.load(fromByteOffset: slot, as: Int8.self))
        case 1: return Int(indices.load(fromByteOffset: slot &* 2, as: Int16.self))
        case 2: return Int(indices.load(fromByteOffset: slot &* 4, as: Int32.self))
        default: return indices.load(fromByteOffset: slot &* 8, as: Int.self)
        }
    }
    @inline(__always) func setIndex(_ slot: Int, _ index: Int) {
        switch pointee.log2IndexBytes {
        case 0: indices.storeBytes(of: Int8(truncatingIfNeeded: index), toByteOffset: slot, as: Int8.self)
        case 1: indices.storeBytes(of: Int16(truncatingIfNeeded: index), toByteOffset: slot &* 2, as: Int16.self)
        case 2: indices.storeBytes(of: Int32(truncatingIfNeeded: index), toByteOffset: slot &* 4, as: Int32.self)
        default: indices.storeBytes(of: index, toByteOffset: slot &* 8, as: Int.self)
        }
    }

    /// Bytes of the whole block.
    var byteCount: Int { DictKeys.byteCount(log2Size: Int(pointee.log2Size), general: pointee.isGeneral) }
    /// The first free slot on the probe path of a hash. The table must have one.
    @inline(__always) func freeSlot(_ hash: Int) -> Int {
        let mask = mask
        var perturb = UInt(bitPattern: hash)
        var slot = hash & mask
        while index(slot) >= 0 {
            perturb &>>= 5
            slot = (slot &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
        }
        return slot
    }
    /// The slot that holds entry `entryIndex`, whose hash is given.
    func slot(of entryIndex: Int, hash: Int) -> Int {
        let mask = mask
        var perturb = UInt(bitPattern: hash)
        var slot = hash & mask
        while index(slot) != entryIndex {
            perturb &>>= 5
            slot = (slot &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
        }
        return slot
    }
    /// Appends an entry whose references the table takes over; there must be room.
    @inline(__always) func append(_ hash: Int, _ key: Value, _ value: Value) {
        let position = pointee.entryCount
        setIndex(freeSlot(hash), position)
        let entry = entry(position)
        entry[0] = key
        entry[1] = value
        if pointee.isGeneral { entry[2] = Value(bits: UInt64(bitPattern: Int64(hash))) }
        pointee.entryCount = position &+ 1
        pointee.usable &-= 1
        pointee.version = 0
    }
}

extension DictKeys {
    static func usable(log2Size: Int) -> Int { ((1 << log2Size) << 1) / 3 }

    static func indexBytes(log2Size: Int) -> Int { log2Size <= 7 ? 0 : log2Size <= 15 ? 1 : log2Size <= 31 ? 2 : 3 }

    static func byteCount(log2Size: Int, general: Bool) -> Int {
        32 + ((1 << log2Size) << indexBytes(log2Size: log2Size)) + usable(log2Size: log2Size) * (general ? 24 : 16)
    }

    /// An empty table; nil when memory is exhausted.
    static func make(log2Size: Int, general: Bool) -> DictKeysPointer? {
        guard log2Size < 58 else { return nil }
        let indexBytes = indexBytes(log2Size: log2Size)
        guard let block = Allocator.allocate(byteCount(log2Size: log2Size, general: general)) else { return nil }
        let keys = block.assumingMemoryBound(to: DictKeys.self)
        keys.pointee = DictKeys(
            log2Size: UInt8(log2Size), log2IndexBytes: UInt8(indexBytes), isGeneral: general, version: 0,
            usable: usable(log2Size: log2Size), entryCount: 0, firstLive: 0)
        fillBytes(keys.indices, 0xFF, (1 << log2Size) << indexBytes)
        return keys
    }

    static func free(_ keys: DictKeysPointer) {
        if keys != empty { Allocator.free(keys, keys.byteCount) }
    }

    /// The table of every dict that never had an entry. It has one free slot and no room.
    @inline(__always) static var empty: DictKeysPointer { _pyswift_empty_keys_address().assumingMemoryBound(to: DictKeys.self) }
    /// Makes the empty table, before there is any dict.
    static func initialize() {
        empty.pointee = DictKeys(log2Size: 0, log2IndexBytes: 0, isGeneral: false, version: 0, usable: 0, entryCount: 0, firstLive: 0)
        empty.setIndex(0, -1)
    }

    /// Whether a key may stand in a simple table.
    @inline(__always) static func isSimple(_ key: Value) -> Bool { key.isSmallInt || StrObject.isExact(key) }
    @inline(__always) static func simpleHash(_ key: Value) -> Int {
        key.isSmallInt ? IntObject.hash(small: key.smallInt) : StrObject.hash(key)
    }
}
