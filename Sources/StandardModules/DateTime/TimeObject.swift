// time: storage, construction, methods.

import CPythonABI
import Runtime

enum TimeObject {
    private static let size = 40
    private static let shortSize = 32
    private static let data = 25
    private static let parameters = DateTimeParameters(nil, ["hour", "minute", "second", "microsecond", "tzinfo", "fold"], keywordOnly: 1)
    private static let replaceParameters = DateTimeParameters(
        "replace", ["hour", "minute", "second", "microsecond", "tzinfo", "fold"], keywordOnly: 1)
    private static let isoParameters = DateTimeParameters("isoformat", ["timespec"])

    static let type: TypePointer = NativeType.make("datetime.time", base: PyBaseObject_TypePointer(), size: size, flags: Py_TPFLAGS_BASETYPE) { type in
        type.doc(DateTimeDocs.time)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let self_ = Value(object)
            let hasZone = TimeObject.hasZone(self_)
            if hasZone { self_.cast(to: Value.self)[4].release() }
            DateTimeInstances.free(object, exact: TimeObject.type, size: hasZone ? TimeObject.size : TimeObject.shortSize)
        }
        type.slots.new = new
        type.slots.repr = { (self) throws(Raised) -> Ref in
            var text = "\(self.type.name)(\(hour(self)), \(minute(self))"
            if second(self) != 0 || microsecond(self) != 0 { text += ", \(second(self))" }
            if microsecond(self) != 0 { text += ", \(microsecond(self))" }
            if !zone(self).isNone { text += ", tzinfo=\(try Repr.string(zone(self)))" }
            if fold(self) != 0 { text += ", fold=1" }
            return StrObject.make(text + ")")
        }
        type.slots.str = { (self) throws(Raised) -> Ref in try Call.method(self, DateTimeNames.isoFormat) }
        type.slots.hash = hash
        type.slots.compare = compare
        type.getter("hour") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: hour(self))) }
        type.getter("minute") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: minute(self))) }
        type.getter("second") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: second(self))) }
        type.getter("microsecond") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: microsecond(self))) }
        type.getter("tzinfo") { (self) throws(Raised) -> Ref in Ref(zone(self)) }
        type.getter("fold") { (self) throws(Raised) -> Ref in Ref(owned: Value(smallInt: fold(self))) }
        describeMethods(type)
    }

    static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: type) }
    @inline(__always) static func hour(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[25]) }
    @inline(__always) static func minute(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[26]) }
    @inline(__always) static func second(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[27]) }
    @inline(__always) static func microsecond(_ self: Value) -> Int {
        let bytes = self.cast(to: UInt8.self)
        return Int(bytes[28]) << 16 | Int(bytes[29]) << 8 | Int(bytes[30])
    }
    @inline(__always) static func fold(_ self: Value) -> Int { Int(self.cast(to: UInt8.self)[31]) }
    @inline(__always) static func hasZone(_ self: Value) -> Bool { self.cast(to: UInt8.self)[24] != 0 }
    /// The zone or None, borrowed.
    @inline(__always) static func zone(_ self: Value) -> Value { hasZone(self) ? self.cast(to: Value.self)[4] : .none }
    private static func word(_ self: Value) -> Int {
        hour(self) << 36 | minute(self) << 28 | second(self) << 20 | microsecond(self)
    }

    // MARK: Making

    static func make(
        _ hour: Int, _ minute: Int, _ second: Int, _ microsecond: Int, _ zone: Value, _ fold: Int, _ type: TypePointer = type
    ) throws(Raised) -> Ref {
        try DateTimeNumbers.checkTime(hour, minute, second, microsecond, fold)
        try TimeZoneInfo.check(zone)
        let result = try DateTimeInstances.allocate(type, exact: self.type, size: zone.isNone ? shortSize : size)
        result.value.cast(to: Int.self)[2] = -1
        let bytes = result.value.cast(to: UInt8.self)
        bytes[24] = zone.isNone ? 0 : 1
        bytes[25] = UInt8(truncatingIfNeeded: hour)
        bytes[26] = UInt8(truncatingIfNeeded: minute)
        bytes[27] = UInt8(truncatingIfNeeded: second)
        bytes[28] = UInt8(truncatingIfNeeded: microsecond >> 16)
        bytes[29] = UInt8(truncatingIfNeeded: microsecond >> 8)
        bytes[30] = UInt8(truncatingIfNeeded: microsecond)
        bytes[31] = UInt8(truncatingIfNeeded: fold)
        if !zone.isNone { result.value.cast(to: Value.self)[4] = Ref(zone).take() }
        return result
    }
    /// A new time of a class, which is called unless it is `time` itself.
    private static func construct(
        _ type: Value, _ hour: Int, _ minute: Int, _ second: Int, _ microsecond: Int, _ zone: Value, _ fold: Int
    ) throws(Raised) -> Ref {
        if type === self.type.value { return try make(hour, minute, second, microsecond, zone, fold) }
        return try withValues(6) { (room) throws(Raised) -> Ref in
            room[0] = Value(smallInt: hour)
            room[1] = Value(smallInt: minute)
            room[2] = Value(smallInt: second)
            room[3] = Value(smallInt: microsecond)
            room[4] = zone
            if fold == 0 { return try Call.call(type, Arguments(room, count: 5)) }
            room[5] = Value(smallInt: fold)
            let name = StrObject.intern("fold")
            let names = TupleObject.make(name.value)
            return try Call.call(type, Arguments(room, count: 5, keywordNames: names.value))
        }
    }

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        // The state of a pickle: six bytes, of which the first is an hour, and perhaps the zone.
        if arguments.keywordCount == 0 && (arguments.count == 1 || arguments.count == 2) {
            let state = arguments[0]
            let zone = arguments.count == 2 ? arguments[1] : .none
            if BytesObject.isInstance(state), BytesObject.count(state) == 6, BytesObject.data(state)[0] & 0x7F < 24 {
                return try fromState(type, BytePointer(BytesObject.data(state)), zone)
            }
            if StrObject.isInstance(state), StrObject.length(state) == 6, StrObject.character(state, 0) & 0x7F < 24 {
                let bytes = try DateTimeState.latin1(state, "time")
                return try fromState(type, BytePointer(BytesObject.data(bytes.value)), zone)
            }
        }
        return try parameters.withBound(arguments) { (a) throws(Raised) -> Ref in
            let hour = try DateTimeNumbers.int(a[0], 0), minute = try DateTimeNumbers.int(a[1], 0)
            let second = try DateTimeNumbers.int(a[2], 0), microsecond = try DateTimeNumbers.int(a[3], 0)
            return try make(hour, minute, second, microsecond, a[4].isNull ? .none : a[4], try DateTimeNumbers.int(a[5], 0), type)
        }
    }
    private static func fromState(_ type: TypePointer, _ bytes: BytePointer, _ zone: Value) throws(Raised) -> Ref {
        guard zone.isNone || TimeZoneInfo.isInstance(zone) else { throw raise(.typeError, "bad tzinfo state arg") }
        let fold = Int(bytes[0] >> 7)
        return try make(
            Int(bytes[0] & 0x7F), Int(bytes[1]), Int(bytes[2]), Int(bytes[3]) << 16 | Int(bytes[4]) << 8 | Int(bytes[5]), zone, fold, type)
    }

    // MARK: Comparison

    private static func offset(_ self: Value) throws(Raised) -> Ref {
        try TimeZoneInfo.delta(zone(self), TimeZoneInfo.utcOffsetName, .none)
    }
    /// Microseconds of the day, less the offset.
    private static func moment(_ self: Value, _ offset: Value) -> Int {
        let own = (hour(self) * 3600 + minute(self) * 60 + second(self)) * 1_000_000 + microsecond(self)
        return own - DeltaObject.secondsTotal(offset) * 1_000_000 - DeltaObject.microseconds(offset)
    }
    private static let compare: CompareSlot = { (self, other, operation) throws(Raised) -> Ref in
        guard isInstance(other) else { return .notImplemented }
        if zone(self) === zone(other) { return .bool(operation.holds(word(self), word(other))) }
        let mine = try offset(self)
        let theirs = try offset(other)
        let sameOffset = mine.isNull && theirs.isNull || (!mine.isNull && !theirs.isNull && DeltaObject.order(mine.value, theirs.value) == 0)
        if sameOffset { return .bool(operation.holds(word(self), word(other))) }
        if !mine.isNull && !theirs.isNull { return .bool(operation.holds(moment(self, mine.value), moment(other, theirs.value))) }
        if operation == .equal { return .bool(false) }
        if operation == .notEqual { return .bool(true) }
        throw raise(.typeError, "can't compare offset-naive and offset-aware times")
    }
    private static let hash: HashSlot = { (self) throws(Raised) -> Int in
        let words = self.cast(to: Int.self)
        if words[2] != -1 { return words[2] }
        // Both times of a fold hash alike.
        var plain = Ref(self)
        if fold(self) != 0 {
            plain = try make(hour(self), minute(self), second(self), microsecond(self), zone(self), 0)
        }
        let offset = try offset(plain.value)
        let result: Int
        if offset.isNull {
            result = try DateTimeNumbers.hash(BytePointer(self.cast(to: UInt8.self) + data), 6)
        } else {
            let delta = try DeltaObject.make(microseconds: Int128(moment(self, offset.value)))
            result = try Hash.of(delta.value)
        }
        words[2] = result
        return result
    }

    // MARK: Methods

    private static func describeMethods(_ type: TypeBuilder) {
        type.classMethod("fromisoformat", .one { (type, string) throws(Raised) -> Ref in
            guard StrObject.isInstance(string) else { throw raise(.typeError, "fromisoformat: argument must be str") }
            let parser = IsoParser(string)
            let time: IsoParser.Time
            // The spelling T12:00 is meant for time alone.
            let start = parser.count > 0 && StrObject.character(string, 0) == 84 ? 1 : 0
            do throws(IsoParser.Malformed) { time = try parser.time(start) } catch { throw try IsoParser.fail(string) }
            let zone = try IsoParser.zone(time)
            return try construct(type, time.hour, time.minute, time.second, time.microsecond, zone.value, 0)
        }, nil, doc: DateTimeDocs.time_fromisoformat.doc)
        type.method("isoformat", .raw { (self, arguments) throws(Raised) -> Ref in
            try isoParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                if !a[0].isNull && !StrObject.isInstance(a[0]) {
                    throw raise(.typeError, "isoformat() argument 1 must be str, not \(a[0].isNone ? "None" : a[0].type.name)")
                }
                return try isoText(self, try IsoText.precision(a[0]))
            }
        }, DateTimeDocs.time_isoformat)
        type.method("strftime", .raw { (self, arguments) throws(Raised) -> Ref in
            try DateTimeFormat.parameters.withBound(arguments) { (a) throws(Raised) -> Ref in try DateTimeFormat.format(self, a[0]) }
        }, DateTimeDocs.time_strftime)
        type.method("__format__", .parsed(named: true, minimum: 1, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            try DateTimeFormat.dunder(self, arguments[0])
        }, DateTimeDocs.time___format__)
        type.method("utcoffset", .noArguments { (self) throws(Raised) -> Ref in
            let result = try offset(self)
            return result.isNull ? .none : result
        }, DateTimeDocs.time_utcoffset)
        type.method("dst", .noArguments { (self) throws(Raised) -> Ref in
            let result = try TimeZoneInfo.delta(zone(self), TimeZoneInfo.dstName, .none)
            return result.isNull ? .none : result
        }, DateTimeDocs.time_dst)
        type.method("tzname", .noArguments { (self) throws(Raised) -> Ref in try TimeZoneInfo.name(zone(self), .none) }, DateTimeDocs.time_tzname)
        type.method("replace", .raw { (self, arguments) throws(Raised) -> Ref in
            try replaceParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                let newHour = try DateTimeNumbers.int(a[0], hour(self)), newMinute = try DateTimeNumbers.int(a[1], minute(self))
                let newSecond = try DateTimeNumbers.int(a[2], second(self))
                let newMicrosecond = try DateTimeNumbers.int(a[3], microsecond(self))
                let newFold = try DateTimeNumbers.int(a[5], fold(self))
                if newFold != 0 && newFold != 1 { throw raise(.valueError, "fold must be either 0 or 1") }
                return try construct(
                    self.type.value, newHour, newMinute, newSecond, newMicrosecond, a[4].isNull ? zone(self) : a[4], newFold)
            }
        }, DateTimeDocs.time_replace)
        type.method("__reduce_ex__", .one { (self, version) throws(Raised) -> Ref in
            try reduce(self, try DateTimeNumbers.int(version, 0))
        }, DateTimeDocs.time___reduce_ex__)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in try reduce(self, 2) }, DateTimeDocs.time___reduce__)
    }
    private static func isoText(_ self: Value, _ precision: IsoText.Precision) throws(Raised) -> Ref {
        var builder = StrBuilder()
        try IsoText.time(hour(self), minute(self), second(self), microsecond(self), precision, &builder)
        if hasZone(self) {
            let offset = try offset(self)
            if !offset.isNull { try IsoText.offset(offset.value, separator: true, &builder) }
        }
        return try builder.finish()
    }
    private static func reduce(_ self: Value, _ version: Int) throws(Raised) -> Ref {
        let bytes = try BytesObject.make(self.cast(to: UInt8.self) + data, 6)
        if version > 3 && fold(self) != 0 { BytesObject.data(bytes.value)[0] |= 128 }
        let state = hasZone(self) ? TupleObject.make(bytes.value, zone(self)) : TupleObject.make(bytes.value)
        return TupleObject.make(self.type.value, state.value)
    }
}
