// tzinfo, the abstract base of time zones, and timezone, a fixed offset.

import CPythonABI
import Runtime

enum TimeZoneInfo {
    static let type: TypePointer = NativeType.make(
        "datetime.tzinfo", base: PyBaseObject_TypePointer(), size: 16, flags: Py_TPFLAGS_BASETYPE
    ) { type in
        type.doc(DateTimeDocs.tzinfo)
        type.type.pointee.tp_dealloc = { object in
            if let object { DateTimeInstances.free(object, exact: TimeZoneInfo.type, size: 16) }
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try DateTimeInstances.allocate(type, exact: TimeZoneInfo.type, size: 16) }
        type.method("tzname", .one { (_, _) throws(Raised) -> Ref in
            throw raise(.notImplementedError, "a tzinfo subclass must implement tzname()")
        }, DateTimeDocs.tzinfo_tzname)
        type.method("utcoffset", .one { (_, _) throws(Raised) -> Ref in
            throw raise(.notImplementedError, "a tzinfo subclass must implement utcoffset()")
        }, DateTimeDocs.tzinfo_utcoffset)
        type.method("dst", .one { (_, _) throws(Raised) -> Ref in
            throw raise(.notImplementedError, "a tzinfo subclass must implement dst()")
        }, DateTimeDocs.tzinfo_dst)
        type.method("fromutc", .one(fromUTC), DateTimeDocs.tzinfo_fromutc)
        type.method("__reduce__", .noArguments(reduce), DateTimeDocs.tzinfo___reduce__)
    }
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: type) }

    private static let getInitArgs = Names.make("__getinitargs__")
    private static let getState = Names.make("__getstate__")
    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        var arguments = TupleObject.empty
        let custom = try Attributes.getIfPresent(self, getInitArgs)
        if !custom.isNull { arguments = try Call.call(custom.value) }
        let state = try Call.method(self, getState)
        return TupleObject.make(self.type.value, arguments.value, state.value)
    }

    /// The rule by which a time of UTC becomes one of the zone, for zones whose standard offset is steady.
    private static func fromUTC(_ self: Value, _ time: Value) throws(Raised) -> Ref {
        guard DateTimeObject.isInstance(time) else { throw raise(.typeError, "fromutc: argument must be a datetime") }
        guard DateTimeObject.zone(time) === self else { throw raise(.valueError, "fromutc: dt.tzinfo is not self") }
        let offset = try DateTimeObject.offset(time)
        if offset.isNull { throw raise(.valueError, "fromutc: non-None utcoffset() result required") }
        let saving = try DateTimeObject.saving(time)
        if saving.isNull { throw raise(.valueError, "fromutc: non-None dst() result required") }
        let delta = try DeltaArithmetic.subtract(offset.value, saving.value)
        var result = try DateTimeObject.shifted(time, delta.value, 1)
        let again = try DateTimeObject.saving(result.value)
        if again.isNull {
            throw raise(.valueError, "fromutc: tz.dst() gave inconsistent results; cannot convert")
        }
        if DeltaObject.days(again.value) != 0 || DeltaObject.seconds(again.value) != 0 || DeltaObject.microseconds(again.value) != 0 {
            result = try DateTimeObject.shifted(result.value, again.value, 1)
        }
        return result
    }

    // MARK: Asking a zone

    static let utcOffsetName = Names.make("utcoffset"), dstName = Names.make("dst"), tzNameName = Names.make("tzname")
    static let fromUTCName = Names.make("fromutc")

    /// tzinfo.utcoffset(argument) or tzinfo.dst(argument): a timedelta, or null for None.
    static func delta(_ zone: Value, _ name: Value, _ argument: Value) throws(Raised) -> Ref {
        if zone.isNone { return .null }
        if zone.object.pointee.ob_type == FixedZone.type {
            return name === utcOffsetName ? FixedZone.offset(zone) : .null
        }
        let result = try Call.method(zone, name, argument)
        if result.value.isNone { return .null }
        guard DeltaObject.isInstance(result.value) else {
            throw raise(.typeError, "tzinfo.\(text(name))() must return None or timedelta, not '\(result.value.type.name)'")
        }
        let days = DeltaObject.days(result.value)
        let isZero = DeltaObject.seconds(result.value) == 0 && DeltaObject.microseconds(result.value) == 0
        if days < -1 || days >= 1 || (days == -1 && isZero) {
            throw raise(
                .valueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
        }
        return result
    }
    /// tzinfo.tzname(argument): a str or None.
    static func name(_ zone: Value, _ argument: Value) throws(Raised) -> Ref {
        if zone.isNone { return .none }
        let result = try Call.method(zone, tzNameName, argument)
        guard result.value.isNone || StrObject.isInstance(result.value) else {
            throw raise(.typeError, "tzinfo.tzname() must return None or a string, not '\(result.value.type.name)'")
        }
        return result
    }
    /// Whether an argument can be a zone: TypeError otherwise.
    static func check(_ value: Value) throws(Raised) {
        guard value.isNone || isInstance(value) else {
            throw raise(.typeError, "tzinfo argument must be None or of a tzinfo subclass, not type '\(value.type.name)'")
        }
    }
}

/// timezone: fields are the offset (+16) and the name (+24, null if it has none).
enum FixedZone {
    private static let size = 32
    private static let parameters = DateTimeParameters("timezone", ["offset", "name"], required: 1)

    static let type: TypePointer = NativeType.make("datetime.timezone", base: TimeZoneInfo.type, size: size, flags: 0) { type in
        type.doc(DateTimeDocs.timezone)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let words = Value(object).cast(to: Value.self)
            words[2].release()
            words[3].release()
            DateTimeInstances.free(object, exact: FixedZone.type, size: FixedZone.size)
        }
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                guard DeltaObject.isInstance(a[0]) else {
                    throw raise(.typeError, "timezone() argument 1 must be datetime.timedelta, not \(a[0].isNone ? "None" : a[0].type.name)")
                }
                if !a[1].isNull && !StrObject.isInstance(a[1]) {
                    throw raise(.typeError, "timezone() argument 2 must be str, not \(a[1].isNone ? "None" : a[1].type.name)")
                }
                return try make(a[0], a[1])
            }
        }
        type.slots.hash = { (self) throws(Raised) -> Int in try Hash.of(self.cast(to: Value.self)[2]) }
        type.slots.compare = { (self, other, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, other.isObject, other.type == FixedZone.type else { return .notImplemented }
            let same = DeltaObject.order(self.cast(to: Value.self)[2], other.cast(to: Value.self)[2]) == 0
            return .bool(same == (operation == .equal))
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            if self === utc { return StrObject.make("datetime.timezone.utc") }
            let words = self.cast(to: Value.self)
            let offset = try Repr.string(words[2])
            if words[3].isNull { return StrObject.make("\(self.type.name)(\(offset))") }
            return StrObject.make("\(self.type.name)(\(offset), \(try Repr.string(words[3])))")
        }
        type.slots.str = { (self) throws(Raised) -> Ref in try nameText(self) }
        type.method("tzname", .one { (self, time) throws(Raised) -> Ref in
            try check(time, "tzname")
            return try nameText(self)
        }, DateTimeDocs.timezone_tzname)
        type.method("utcoffset", .one { (self, time) throws(Raised) -> Ref in
            try check(time, "utcoffset")
            return offset(self)
        }, DateTimeDocs.timezone_utcoffset)
        type.method("dst", .one { (_, time) throws(Raised) -> Ref in
            try check(time, "dst")
            return .none
        }, DateTimeDocs.timezone_dst)
        type.method("fromutc", .one { (self, time) throws(Raised) -> Ref in
            guard DateTimeObject.isInstance(time) else { throw raise(.typeError, "fromutc: argument must be a datetime") }
            guard DateTimeObject.zone(time) === self else { throw raise(.valueError, "fromutc: dt.tzinfo is not self") }
            return try DateTimeObject.shifted(time, self.cast(to: Value.self)[2], 1)
        }, DateTimeDocs.timezone_fromutc)
        type.method("__getinitargs__", .noArguments { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            return words[3].isNull ? TupleObject.make(words[2]) : TupleObject.make(words[2], words[3])
        }, DateTimeDocs.timezone___getinitargs__)
    }

    /// timezone.utc
    nonisolated(unsafe) static let utc: Value = {
        do throws(Raised) {
            let zero = try DeltaObject.make(0, 0, 0)
            return try allocate(zero.value, .null).take()
        } catch { return .none }
    }()

    private static func allocate(_ offset: Value, _ name: Value) throws(Raised) -> Ref {
        let result = try DateTimeInstances.allocate(type, exact: type, size: size)
        let words = result.value.cast(to: Value.self)
        words[2] = Ref(offset).take()
        words[3] = Ref(name).take()
        return result
    }
    /// timezone(offset, name); a null name is none.
    static func make(_ offset: Value, _ name: Value) throws(Raised) -> Ref {
        let days = DeltaObject.days(offset)
        let isZero = DeltaObject.seconds(offset) == 0 && DeltaObject.microseconds(offset) == 0
        if name.isNull && days == 0 && isZero { return Ref(utc) }
        if (days == -1 && isZero) || days < -1 || days >= 1 {
            throw raise(
                .valueError,
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not \(try Repr.string(offset)).")
        }
        return try allocate(offset, name)
    }
    static func offset(_ self: Value) -> Ref { Ref(self.cast(to: Value.self)[2]) }

    private static func check(_ time: Value, _ method: StaticString) throws(Raised) {
        guard time.isNone || DateTimeObject.isInstance(time) else {
            throw raise(.typeError, "\(method)(dt) argument must be a datetime instance or None, not \(time.type.name)")
        }
    }
    static func nameText(_ self: Value) throws(Raised) -> Ref {
        let words = self.cast(to: Value.self)
        if !words[3].isNull { return Ref(words[3]) }
        let offset = words[2]
        if self === utc || (DeltaObject.days(offset) == 0 && DeltaObject.seconds(offset) == 0 && DeltaObject.microseconds(offset) == 0) {
            return StrObject.make("UTC")
        }
        var builder = StrBuilder()
        try builder.append("UTC")
        try IsoText.offset(offset, separator: true, &builder)
        return try builder.finish()
    }
}
