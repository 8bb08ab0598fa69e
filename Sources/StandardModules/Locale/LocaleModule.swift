// The module _locale.

import CPythonABI
import Glibc
import Runtime

enum LocaleModule {
    nonisolated(unsafe) private static var error = Value.none

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Support for POSIX locales.")
        for (name, number) in LocaleConstants.all { module.set(name, int: number) }
        let name = StrObject.intern("Error")
        let bases = TupleObject.make(PyExc_ExceptionPointer().value)
        let namespace = DictObject.make()
        let home = StrObject.intern("locale")
        DictObject.set(namespace.value, name: Names.module, home.value)
        let type = try Call.call(PyType_TypePointer().value, name.value, bases.value, namespace.value)
        module.set("Error", type.value)
        error = type.take()
        // Text is UTF-8 from the start, as in CPython's UTF-8 locales.
        if Glibc.setlocale(LC_CTYPE, "") == nil { _ = Glibc.setlocale(LC_CTYPE, "C.UTF-8") }
        addFunctions(module)
        addMessages(module)
    }
    private static func failed(_ message: StaticString) -> Raised {
        let text = StrObject.make("\(message)")
        return PendingException.set(Classes.type(error), text.value)
    }

    private static func addFunctions(_ module: ModuleBuilder) {
        module.function("setlocale", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let category = try Posix.int(arguments[0])
            if arguments[1].isNull || arguments[1].isNone {
                guard let name = Glibc.setlocale(category, nil) else { throw failed("locale query failed") }
                return try FileNames.decode(name)
            }
            guard StrObject.isInstance(arguments[1]) else { throw raise(.typeError, "setlocale() argument 2 must be str or None, not \(ArgumentTypeName.of(arguments[1]))") }
            let wanted = try encoded(arguments[1])
            guard let name = Glibc.setlocale(category, BytesObject.data(wanted.value)) else { throw failed("unsupported locale setting") }
            return try FileNames.decode(name)
        }), "($module, category, locale=<unrepresentable>, /)", doc: "Activates/queries locale processing.")
        module.function("localeconv", .noArguments({ (_) throws(Raised) -> Ref in try conventions() }), "($module, /)", doc: "Returns numeric and monetary locale-specific parameters.")
        module.function("nl_langinfo", .one({ (_, key) throws(Raised) -> Ref in
            let key = try Posix.int(key)
            for (name, number) in LocaleConstants.all where number == Int(key) && !"\(name)".hasPrefix("LC_") && number != 127 {
                return try FileNames.decode(Glibc.nl_langinfo(nl_item(key)))
            }
            throw raise(.valueError, "unsupported langinfo constant")
        }), "($module, key, /)", doc: "Return the value for the locale information associated with key.")
        module.function("strcoll", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let a = try encoded(try str(arguments[0], "strcoll", 1))
            let b = try encoded(try str(arguments[1], "strcoll", 2))
            return IntObject.make(Int(Glibc.strcoll(BytesObject.data(a.value), BytesObject.data(b.value))))
        }), "($module, os1, os2, /)", doc: "Compares two strings according to the locale.")
        module.function("strxfrm", .one({ (_, string) throws(Raised) -> Ref in
            let text = try encoded(try str(string, "strxfrm", 0))
            let size = Glibc.strxfrm(nil, BytesObject.data(text.value), 0)
            let room = try BytesObject.allocate(Int(size) + 1)
            _ = Glibc.strxfrm(BytesObject.data(room.value), BytesObject.data(text.value), size + 1)
            return try FileNames.decode(BytesObject.data(room.value), Int(size))
        }), "($module, string, /)", doc: "Return a string that can be used as a key for locale-aware comparisons.")
        module.function("getencoding", .noArguments({ (_) throws(Raised) -> Ref in 
            try FileNames.decode(Glibc.nl_langinfo(nl_item(codeset)))
        }), "($module, /)", doc: "Get the current locale encoding.")
    }
    /// CODESET of langinfo.h.
    private static let codeset = 14
    private static func encoded(_ text: Value) throws(Raised) -> Ref {
        do throws(Raised) { return try FileNames.encode(text) } catch {
            guard !PendingException.matches(.unicodeEncodeError), PendingException.clear(if: .valueError) else { throw error }
            throw raise(.valueError, "embedded null character")
        }
    }
    private static func str(_ value: Value, _ function: StaticString, _ position: Int) throws(Raised) -> Value {
        if StrObject.isInstance(value) { return value }
        throw raise(.typeError, "\(function)() argument\(position > 0 ? " \(position)" : "") must be str, not \(ArgumentTypeName.of(value))")
    }

    private static func conventions() throws(Raised) -> Ref {
        let result = DictObject.make()
        guard let locale = Glibc.localeconv() else { return result }
        let values = locale.pointee
        let dict = result.value
        func set(_ name: StaticString, _ value: consuming Ref) {
            let key = StrObject.intern(name)
            DictObject.set(dict, name: key.value, value.value)
        }
        set("int_curr_symbol", try FileNames.decode(values.int_curr_symbol))
        set("currency_symbol", try FileNames.decode(values.currency_symbol))
        set("mon_decimal_point", try FileNames.decode(values.mon_decimal_point))
        set("mon_thousands_sep", try FileNames.decode(values.mon_thousands_sep))
        set("mon_grouping", try grouping(try FileNames.bytes(values.mon_grouping)))
        set("positive_sign", try FileNames.decode(values.positive_sign))
        set("negative_sign", try FileNames.decode(values.negative_sign))
        let numbers: [(StaticString, CChar)] = [
            ("int_frac_digits", values.int_frac_digits), ("frac_digits", values.frac_digits), ("p_cs_precedes", values.p_cs_precedes),
            ("p_sep_by_space", values.p_sep_by_space), ("n_cs_precedes", values.n_cs_precedes), ("n_sep_by_space", values.n_sep_by_space),
            ("p_sign_posn", values.p_sign_posn), ("n_sign_posn", values.n_sign_posn),
        ]
        for (name, number) in numbers { set(name, IntObject.make(Int(number))) }
        set("decimal_point", try FileNames.decode(values.decimal_point))
        set("thousands_sep", try FileNames.decode(values.thousands_sep))
        set("grouping", try grouping(try FileNames.bytes(values.grouping)))
        return result
    }
    private static func grouping(_ bytes: consuming Ref) throws(Raised) -> Ref {
        let list = ListObject.make()
        let count = BytesObject.count(bytes.value)
        var ended = false
        for index in 0..<count {
            let size = Int(BytesObject.data(bytes.value)[index])
            try ListObject.append(list.value, Value(smallInt: size))
            if size == 127 {
                ended = true
                break
            }
        }
        // The last group repeats.
        if count > 0 && !ended { try ListObject.append(list.value, Value(smallInt: 0)) }
        return list
    }

    private static func addMessages(_ module: ModuleBuilder) {
        func identity(_ name: StaticString, _ count: Int, _ message: Int) {
            module.function(name, .positional(minimum: count, maximum: count, { (_, arguments) throws(Raised) -> Ref in Ref(arguments[message]) }))
        }
        // No catalogue of the C library is opened; `gettext` in Python reads its own.
        identity("gettext", 1, 0)
        identity("dgettext", 2, 1)
        identity("dcgettext", 3, 1)
        module.function("textdomain", .one({ (_, domain) throws(Raised) -> Ref in domain.isNone ? StrObject.make("messages") : Ref(domain) }))
        module.function("bindtextdomain", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            arguments[1].isNone ? StrObject.make("/usr/share/locale") : Ref(arguments[1])
        }))
        module.function("bind_textdomain_codeset", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in Ref(arguments[1]) }))
    }
}
