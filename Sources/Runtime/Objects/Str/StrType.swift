// The type str.

import CPythonABI
import Glibc

enum StrType {
    static func describe(_ type: TypeBuilder) {
        type.doc("""
            str(object='') -> str
            str(bytes_or_buffer[, encoding[, errors]]) -> str

            Create a new string object from the given object. If encoding or
            errors is specified, then the object must expose a data buffer
            that will be decoded using the given encoding and error handler.
            Otherwise, returns the result of object.__str__() (if defined)
            or repr(object).
            encoding defaults to sys.getdefaultencoding().
            errors defaults to 'strict'.
            """)
        type.type.pointee.tp_dealloc = StrObject.deallocate
        type.slots.new = new
        type.slots.repr = { (self) throws(Raised) -> Ref in try StrRepr.repr(self) }
        type.slots.str = { (self) throws(Raised) -> Ref in try StrObject.exact(self) }
        type.slots.hash = { (self) throws(Raised) -> Int in StrObject.hash(self) }
        type.slots.compare = compare
        type.slots.iter = { (self) throws(Raised) -> Ref in try StrIterator.make(self) }
        type.slots.concat = { (self, other) throws(Raised) -> Ref in
            if !StrObject.isInstance(other) {
                throw raise(.typeError, "can only concatenate str (not \"\(other.type.name)\") to str")
            }
            return try StrObject.concat(self, other)
        }
        type.slots.repeat = { (self, times) throws(Raised) -> Ref in try StrObject.repeated(self, times) }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in StrObject.length(self) }
        type.slots.length = { (self) throws(Raised) -> Int in StrObject.length(self) }
        type.slots.item = item
        type.slots.contains = { (self, other) throws(Raised) -> Bool in try StrSearch.contains(self, other) }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try subscription(self, key) }
        type.slots.binary[BinaryOperation.modulo.rawValue] = { (self, arguments) throws(Raised) -> Ref in
            if !StrObject.isInstance(self) { return .notImplemented }
            return try PercentFormat.format(self, arguments)
        }
        describeSearch(type)
        describeParts(type)
        describeCase(type)
        describeOthers(type)
    }

    // MARK: Slots

    static let compare: CompareSlot = { (a, b, operation) throws(Raised) -> Ref in
        guard StrObject.isInstance(a), StrObject.isInstance(b) else { return .notImplemented }
        switch operation {
        case .equal: return .bool(StrObject.equal(a, b))
        case .notEqual: return .bool(!StrObject.equal(a, b))
        default: return .bool(operation.holds(StrObject.order(a, b), 0))
        }
    }
    static let item: ItemSlot = { (self, index) throws(Raised) -> Ref in
        if index < 0 || index >= StrObject.length(self) { throw raise(.indexError, "string index out of range") }
        return StrObject.character(StrObject.character(self, index))
    }
    static func subscription(_ self: Value, _ key: Value) throws(Raised) -> Ref {
        if key.isSmallInt {
            var index = key.smallInt
            if index < 0 { index &+= StrObject.length(self) }
            return try item(self, index)
        }
        if TextSlice.isSlice(key) {
            var slice = try TextSlice(key)
            slice.fit(StrObject.length(self))
            if slice.step == 1 { return try StrObject.substring(self, slice.start, max(slice.start, slice.stop)) }
            return try gather(self, slice)
        }
        guard Index.isIndex(key) else { throw raise(.typeError, "string indices must be integers, not '\(key.type.name)'") }
        var index = try Index.of(key)
        if index < 0 { index &+= StrObject.length(self) }
        return try item(self, index)
    }
    private static func gather(_ self: Value, _ slice: TextSlice) throws(Raised) -> Ref {
        if slice.count == 0 { return StrObject.empty }
        let text = StrSpan(self)
        if slice.count == 1 { return StrObject.character(text[slice.start]) }
        var bound: UInt32 = StrObject.isASCII(self) ? 0x7F : 0
        if bound == 0 {
            var position = slice.start
            for _ in 0..<slice.count {
                bound |= text[position]
                position &+= slice.step
            }
        }
        let result = try StrObject.allocate(length: slice.count, maximum: bound)
        let data = StrObject.data(result.value)
        let kind = StrObject.Kind.holding(bound)
        var position = slice.start
        for index in 0..<slice.count {
            StrObject.store(text[position], data, kind, index)
            position &+= slice.step
        }
        return result
    }

    // MARK: new

    nonisolated(unsafe) private static let parameters = BoundParameters("(object, encoding, errors)")

    static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        if arguments.count == 1 && arguments.keywordCount == 0 {
            if type == PyUnicode_TypePointer() { return try Repr.str(arguments[0]) }
            let text = try Repr.str(arguments[0])
            return try derived(type, text.value)
        }
        let text = try newText(arguments)
        return type == PyUnicode_TypePointer() ? text : try derived(type, text.value)
    }
    private static func newText(_ arguments: Arguments) throws(Raised) -> Ref {
        if arguments.isEmpty { return StrObject.empty }
        return try withValues(3) { (slots) throws(Raised) -> Ref in
            let given = arguments.count + arguments.keywordCount
            if given > 3 { throw raise(.typeError, "str() takes at most 3 \(arguments.count == 0 ? "keyword " : "")arguments (\(given) given)") }
            for index in 0..<arguments.count { slots[index] = arguments[index] }
            for index in 0..<arguments.keywordCount {
                let name = arguments.keywordName(index)
                let place = StrObject.equals(name, "object") ? 0 : StrObject.equals(name, "encoding") ? 1 : StrObject.equals(name, "errors") ? 2 : -1
                if place < 0 { throw raise(.typeError, "'\(text(name))' is an invalid keyword argument for str()") }
                if !slots[place].isNull {
                    throw raise(.typeError, "argument for str() given by name ('\(text(name))') and position (\(place + 1))")
                }
                slots[place] = arguments.keywordValue(index)
            }
            let (object, encoding, errors) = (slots[0], slots[1], slots[2])
            if !encoding.isNull && !StrObject.isInstance(encoding) { throw TextArguments.wrongType("str", named: "encoding", "str", encoding) }
            if !errors.isNull && !StrObject.isInstance(errors) { throw TextArguments.wrongType("str", named: "errors", "str", errors) }
            if object.isNull { return StrObject.empty }
            if encoding.isNull && errors.isNull { return try Repr.str(object) }
            return try Codecs.decodeObject(object, encoding, errors)
        }
    }
    /// An instance of a subclass: the fields of a compact string's head, and the characters in a block of their own.
    static func derived(_ type: TypePointer, _ text: Value) throws(Raised) -> Ref {
        let span = StrSpan(text)
        let bytes = (span.count &+ 1) &* span.kind.rawValue
        let instance = try Instances.allocateUntracked(type)
        guard let block = malloc(bytes) else { throw raise(.memoryError, argument: .null) }
        copyBytes(block, span.data, bytes)
        let fields = instance.value.cast(to: PyUnicodeObject.self)
        fields.pointee._base._base.length = span.count
        fields.pointee._base._base.hash = StrObject.head(text).pointee.hash
        fields.pointee._base._base.state = UInt32(PyUnicode_STATE_READY) | UInt32(span.kind.rawValue) << 2
            | (StrObject.isASCII(text) ? UInt32(PyUnicode_STATE_ASCII) : 0)
        fields.pointee._base._base.wstr = nil
        fields.pointee._base.utf8 = nil
        fields.pointee._base.utf8_length = 0
        fields.pointee._base.wstr_length = 0
        fields.pointee.data.any = block
        if StrObject.isASCII(text) {
            fields.pointee._base.utf8 = nil
        }
        if type.isCollected { Collector.track(instance.value.object) }
        return instance
    }

    // MARK: Methods

    private static func describeSearch(_ type: TypeBuilder) {
        type.method("find", .positional(minimum: 0, maximum: Int.max, StrSearch.find), nil, doc: """
            S.find(sub[, start[, end]]) -> int

            Return the lowest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.
            """)
        type.method("rfind", .positional(minimum: 0, maximum: Int.max, StrSearch.rfind), nil, doc: """
            S.rfind(sub[, start[, end]]) -> int

            Return the highest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.
            """)
        type.method("index", .positional(minimum: 0, maximum: Int.max, StrSearch.index), nil, doc: """
            S.index(sub[, start[, end]]) -> int

            Return the lowest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raises ValueError when the substring is not found.
            """)
        type.method("rindex", .positional(minimum: 0, maximum: Int.max, StrSearch.rindex), nil, doc: """
            S.rindex(sub[, start[, end]]) -> int

            Return the highest index in S where substring sub is found,
            such that sub is contained within S[start:end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raises ValueError when the substring is not found.
            """)
        type.method("count", .positional(minimum: 0, maximum: Int.max, StrSearch.count), nil, doc: """
            S.count(sub[, start[, end]]) -> int

            Return the number of non-overlapping occurrences of substring sub in
            string S[start:end].  Optional arguments start and end are
            interpreted as in slice notation.
            """)
        type.method("startswith", .positional(minimum: 0, maximum: Int.max, StrSearch.startsWith), nil, doc: """
            S.startswith(prefix[, start[, end]]) -> bool

            Return True if S starts with the specified prefix, False otherwise.
            With optional start, test S beginning at that position.
            With optional end, stop comparing S at that position.
            prefix can also be a tuple of strings to try.
            """)
        type.method("endswith", .positional(minimum: 0, maximum: Int.max, StrSearch.endsWith), nil, doc: """
            S.endswith(suffix[, start[, end]]) -> bool

            Return True if S ends with the specified suffix, False otherwise.
            With optional start, test S beginning at that position.
            With optional end, stop comparing S at that position.
            suffix can also be a tuple of strings to try.
            """)
        type.method("removeprefix", .one(StrSearch.removePrefix), "($self, prefix, /)", doc: """
            Return a str with the given prefix string removed if present.

            If the string starts with the prefix string, return string[len(prefix):].
            Otherwise, return a copy of the original string.
            """)
        type.method("removesuffix", .one(StrSearch.removeSuffix), "($self, suffix, /)", doc: """
            Return a str with the given suffix string removed if present.

            If the string ends with the suffix string and that suffix is not empty,
            return string[:-len(suffix)]. Otherwise, return a copy of the original
            string.
            """)
        type.method("replace", .positional(minimum: 2, maximum: 3, StrReplace.replace), "($self, old, new, count=-1, /)", doc: """
            Return a copy with all occurrences of substring old replaced by new.

              count
                Maximum number of occurrences to replace.
                -1 (the default value) means replace all occurrences.

            If the optional argument count is given, only the first count occurrences are
            replaced.
            """)
        type.method("translate", .one(StrReplace.translate), "($self, table, /)", doc: """
            Replace each character in the string using the given translation table.

              table
                Translation table, which must be a mapping of Unicode ordinals to
                Unicode ordinals, strings, or None.

            The table must implement lookup/indexing via __getitem__, for instance a
            dictionary or list.  If this operation raises LookupError, the character is
            left untouched.  Characters mapped to None are deleted.
            """)
        type.staticMethod("maketrans", .positional(minimum: 1, maximum: 3, StrReplace.makeTable), nil, doc: """
            Return a translation table usable for str.translate().

            If there is only one argument, it must be a dictionary mapping Unicode
            ordinals (integers) or characters to Unicode ordinals, strings or None.
            Character keys will be then converted to ordinals.
            If there are two arguments, they must be strings of equal length, and
            in the resulting dictionary, each character in x will be mapped to the
            character at the same position in y. If there is a third argument, it
            must be a string, whose characters will be mapped to None in the result.
            """)
    }

    private static func describeParts(_ type: TypeBuilder) {
        type.method("join", .one(StrSplit.join), "($self, iterable, /)", doc: """
            Concatenate any number of strings.

            The string whose method is called is inserted in between each given string.
            The result is returned as a new string.

            Example: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'
            """)
        type.method("split", .bound(StrSplit.split), "($self, /, sep=None, maxsplit=-1)", doc: """
            Return a list of the substrings in the string, using sep as the separator string.

              sep
                The separator used to split the string.

                When set to None (the default value), will split on any whitespace
                character (including \\n \\r \\t \\f and spaces) and will discard
                empty strings from the result.
              maxsplit
                Maximum number of splits (starting from the left).
                -1 (the default value) means no limit.

            Note, str.split() is mainly useful for data that has been intentionally
            delimited.  With natural text that includes punctuation, consider using
            the regular expression module.
            """)
        type.method("rsplit", .bound(StrSplit.rsplit), "($self, /, sep=None, maxsplit=-1)", doc: """
            Return a list of the substrings in the string, using sep as the separator string.

              sep
                The separator used to split the string.

                When set to None (the default value), will split on any whitespace
                character (including \\n \\r \\t \\f and spaces) and will discard
                empty strings from the result.
              maxsplit
                Maximum number of splits (starting from the left).
                -1 (the default value) means no limit.

            Splitting starts at the end of the string and works to the front.
            """)
        type.method("splitlines", .bound(StrSplit.splitLines), "($self, /, keepends=False)", doc: """
            Return a list of the lines in the string, breaking at line boundaries.

            Line breaks are not included in the resulting list unless keepends is given and
            true.
            """)
        type.method("partition", .one(StrSplit.partition), "($self, sep, /)", doc: """
            Partition the string into three parts using the given separator.

            This will search for the separator in the string.  If the separator is found,
            returns a 3-tuple containing the part before the separator, the separator
            itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing the original string
            and two empty strings.
            """)
        type.method("rpartition", .one(StrSplit.rpartition), "($self, sep, /)", doc: """
            Partition the string into three parts using the given separator.

            This will search for the separator in the string, starting at the end. If
            the separator is found, returns a 3-tuple containing the part before the
            separator, the separator itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing two empty strings
            and the original string.
            """)
        type.method("strip", .positional(minimum: 0, maximum: 1, StrStrip.strip), "($self, chars=None, /)", doc: """
            Return a copy of the string with leading and trailing whitespace removed.

            If chars is given and not None, remove characters in chars instead.
            """)
        type.method("lstrip", .positional(minimum: 0, maximum: 1, StrStrip.lstrip), "($self, chars=None, /)", doc: """
            Return a copy of the string with leading whitespace removed.

            If chars is given and not None, remove characters in chars instead.
            """)
        type.method("rstrip", .positional(minimum: 0, maximum: 1, StrStrip.rstrip), "($self, chars=None, /)", doc: """
            Return a copy of the string with trailing whitespace removed.

            If chars is given and not None, remove characters in chars instead.
            """)
        type.method("center", .positional(minimum: 1, maximum: 2, StrStrip.center), "($self, width, fillchar=' ', /)", doc: """
            Return a centered string of length width.

            Padding is done using the specified fill character (default is a space).
            """)
        type.method("ljust", .positional(minimum: 1, maximum: 2, StrStrip.ljust), "($self, width, fillchar=' ', /)", doc: """
            Return a left-justified string of length width.

            Padding is done using the specified fill character (default is a space).
            """)
        type.method("rjust", .positional(minimum: 1, maximum: 2, StrStrip.rjust), "($self, width, fillchar=' ', /)", doc: """
            Return a right-justified string of length width.

            Padding is done using the specified fill character (default is a space).
            """)
        type.method("zfill", .one(StrStrip.zfill), "($self, width, /)", doc: """
            Pad a numeric string with zeros on the left, to fill a field of the given width.

            The string is never truncated.
            """)
        type.method("expandtabs", .bound(StrStrip.expandTabs), "($self, /, tabsize=8)", doc: """
            Return a copy where all tab characters are expanded using spaces.

            If tabsize is not given, a tab size of 8 characters is assumed.
            """)
    }

    private static func describeCase(_ type: TypeBuilder) {
        type.method("upper", .noArguments(StrCase.upper), "($self, /)", doc: "Return a copy of the string converted to uppercase.")
        type.method("lower", .noArguments(StrCase.lower), "($self, /)", doc: "Return a copy of the string converted to lowercase.")
        type.method("casefold", .noArguments(StrCase.casefold), "($self, /)", doc: "Return a version of the string suitable for caseless comparisons.")
        type.method("swapcase", .noArguments(StrCase.swapcase), "($self, /)", doc: "Convert uppercase characters to lowercase and lowercase characters to uppercase.")
        type.method("capitalize", .noArguments(StrCase.capitalize), "($self, /)", doc: """
            Return a capitalized version of the string.

            More specifically, make the first character have upper case and the rest lower
            case.
            """)
        type.method("title", .noArguments(StrCase.title), "($self, /)", doc: """
            Return a version of the string where each word is titlecased.

            More specifically, words start with uppercased characters and all remaining
            cased characters have lower case.
            """)
        type.method("isalpha", .noArguments(StrPredicates.isAlpha), "($self, /)", doc: """
            Return True if the string is an alphabetic string, False otherwise.

            A string is alphabetic if all characters in the string are alphabetic and there
            is at least one character in the string.
            """)
        type.method("isalnum", .noArguments(StrPredicates.isAlnum), "($self, /)", doc: """
            Return True if the string is an alpha-numeric string, False otherwise.

            A string is alpha-numeric if all characters in the string are alpha-numeric and
            there is at least one character in the string.
            """)
        type.method("isascii", .noArguments(StrPredicates.isASCII), "($self, /)", doc: """
            Return True if all characters in the string are ASCII, False otherwise.

            ASCII characters have code points in the range U+0000-U+007F.
            Empty string is ASCII too.
            """)
        type.method("isdecimal", .noArguments(StrPredicates.isDecimal), "($self, /)", doc: """
            Return True if the string is a decimal string, False otherwise.

            A string is a decimal string if all characters in the string are decimal and
            there is at least one character in the string.
            """)
        type.method("isdigit", .noArguments(StrPredicates.isDigit), "($self, /)", doc: """
            Return True if the string is a digit string, False otherwise.

            A string is a digit string if all characters in the string are digits and there
            is at least one character in the string.
            """)
        type.method("isnumeric", .noArguments(StrPredicates.isNumeric), "($self, /)", doc: """
            Return True if the string is a numeric string, False otherwise.

            A string is numeric if all characters in the string are numeric and there is at
            least one character in the string.
            """)
        type.method("isspace", .noArguments(StrPredicates.isSpace), "($self, /)", doc: """
            Return True if the string is a whitespace string, False otherwise.

            A string is whitespace if all characters in the string are whitespace and there
            is at least one character in the string.
            """)
        type.method("isprintable", .noArguments(StrPredicates.isPrintable), "($self, /)", doc: """
            Return True if the string is printable, False otherwise.

            A string is printable if all of its characters are considered printable in
            repr() or if it is empty.
            """)
        type.method("isidentifier", .noArguments(StrPredicates.isIdentifierMethod), "($self, /)", doc: """
            Return True if the string is a valid Python identifier, False otherwise.

            Call keyword.iskeyword(s) to test whether string s is a reserved identifier,
            such as "def" or "class".
            """)
        type.method("isupper", .noArguments(StrPredicates.isUpper), "($self, /)", doc: """
            Return True if the string is an uppercase string, False otherwise.

            A string is uppercase if all cased characters in the string are uppercase and
            there is at least one cased character in the string.
            """)
        type.method("islower", .noArguments(StrPredicates.isLower), "($self, /)", doc: """
            Return True if the string is a lowercase string, False otherwise.

            A string is lowercase if all cased characters in the string are lowercase and
            there is at least one cased character in the string.
            """)
        type.method("istitle", .noArguments(StrPredicates.isTitle), "($self, /)", doc: """
            Return True if the string is a title-cased string, False otherwise.

            In a title-cased string, upper- and title-case characters may only
            follow uncased characters and lowercase characters only cased ones.
            """)
    }

    private static func describeOthers(_ type: TypeBuilder) {
        type.method("encode", .bound { (self, arguments) throws(Raised) -> Ref in
            let (encoding, errors) = (arguments[0], arguments[1])
            if !encoding.isNull && !StrObject.isInstance(encoding) { throw TextArguments.wrongType("encode", named: "encoding", "str", encoding) }
            if !errors.isNull && !StrObject.isInstance(errors) { throw TextArguments.wrongType("encode", named: "errors", "str", errors) }
            return try Codecs.encode(self, encoding, errors)
        }, "($self, /, encoding='utf-8', errors='strict')", doc: """
            Encode the string using the codec registered for encoding.

              encoding
                The encoding in which to encode the string.
              errors
                The error handling scheme to use for encoding errors.
                The default is 'strict' meaning that encoding errors raise a
                UnicodeEncodeError.  Other possible values are 'ignore', 'replace' and
                'xmlcharrefreplace' as well as any other name registered with
                codecs.register_error that can handle UnicodeEncodeErrors.
            """)
        type.method("format", .raw { (self, arguments) throws(Raised) -> Ref in try FieldFormat.format(self, arguments) }, nil, doc: """
            S.format(*args, **kwargs) -> str

            Return a formatted version of S, using substitutions from args and kwargs.
            The substitutions are identified by braces ('{' and '}').
            """)
        type.method("format_map", .one { (self, mapping) throws(Raised) -> Ref in try FieldFormat.format(self, mapping: mapping) }, nil, doc: """
            S.format_map(mapping) -> str

            Return a formatted version of S, using substitutions from mapping.
            The substitutions are identified by braces ('{' and '}').
            """)
        type.method("__format__", .one { (self, spec) throws(Raised) -> Ref in
            if !StrObject.isInstance(spec) { throw TextArguments.wrongType("__format__", 0, "str", spec) }
            if StrObject.length(spec) == 0 { return StrObject.isExact(self) ? Ref(self) : try Repr.str(self) }
            return try TextFormatting.str(self, spec)
        }, "($self, format_spec, /)", doc: "Return a formatted version of the string as described by format_spec.")
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            let count = StrObject.length(self)
            let bytes = (count + 1) * StrObject.kind(self).rawValue
            if !StrObject.isExact(self) { return IntObject.make(self.type.pointee.tp_basicsize + bytes) }
            return IntObject.make((StrObject.isASCII(self) ? 48 : 72) + bytes)
        }, "($self, /)", doc: "Return the size of the string in memory, in bytes.")
        type.method("__getnewargs__", .noArguments { (self) throws(Raised) -> Ref in
            let copy = try StrObject.make(StrSpan(self))
            return TupleObject.make(copy.value)
        })
    }
}

extension StrObject {
    /// Below, at or above zero as a is before, equal to or after b.
    static func order(_ a: Value, _ b: Value) -> Int {
        let (x, y) = (StrSpan(a), StrSpan(b))
        let common = min(x.count, y.count)
        if x.kind == .one && y.kind == .one {
            let order = memcmp(x.data, y.data, common)
            return order != 0 ? Int(order) : x.count &- y.count
        }
        for index in 0..<common {
            let (p, q) = (x[index], y[index])
            if p != q { return p < q ? -1 : 1 }
        }
        return x.count &- y.count
    }
}
