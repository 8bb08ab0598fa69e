// _Py_hashtable_*: a hash table of C pointers.

import CPythonABI
import Glibc
import Runtime

private typealias Table = UnsafeMutablePointer<_Py_hashtable_t>
private typealias Entry = UnsafeMutablePointer<_Py_hashtable_entry_t>

private func bucket(_ table: Table, _ hash: UInt) -> UnsafeMutablePointer<_Py_slist_t> { table.pointee.buckets + Int(hash & UInt(table.pointee.nbuckets - 1)) }
private func next(_ entry: Entry) -> Entry? { UnsafeMutableRawPointer(entry.pointee.slist_item.next)?.assumingMemoryBound(to: _Py_hashtable_entry_t.self) }
private func first(_ list: UnsafeMutablePointer<_Py_slist_t>) -> Entry? {
    UnsafeMutableRawPointer(list.pointee.head)?.assumingMemoryBound(to: _Py_hashtable_entry_t.self)
}
private func item(_ entry: Entry) -> UnsafeMutablePointer<_Py_slist_item_t> { UnsafeMutableRawPointer(entry).assumingMemoryBound(to: _Py_slist_item_t.self) }
private let find: @convention(c) (UnsafeMutablePointer<_Py_hashtable_t>?, UnsafeRawPointer?) -> UnsafeMutablePointer<_Py_hashtable_entry_t>? = { table, key in
    guard let table else { return nil }
    let hash = table.pointee.hash_func(key)
    var entry = first(bucket(table, UInt(bitPattern: hash)))
    while let current = entry {
        if current.pointee.key_hash == hash && (UnsafeRawPointer(current.pointee.key) == key || table.pointee.compare_func(key, current.pointee.key) != 0) { return current }
        entry = next(current)
    }
    return nil
}
@c public func _Py_hashtable_hash_ptr(_ key: UnsafeRawPointer?) -> UInt { UInt(bitPattern: _Py_HashPointerRaw(key)) }
@c public func _Py_hashtable_compare_direct(_ a: UnsafeRawPointer?, _ b: UnsafeRawPointer?) -> Int32 { a == b ? 1 : 0 }
@c public func _Py_hashtable_new_full(
    _ hash: _Py_hashtable_hash_func?, _ compare: _Py_hashtable_compare_func?, _ destroyKey: _Py_hashtable_destroy_func?,
    _ destroyValue: _Py_hashtable_destroy_func?, _ allocator: UnsafeMutablePointer<_Py_hashtable_allocator_t>?
) -> UnsafeMutablePointer<_Py_hashtable_t>? {
    guard let table = calloc(1, MemoryLayout<_Py_hashtable_t>.size)?.assumingMemoryBound(to: _Py_hashtable_t.self),
        let buckets = calloc(16, MemoryLayout<_Py_slist_t>.size)
    else { return nil }
    table.pointee.nbuckets = 16
    table.pointee.buckets = buckets.assumingMemoryBound(to: _Py_slist_t.self)
    table.pointee.get_entry_func = find
    table.pointee.hash_func = hash
    table.pointee.compare_func = compare
    table.pointee.key_destroy_func = destroyKey
    table.pointee.value_destroy_func = destroyValue
    return table
}
@c public func _Py_hashtable_new(_ hash: _Py_hashtable_hash_func?, _ compare: _Py_hashtable_compare_func?) -> UnsafeMutablePointer<_Py_hashtable_t>? {
    _Py_hashtable_new_full(hash, compare, nil, nil, nil)
}
@c public func _Py_hashtable_get(_ table: UnsafeMutablePointer<_Py_hashtable_t>?, _ key: UnsafeRawPointer?) -> UnsafeMutableRawPointer? {
    find(table, key)?.pointee.value
}
private func grow(_ table: Table) {
    let count = Int(table.pointee.nbuckets) * 2
    guard let room = calloc(count, MemoryLayout<_Py_slist_t>.size) else { return }
    let (old, oldCount) = (table.pointee.buckets!, Int(table.pointee.nbuckets))
    table.pointee.buckets = room.assumingMemoryBound(to: _Py_slist_t.self)
    table.pointee.nbuckets = .init(count)
    for index in 0..<oldCount {
        var entry = first(old + index)
        while let current = entry {
            entry = next(current)
            let list = bucket(table, UInt(bitPattern: current.pointee.key_hash))
            current.pointee.slist_item.next = list.pointee.head
            list.pointee.head = item(current)
        }
    }
    free(old)
}
@c public func _Py_hashtable_set(_ table: UnsafeMutablePointer<_Py_hashtable_t>?, _ key: UnsafeRawPointer?, _ value: UnsafeMutableRawPointer?) -> Int32 {
    guard let table, let entry = malloc(MemoryLayout<_Py_hashtable_entry_t>.size)?.assumingMemoryBound(to: _Py_hashtable_entry_t.self) else { return -1 }
    entry.pointee.key_hash = table.pointee.hash_func(key)
    entry.pointee.key = UnsafeMutableRawPointer(mutating: key)
    entry.pointee.value = value
    table.pointee.nentries += 1
    if Int(table.pointee.nentries) * 2 > Int(table.pointee.nbuckets) { grow(table) }
    let list = bucket(table, UInt(bitPattern: entry.pointee.key_hash))
    entry.pointee.slist_item.next = list.pointee.head
    list.pointee.head = item(entry)
    return 0
}
@c public func _Py_hashtable_steal(_ table: UnsafeMutablePointer<_Py_hashtable_t>?, _ key: UnsafeRawPointer?) -> UnsafeMutableRawPointer? {
    guard let table, let found = find(table, key) else { return nil }
    let list = bucket(table, UInt(bitPattern: found.pointee.key_hash))
    if list.pointee.head == item(found) {
        list.pointee.head = found.pointee.slist_item.next
    } else {
        var current = list.pointee.head
        while let node = current, node.pointee.next != item(found) { current = node.pointee.next }
        current?.pointee.next = found.pointee.slist_item.next
    }
    let value = found.pointee.value
    free(found)
    table.pointee.nentries -= 1
    return value
}
@c public func _Py_hashtable_foreach(_ table: UnsafeMutablePointer<_Py_hashtable_t>?, _ function: _Py_hashtable_foreach_func?, _ user: UnsafeMutableRawPointer?) -> Int32 {
    guard let table, let function else { return 0 }
    for index in 0..<Int(table.pointee.nbuckets) {
        var entry = first(table.pointee.buckets + index)
        while let current = entry {
            entry = next(current)
            let result = function(table, current.pointee.key, current.pointee.value, user)
            if result != 0 { return result }
        }
    }
    return 0
}
@c public func _Py_hashtable_clear(_ table: UnsafeMutablePointer<_Py_hashtable_t>?) {
    guard let table else { return }
    for index in 0..<Int(table.pointee.nbuckets) {
        var entry = first(table.pointee.buckets + index)
        (table.pointee.buckets + index).pointee.head = nil
        while let current = entry {
            entry = next(current)
            table.pointee.key_destroy_func?(current.pointee.key)
            table.pointee.value_destroy_func?(current.pointee.value)
            free(current)
        }
    }
    table.pointee.nentries = 0
}
@c public func _Py_hashtable_destroy(_ table: UnsafeMutablePointer<_Py_hashtable_t>?) {
    _Py_hashtable_clear(table)
    free(table?.pointee.buckets)
    free(table)
}
