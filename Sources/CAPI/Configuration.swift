// PyStatus_*, PyConfig_*, PyPreConfig_*, PyWideStringList_*: the structs by which a program configures an interpreter before it starts
// (PEP 587). The interpreter of this program runs already; the functions that fill and take apart the structs work as documented.

import CPythonABI
import Glibc
import Runtime

private func status(_ type: Int32, _ message: CString? = nil, code: Int32 = 0) -> PyStatus {
    PyStatus(_type: type, func: nil, err_msg: message, exitcode: code)
}
@c public func PyStatus_Ok() -> PyStatus { status(0) }
@c public func PyStatus_Error(_ message: CString?) -> PyStatus { status(1, message) }
@c public func PyStatus_NoMemory() -> PyStatus { status(1, noMemory) }
nonisolated(unsafe) private let noMemory = UnsafePointer(strdup("memory allocation failed"))
@c public func PyStatus_Exit(_ code: Int32) -> PyStatus { status(2, code: code) }
@c public func PyStatus_IsError(_ status: PyStatus) -> Int32 { status._type == 1 ? 1 : 0 }
@c public func PyStatus_IsExit(_ status: PyStatus) -> Int32 { status._type == 2 ? 1 : 0 }
@c public func PyStatus_Exception(_ status: PyStatus) -> Int32 { status._type != 0 ? 1 : 0 }
@c public func Py_ExitStatusException(_ status: PyStatus) {
    if status._type == 2 { exit(status.exitcode) }
    _PySwift_fatal_error(status.func, status.err_msg)
}

// MARK: Lists of wide text

private func copy(_ text: UnsafePointer<wchar_t>?) -> UnsafeMutablePointer<wchar_t>? {
    guard let text else { return nil }
    let count = wcslen(text) + 1
    guard let room = PyMem_RawMalloc(count * 4)?.assumingMemoryBound(to: wchar_t.self) else { return nil }
    room.update(from: text, count: count)
    return room
}
@c public func PyWideStringList_Insert(_ list: UnsafeMutablePointer<PyWideStringList>?, _ index: Int, _ item: UnsafePointer<wchar_t>?) -> PyStatus {
    guard let list else { return status(1) }
    if index < 0 { return status(1, negativeIndex) }
    let count = list.pointee.length
    guard let new = copy(item),
        let items = PyMem_RawRealloc(list.pointee.items, (count + 1) * 8)?.assumingMemoryBound(to: UnsafeMutablePointer<wchar_t>?.self)
    else { return PyStatus_NoMemory() }
    let place = min(index, count)
    var at = count
    while at > place {
        items[at] = items[at - 1]
        at -= 1
    }
    items[place] = new
    list.pointee.items = items
    list.pointee.length = count + 1
    return status(0)
}
nonisolated(unsafe) private let negativeIndex = UnsafePointer(strdup("PyWideStringList_Insert index must be >= 0"))
@c public func PyWideStringList_Append(_ list: UnsafeMutablePointer<PyWideStringList>?, _ item: UnsafePointer<wchar_t>?) -> PyStatus {
    PyWideStringList_Insert(list, list?.pointee.length ?? 0, item)
}
private func clear(_ list: inout PyWideStringList) {
    for index in 0..<max(list.length, 0) { PyMem_RawFree(list.items?[index]) }
    PyMem_RawFree(list.items)
    list = PyWideStringList(length: 0, items: nil)
}

// MARK: Configurations

private func initialize(_ config: UnsafeMutablePointer<PyConfig>?, isolated: Bool) {
    guard let config else { return }
    memset(config, 0, MemoryLayout<PyConfig>.size)
    // ORDER: _PyConfig_INIT_PYTHON, _PyConfig_INIT_ISOLATED.
    config.pointee._config_init = isolated ? 3 : 2
    config.pointee.isolated = isolated ? 1 : 0
    config.pointee.use_environment = isolated ? 0 : 1
    config.pointee.install_signal_handlers = isolated ? 0 : 1
    config.pointee.use_hash_seed = isolated ? 0 : -1
    config.pointee.faulthandler = isolated ? 0 : -1
    config.pointee.tracemalloc = isolated ? 0 : -1
    config.pointee.code_debug_ranges = 1
    config.pointee.parse_argv = isolated ? 0 : 1
    config.pointee.site_import = 1
    config.pointee.write_bytecode = 1
    config.pointee.user_site_directory = isolated ? 0 : 1
    config.pointee.configure_c_stdio = isolated ? 0 : 1
    config.pointee.buffered_stdio = 1
    config.pointee.use_frozen_modules = 1
    config.pointee.safe_path = isolated ? 1 : 0
    config.pointee.pathconfig_warnings = isolated ? 0 : 1
    config.pointee._install_importlib = 1
    config.pointee._init_main = 1
}
@c public func PyConfig_InitPythonConfig(_ config: UnsafeMutablePointer<PyConfig>?) { initialize(config, isolated: false) }
@c public func PyConfig_InitIsolatedConfig(_ config: UnsafeMutablePointer<PyConfig>?) { initialize(config, isolated: true) }
@c public func PyConfig_Clear(_ config: UnsafeMutablePointer<PyConfig>?) {
    guard let config else { return }
    func drop(_ text: inout UnsafeMutablePointer<wchar_t>!) {
        PyMem_RawFree(text)
        text = nil
    }
    drop(&config.pointee.dump_refs_file)
    drop(&config.pointee.filesystem_encoding)
    drop(&config.pointee.filesystem_errors)
    drop(&config.pointee.pycache_prefix)
    drop(&config.pointee.stdio_encoding)
    drop(&config.pointee.stdio_errors)
    drop(&config.pointee.check_hash_pycs_mode)
    drop(&config.pointee.program_name)
    drop(&config.pointee.pythonpath_env)
    drop(&config.pointee.home)
    drop(&config.pointee.platlibdir)
    drop(&config.pointee.stdlib_dir)
    drop(&config.pointee.executable)
    drop(&config.pointee.base_executable)
    drop(&config.pointee.prefix)
    drop(&config.pointee.base_prefix)
    drop(&config.pointee.exec_prefix)
    drop(&config.pointee.base_exec_prefix)
    drop(&config.pointee.run_command)
    drop(&config.pointee.run_module)
    drop(&config.pointee.run_filename)
    clear(&config.pointee.orig_argv)
    clear(&config.pointee.argv)
    clear(&config.pointee.xoptions)
    clear(&config.pointee.warnoptions)
    clear(&config.pointee.module_search_paths)
    config.pointee.module_search_paths_set = 0
}
public typealias WideTextSlot = UnsafeMutablePointer<UnsafeMutablePointer<wchar_t>?>
@c public func PyConfig_SetString(_ config: UnsafeMutablePointer<PyConfig>?, _ slot: WideTextSlot?, _ text: UnsafePointer<wchar_t>?) -> PyStatus {
    let new = copy(text)
    if text != nil && new == nil { return PyStatus_NoMemory() }
    PyMem_RawFree(slot?.pointee)
    slot?.pointee = new
    return status(0)
}
@c public func PyConfig_SetBytesString(_ config: UnsafeMutablePointer<PyConfig>?, _ slot: WideTextSlot?, _ text: CString?) -> PyStatus {
    let new = text.flatMap { Py_DecodeLocale($0, nil) }
    if text != nil && new == nil { return status(1, notDecoded) }
    PyMem_RawFree(slot?.pointee)
    slot?.pointee = new
    return status(0)
}
nonisolated(unsafe) private let notDecoded = UnsafePointer(strdup("cannot decode string"))
@c public func PyConfig_SetWideStringList(
    _ config: UnsafeMutablePointer<PyConfig>?, _ list: UnsafeMutablePointer<PyWideStringList>?, _ count: Int,
    _ items: UnsafeMutablePointer<UnsafeMutablePointer<wchar_t>?>?
) -> PyStatus {
    guard let list else { return status(1) }
    clear(&list.pointee)
    for index in 0..<max(count, 0) {
        let result = PyWideStringList_Append(list, items?[index])
        if result._type != 0 { return result }
    }
    return status(0)
}
private func arguments(_ config: UnsafeMutablePointer<PyConfig>) -> UnsafeMutablePointer<PyWideStringList> {
    (UnsafeMutableRawPointer(config) + (MemoryLayout<PyConfig>.offset(of: \PyConfig.argv) ?? 0)).assumingMemoryBound(to: PyWideStringList.self)
}
@c public func PyConfig_SetArgv(_ config: UnsafeMutablePointer<PyConfig>?, _ count: Int, _ items: UnsafePointer<UnsafeMutablePointer<wchar_t>?>?) -> PyStatus {
    guard let config else { return status(1) }
    return PyConfig_SetWideStringList(config, arguments(config), count, UnsafeMutablePointer(mutating: items))
}
@c public func PyConfig_SetBytesArgv(_ config: UnsafeMutablePointer<PyConfig>?, _ count: Int, _ items: UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> PyStatus {
    guard let config else { return status(1) }
    let list = arguments(config)
    clear(&list.pointee)
    for index in 0..<max(count, 0) {
        guard let wide = Py_DecodeLocale(items?[index].map { UnsafePointer($0) }, nil) else { return status(1, notDecoded) }
        let result = PyWideStringList_Append(list, wide)
        PyMem_RawFree(wide)
        if result._type != 0 { return result }
    }
    return status(0)
}
@c public func PyConfig_Read(_ config: UnsafeMutablePointer<PyConfig>?) -> PyStatus { status(0) }
private func initialize(_ config: UnsafeMutablePointer<PyPreConfig>?, isolated: Bool) {
    guard let config else { return }
    memset(config, 0, MemoryLayout<PyPreConfig>.size)
    config.pointee._config_init = isolated ? 3 : 2
    config.pointee.parse_argv = isolated ? 0 : 1
    config.pointee.isolated = isolated ? 1 : 0
    config.pointee.use_environment = isolated ? 0 : 1
    config.pointee.configure_locale = isolated ? 0 : 1
    config.pointee.coerce_c_locale = isolated ? 0 : -1
    config.pointee.coerce_c_locale_warn = isolated ? 0 : -1
    config.pointee.utf8_mode = isolated ? 0 : -1
    config.pointee.dev_mode = isolated ? 0 : -1
}
@c public func PyPreConfig_InitPythonConfig(_ config: UnsafeMutablePointer<PyPreConfig>?) { initialize(config, isolated: false) }
@c public func PyPreConfig_InitIsolatedConfig(_ config: UnsafeMutablePointer<PyPreConfig>?) { initialize(config, isolated: true) }
@c public func Py_PreInitialize(_ config: UnsafePointer<PyPreConfig>?) -> PyStatus { status(0) }
@c public func Py_PreInitializeFromArgs(
    _ config: UnsafePointer<PyPreConfig>?, _ count: Int, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<wchar_t>?>?
) -> PyStatus { status(0) }
@c public func Py_PreInitializeFromBytesArgs(
    _ config: UnsafePointer<PyPreConfig>?, _ count: Int, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> PyStatus { status(0) }
@c public func Py_InitializeFromConfig(_ config: UnsafePointer<PyConfig>?) -> PyStatus { status(0) }

// MARK: The configuration of the interpreter that runs

@c public func _PyInterpreterState_GetConfigCopy(_ config: UnsafeMutablePointer<PyConfig>?) -> Int32 {
    guard let config else { return -1 }
    PyConfig_Clear(config)
    let current = Configuration.current
    initialize(config, isolated: current.isolated != 0)
    config.pointee.use_environment = current.ignoreEnvironment == 0 ? 1 : 0
    config.pointee.dev_mode = current.devMode ? 1 : 0
    config.pointee.install_signal_handlers = 1
    config.pointee.use_hash_seed = current.hashSeed == nil ? 0 : 1
    config.pointee.hash_seed = UInt(current.hashSeed ?? 0)
    config.pointee.faulthandler = current.faultHandler ? 1 : 0
    config.pointee.tracemalloc = 0
    config.pointee.import_time = current.importTimes ? 1 : 0
    config.pointee.code_debug_ranges = current.hasDebugRanges ? 1 : 0
    config.pointee.site_import = current.noSite == 0 ? 1 : 0
    config.pointee.bytes_warning = Int32(current.bytesWarning)
    config.pointee.warn_default_encoding = Int32(current.warnDefaultEncoding)
    config.pointee.inspect = Int32(current.inspect)
    config.pointee.interactive = Int32(current.interactive)
    config.pointee.optimization_level = Int32(current.optimize)
    config.pointee.parser_debug = Int32(current.debug)
    config.pointee.write_bytecode = current.dontWriteBytecode == 0 ? 1 : 0
    config.pointee.verbose = Int32(current.verbose)
    config.pointee.quiet = Int32(current.quiet)
    config.pointee.user_site_directory = current.noUserSite == 0 ? 1 : 0
    config.pointee.buffered_stdio = current.unbuffered ? 0 : 1
    config.pointee.use_frozen_modules = current.usesFrozenModules ? 1 : 0
    config.pointee.safe_path = current.safePath ? 1 : 0
    return 0
}
/// The numbers of a configuration as a dict.
@c public func _PyConfig_AsDict(_ config: UnsafePointer<PyConfig>?) -> ObjectPointer? {
    guard let config else { return nil }
    let numbers: [(StaticString, Int)] = [
        ("_config_init", Int(config.pointee._config_init)), ("isolated", Int(config.pointee.isolated)),
        ("use_environment", Int(config.pointee.use_environment)), ("dev_mode", Int(config.pointee.dev_mode)),
        ("install_signal_handlers", Int(config.pointee.install_signal_handlers)), ("use_hash_seed", Int(config.pointee.use_hash_seed)),
        ("hash_seed", Int(truncatingIfNeeded: config.pointee.hash_seed)), ("faulthandler", Int(config.pointee.faulthandler)),
        ("tracemalloc", Int(config.pointee.tracemalloc)), ("import_time", Int(config.pointee.import_time)),
        ("code_debug_ranges", Int(config.pointee.code_debug_ranges)), ("parse_argv", Int(config.pointee.parse_argv)),
        ("site_import", Int(config.pointee.site_import)), ("bytes_warning", Int(config.pointee.bytes_warning)),
        ("warn_default_encoding", Int(config.pointee.warn_default_encoding)), ("inspect", Int(config.pointee.inspect)),
        ("interactive", Int(config.pointee.interactive)), ("optimization_level", Int(config.pointee.optimization_level)),
        ("parser_debug", Int(config.pointee.parser_debug)), ("write_bytecode", Int(config.pointee.write_bytecode)),
        ("verbose", Int(config.pointee.verbose)), ("quiet", Int(config.pointee.quiet)),
        ("user_site_directory", Int(config.pointee.user_site_directory)), ("configure_c_stdio", Int(config.pointee.configure_c_stdio)),
        ("buffered_stdio", Int(config.pointee.buffered_stdio)), ("use_frozen_modules", Int(config.pointee.use_frozen_modules)),
        ("safe_path", Int(config.pointee.safe_path)), ("pathconfig_warnings", Int(config.pointee.pathconfig_warnings)),
        ("_install_importlib", Int(config.pointee._install_importlib)), ("_init_main", Int(config.pointee._init_main)),
    ]
    let dict = DictObject.make()
    for (name, number) in numbers {
        let key = StrObject.intern(name)
        let value = IntObject.make(number)
        DictObject.set(dict.value, name: key.value, value.value)
    }
    return Border.toC(owned: dict)
}
