// The module _warnings: what a warning does is decided by filters, and by `warnings.showwarning` once that module is there.

import CPythonABI
import Glibc

enum WarningsModule {
    nonisolated(unsafe) private static var filters = Value.none
    nonisolated(unsafe) private static var onceRegistry = Value.none
    nonisolated(unsafe) private static var defaultAction = Value.none
    nonisolated(unsafe) private static var filtersVersion = 0

    static func start() {
        do throws(Raised) {
            filters = try defaultFilters().take()
        } catch { PendingException.clear() }
        onceRegistry = DictObject.make().take()
        defaultAction = Names.plain("default")
        Warnings.hook = { (category, message, stackLevel) throws(Raised) -> Void in
            try warn(category.value, message, stackLevel, source: .none)
        }
        Warnings.sourceHook = { (category, message, stackLevel, source) throws(Raised) -> Void in
            try warn(category.value, message, stackLevel, source: source)
        }
        Warnings.explicitHook = { (category, message, filename, line) throws(Raised) -> Void in
            try explicit(category.value, message, filename, line, module: .null, registry: .null, sourceLine: .null, source: .null)
        }
        NativeModules.register("_warnings") { (module) throws(Raised) -> Void in fill(module) }
    }

    private static func fill(_ module: ModuleBuilder) {
        module.doc("_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.")
        module.set("filters", filters)
        module.set("_onceregistry", onceRegistry)
        module.set("_defaultaction", defaultAction)
        module.function("warn", .bound({ (_, arguments) throws(Raised) -> Ref in
            let level = arguments[2].isNull ? 1 : try Index.size(arguments[2])
            try warn(arguments[1].isNull ? .none : arguments[1], arguments[0], level, source: arguments[3].isNull ? .none : arguments[3])
            return .none
        }), "($module, /, message, category=None, stacklevel=1, source=None)", doc: "Issue a warning, or maybe ignore it or raise an exception.")
        module.function("warn_explicit", .bound(warnExplicit),
            "($module, /, message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
            doc: "Low-level interface to warnings functionality.")
        module.function("_filters_mutated", .noArguments({ (_) throws(Raised) -> Ref in
            filtersVersion += 1
            return .none
        }), "($module, /)")
    }

    private static func defaultFilters() throws(Raised) -> Ref {
        let list = try ListObject.make(capacity: 5)
        try add(list.value, "default", PyExc_DeprecationWarningPointer(), Names.main)
        try add(list.value, "ignore", PyExc_DeprecationWarningPointer(), .none)
        try add(list.value, "ignore", PyExc_PendingDeprecationWarningPointer(), .none)
        try add(list.value, "ignore", PyExc_ImportWarningPointer(), .none)
        try add(list.value, "ignore", PyExc_ResourceWarningPointer(), .none)
        return list
    }

    private static func add(_ list: Value, _ action: StaticString, _ category: TypePointer, _ module: Value) throws(Raised) {
        let item = TupleObject.make(Names.plain(action), .none, category.value, module, Value(smallInt: 0))
        try ListObject.append(list, item.value)
    }

    /// An attribute of the module `warnings` if that is imported, or null.
    private static func attribute(_ name: StaticString) throws(Raised) -> Ref {
        if SysModule.modules.isNull { return .null }
        let module = Ref(SysModule.loadedModule("warnings"))
        if module.isNull || module.value.isNone { return .null }
        return try Attributes.getIfPresent(module.value, Names.plain(name))
    }

    private static func remember(_ place: inout Value, _ value: Value) {
        if place.bits == value.bits { return }
        let old = place
        place = Ref(value).take()
        old.release()
    }

    // MARK: warn

    /// warnings.warn(message, category, stackLevel, source)
    private static func warn(_ category: Value, _ message: Value, _ stackLevel: Int, source: Value) throws(Raised) {
        var kind = category
        if isWarning(message) {
            kind = message.type.value
        } else if category.isNull || category.isNone {
            kind = PyExc_UserWarningPointer().value
        }
        guard Classes.isType(kind), Classes.type(kind).isSubtype(of: PyExc_WarningPointer()) else {
            throw raise(.typeError, "category must be a Warning subclass, not '\(kind.type.name)'")
        }
        // The frame that is warned of.
        var frame = CurrentFrame.fp
        var level = stackLevel
        if level <= 0 || frame.map(isInternal) ?? true {
            while level > 1, let current = frame {
                frame = current.previous
                level -= 1
            }
        } else {
            while level > 1, let current = frame {
                frame = current.previous
                while let next = frame, isInternal(next) { frame = next.previous }
                level -= 1
            }
        }
        let globals: Ref
        let filename: Ref
        var line = 1
        if let frame {
            globals = Ref(frame.globals)
            filename = Ref(Value(pointer: frame.code.pointee.object.pointee.co_filename))
            line = CodeObject.line(frame.code, at: frame.currentWord)
        } else {
            globals = Ref(SysModule.dict)
            filename = StrObject.intern("sys")
        }
        let key = Names.plain("__warningregistry__")
        var registry = Ref(try DictObject.get(globals.value, key))
        if registry.isNull {
            registry = DictObject.make()
            try DictObject.set(globals.value, key, registry.value)
        }
        let name = Ref(try DictObject.get(globals.value, Names.name))
        let module = name.isNull || !(name.value.isNone || StrObject.isInstance(name.value)) ? StrObject.intern("<string>") : name
        try explicit(kind, message, filename.value, line, module: module.value, registry: registry.value, sourceLine: .null, source: source)
    }
    private static func isWarning(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: PyExc_WarningPointer()) }
    /// A frame of the import system, which nobody means.
    private static func isInternal(_ frame: FramePointer) -> Bool {
        let name = StrSpan(Value(pointer: frame.code.pointee.object.pointee.co_filename))
        let package = StrObject.intern("importlib")
        let module = StrObject.intern("_bootstrap")
        return name.find(StrSpan(package.value)) >= 0 && name.find(StrSpan(module.value)) >= 0
    }

    private static let warnExplicit: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let (message, category, filename) = (arguments[0], arguments[1], arguments[2])
        guard StrObject.isInstance(filename) else {
            throw raise(.typeError, "warn_explicit() argument 'filename' must be str, not \(ArgumentTypeName.of(filename))")
        }
        let line = try Index.parsedInt32(arguments[3])
        var sourceLine = Ref.null
        let globals = arguments[6]
        if !globals.isNull && !globals.isNone {
            guard DictObject.isInstance(globals) else { throw raise(.typeError, "module_globals must be a dict, not '\(globals.type.name)'") }
            sourceLine = try lineFromLoader(globals, line)
        }
        let kind = isWarning(message) ? message.type.value : category
        guard Classes.isType(kind), Classes.type(kind).isSubtype(of: PyExc_WarningPointer()) else {
            throw raise(.typeError, "category must be a Warning subclass, not '\(kind.type.name)'")
        }
        try explicit(
            kind, message, filename, line, module: arguments[4].isNone ? .null : arguments[4],
            registry: arguments[5].isNone ? .null : arguments[5], sourceLine: sourceLine.value, source: arguments[7].isNull ? .none : arguments[7])
        return .none
    }
    /// The line from a loader that knows its source.
    private static func lineFromLoader(_ globals: Value, _ line: Int) throws(Raised) -> Ref {
        let loader = Ref(DictObject.get(globals, name: Names.loader))
        let name = Ref(DictObject.get(globals, name: Names.name))
        if loader.isNull || name.isNull { return .null }
        let get = try Attributes.getIfPresent(loader.value, Names.plain("get_source"))
        if get.isNull { return .null }
        let source = try Call.call(get.value, name.value)
        guard StrObject.isInstance(source.value) else { return .null }
        let lines = text(source.value).split(separator: "\n", omittingEmptySubsequences: false)
        return line >= 1 && line <= lines.count ? StrObject.make(String(lines[line - 1])) : .null
    }

    // MARK: Deciding

    private static func explicit(
        _ givenCategory: Value, _ givenMessage: Value, _ filename: Value, _ line: Int, module givenModule: Value, registry: Value,
        sourceLine: Value, source: Value
    ) throws(Raised) {
        if givenModule.isNone { return }
        let module = givenModule.isNull ? moduleName(filename) : Ref(givenModule)
        if !registry.isNull && !registry.isNone && !DictObject.isInstance(registry) {
            throw raise(.typeError, "'registry' must be a dict or None")
        }
        let shown: Ref
        let message: Ref
        let category: Ref
        if isWarning(givenMessage) {
            shown = try Repr.str(givenMessage)
            message = Ref(givenMessage)
            category = Ref(givenMessage.type.value)
        } else {
            shown = Ref(givenMessage)
            category = Ref(givenCategory)
            message = try Call.call(givenCategory, givenMessage)
        }
        let number = IntObject.make(line)
        let key = TupleObject.make(shown.value, category.value, number.value)
        let hasRegistry = !registry.isNull && !registry.isNone
        if hasRegistry, try alreadyWarned(registry, key.value, sets: false) { return }

        let rule = try findFilter(category.value, shown.value, line, module.value)
        let action = text(TupleObject.isInstance(rule.value) ? TupleObject.item(rule.value, 0) : rule.value)
        switch action {
        case "error": throw PendingException.set(category.value.cast(to: PyTypeObject.self), message.value)
        case "ignore": return
        case "always": break
        case "once":
            let pair = TupleObject.make(shown.value, category.value)
            let once = try attribute("onceregistry")
            let known = once.isNull ? onceRegistry : once.value
            guard DictObject.isInstance(known) else { throw raise(.typeError, "_warnings.onceregistry must be a dict, not '\(known.type.name)'") }
            if try alreadyWarned(known, pair.value, sets: true) { return }
        case "module":
            let general = TupleObject.make(shown.value, category.value, Value(smallInt: 0))
            if hasRegistry {
                try DictObject.set(registry, key.value, .true)
                if try alreadyWarned(registry, general.value, sets: true) { return }
            }
        case "default":
            if hasRegistry { try DictObject.set(registry, key.value, .true) }
        default:
            let (known, filter) = TupleObject.isInstance(rule.value) ? (TupleObject.item(rule.value, 0), rule.value) : (rule.value, .none)
            throw raise(.runtimeError, "Unrecognized action (\(try Repr.string(known))) in warnings.filters:\n \(try Repr.string(filter))")
        }
        try show(category.value, shown.value, message.value, filename, line, sourceLine, source)
    }

    /// The name of the module that a file seems to be.
    private static func moduleName(_ filename: Value) -> Ref {
        let name = text(filename)
        if name.isEmpty { return StrObject.make("<unknown>") }
        return StrObject.make(name.hasSuffix(".py") ? String(name.dropLast(3)) : name)
    }

    private static func alreadyWarned(_ registry: Value, _ key: Value, sets: Bool) throws(Raised) -> Bool {
        let versionKey = Names.plain("version")
        let version = Ref(try DictObject.get(registry, versionKey))
        if version.isNull || !version.value.isSmallInt || version.value.smallInt != filtersVersion {
            // The filters changed: what was said under the old ones does not count.
            DictObject.clear(registry)
            try DictObject.set(registry, versionKey, Value(smallInt: filtersVersion))
        } else {
            let known = Ref(try DictObject.get(registry, key))
            if !known.isNull, try Truth.of(known.value) { return true }
        }
        if sets { try DictObject.set(registry, key, .true) }
        return false
    }

    /// The first filter that matches, or the default action.
    private static func findFilter(_ category: Value, _ message: Value, _ line: Int, _ module: Value) throws(Raised) -> Ref {
        let current = try attribute("filters")
        // What was found last holds when the module has no list any more.
        if !current.isNull { remember(&filters, current.value) }
        let list = current.isNull ? Ref(filters) : current
        guard ListObject.isInstance(list.value) else { throw raise(.valueError, "warnings.filters must be a list") }
        var index = 0
        while index < ListObject.count(list.value) {
            let item = Ref(ListObject.item(list.value, index))
            guard TupleObject.isInstance(item.value), TupleObject.count(item.value) == 5 else {
                throw raise(.valueError, "warnings.filters item \(index) isn't a 5-tuple")
            }
            let action = TupleObject.item(item.value, 0)
            guard StrObject.isInstance(action) else { throw raise(.typeError, "action must be a string, not '\(action.type.name)'") }
            if try matches(TupleObject.item(item.value, 1), message), try matches(TupleObject.item(item.value, 3), module),
                try InstanceChecks.isSubclass(category, TupleObject.item(item.value, 2))
            {
                let wanted = try Index.of(TupleObject.item(item.value, 4), .overflowError)
                if wanted == 0 || wanted == line { return item }
            }
            index += 1
        }
        let fallback = try attribute("defaultaction")
        if fallback.isNull { return Ref(defaultAction) }
        guard StrObject.isInstance(fallback.value) else {
            throw raise(.typeError, "_warnings.defaultaction must be a string, not '\(fallback.value.type.name)'")
        }
        remember(&defaultAction, fallback.value)
        return fallback
    }
    private static func matches(_ pattern: Value, _ subject: Value) throws(Raised) -> Bool {
        if pattern.isNone { return true }
        if StrObject.isExact(pattern) { return try Compare.equal(pattern, subject) }
        let result = try Call.method(pattern, Names.plain("match"), subject)
        return try Truth.of(result.value)
    }

    // MARK: Showing

    private static func show(
        _ category: Value, _ shown: Value, _ message: Value, _ filename: Value, _ line: Int, _ sourceLine: Value, _ source: Value
    ) throws(Raised) {
        let function = try attribute("_showwarnmsg")
        if function.isNull { return display(category, shown, filename, line, sourceLine) }
        guard function.value.record.pointee.call != nil else { throw raise(.typeError, "warnings._showwarnmsg() must be set to a callable") }
        let factory = try attribute("WarningMessage")
        if factory.isNull { throw raise(.runtimeError, "unable to get warnings.WarningMessage") }
        let number = IntObject.make(line)
        let arguments = TupleObject.make(array: [message, category, filename, number.value, .none, .none, source.isNull ? .none : source])
        let record = try Call.call(factory.value, tuple: arguments.value, keywords: .null)
        let result = try Call.call(function.value, record.value)
        _ = result.isNull
    }

    /// "file:line: Category: message" and the source line on sys.stderr.
    private static func display(_ category: Value, _ shown: Value, _ filename: Value, _ line: Int, _ sourceLine: Value) {
        var out = TextBuffer()
        do throws(Raised) {
            try out.append(strOf: filename)
            out.append(":\(line): ")
            let name = try Attributes.get(category, Names.name)
            try out.append(strOf: name.value)
            out.append(": ")
            try out.append(strOf: shown)
            out.append("\n")
        } catch { PendingException.clear() }
        var bytes: [UInt8]?
        if !sourceLine.isNull {
            var buffer = TextBuffer()
            buffer.append(str: sourceLine)
            bytes = buffer.bytes
        } else {
            var lines = SourceLines()
            bytes = lines.line(text(filename), line)
        }
        if let bytes {
            out.append("  ")
            out.bytes.append(contentsOf: bytes.drop { $0 == 32 || $0 == 9 || $0 == 12 })
            out.append("\n")
        }
        StandardError.write(out)
    }
}
