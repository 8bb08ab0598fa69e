// The type bytes, and the methods that bytearray shares with it.

import CPythonABI
import Glibc

public enum BytesType {
    static func describe(_ type: TypeBuilder) {
        type.doc("""
            bytes(iterable_of_ints) -> bytes
            bytes(string, encoding[, errors]) -> bytes
            bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
            bytes(int) -> bytes object of size given by the parameter initialized with null bytes
            bytes() -> empty bytes object

            Construct an immutable array of bytes from:
              - an iterable yielding integers in range(256)
              - a text string encoded using the specified encoding
              - any object implementing the buffer API.
              - an integer
            """)
        type.type.pointee.tp_dealloc = BytesObject.deallocate
        Buffers.export(type.type, { object, view, flags in
            guard let object, let view else { return -1 }
            let value = Value(object)
            return Buffers.fill(view, object, UnsafeMutableRawPointer(BytesObject.data(value)), BytesObject.count(value), readOnly: true, flags)
        }, nil)
        type.slots.new = new
        type.slots.repr = { (self) throws(Raised) -> Ref in try ByteHex.repr(ByteText(self)) }
        type.slots.str = { (self) throws(Raised) -> Ref in
            try BytesWarnings.conversion("bytes")
            return try ByteHex.repr(ByteText(self))
        }
        type.slots.hash = { (self) throws(Raised) -> Int in BytesObject.hash(self) }
        type.slots.compare = compare
        type.slots.iter = { (self) throws(Raised) -> Ref in try ByteIterator.make(self) }
        type.slots.concat = concat
        type.slots.repeat = repeated
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in BytesObject.count(self) }
        type.slots.length = type.slots.sequenceLength
        type.slots.contains = { (self, item) throws(Raised) -> Bool in try ByteSearch.contains(self, item) }
        type.slots.item = { (self, index) throws(Raised) -> Ref in
            if index < 0 || index >= BytesObject.count(self) { throw raise(.indexError, "index out of range") }
            return Ref(owned: Value(smallInt: Int(BytesObject.data(self)[index])))
        }
        type.slots.subscript = subscription
        type.slots.binary[BinaryOperation.modulo.rawValue] = { (self, arguments) throws(Raised) -> Ref in
            if !BytesObject.isInstance(self) { return .notImplemented }
            return try PercentFormat.format(bytes: self, arguments)
        }
        describeShared(type)
        type.method("__getnewargs__", .noArguments { (self) throws(Raised) -> Ref in
            let copy = try BytesObject.make(UnsafePointer(BytesObject.data(self)), BytesObject.count(self))
            return TupleObject.make(copy.value)
        })
        type.method("__bytes__", .noArguments { (self) throws(Raised) -> Ref in try BytesObject.exact(self) },
            "($self, /)", doc: "Convert this value to exact type bytes.")
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            IntObject.make(self.type.pointee.tp_basicsize + BytesObject.count(self))
        }, "($self, /)", doc: "Returns the size of the object in memory, in bytes.")
        type.classMethod("fromhex", .one { (self, string) throws(Raised) -> Ref in
            let bytes = try ByteHex.parse(string)
            return self === PyBytes_TypePointer().value ? bytes : try Call.call(self, bytes.value)
        }, "($type, string, /)", doc: """
            Create a bytes object from a string of hexadecimal numbers.

            Spaces between two numbers are accepted.
            Example: bytes.fromhex('B9 01EF') -> b'\\\\xb9\\\\x01\\\\xef'.
            """)
    }

    // MARK: Slots

    static let compare: CompareSlot = { (a, b, operation) throws(Raised) -> Ref in
        guard BytesObject.isInstance(a), BytesObject.isInstance(b) else {
            if Py_BytesWarningFlag != 0 && (operation == .equal || operation == .notEqual) { try BytesWarnings.comparison(a, b) }
            return .notImplemented
        }
        return .bool(holds(ByteText(a), ByteText(b), operation))
    }
    static func holds(_ a: ByteText, _ b: ByteText, _ operation: Comparison) -> Bool {
        if operation == .equal || operation == .notEqual {
            return (a.count == b.count && memcmp(a.data, b.data, a.count) == 0) == (operation == .equal)
        }
        let order = memcmp(a.data, b.data, min(a.count, b.count))
        return operation.holds(order != 0 ? Int(order) : a.count &- b.count, 0)
    }
    static let concat: BinarySlot = { (self, other) throws(Raised) -> Ref in
        if BytesObject.isInstance(self) && BytesObject.isInstance(other) {
            if BytesObject.count(self) == 0 && BytesObject.isExact(other) { return Ref(other) }
            if BytesObject.count(other) == 0 && BytesObject.isExact(self) { return Ref(self) }
        }
        if !Buffers.isExporter(other) { throw raise(.typeError, "can't concat \(other.type.name) to \(self.type.name)") }
        let view = try BytesView(other)
        let text = ByteText(self)
        let (total, overflow) = text.count.addingReportingOverflow(view.count)
        if overflow { throw raise(.memoryError, argument: .null) }
        let result = try ByteText.allocate(like: self, total)
        let target = ByteText.pointer(result.value)
        copyBytes(target, text.data, text.count)
        copyBytes(target + text.count, view.bytes, view.count)
        return result
    }
    static let repeated: ItemSlot = { (self, times) throws(Raised) -> Ref in
        let text = ByteText(self)
        let count = max(times, 0)
        if count == 1 && BytesObject.isExact(self) { return Ref(self) }
        let (total, overflow) = text.count.multipliedReportingOverflow(by: count)
        if overflow {
            if BytesObject.isInstance(self) { throw raise(.overflowError, "repeated bytes are too long") }
            throw raise(.memoryError, argument: .null)
        }
        if total == 0 && BytesObject.isInstance(self) && text.count > 0 {
            // An object of its own, as CPython's, not the empty bytes.
            guard let block = Allocator.allocate(33) else { throw raise(.memoryError, argument: .null) }
            return BytesObject.initialize(block, 0)
        }
        let result = try ByteText.allocate(like: self, total)
        fill(ByteText.pointer(result.value), total, text)
        return result
    }
    /// Fills memory with copies of a text.
    static func fill(_ target: UnsafeMutablePointer<UInt8>, _ total: Int, _ text: ByteText) {
        if total == 0 { return }
        if text.count == 1 {
            fillBytes(target, Int32(text[0]), total)
            return
        }
        moveBytes(target, text.data, min(text.count, total))
        var done = text.count
        while done < total {
            let part = min(done, total &- done)
            copyBytes(target + done, target, part)
            done &+= part
        }
    }
    static let subscription: BinarySlot = { (self, key) throws(Raised) -> Ref in
        if TextSlice.isSlice(key) {
            var slice = try TextSlice(key)
            let text = ByteText(self)
            slice.fit(text.count)
            return try sliced(self, slice)
        }
        let isBytes = BytesObject.isInstance(self)
        guard key.isSmallInt || Index.isIndex(key) else {
            throw raise(.typeError, "\(isBytes ? "byte" : "bytearray") indices must be integers or slices, not \(key.type.name)")
        }
        var index = try Index.of(key)
        let text = ByteText(self)
        if index < 0 { index &+= text.count }
        if index < 0 || index >= text.count { throw raise(.indexError, isBytes ? "index out of range" : "bytearray index out of range") }
        return Ref(owned: Value(smallInt: Int(text[index])))
    }
    private static func sliced(_ self: Value, _ slice: TextSlice) throws(Raised) -> Ref {
        let text = ByteText(self)
        if slice.step == 1 {
            if BytesObject.isExact(self) && slice.count == text.count { return Ref(self) }
            return try ByteText.make(like: self, text.data + slice.start, slice.count)
        }
        let result = try ByteText.allocate(like: self, slice.count)
        let target = ByteText.pointer(result.value)
        var position = slice.start
        for index in 0..<slice.count {
            target[index] = text[position]
            position &+= slice.step
        }
        if slice.count == 1 && BytesObject.isInstance(self) { return BytesObject.make(byte: target[0]) }
        return result
    }

    // MARK: new

    static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        let source = try ByteSource.arguments(arguments, "bytes")
        let bytes = try make(source)
        if type == PyBytes_TypePointer() { return bytes }
        let count = BytesObject.count(bytes.value)
        let instance = try Instances.allocateUntracked(type, items: count)
        BytesObject.head(instance.value).pointee.ob_shash = -1
        copyBytes(BytesObject.data(instance.value), BytesObject.data(bytes.value), count &+ 1)
        if type.isCollected { Collector.track(instance.value.object) }
        return instance
    }
    static func make(_ source: ByteSource) throws(Raised) -> Ref {
        let value = source.value
        if value.isNull {
            try source.checkAlone()
            return BytesObject.empty
        }
        if !source.encoding.isNull {
            if !StrObject.isInstance(value) { throw raise(.typeError, "encoding without a string argument") }
            return try encoded(source)
        }
        if !source.errors.isNull {
            throw raise(.typeError, StrObject.isInstance(value) ? "string argument without an encoding" : "errors without a string argument")
        }
        let special = try DunderAdapters.callMethodIfPresent(value, Names.bytes)
        if !special.isNull {
            if !BytesObject.isInstance(special.value) {
                throw raise(.typeError, "__bytes__ returned non-bytes (type \(special.value.type.name))")
            }
            return special
        }
        if StrObject.isInstance(value) { throw raise(.typeError, "string argument without an encoding") }
        if Index.isIndex(value) {
            if let count = try ByteSource.length(value) {
                if count < 0 { throw raise(.valueError, "negative count") }
                let result = try BytesObject.allocate(count)
                if count > 0 { fillBytes(BytesObject.data(result.value), 0, count) }
                return count == 1 ? BytesObject.make(byte: 0) : result
            }
        }
        return try from(value)
    }
    private static func encoded(_ source: ByteSource) throws(Raised) -> Ref { try Codecs.encode(source.value, source.encoding, source.errors) }
    /// PyBytes_FromObject: a buffer or an iterable of ints.
    public static func from(_ value: Value) throws(Raised) -> Ref {
        if BytesObject.isExact(value) { return Ref(value) }
        if Buffers.isExporter(value) {
            return try ByteSource.contiguous(value)
        }
        if value.record.pointee.iter == nil && !Sequences.isSequence(value) {
            throw raise(.typeError, "cannot convert '\(value.type.name)' object to bytes")
        }
        var builder = StrBuilder()
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(value) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "cannot convert '\(value.type.name)' object to bytes")
        }
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { break }
            let number = item.value.isSmallInt ? item.value.smallInt : try Index.of(item.value, nil)
            if number < 0 || number > 255 { throw raise(.valueError, "bytes must be in range(0, 256)") }
            try builder.append(UInt32(number))
        }
        return try builder.finishBytes()
    }

    // MARK: Methods

    static func describeShared(_ type: TypeBuilder) {
        let any = Int.max
        type.method("find", .positional(minimum: 0, maximum: any, ByteSearch.find), nil, doc: """
            B.find(sub[, start[, end]]) -> int

            Return the lowest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.
            """)
        type.method("rfind", .positional(minimum: 0, maximum: any, ByteSearch.rfind), nil, doc: """
            B.rfind(sub[, start[, end]]) -> int

            Return the highest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.
            """)
        type.method("index", .positional(minimum: 0, maximum: any, ByteSearch.index), nil, doc: """
            B.index(sub[, start[, end]]) -> int

            Return the lowest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raises ValueError when the subsection is not found.
            """)
        type.method("rindex", .positional(minimum: 0, maximum: any, ByteSearch.rindex), nil, doc: """
            B.rindex(sub[, start[, end]]) -> int

            Return the highest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raise ValueError when the subsection is not found.
            """)
        type.method("count", .positional(minimum: 0, maximum: any, ByteSearch.count), nil, doc: """
            B.count(sub[, start[, end]]) -> int

            Return the number of non-overlapping occurrences of subsection sub in
            bytes B[start:end].  Optional arguments start and end are interpreted
            as in slice notation.
            """)
        type.method("startswith", .positional(minimum: 0, maximum: any, ByteSearch.startsWith), nil, doc: """
            B.startswith(prefix[, start[, end]]) -> bool

            Return True if B starts with the specified prefix, False otherwise.
            With optional start, test B beginning at that position.
            With optional end, stop comparing B at that position.
            prefix can also be a tuple of bytes to try.
            """)
        type.method("endswith", .positional(minimum: 0, maximum: any, ByteSearch.endsWith), nil, doc: """
            B.endswith(suffix[, start[, end]]) -> bool

            Return True if B ends with the specified suffix, False otherwise.
            With optional start, test B beginning at that position.
            With optional end, stop comparing B at that position.
            suffix can also be a tuple of bytes to try.
            """)
        type.method("removeprefix", .one(ByteSearch.removePrefix), "($self, prefix, /)", doc: """
            Return a bytes object with the given prefix string removed if present.

            If the bytes starts with the prefix string, return bytes[len(prefix):].
            Otherwise, return a copy of the original bytes.
            """)
        type.method("removesuffix", .one(ByteSearch.removeSuffix), "($self, suffix, /)", doc: """
            Return a bytes object with the given suffix string removed if present.

            If the bytes ends with the suffix string and that suffix is not empty,
            return bytes[:-len(prefix)].  Otherwise, return a copy of the original
            bytes.
            """)
        type.method("join", .one(ByteSplit.join), "($self, iterable_of_bytes, /)", doc: """
            Concatenate any number of bytes objects.

            The bytes whose method is called is inserted in between each pair.

            The result is returned as a new bytes object.

            Example: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'.
            """)
        type.method("split", .bound(ByteSplit.split), "($self, /, sep=None, maxsplit=-1)", doc: """
            Return a list of the sections in the bytes, using sep as the delimiter.

              sep
                The delimiter according which to split the bytes.
                None (the default value) means split on ASCII whitespace characters
                (space, tab, return, newline, formfeed, vertical tab).
              maxsplit
                Maximum number of splits to do.
                -1 (the default value) means no limit.
            """)
        type.method("rsplit", .bound(ByteSplit.rsplit), "($self, /, sep=None, maxsplit=-1)", doc: """
            Return a list of the sections in the bytes, using sep as the delimiter.

              sep
                The delimiter according which to split the bytes.
                None (the default value) means split on ASCII whitespace characters
                (space, tab, return, newline, formfeed, vertical tab).
              maxsplit
                Maximum number of splits to do.
                -1 (the default value) means no limit.

            Splitting is done starting at the end of the bytes and working to the front.
            """)
        type.method("splitlines", .bound(ByteSplit.splitLines), "($self, /, keepends=False)", doc: """
            Return a list of the lines in the bytes, breaking at line boundaries.

            Line breaks are not included in the resulting list unless keepends is given and
            true.
            """)
        type.method("partition", .one(ByteSplit.partition), "($self, sep, /)", doc: """
            Partition the bytes into three parts using the given separator.

            This will search for the separator sep in the bytes. If the separator is found,
            returns a 3-tuple containing the part before the separator, the separator
            itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing the original bytes
            object and two empty bytes objects.
            """)
        type.method("rpartition", .one(ByteSplit.rpartition), "($self, sep, /)", doc: """
            Partition the bytes into three parts using the given separator.

            This will search for the separator sep in the bytes, starting at the end. If
            the separator is found, returns a 3-tuple containing the part before the
            separator, the separator itself, and the part after it.

            If the separator is not found, returns a 3-tuple containing two empty bytes
            objects and the original bytes object.
            """)
        describeChanges(type)
        describeCase(type)
    }

    private static func describeChanges(_ type: TypeBuilder) {
        type.method("replace", .positional(minimum: 2, maximum: 3, ByteChange.replace), "($self, old, new, count=-1, /)", doc: """
            Return a copy with all occurrences of substring old replaced by new.

              count
                Maximum number of occurrences to replace.
                -1 (the default value) means replace all occurrences.

            If the optional argument count is given, only the first count occurrences are
            replaced.
            """)
        type.method("translate", .raw { (self, arguments) throws(Raised) -> Ref in
            if arguments.count == 0 && arguments.keywordCount <= 1 {
                throw raise(.typeError, "translate() takes at least 1 positional argument (0 given)")
            }
            return try translateParameters.call(arguments, "translate") { (all) throws(Raised) -> Ref in try ByteChange.translate(self, all) }
        }, "($self, table, /, delete=b'')", doc: """
            Return a copy with each character mapped by the given translation table.

              table
                Translation table, which must be a bytes object of length 256.

            All characters occurring in the optional argument delete are removed.
            The remaining characters are mapped through the given translation table.
            """)
        type.staticMethod("maketrans", .positional(minimum: 2, maximum: 2, ByteChange.makeTable), "(frm, to, /)", doc: """
            Return a translation table useable for the bytes or bytearray translate method.

            The returned table will be one where each byte in frm is mapped to the byte at
            the same position in to.

            The bytes objects frm and to must be of the same length.
            """)
        type.method("strip", .positional(minimum: 0, maximum: 1, ByteChange.strip), "($self, bytes=None, /)", doc: """
            Strip leading and trailing bytes contained in the argument.

            If the argument is omitted or None, strip leading and trailing ASCII whitespace.
            """)
        type.method("lstrip", .positional(minimum: 0, maximum: 1, ByteChange.lstrip), "($self, bytes=None, /)", doc: """
            Strip leading bytes contained in the argument.

            If the argument is omitted or None, strip leading  ASCII whitespace.
            """)
        type.method("rstrip", .positional(minimum: 0, maximum: 1, ByteChange.rstrip), "($self, bytes=None, /)", doc: """
            Strip trailing bytes contained in the argument.

            If the argument is omitted or None, strip trailing ASCII whitespace.
            """)
        type.method("center", .positional(minimum: 1, maximum: 2, ByteChange.center), "($self, width, fillchar=b' ', /)", doc: """
            Return a centered string of length width.

            Padding is done using the specified fill character.
            """)
        type.method("ljust", .positional(minimum: 1, maximum: 2, ByteChange.ljust), "($self, width, fillchar=b' ', /)", doc: """
            Return a left-justified string of length width.

            Padding is done using the specified fill character.
            """)
        type.method("rjust", .positional(minimum: 1, maximum: 2, ByteChange.rjust), "($self, width, fillchar=b' ', /)", doc: """
            Return a right-justified string of length width.

            Padding is done using the specified fill character.
            """)
        type.method("zfill", .one(ByteChange.zfill), "($self, width, /)", doc: """
            Pad a numeric string with zeros on the left, to fill a field of the given width.

            The original string is never truncated.
            """)
        type.method("expandtabs", .bound(ByteChange.expandTabs), "($self, /, tabsize=8)", doc: """
            Return a copy where all tab characters are expanded using spaces.

            If tabsize is not given, a tab size of 8 characters is assumed.
            """)
        type.method("hex", .bound { (self, arguments) throws(Raised) -> Ref in
            // Held: finding the separator's length may run code that changes a bytearray.
            try ByteHex.hex(ByteText(self), arguments[0], arguments[1])
        }, "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", doc: """
            Create a string of hexadecimal numbers from a bytes object.

              sep
                An optional single character or byte to separate hex bytes.
              bytes_per_sep
                How many bytes between separators.  Positive values count from the
                right, negative values count from the left.

            Example:
            >>> value = b'\\xb9\\x01\\xef'
            >>> value.hex()
            'b901ef'
            >>> value.hex(':')
            'b9:01:ef'
            >>> value.hex(':', 2)
            'b9:01ef'
            >>> value.hex(':', -2)
            'b901:ef'
            """)
        type.method("decode", .bound { (self, arguments) throws(Raised) -> Ref in
            let (encoding, errors) = (arguments[0], arguments[1])
            if !encoding.isNull && !StrObject.isInstance(encoding) { throw TextArguments.wrongType("decode", named: "encoding", "str", encoding) }
            if !errors.isNull && !StrObject.isInstance(errors) { throw TextArguments.wrongType("decode", named: "errors", "str", errors) }
            return try Codecs.decode(self, encoding, errors)
        }, "($self, /, encoding='utf-8', errors='strict')", doc: """
            Decode the bytes using the codec registered for encoding.

              encoding
                The encoding with which to decode the bytes.
              errors
                The error handling scheme to use for the handling of decoding errors.
                The default is 'strict' meaning that decoding errors raise a
                UnicodeDecodeError. Other possible values are 'ignore' and 'replace'
                as well as any other name registered with codecs.register_error that
                can handle UnicodeDecodeErrors.
            """)
    }
    nonisolated(unsafe) private static let translateParameters = BoundParameters("(table, /, delete=b'')")

    private static func describeCase(_ type: TypeBuilder) {
        type.method("upper", .noArguments(ByteChange.upper), nil, doc: """
            B.upper() -> copy of B

            Return a copy of B with all ASCII characters converted to uppercase.
            """)
        type.method("lower", .noArguments(ByteChange.lower), nil, doc: """
            B.lower() -> copy of B

            Return a copy of B with all ASCII characters converted to lowercase.
            """)
        type.method("swapcase", .noArguments(ByteChange.swapcase), nil, doc: """
            B.swapcase() -> copy of B

            Return a copy of B with uppercase ASCII characters converted
            to lowercase ASCII and vice versa.
            """)
        type.method("capitalize", .noArguments(ByteChange.capitalize), nil, doc: """
            B.capitalize() -> copy of B

            Return a copy of B with only its first character capitalized (ASCII)
            and the rest lower-cased.
            """)
        type.method("title", .noArguments(ByteChange.title), nil, doc: """
            B.title() -> copy of B

            Return a titlecased version of B, i.e. ASCII words start with uppercase
            characters, all remaining cased characters have lowercase.
            """)
        type.method("isalpha", .noArguments(ByteChange.isAlpha), nil, doc: """
            B.isalpha() -> bool

            Return True if all characters in B are ASCII alphabetic
            and there is at least one character in B, False otherwise.
            """)
        type.method("isalnum", .noArguments(ByteChange.isAlnum), nil, doc: """
            B.isalnum() -> bool

            Return True if all characters in B are ASCII alphanumeric
            and there is at least one character in B, False otherwise.
            """)
        type.method("isascii", .noArguments(ByteChange.isASCII), nil, doc: """
            B.isascii() -> bool

            Return True if B is empty or all characters in B are ASCII,
            False otherwise.
            """)
        type.method("isdigit", .noArguments(ByteChange.isDigit), nil, doc: """
            B.isdigit() -> bool

            Return True if all characters in B are ASCII digits
            and there is at least one character in B, False otherwise.
            """)
        type.method("isspace", .noArguments(ByteChange.isSpace), nil, doc: """
            B.isspace() -> bool

            Return True if all characters in B are ASCII whitespace
            and there is at least one character in B, False otherwise.
            """)
        type.method("isupper", .noArguments(ByteChange.isUpper as (Value) throws(Raised) -> Ref), nil, doc: """
            B.isupper() -> bool

            Return True if there is at least one uppercase ASCII character in B and
            all cased ASCII characters are uppercase, False otherwise.
            """)
        type.method("islower", .noArguments(ByteChange.isLower as (Value) throws(Raised) -> Ref), nil, doc: """
            B.islower() -> bool

            Return True if there is at least one lowercase ASCII character in B and
            all cased ASCII characters are lowercase, False otherwise.
            """)
        type.method("istitle", .noArguments(ByteChange.isTitle), nil, doc: """
            B.istitle() -> bool

            Return True if B is a titlecased string and there is at least one
            character in B, i.e. uppercase characters may only follow uncased
            characters and lowercase characters only cased ones. Return False
            otherwise.
            """)
    }
}

extension BoundParameters {
    /// Binds arguments and calls `body` with one a parameter.
    func call(_ arguments: Arguments, _ name: StaticString, _ body: (Arguments) throws(Raised) -> Ref) throws(Raised) -> Ref {
        let total = names.count
        return try withValues(total) { (slots) throws(Raised) -> Ref in
            try self.bind(arguments, into: slots, function: name)
            return try body(Arguments(slots, count: total))
        }
    }
}

/// The arguments of bytes() and bytearray().
struct ByteSource {
    var value = Value.null
    var encoding = Value.null
    var errors = Value.null

    static func arguments(_ arguments: Arguments, _ function: StaticString) throws(Raised) -> ByteSource {
        var source = ByteSource()
        let given = arguments.count + arguments.keywordCount
        if given > 3 {
            throw raise(.typeError, "\(function)() takes at most 3 \(arguments.count == 0 ? "keyword " : "")arguments (\(given) given)")
        }
        if arguments.count > 0 { source.value = arguments[0] }
        if arguments.count > 1 { source.encoding = arguments[1] }
        if arguments.count > 2 { source.errors = arguments[2] }
        for index in 0..<arguments.keywordCount {
            let name = arguments.keywordName(index)
            let value = arguments.keywordValue(index)
            let place = StrObject.equals(name, "source") ? 0 : StrObject.equals(name, "encoding") ? 1 : StrObject.equals(name, "errors") ? 2 : -1
            if place < 0 { throw raise(.typeError, "'\(text(name))' is an invalid keyword argument for \(function)()") }
            if place < arguments.count { throw raise(.typeError, "argument for \(function)() given by name ('\(text(name))') and position (\(place + 1))") }
            switch place {
            case 0: source.value = value
            case 1: source.encoding = value
            default: source.errors = value
            }
        }
        if !source.encoding.isNull && !StrObject.isInstance(source.encoding) {
            throw TextArguments.wrongType(function, named: "encoding", "str", source.encoding)
        }
        if !source.errors.isNull && !StrObject.isInstance(source.errors) {
            throw TextArguments.wrongType(function, named: "errors", "str", source.errors)
        }
        return source
    }
    /// Without a source there may be nothing else.
    func checkAlone() throws(Raised) {
        if !encoding.isNull { throw raise(.typeError, "encoding without a string argument") }
        if !errors.isNull { throw raise(.typeError, "errors without a string argument") }
    }
    /// The length that an object with `__index__` asks for; nil if its `__index__` says TypeError.
    static func length(_ value: Value) throws(Raised) -> Int? {
        do throws(Raised) { return try Index.of(value, .overflowError) } catch {
            if PendingException.clear(if: .typeError) { return nil }
            throw error
        }
    }
    /// The bytes of a buffer of any layout, in C order.
    static func contiguous(_ value: Value) throws(Raised) -> Ref {
        if MemoryViewObject.isInstance(value) { return try MemoryViewObject.bytes(value) }
        let view = try BytesView(value)
        return try BytesObject.make(view.bytes, view.count)
    }
}

/// BytesWarning, given under `-b`.
enum BytesWarnings {
    static func conversion(_ type: StaticString) throws(Raised) {
        if Py_BytesWarningFlag != 0 { try Warnings.warn(.bytesWarning, "str() on a \(type) instance") }
    }
    static func comparison(_ a: Value, _ b: Value) throws(Raised) {
        if StrObject.isInstance(a) || StrObject.isInstance(b) { try Warnings.warn(.bytesWarning, "Comparison between bytes and string") }
        if IntObject.isInstance(a) || IntObject.isInstance(b) { try Warnings.warn(.bytesWarning, "Comparison between bytes and int") }
    }
}
