// date: storage, construction, methods.

import CPythonABI
import Glibc
import Runtime

enum DateObject {
    private static let size = 32
    /// Where the bytes of the date begin, as in pickles.
    private static let data = 25
    private static let parameters = DateTimeParameters(nil, ["year", "month", "day"], required: 3)
    private static let replaceParameters = DateTimeParameters("replace", ["year", "month", "day"])
    private static let isoParameters = DateTimeParameters("fromisocalendar", ["year", "week", "day"], required: 3)

    static let type: TypePointer = NativeType.make("datetime.date", base: PyBaseObject_TypePointer(), size: size, flags: Py_TPFLAGS_BASETYPE) { type in
        type.doc(DateTimeDocs.date)
        type.type.pointee.tp_dealloc = { object in
            if let object { DateTimeInstances.free(object, exact: DateObject.type, size: DateObject.size) }
        }
        type.slots.new = new
        type.slots.repr = { (self) throws(Raised) -> Ref in StrObject.make("\(self.type.name)(\(year(self)), \(month(self)), \(day(self)))") }
        type.slots.str = { (self) throws(Raised) -> Ref in try Call.method(self, DateTimeNames.isoFormat) }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let words = self.cast(to: Int.self)
            if words[2] == -1 { words[2] = try DateTimeNumbers.hash(BytePointer(self.cast(to: UInt8.self) + data), 4) }
            return words[2]
        }
        type.slots.compare = compare
        type.slots.binary[BinaryOperation.add.rawValue] = { (a, b) throws(Raised) -> Ref in
            if DateTimeObject.isInstance(a) || DateTimeObject.isInstance(b) { return .notImplemented }
            let (date, delta) = isInstance(a) ? (a, b) : (b, a)
            guard isInstance(date), DeltaObject.isInstance(delta) else { return .notImplemented }
            return try shifted(date, DeltaObject.days(delta))
        }
        type.slots.binary[BinaryOperation.subtract.rawValue] = { (a, b) throws(Raised) -> Ref in
            if DateTimeObject.isInstance(a) || DateTimeObject.isInstance(b) { return .notImplemented }
            guard isInstance(a) else { return .notImplemented }
            if isInstance(b) { return try DeltaObject.make(ordinal(a) - ordinal(b), 0, 0) }
            guard DeltaObject.isInstance(b) else { return .notImplemented }
            return try shifted(a, -DeltaObject.days(b))
        }
        type.getter("year") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: year(self))) }
        type.getter("month") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: month(self))) }
        type.getter("day") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: day(self))) }
        describeClassMethods(type)
        describeMethods(type)
    }

    static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: type) }
    @inline(__always) static func year(_ self: Value) -> Int {
        let bytes = self.cast(to: UInt8.self)
        return Int(bytes[25]) << 8 | Int(bytes[26])
    }
    @inline(__always) static func month(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[27]) }
    @inline(__always) static func day(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[28]) }
    static func ordinal(_ self: Value) -> Int { CivilCalendar.ordinal(year(self), month(self), day(self)) }

    // MARK: Making

    /// Writes a date into the head of a date or datetime.
    static func store(_ object: Value, _ year: Int, _ month: Int, _ day: Int) {
        object.cast(to: Int.self)[2] = -1
        let bytes = object.cast(to: UInt8.self)
        bytes[24] = 0
        bytes[25] = UInt8(truncatingIfNeeded: year >> 8)
        bytes[26] = UInt8(truncatingIfNeeded: year)
        bytes[27] = UInt8(truncatingIfNeeded: month)
        bytes[28] = UInt8(truncatingIfNeeded: day)
    }
    /// A new date of a type, which is made without its constructor.
    static func make(_ year: Int, _ month: Int, _ day: Int, _ type: TypePointer = type) throws(Raised) -> Ref {
        try DateTimeNumbers.checkDate(year, month, day)
        let result = try DateTimeInstances.allocate(type, exact: self.type, size: size)
        store(result.value, year, month, day)
        return result
    }
    /// A new date of a class, which is called unless it is `date` itself.
    static func construct(_ type: Value, _ year: Int, _ month: Int, _ day: Int) throws(Raised) -> Ref {
        if type === self.type.value { return try make(year, month, day) }
        return try Call.call(type, Value(smallInt: year), Value(smallInt: month), Value(smallInt: day))
    }
    private static func shifted(_ self: Value, _ days: Int) throws(Raised) -> Ref {
        let ordinal = ordinal(self) + days
        guard ordinal >= 1 && ordinal <= CivilCalendar.lastOrdinal else { throw raise(.overflowError, "date value out of range") }
        let (year, month, day) = CivilCalendar.date(ordinal)
        return try construct(self.type.value, year, month, day)
    }

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        // The state of a pickle: four bytes, of which the third is a month.
        if arguments.count == 1 && arguments.keywordCount == 0 {
            let state = arguments[0]
            if BytesObject.isInstance(state), BytesObject.count(state) == 4, BytesObject.data(state)[2] &- 1 < 12 {
                return try fromState(type, BytePointer(BytesObject.data(state)))
            }
            if StrObject.isInstance(state), StrObject.length(state) == 4, StrObject.character(state, 2) &- 1 < 12 {
                let bytes = try DateTimeState.latin1(state, "date")
                return try fromState(type, BytePointer(BytesObject.data(bytes.value)))
            }
        }
        return try parameters.withBound(arguments) { (a) throws(Raised) -> Ref in
            let year = try DateTimeNumbers.int(a[0], 0)
            let month = try DateTimeNumbers.int(a[1], 0)
            return try make(year, month, try DateTimeNumbers.int(a[2], 0), type)
        }
    }
    private static func fromState(_ type: TypePointer, _ bytes: BytePointer) throws(Raised) -> Ref {
        let result = try DateTimeInstances.allocate(type, exact: self.type, size: size)
        store(result.value, Int(bytes[0]) << 8 | Int(bytes[1]), Int(bytes[2]), Int(bytes[3]))
        return result
    }

    private static let compare: CompareSlot = { (self, other, operation) throws(Raised) -> Ref in
        // A datetime that is to be compared with one as such says so itself, first.
        guard isInstance(other) else { return .notImplemented }
        let a = year(self) << 16 | month(self) << 8 | day(self)
        let b = year(other) << 16 | month(other) << 8 | day(other)
        return .bool(operation.holds(a, b))
    }

    // MARK: Methods

    private static func describeClassMethods(_ type: TypeBuilder) {
        type.classMethod("today", .noArguments { (type) throws(Raised) -> Ref in
            let time = try PickleGlobals.module("time")
            let now = try Call.method(time.value, DateTimeNames.time)
            return try Call.method(type, DateTimeNames.fromTimestamp, now.value)
        }, nil, doc: DateTimeDocs.date_today.doc)
        type.classMethod("fromtimestamp", .one { (type, timestamp) throws(Raised) -> Ref in try fromTimestamp(type, timestamp) },
            DateTimeDocs.date_fromtimestamp.signature, doc: DateTimeDocs.date_fromtimestamp.doc)
        type.classMethod("fromordinal", .parsed(named: true, minimum: 1, maximum: 1) { (type, arguments) throws(Raised) -> Ref in
            let number = arguments[0]
            let ordinal = try DateTimeNumbers.int(number, 0)
            if ordinal < 1 { throw raise(.valueError, "ordinal must be >= 1") }
            // Beyond the last year the year is what is wrong.
            if ordinal > CivilCalendar.lastOrdinal {
                throw raise(.valueError, "year \(CivilCalendar.date(ordinal).year) is out of range")
            }
            let (year, month, day) = CivilCalendar.date(ordinal)
            return try construct(type, year, month, day)
        }, nil, doc: DateTimeDocs.date_fromordinal.doc)
        type.classMethod("fromisoformat", .one { (type, string) throws(Raised) -> Ref in
            guard StrObject.isInstance(string) else { throw raise(.typeError, "fromisoformat: argument must be str") }
            let parser = IsoParser(string)
            let date: (Int, Int, Int)
            do throws(IsoParser.Malformed) { date = try parser.date(parser.count) } catch { throw try IsoParser.fail(string) }
            return try construct(type, date.0, date.1, date.2)
        }, nil, doc: DateTimeDocs.date_fromisoformat.doc)
        type.classMethod("fromisocalendar", .raw { (type, arguments) throws(Raised) -> Ref in
            try isoParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                let year = try isoNumber(a[0]), week = try isoNumber(a[1]), day = try isoNumber(a[2])
                let ordinal: Int
                do throws(CivilCalendar.WeekError) { ordinal = try CivilCalendar.ordinal(isoYear: year, week: week, weekday: day) } catch {
                    switch error {
                    case .year: throw raise(.valueError, "Year is out of range: \(year)")
                    case .week: throw raise(.valueError, "Invalid week: \(week)")
                    case .day: throw raise(.valueError, "Invalid day: \(day) (range is [1, 7])")
                    }
                }
                guard ordinal >= 1 && ordinal <= CivilCalendar.lastOrdinal else {
                    throw raise(.valueError, "year \(ordinal < 1 ? 0 : 10000) is out of range")
                }
                let date = CivilCalendar.date(ordinal)
                return try construct(type, date.year, date.month, date.day)
            }
        }, nil, doc: DateTimeDocs.date_fromisocalendar.doc)
    }
    private static func isoNumber(_ value: Value) throws(Raised) -> Int {
        do throws(Raised) { return try DateTimeNumbers.int(value, 0) } catch {
            guard PendingException.clear(if: .overflowError) else { throw error }
            throw raise(.valueError, "ISO calendar component out of range")
        }
    }

    private static func fromTimestamp(_ type: Value, _ timestamp: Value) throws(Raised) -> Ref {
        var seconds = try Timestamps.whole(timestamp)
        var local = tm()
        errno = 0
        if localtime_r(&seconds, &local) == nil { throw Timestamps.osError() }
        return try construct(type, Int(local.tm_year) + 1900, Int(local.tm_mon) + 1, Int(local.tm_mday))
    }

    private static func describeMethods(_ type: TypeBuilder) {
        type.method("isoformat", .noArguments { (self) throws(Raised) -> Ref in
            var builder = StrBuilder()
            try IsoText.date(year(self), month(self), day(self), &builder)
            return try builder.finish()
        }, DateTimeDocs.date_isoformat)
        type.method("toordinal", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(ordinal(self)) }, DateTimeDocs.date_toordinal)
        type.method("weekday", .noArguments { (self) throws(Raised) -> Ref in IntObject.make((ordinal(self) + 6) % 7) }, DateTimeDocs.date_weekday)
        type.method("isoweekday", .noArguments { (self) throws(Raised) -> Ref in
            IntObject.make((ordinal(self) + 6) % 7 + 1)
        }, DateTimeDocs.date_isoweekday)
        type.method("isocalendar", .noArguments { (self) throws(Raised) -> Ref in
            let (isoYear, week, weekday) = CivilCalendar.isoCalendar(year(self), month(self), day(self))
            return IsoCalendarDate.make(isoYear, week, weekday)
        }, DateTimeDocs.date_isocalendar)
        type.method("ctime", .noArguments { (self) throws(Raised) -> Ref in
            try DateTimeFormat.ctime(year(self), month(self), day(self), 0, 0, 0)
        }, DateTimeDocs.date_ctime)
        type.method("timetuple", .noArguments { (self) throws(Raised) -> Ref in
            DateTimeFormat.timeTuple(year(self), month(self), day(self), 0, 0, 0, -1)
        }, DateTimeDocs.date_timetuple)
        type.method("strftime", .raw { (self, arguments) throws(Raised) -> Ref in
            try DateTimeFormat.parameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                // A subclass may say what its time is.
                try DateTimeFormat.format(self, a[0])
            }
        }, DateTimeDocs.date_strftime)
        type.method("__format__", .parsed(named: true, minimum: 1, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            try DateTimeFormat.dunder(self, arguments[0])
        }, DateTimeDocs.date___format__)
        type.method("replace", .raw { (self, arguments) throws(Raised) -> Ref in
            try replaceParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                let newYear = try DateTimeNumbers.int(a[0], year(self))
                let newMonth = try DateTimeNumbers.int(a[1], month(self))
                return try construct(self.type.value, newYear, newMonth, try DateTimeNumbers.int(a[2], day(self)))
            }
        }, DateTimeDocs.date_replace)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let bytes = try BytesObject.make(self.cast(to: UInt8.self) + data, 4)
            let state = TupleObject.make(bytes.value)
            return TupleObject.make(self.type.value, state.value)
        }, DateTimeDocs.date___reduce__)
    }
}

enum DateTimeNames {
    static let isoFormat = Names.make("isoformat"), time = Names.make("time"), fromTimestamp = Names.make("fromtimestamp")
    static let strftime = Names.make("strftime"), timeTuple = Names.make("timetuple"), reduce = Names.make("__reduce__")
}

/// What isocalendar() returns.
enum IsoCalendarDate {
    static let type: TypePointer = {
        let type = StructSequence.type(
            "datetime.IsoCalendarDate", doc: "The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n  ((year, week, weekday))\nor via the object attributes as named in the above tuple.",
            fields: [StructSequence.Field("year"), StructSequence.Field("week"), StructSequence.Field("weekday")], visible: 3)
        TypeBuilder(type).method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let plain = TupleObject.make(TupleObject.item(self, 0), TupleObject.item(self, 1), TupleObject.item(self, 2))
            let arguments = TupleObject.make(plain.value)
            return TupleObject.make(Value(pointer: PyTuple_TypePointer()), arguments.value)
        })
        return type
    }()
    static func make(_ year: Int, _ week: Int, _ weekday: Int) -> Ref {
        let result = StructSequence.make(type)
        StructSequence.setInt(result.value, 0, year)
        StructSequence.setInt(result.value, 1, week)
        StructSequence.setInt(result.value, 2, weekday)
        StructSequence.finish(result.value)
        return result
    }
}

/// States of pickles made by Python 2.
enum DateTimeState {
    static func latin1(_ state: Value, _ type: StaticString) throws(Raised) -> Ref {
        do throws(Raised) { return try Codecs.encode(state, .latin1, .null) } catch {
            guard PendingException.clear(if: .unicodeEncodeError) else { throw error }
            throw raise(
                .valueError,
                "Failed to encode latin1 string when unpickling a \(type) object. pickle.load(data, encoding='latin1') is assumed.")
        }
    }
}
