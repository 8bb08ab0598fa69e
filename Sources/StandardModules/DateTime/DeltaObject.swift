// timedelta: storage, construction, text.

import CPythonABI
import Runtime

enum DeltaObject {
    private static let size = 40
    static let mostDays = 999_999_999
    static let microsecondsPerDay: Int128 = 86_400_000_000

    static let type: TypePointer = NativeType.make(
        "datetime.timedelta", base: PyBaseObject_TypePointer(), size: size, flags: Py_TPFLAGS_BASETYPE
    ) { type in
        type.doc(DateTimeDocs.timedelta)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            DateTimeInstances.free(object, exact: DeltaObject.type, size: DeltaObject.size)
        }
        type.member("days", type: 1, offset: 24, doc: "Number of days.")
        type.member("seconds", type: 1, offset: 28, doc: "Number of seconds (>= 0 and less than 1 day).")
        type.member("microseconds", type: 1, offset: 32, doc: "Number of microseconds (>= 0 and less than 1 second).")
        type.slots.new = new
        type.slots.repr = repr
        type.slots.str = str
        type.slots.hash = { (self) throws(Raised) -> Int in
            let words = self.cast(to: Int.self)
            if words[2] == -1 {
                let tuple = TupleObject.make(Value(smallInt: days(self)), Value(smallInt: seconds(self)), Value(smallInt: microseconds(self)))
                words[2] = try Hash.of(tuple.value)
            }
            return words[2]
        }
        type.slots.bool = { (self) throws(Raised) -> Bool in days(self) != 0 || seconds(self) != 0 || microseconds(self) != 0 }
        type.slots.compare = { (self, other, operation) throws(Raised) -> Ref in
            guard isInstance(other) else { return .notImplemented }
            return .bool(operation.holds(order(self, other), 0))
        }
        type.method("total_seconds", .noArguments { (self) throws(Raised) -> Ref in
            let total = microsecondsTotal(self)
            if total.magnitude < 1 << 53 { return .float(Double(Int(total)) / 1e6) }
            let number = DeltaArithmetic.int(total)
            return try Numbers.binary(.trueDivide, number.value, Value(smallInt: 1_000_000))
        }, DateTimeDocs.timedelta_total_seconds)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let state = TupleObject.make(Value(smallInt: days(self)), Value(smallInt: seconds(self)), Value(smallInt: microseconds(self)))
            return TupleObject.make(self.type.value, state.value)
        }, DateTimeDocs.timedelta___reduce__)
        DeltaArithmetic.describe(type)
    }

    @inline(__always) static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: type) }
    @inline(__always) static func days(_ self: Value) -> Int { Int(self.cast(to: Int32.self)[6]) }
    @inline(__always) static func seconds(_ self: Value) -> Int { Int(self.cast(to: Int32.self)[7]) }
    @inline(__always) static func microseconds(_ self: Value) -> Int { Int(self.cast(to: Int32.self)[8]) }
    static func microsecondsTotal(_ self: Value) -> Int128 {
        Int128(days(self)) * microsecondsPerDay + Int128(seconds(self) * 1_000_000 + microseconds(self))
    }
    /// Seconds of a delta that is known to be short: an offset.
    static func secondsTotal(_ self: Value) -> Int { days(self) * 86400 + seconds(self) }
    static func order(_ a: Value, _ b: Value) -> Int {
        if days(a) != days(b) { return days(a) < days(b) ? -1 : 1 }
        let x = seconds(a) * 1_000_000 + microseconds(a)
        let y = seconds(b) * 1_000_000 + microseconds(b)
        return x < y ? -1 : x > y ? 1 : 0
    }

    // MARK: Making

    static func make(_ days: Int, _ seconds: Int, _ microseconds: Int, _ type: TypePointer = type) throws(Raised) -> Ref {
        var (days, seconds, microseconds) = (days, seconds, microseconds)
        if microseconds < 0 || microseconds >= 1_000_000 {
            let carry = floorDivide(microseconds, 1_000_000)
            seconds += carry
            microseconds -= carry * 1_000_000
        }
        if seconds < 0 || seconds >= 86400 {
            let carry = floorDivide(seconds, 86400)
            days += carry
            seconds -= carry * 86400
        }
        if days.magnitude > UInt(mostDays) { throw raise(.overflowError, "days=\(days); must have magnitude <= \(mostDays)") }
        let result = try DateTimeInstances.allocate(type, exact: self.type, size: size)
        result.value.cast(to: Int.self)[2] = -1
        let words = result.value.cast(to: Int32.self)
        words[6] = Int32(truncatingIfNeeded: days)
        words[7] = Int32(truncatingIfNeeded: seconds)
        words[8] = Int32(truncatingIfNeeded: microseconds)
        return result
    }
    static func make(microseconds total: Int128, _ type: TypePointer = type) throws(Raised) -> Ref {
        var days = total / microsecondsPerDay
        var rest = total % microsecondsPerDay
        if rest < 0 {
            rest += microsecondsPerDay
            days -= 1
        }
        if days.magnitude > UInt128(Int32.max) { throw tooLarge() }
        return try make(Int(days), Int(rest) / 1_000_000, Int(rest) % 1_000_000, type)
    }
    static func tooLarge() -> Raised { raise(.overflowError, "Python int too large to convert to C int") }
    static func floorDivide(_ a: Int, _ b: Int) -> Int {
        let quotient = a / b
        return a % b < 0 ? quotient - 1 : quotient
    }

    private static let parameters = DateTimeParameters(
        "__new__", ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"])
    /// In the order in which they are added up: place in the arguments, microseconds.
    private static let units: [(place: Int, factor: Int)] = [
        (2, 1), (3, 1000), (1, 1_000_000), (4, 60_000_000), (5, 3_600_000_000), (0, 86_400_000_000), (6, 604_800_000_000),
    ]

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        try parameters.withBound(arguments) { (a) throws(Raised) -> Ref in
            var total: Int128 = 0
            var leftover = 0.0
            for (place, factor) in units where !a[place].isNull {
                try add(a[place], factor, parameters.names[place], &total, &leftover)
            }
            if leftover != 0 {
                // To the nearest microsecond; halves go to the even one, of the sum.
                var whole = leftover.rounded(.toNearestOrAwayFromZero)
                if (whole - leftover).magnitude == 0.5 {
                    let odd = total & 1 != 0 ? 1.0 : 0.0
                    whole = 2 * ((leftover + odd) * 0.5).rounded(.toNearestOrAwayFromZero) - odd
                }
                total += Int128(whole)
            }
            return try make(microseconds: total, type)
        }
    }
    private static func add(_ value: Value, _ factor: Int, _ name: StaticString, _ total: inout Int128, _ leftover: inout Double) throws(Raised) {
        if IntObject.isInstance(value) {
            guard let number = DeltaArithmetic.wide(value) else { throw tooLarge() }
            let (product, o1) = number.multipliedReportingOverflow(by: Int128(factor))
            let (sum, o2) = total.addingReportingOverflow(product)
            if o1 || o2 { throw tooLarge() }
            total = sum
            return
        }
        guard FloatObject.isInstance(value) else {
            throw raise(.typeError, "unsupported type for timedelta \(name) component: \(value.type.name)")
        }
        let number = FloatObject.number(value)
        if number.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
        if number.isInfinite { throw raise(.overflowError, "cannot convert float infinity to integer") }
        let whole = number.rounded(.towardZero)
        guard whole.magnitude < 0x1p80 else { throw tooLarge() }
        total += Int128(whole) * Int128(factor)
        let part = (number - whole) * Double(factor)
        let wholePart = part.rounded(.towardZero)
        total += Int128(wholePart)
        leftover += part - wholePart
    }

    // MARK: Text

    private static let repr: UnarySlot = { (self) throws(Raised) -> Ref in
        var parts: [String] = []
        if days(self) != 0 { parts.append("days=\(days(self))") }
        if seconds(self) != 0 { parts.append("seconds=\(seconds(self))") }
        if microseconds(self) != 0 { parts.append("microseconds=\(microseconds(self))") }
        return StrObject.make("\(self.type.name)(\(parts.isEmpty ? "0" : parts.joined(separator: ", ")))")
    }
    private static let str: UnarySlot = { (self) throws(Raised) -> Ref in
        let (days, seconds, microseconds) = (days(self), seconds(self), microseconds(self))
        var builder = StrBuilder()
        if days != 0 {
            try IsoText.number(days, 1, &builder)
            try builder.append(days == 1 || days == -1 ? " day, " : " days, ")
        }
        try IsoText.number(seconds / 3600, 1, &builder)
        try builder.append(58)
        try IsoText.number(seconds / 60 % 60, 2, &builder)
        try builder.append(58)
        try IsoText.number(seconds % 60, 2, &builder)
        if microseconds != 0 {
            try builder.append(46)
            try IsoText.number(microseconds, 6, &builder)
        }
        return try builder.finish()
    }
}
