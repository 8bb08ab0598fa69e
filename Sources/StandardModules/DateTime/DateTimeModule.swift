// The module _datetime.

import CPythonABI
import Runtime

enum DateTimeModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(DateTimeDocs.module)
        module.set("MINYEAR", int: CivilCalendar.firstYear)
        module.set("MAXYEAR", int: CivilCalendar.lastYear)
        module.type("timedelta", DeltaObject.type)
        module.type("date", DateObject.type)
        module.type("datetime", DateTimeObject.type)
        module.type("time", TimeObject.type)
        module.type("tzinfo", TimeZoneInfo.type)
        module.type("timezone", FixedZone.type)
        module.set("UTC", FixedZone.utc)
        try addConstants()
        let capsule = DateTimeTable.publish(DateTimeCAPI.table())
        if !capsule.isNull { module.set("datetime_CAPI", capsule.value) }
    }

    private static func addConstants() throws(Raised) {
        func set(_ type: TypePointer, _ name: StaticString, _ value: consuming Ref) { TypeBuilder(type).set(name, value.value) }
        set(DeltaObject.type, "min", try DeltaObject.make(-DeltaObject.mostDays, 0, 0))
        set(DeltaObject.type, "max", try DeltaObject.make(DeltaObject.mostDays, 86399, 999_999))
        set(DeltaObject.type, "resolution", try DeltaObject.make(0, 0, 1))
        set(DateObject.type, "min", try DateObject.make(1, 1, 1))
        set(DateObject.type, "max", try DateObject.make(9999, 12, 31))
        set(DateObject.type, "resolution", try DeltaObject.make(1, 0, 0))
        set(TimeObject.type, "min", try TimeObject.make(0, 0, 0, 0, .none, 0))
        set(TimeObject.type, "max", try TimeObject.make(23, 59, 59, 999_999, .none, 0))
        set(TimeObject.type, "resolution", try DeltaObject.make(0, 0, 1))
        var parts = DateTimeObject.Parts()
        set(DateTimeObject.type, "min", try DateTimeObject.make(parts, .none))
        (parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second, parts.microsecond) = (9999, 12, 31, 23, 59, 59, 999_999)
        set(DateTimeObject.type, "max", try DateTimeObject.make(parts, .none))
        set(DateTimeObject.type, "resolution", try DeltaObject.make(0, 0, 1))
        set(FixedZone.type, "utc", Ref(FixedZone.utc))
        let offset = try DeltaObject.make(0, 23 * 3600 + 59 * 60, 0)
        let back = try DeltaArithmetic.negative(offset.value)
        set(FixedZone.type, "min", try FixedZone.make(back.value, .null))
        set(FixedZone.type, "max", try FixedZone.make(offset.value, .null))
    }
}

/// The functions behind the capsule `datetime.datetime_CAPI`.
enum DateTimeCAPI {
    static func table() -> PyDateTime_CAPI {
        var table = PyDateTime_CAPI()
        table.DateType = DateObject.type
        table.DateTimeType = DateTimeObject.type
        table.TimeType = TimeObject.type
        table.DeltaType = DeltaObject.type
        table.TZInfoType = TimeZoneInfo.type
        table.TimeZone_UTC = FixedZone.utc.object
        table.Date_FromDate = { year, month, day, type in
            DateTimeCAPI.result { () throws(Raised) -> Ref in try DateObject.make(Int(year), Int(month), Int(day), type ?? DateObject.type) }
        }
        table.DateTime_FromDateAndTime = { year, month, day, hour, minute, second, microsecond, zone, type in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                try DateTimeCAPI.moment(year, month, day, hour, minute, second, microsecond, zone.map { Value($0) }, 0, type)
            }
        }
        table.DateTime_FromDateAndTimeAndFold = { year, month, day, hour, minute, second, microsecond, zone, fold, type in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                try DateTimeCAPI.moment(year, month, day, hour, minute, second, microsecond, zone.map { Value($0) }, fold, type)
            }
        }
        table.Time_FromTime = { hour, minute, second, microsecond, zone, type in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                try TimeObject.make(
                    Int(hour), Int(minute), Int(second), Int(microsecond), DateTimeCAPI.value(zone.map { Value($0) }), 0, type ?? TimeObject.type)
            }
        }
        table.Time_FromTimeAndFold = { hour, minute, second, microsecond, zone, fold, type in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                try TimeObject.make(
                    Int(hour), Int(minute), Int(second), Int(microsecond), DateTimeCAPI.value(zone.map { Value($0) }), Int(fold), type ?? TimeObject.type)
            }
        }
        table.Delta_FromDelta = { days, seconds, microseconds, _, type in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                try DeltaObject.make(Int(days), Int(seconds), Int(microseconds), type ?? DeltaObject.type)
            }
        }
        table.TimeZone_FromTimeZone = { offset, name in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                guard let offset, DeltaObject.isInstance(Value(offset)) else {
                    throw raise(.typeError, "offset must be a timedelta")
                }
                return try FixedZone.make(Value(offset), name.map { Value($0) } ?? .null)
            }
        }
        table.DateTime_FromTimestamp = { type, arguments, keywords in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                guard let type, let arguments else { throw raise(.systemError, "null argument to internal routine") }
                let method = try Attributes.get(Value(type), DateTimeNames.fromTimestamp)
                return try Call.call(method.value, tuple: Value(arguments), keywords: keywords.map { Value($0) } ?? .null)
            }
        }
        table.Date_FromTimestamp = { type, arguments in
            DateTimeCAPI.result { () throws(Raised) -> Ref in
                guard let type, let arguments else { throw raise(.systemError, "null argument to internal routine") }
                let method = try Attributes.get(Value(type), DateTimeNames.fromTimestamp)
                return try Call.call(method.value, tuple: Value(arguments), keywords: .null)
            }
        }
        return table
    }
    /// The result of a function for C: a new reference, or null when it raised.
    private static func result(_ body: () throws(Raised) -> Ref) -> ObjectPointer? {
        do throws(Raised) {
            let value = try body()
            return Border.toC(value.value)
        } catch { return nil }
    }
    private static func value(_ object: Value?) -> Value {
        guard let object else { return .none }
        return Border.constant(object.object)
    }
    private static func moment(
        _ year: Int32, _ month: Int32, _ day: Int32, _ hour: Int32, _ minute: Int32, _ second: Int32, _ microsecond: Int32, _ zone: Value?,
        _ fold: Int32, _ type: TypePointer?
    ) throws(Raised) -> Ref {
        var parts = DateTimeObject.Parts()
        (parts.year, parts.month, parts.day) = (Int(year), Int(month), Int(day))
        (parts.hour, parts.minute, parts.second, parts.microsecond, parts.fold) = (Int(hour), Int(minute), Int(second), Int(microsecond), Int(fold))
        return try DateTimeObject.make(parts, value(zone), type ?? DateTimeObject.type)
    }
}
