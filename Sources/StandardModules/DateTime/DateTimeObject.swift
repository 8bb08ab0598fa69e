// datetime: storage, construction, comparison, arithmetic.

import CPythonABI
import Runtime

enum DateTimeObject {
    private static let size = 48
    private static let shortSize = 40
    private static let data = 25
    static let names: [StaticString] = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"]
    private static let parameters = DateTimeParameters(nil, names, required: 3, keywordOnly: 1)

    static let type: TypePointer = NativeType.make("datetime.datetime", base: DateObject.type, size: size, flags: Py_TPFLAGS_BASETYPE) { type in
        type.doc(DateTimeDocs.datetime)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let self_ = Value(object)
            let hasZone = DateTimeObject.hasZone(self_)
            if hasZone { self_.cast(to: Value.self)[5].release() }
            DateTimeInstances.free(object, exact: DateTimeObject.type, size: hasZone ? DateTimeObject.size : DateTimeObject.shortSize)
        }
        type.slots.new = new
        type.slots.repr = { (self) throws(Raised) -> Ref in
            var text = "\(self.type.name)(\(DateObject.year(self)), \(DateObject.month(self)), \(DateObject.day(self)), \(hour(self)), \(minute(self))"
            if second(self) != 0 || microsecond(self) != 0 { text += ", \(second(self))" }
            if microsecond(self) != 0 { text += ", \(microsecond(self))" }
            if fold(self) != 0 { text += ", fold=1" }
            if hasZone(self) { text += ", tzinfo=\(try Repr.string(zone(self)))" }
            return StrObject.make(text + ")")
        }
        type.slots.str = { (self) throws(Raised) -> Ref in
            let space = StrObject.intern(" ")
            return try Call.method(self, DateTimeNames.isoFormat, space.value)
        }
        type.slots.hash = hash
        type.slots.compare = compare
        type.slots.binary[BinaryOperation.add.rawValue] = { (a, b) throws(Raised) -> Ref in
            let (time, delta) = isInstance(a) ? (a, b) : (b, a)
            guard isInstance(time), DeltaObject.isInstance(delta) else { return .notImplemented }
            return try shifted(time, delta, 1)
        }
        type.slots.binary[BinaryOperation.subtract.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(a) else { return .notImplemented }
            if isInstance(b) { return try difference(a, b) }
            guard DeltaObject.isInstance(b) else { return .notImplemented }
            return try shifted(a, b, -1)
        }
        type.getter("hour") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: hour(self))) }
        type.getter("minute") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: minute(self))) }
        type.getter("second") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: second(self))) }
        type.getter("microsecond") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: microsecond(self))) }
        type.getter("tzinfo") { (self) throws(Raised) -> Ref in Ref(zone(self)) }
        type.getter("fold") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: fold(self))) }
        DateTimeMethods.describe(type)
        DateTimeMethods.describeConstructors(type)
    }

    @inline(__always) static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: type) }
    @inline(__always) static func hour(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[29]) }
    @inline(__always) static func minute(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[30]) }
    @inline(__always) static func second(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[31]) }
    @inline(__always) static func microsecond(_ self: Value) -> Int {
        let bytes = self.cast(to: UInt8.self)
        return Int(bytes[32]) << 16 | Int(bytes[33]) << 8 | Int(bytes[34])
    }
    @inline(__always) static func fold(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[35]) }
    @inline(__always) static func hasZone(_ self: Value) -> Bool { self.cast(to: UInt8.self)[24] != 0 }
    /// The zone or None, borrowed.
    @inline(__always) static func zone(_ self: Value) -> Value { hasZone(self) ? self.cast(to: Value.self)[5] : .none }
    static func secondOfDay(_ self: Value) -> Int { hour(self) * 3600 + minute(self) * 60 + second(self) }
    static func bytes(_ self: Value) throws(Raised) -> Ref { try BytesObject.make(self.cast(to: UInt8.self) + data, 10) }
    /// Seconds since the beginning of year 1, as the clock shows them.
    static func secondsTotal(_ self: Value) -> Int { DateObject.ordinal(self) * 86400 + secondOfDay(self) }

    static func offset(_ self: Value) throws(Raised) -> Ref { try TimeZoneInfo.delta(zone(self), TimeZoneInfo.utcOffsetName, self) }
    static func saving(_ self: Value) throws(Raised) -> Ref { try TimeZoneInfo.delta(zone(self), TimeZoneInfo.dstName, self) }

    // MARK: Making

    /// The parts of a datetime, but for its zone.
    struct Parts {
        var year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, microsecond = 0, fold = 0

        init() {}
        init(_ self_: Value) {
            (year, month, day) = (DateObject.year(self_), DateObject.month(self_), DateObject.day(self_))
            (hour, minute, second) = (DateTimeObject.hour(self_), DateTimeObject.minute(self_), DateTimeObject.second(self_))
            (microsecond, fold) = (DateTimeObject.microsecond(self_), DateTimeObject.fold(self_))
        }
        /// Of seconds since the beginning of year 1 (day 1 being 86400).
        init?(seconds: Int, microsecond: Int) {
            let ordinal = DeltaObject.floorDivide(seconds, 86400)
            guard ordinal >= 1 && ordinal <= CivilCalendar.lastOrdinal else { return nil }
            (year, month, day) = CivilCalendar.date(ordinal)
            let rest = seconds - ordinal * 86400
            (hour, minute, second, self.microsecond) = (rest / 3600, rest / 60 % 60, rest % 60, microsecond)
        }
    }
    static func make(_ parts: Parts, _ zone: Value, _ type: TypePointer = type) throws(Raised) -> Ref {
        try DateTimeNumbers.checkDate(parts.year, parts.month, parts.day)
        try DateTimeNumbers.checkTime(parts.hour, parts.minute, parts.second, parts.microsecond, parts.fold)
        try TimeZoneInfo.check(zone)
        return try makeUnchecked(parts, zone, type)
    }
    /// Every part has a byte of its own or more: a state that somebody made up gives a strange datetime, no failure.
    private static func makeUnchecked(_ parts: Parts, _ zone: Value, _ type: TypePointer) throws(Raised) -> Ref {
        let result = try DateTimeInstances.allocate(type, exact: self.type, size: zone.isNone ? shortSize : size)
        DateObject.store(result.value, parts.year, parts.month, parts.day)
        let bytes = result.value.cast(to: UInt8.self)
        bytes[29] = UInt8(truncatingIfNeeded: parts.hour)
        bytes[30] = UInt8(truncatingIfNeeded: parts.minute)
        bytes[31] = UInt8(truncatingIfNeeded: parts.second)
        bytes[32] = UInt8(truncatingIfNeeded: parts.microsecond >> 16)
        bytes[33] = UInt8(truncatingIfNeeded: parts.microsecond >> 8)
        bytes[34] = UInt8(truncatingIfNeeded: parts.microsecond)
        bytes[35] = UInt8(truncatingIfNeeded: parts.fold)
        if !zone.isNone {
            bytes[24] = 1
            result.value.cast(to: Value.self)[5] = Ref(zone).take()
        }
        return result
    }
    /// A new datetime of a class, which is called unless it is `datetime` itself.
    static func construct(_ type: Value, _ parts: Parts, _ zone: Value) throws(Raised) -> Ref {
        if type === self.type.value { return try make(parts, zone) }
        return try withValues(9) { (room) throws(Raised) -> Ref in
            let numbers = (parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second, parts.microsecond)
            room[0] = Value(smallInt: numbers.0)
            room[1] = Value(smallInt: numbers.1)
            room[2] = Value(smallInt: numbers.2)
            room[3] = Value(smallInt: numbers.3)
            room[4] = Value(smallInt: numbers.4)
            room[5] = Value(smallInt: numbers.5)
            room[6] = Value(smallInt: numbers.6)
            room[7] = zone
            if parts.fold == 0 { return try Call.call(type, Arguments(room, count: 8)) }
            room[8] = Value(smallInt: parts.fold)
            let name = StrObject.intern("fold")
            let names = TupleObject.make(name.value)
            return try Call.call(type, Arguments(room, count: 8, keywordNames: names.value))
        }
    }

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        // The state of a pickle: ten bytes, of which the third is a month, and perhaps the zone.
        if arguments.keywordCount == 0 && (arguments.count == 1 || arguments.count == 2) {
            let state = arguments[0]
            let zone = arguments.count == 2 ? arguments[1] : .none
            if BytesObject.isInstance(state), BytesObject.count(state) == 10, (BytesObject.data(state)[2] & 0x7F) &- 1 < 12 {
                return try fromState(type, BytePointer(BytesObject.data(state)), zone)
            }
            if StrObject.isInstance(state), StrObject.length(state) == 10, (StrObject.character(state, 2) & 0x7F) &- 1 < 12 {
                let bytes = try DateTimeState.latin1(state, "datetime")
                return try fromState(type, BytePointer(BytesObject.data(bytes.value)), zone)
            }
        }
        return try parameters.withBound(arguments) { (a) throws(Raised) -> Ref in
            try make(try parts(a, Parts()), a[7].isNull ? .none : a[7], type)
        }
    }
    /// Parts out of arguments, or else as they are.
    static func parts(_ a: Arguments, _ fallback: Parts) throws(Raised) -> Parts {
        var result = Parts()
        result.year = try DateTimeNumbers.int(a[0], fallback.year)
        result.month = try DateTimeNumbers.int(a[1], fallback.month)
        result.day = try DateTimeNumbers.int(a[2], fallback.day)
        result.hour = try DateTimeNumbers.int(a[3], fallback.hour)
        result.minute = try DateTimeNumbers.int(a[4], fallback.minute)
        result.second = try DateTimeNumbers.int(a[5], fallback.second)
        result.microsecond = try DateTimeNumbers.int(a[6], fallback.microsecond)
        result.fold = try DateTimeNumbers.int(a[8], fallback.fold)
        return result
    }
    private static func fromState(_ type: TypePointer, _ bytes: BytePointer, _ zone: Value) throws(Raised) -> Ref {
        guard zone.isNone || TimeZoneInfo.isInstance(zone) else { throw raise(.typeError, "bad tzinfo state arg") }
        var parts = Parts()
        (parts.year, parts.month, parts.day) = (Int(bytes[0]) << 8 | Int(bytes[1]), Int(bytes[2] & 0x7F), Int(bytes[3]))
        (parts.hour, parts.minute, parts.second) = (Int(bytes[4]), Int(bytes[5]), Int(bytes[6]))
        parts.microsecond = Int(bytes[7]) << 16 | Int(bytes[8]) << 8 | Int(bytes[9])
        parts.fold = Int(bytes[2] >> 7)
        return try makeUnchecked(parts, zone, type)
    }

    // MARK: Arithmetic

    /// A datetime later by `sign` times a delta, in the same zone.
    static func shifted(_ self: Value, _ delta: Value, _ sign: Int) throws(Raised) -> Ref {
        var seconds = secondsTotal(self) + sign * (DeltaObject.days(delta) * 86400 + DeltaObject.seconds(delta))
        var microseconds = microsecond(self) + sign * DeltaObject.microseconds(delta)
        if microseconds < 0 {
            microseconds += 1_000_000
            seconds -= 1
        } else if microseconds >= 1_000_000 {
            microseconds -= 1_000_000
            seconds += 1
        }
        guard let parts = Parts(seconds: seconds, microsecond: microseconds) else { throw raise(.overflowError, "date value out of range") }
        return try construct(self.type.value, parts, zone(self))
    }
    private static func difference(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        var mine = Ref.null
        var theirs = Ref.null
        if zone(a) !== zone(b) {
            mine = try offset(a)
            theirs = try offset(b)
            if mine.isNull != theirs.isNull { throw raise(.typeError, "can't subtract offset-naive and offset-aware datetimes") }
        }
        var seconds = secondsTotal(a) - secondsTotal(b)
        var microseconds = microsecond(a) - microsecond(b)
        if !mine.isNull {
            seconds += DeltaObject.secondsTotal(theirs.value) - DeltaObject.secondsTotal(mine.value)
            microseconds += DeltaObject.microseconds(theirs.value) - DeltaObject.microseconds(mine.value)
        }
        return try DeltaObject.make(0, seconds, microseconds)
    }

    // MARK: Comparison

    private static func order(_ a: Value, _ b: Value) -> Int {
        let (x, y) = (a.cast(to: UInt8.self), b.cast(to: UInt8.self))
        for index in data..<data + 10 where x[index] != y[index] { return x[index] < y[index] ? -1 : 1 }
        return 0
    }
    /// Whether the offset depends on the fold: such a time equals none of another zone.
    private static func isProblematic(_ self: Value, _ offset: Value) throws(Raised) -> Bool {
        var parts = Parts(self)
        parts.fold = 1 - parts.fold
        let flipped = try make(parts, zone(self))
        let other = try DateTimeObject.offset(flipped.value)
        if offset.isNull || other.isNull { return offset.isNull != other.isNull }
        return DeltaObject.order(offset, other.value) != 0
    }
    private static let compare: CompareSlot = { (self, other, operation) throws(Raised) -> Ref in
        guard isInstance(other) else {
            // A date is no moment: never equal, and without order.
            if DateObject.isInstance(other) {
                if operation == .equal { return .bool(false) }
                if operation == .notEqual { return .bool(true) }
                throw raise(.typeError, "can't compare \(self.type.name) to \(other.type.name)")
            }
            return .notImplemented
        }
        if zone(self) === zone(other) { return .bool(operation.holds(order(self, other), 0)) }
        let mine = try offset(self)
        let theirs = try offset(other)
        let isEquality = operation == .equal || operation == .notEqual
        let sameOffset = mine.isNull && theirs.isNull || (!mine.isNull && !theirs.isNull && DeltaObject.order(mine.value, theirs.value) == 0)
        if sameOffset {
            var result = order(self, other)
            if isEquality && result == 0 {
                let a = try isProblematic(self, mine.value)
                let b = a ? true : try isProblematic(other, theirs.value)
                if b { result = 1 }
            }
            return .bool(operation.holds(result, 0))
        }
        if !mine.isNull && !theirs.isNull {
            var seconds = secondsTotal(self) - secondsTotal(other)
            seconds += DeltaObject.secondsTotal(theirs.value) - DeltaObject.secondsTotal(mine.value)
            let microseconds = microsecond(self) - microsecond(other) + DeltaObject.microseconds(theirs.value) - DeltaObject.microseconds(mine.value)
            var result = seconds * 1_000_000 + microseconds
            if isEquality && result == 0 {
                let a = try isProblematic(self, mine.value)
                let b = a ? true : try isProblematic(other, theirs.value)
                if b { result = 1 }
            }
            return .bool(operation.holds(result, 0))
        }
        if operation == .equal { return .bool(false) }
        if operation == .notEqual { return .bool(true) }
        throw raise(.typeError, "can't compare offset-naive and offset-aware datetimes")
    }
    private static let hash: HashSlot = { (self) throws(Raised) -> Int in
        let words = self.cast(to: Int.self)
        if words[2] != -1 { return words[2] }
        var plain = Ref(self)
        if fold(self) != 0 {
            var parts = Parts(self)
            parts.fold = 0
            plain = try make(parts, zone(self))
        }
        let offset = try offset(plain.value)
        let result: Int
        if offset.isNull {
            result = try DateTimeNumbers.hash(BytePointer(self.cast(to: UInt8.self) + data), 10)
        } else {
            let whole = try DeltaObject.make(DateObject.ordinal(self), secondOfDay(self), microsecond(self))
            let delta = try DeltaArithmetic.subtract(whole.value, offset.value)
            result = try Hash.of(delta.value)
        }
        words[2] = result
        return result
    }
}
