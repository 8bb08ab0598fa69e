// PyImport_Inittab, PyImport_AppendInittab, PyImport_ExtendInittab: modules that a program brings along.
//
// The runtime's own modules stand in the table by name alone; they have no function that C could call. What is added has one, and
// `_imp` finds it behind them.

import CPythonABI
import Glibc
import Runtime

enum InitializationTable {
    /// Makes the table, with the names of the modules that are there.
    static func prepare() {
        let names = Array(Set(NativeModules.names + ["sys", "builtins"])).sorted()
        guard let table = calloc(names.count + 1, MemoryLayout<_inittab>.size)?.assumingMemoryBound(to: _inittab.self) else { return }
        for (index, name) in names.enumerated() { table[index].name = UnsafePointer(strdup(name)) }
        PyImport_Inittab = table
        ExtensionLoading.isInTable = { (name) -> Bool in find(name) != nil }
        ExtensionLoading.createFromTable = { (name, spec) throws(Raised) -> Ref in
            guard let entry = find(name) else { return .null }
            return try ExtensionModules.create(entry: entry, path: nil, name: name, spec: spec)
        }
    }
    /// The function of an entry that has one.
    private static func find(_ name: String) -> (@convention(c) () -> Object?)? {
        guard let table = PyImport_Inittab else { return nil }
        var index = 0
        while let entry = table[index].name {
            if let function = table[index].initfunc, strcmp(entry, name) == 0 { return function }
            index += 1
        }
        return nil
    }
    /// 0, or -1 without memory. The table before may be one that C code put there, so that it is copied and left alone.
    static func extend(_ more: UnsafePointer<_inittab>) -> Int32 {
        var old = 0
        while PyImport_Inittab?[old].name != nil { old += 1 }
        var new = 0
        while more[new].name != nil { new += 1 }
        if new == 0 { return 0 }
        guard let table = calloc(old + new + 1, MemoryLayout<_inittab>.size)?.assumingMemoryBound(to: _inittab.self) else { return -1 }
        for index in 0..<old {
            if let row = PyImport_Inittab?[index] { table[index] = row }
        }
        for index in 0..<new { table[old + index] = more[index] }
        PyImport_Inittab = table
        return 0
    }
}

@c public func PyImport_ExtendInittab(_ table: UnsafePointer<_inittab>?) -> Int32 { table.map { InitializationTable.extend($0) } ?? 0 }
@c public func PyImport_AppendInittab(_ name: CString?, _ function: (@convention(c) () -> Object?)?) -> Int32 {
    var rows = (_inittab(), _inittab())
    rows.0.name = name
    rows.0.initfunc = function
    return withUnsafePointer(to: &rows) { $0.withMemoryRebound(to: _inittab.self, capacity: 2) { InitializationTable.extend($0) } }
}
