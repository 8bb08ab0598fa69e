// Methods of datetime.

import CPythonABI
import Glibc
import Runtime

enum DateTimeMethods {
    private static let isoParameters = DateTimeParameters("isoformat", ["sep", "timespec"])
    private static let replaceParameters = DateTimeParameters("replace", DateTimeObject.names, keywordOnly: 1)
    private static let zoneParameters = DateTimeParameters("astimezone", ["tz"])
    private static let nowParameters = DateTimeParameters("now", ["tz"])
    private static let timestampParameters = DateTimeParameters("fromtimestamp", ["timestamp", "tz"], required: 1)
    private static let combineParameters = DateTimeParameters("combine", ["date", "time", "tzinfo"], required: 2)

    static func describe(_ type: TypeBuilder) {
        type.method("isoformat", .raw { (self, arguments) throws(Raised) -> Ref in
            try isoParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                var separator: UInt32 = 84
                if !a[0].isNull {
                    guard StrObject.isInstance(a[0]), StrObject.length(a[0]) == 1 else {
                        throw raise(.typeError, "isoformat() argument 1 must be a unicode character, not \(a[0].isNone ? "None" : a[0].type.name)")
                    }
                    separator = StrObject.character(a[0], 0)
                }
                return try isoText(self, separator, try IsoText.precision(a[1]))
            }
        }, DateTimeDocs.datetime_isoformat)
        type.method("date", .noArguments { (self) throws(Raised) -> Ref in
            try DateObject.make(DateObject.year(self), DateObject.month(self), DateObject.day(self))
        }, DateTimeDocs.datetime_date)
        type.method("time", .noArguments { (self) throws(Raised) -> Ref in try time(self, .none) }, DateTimeDocs.datetime_time)
        type.method("timetz", .noArguments { (self) throws(Raised) -> Ref in
            try time(self, DateTimeObject.zone(self))
        }, DateTimeDocs.datetime_timetz)
        type.method("ctime", .noArguments { (self) throws(Raised) -> Ref in
            try DateTimeFormat.ctime(
                DateObject.year(self), DateObject.month(self), DateObject.day(self), DateTimeObject.hour(self), DateTimeObject.minute(self),
                DateTimeObject.second(self))
        }, DateTimeDocs.datetime_ctime)
        type.method("timetuple", .noArguments { (self) throws(Raised) -> Ref in
            var saving = -1
            if DateTimeObject.hasZone(self) {
                let delta = try DateTimeObject.saving(self)
                if !delta.isNull {
                    saving = DeltaObject.days(delta.value) != 0 || DeltaObject.seconds(delta.value) != 0 || DeltaObject.microseconds(delta.value) != 0 ? 1 : 0
                }
            }
            return timeTuple(DateTimeObject.Parts(self), saving)
        }, DateTimeDocs.datetime_timetuple)
        type.method("utctimetuple", .noArguments { (self) throws(Raised) -> Ref in
            var parts = DateTimeObject.Parts(self)
            let offset = try DateTimeObject.offset(self)
            if !offset.isNull {
                var seconds = DateTimeObject.secondsTotal(self) - DeltaObject.secondsTotal(offset.value)
                if DateTimeObject.microsecond(self) < DeltaObject.microseconds(offset.value) { seconds -= 1 }
                guard let shifted = DateTimeObject.Parts(seconds: seconds, microsecond: 0) else {
                    throw raise(.overflowError, "date value out of range")
                }
                parts = shifted
            }
            return timeTuple(parts, 0)
        }, DateTimeDocs.datetime_utctimetuple)
        type.method("timestamp", .noArguments { (self) throws(Raised) -> Ref in
            if !DateTimeObject.hasZone(self) {
                let seconds = try Timestamps.local(DateTimeObject.secondsTotal(self), DateTimeObject.fold(self))
                return .float(Double(seconds - Timestamps.epoch) + Double(DateTimeObject.microsecond(self)) / 1e6)
            }
            let offset = try DateTimeObject.offset(self)
            var seconds = DateTimeObject.secondsTotal(self) - Timestamps.epoch
            var microseconds = DateTimeObject.microsecond(self)
            if offset.isNull { throw raise(.typeError, "can't subtract offset-naive and offset-aware datetimes") }
            seconds -= DeltaObject.secondsTotal(offset.value)
            microseconds -= DeltaObject.microseconds(offset.value)
            let delta = try DeltaObject.make(0, seconds, microseconds)
            return try Call.method(delta.value, totalSeconds)
        }, DateTimeDocs.datetime_timestamp)
        type.method("utcoffset", .noArguments { (self) throws(Raised) -> Ref in
            let result = try DateTimeObject.offset(self)
            return result.isNull ? .none : result
        }, DateTimeDocs.datetime_utcoffset)
        type.method("dst", .noArguments { (self) throws(Raised) -> Ref in
            let result = try DateTimeObject.saving(self)
            return result.isNull ? .none : result
        }, DateTimeDocs.datetime_dst)
        type.method("tzname", .noArguments { (self) throws(Raised) -> Ref in
            try TimeZoneInfo.name(DateTimeObject.zone(self), self)
        }, DateTimeDocs.datetime_tzname)
        type.method("replace", .raw { (self, arguments) throws(Raised) -> Ref in
            try replaceParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                let parts = try DateTimeObject.parts(a, DateTimeObject.Parts(self))
                if parts.fold != 0 && parts.fold != 1 { throw raise(.valueError, "fold must be either 0 or 1") }
                return try DateTimeObject.construct(self.type.value, parts, a[7].isNull ? DateTimeObject.zone(self) : a[7])
            }
        }, DateTimeDocs.datetime_replace)
        type.method("astimezone", .raw { (self, arguments) throws(Raised) -> Ref in
            try zoneParameters.withBound(arguments) { (a) throws(Raised) -> Ref in try inZone(self, a[0].isNull ? .none : a[0]) }
        }, DateTimeDocs.datetime_astimezone)
        type.method("__reduce_ex__", .one { (self, version) throws(Raised) -> Ref in
            try reduce(self, try DateTimeNumbers.int(version, 0))
        }, DateTimeDocs.datetime___reduce_ex__)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in try reduce(self, 2) }, DateTimeDocs.datetime___reduce__)
    }
    private static let totalSeconds = Names.make("total_seconds")

    private static func isoText(_ self: Value, _ separator: UInt32, _ precision: IsoText.Precision) throws(Raised) -> Ref {
        var builder = StrBuilder()
        try IsoText.date(DateObject.year(self), DateObject.month(self), DateObject.day(self), &builder)
        try builder.append(separator)
        try IsoText.time(
            DateTimeObject.hour(self), DateTimeObject.minute(self), DateTimeObject.second(self), DateTimeObject.microsecond(self), precision, &builder)
        if DateTimeObject.hasZone(self) {
            let offset = try DateTimeObject.offset(self)
            if !offset.isNull { try IsoText.offset(offset.value, separator: true, &builder) }
        }
        return try builder.finish()
    }
    private static func time(_ self: Value, _ zone: Value) throws(Raised) -> Ref {
        try TimeObject.make(
            DateTimeObject.hour(self), DateTimeObject.minute(self), DateTimeObject.second(self), DateTimeObject.microsecond(self), zone,
            DateTimeObject.fold(self))
    }
    private static func timeTuple(_ parts: DateTimeObject.Parts, _ saving: Int) -> Ref {
        DateTimeFormat.timeTuple(parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second, saving)
    }
    private static func reduce(_ self: Value, _ version: Int) throws(Raised) -> Ref {
        let bytes = try DateTimeObject.bytes(self)
        if version > 3 && DateTimeObject.fold(self) != 0 { BytesObject.data(bytes.value)[2] |= 128 }
        let state = DateTimeObject.hasZone(self) ? TupleObject.make(bytes.value, DateTimeObject.zone(self)) : TupleObject.make(bytes.value)
        return TupleObject.make(self.type.value, state.value)
    }

    // MARK: Zones

    private static func inZone(_ self: Value, _ wanted: Value) throws(Raised) -> Ref {
        guard wanted.isNone || TimeZoneInfo.isInstance(wanted) else {
            throw raise(.typeError, "tzinfo argument must be None or of a tzinfo subclass, not type '\(wanted.type.name)'")
        }
        var own = Ref(DateTimeObject.zone(self))
        if own.value.isNone { own = try Timestamps.localZone(of: self) }
        if own.value === wanted { return Ref(self) }
        var offset = try TimeZoneInfo.delta(own.value, TimeZoneInfo.utcOffsetName, self)
        if offset.isNull {
            // A zone that knows no offset is as good as none.
            own = try Timestamps.localZone(of: self)
            offset = try TimeZoneInfo.delta(own.value, TimeZoneInfo.utcOffsetName, self)
            if offset.isNull { return Ref(self) }
        }
        let seconds = DateTimeObject.secondsTotal(self) - DeltaObject.secondsTotal(offset.value)
        var microseconds = DateTimeObject.microsecond(self) - DeltaObject.microseconds(offset.value)
        let borrow = microseconds < 0 ? 1 : 0
        microseconds += borrow * 1_000_000
        guard let parts = DateTimeObject.Parts(seconds: seconds - borrow, microsecond: microseconds) else {
            throw raise(.overflowError, "date value out of range")
        }
        var target = Ref(wanted)
        if wanted.isNone {
            let utc = try DateTimeObject.make(parts, FixedZone.utc)
            target = try Timestamps.localZone(ofUTC: utc.value)
        }
        let result = try DateTimeObject.construct(self.type.value, parts, target.value)
        if target.value.type == FixedZone.type { return try DateTimeObject.shifted(result.value, target.value.cast(to: Value.self)[2], 1) }
        return try Call.method(target.value, TimeZoneInfo.fromUTCName, result.value)
    }

    // MARK: Constructors

    static func describeConstructors(_ type: TypeBuilder) {
        type.classMethod("now", .raw { (type, arguments) throws(Raised) -> Ref in
            try nowParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                let zone = a[0].isNull ? Value.none : a[0]
                try TimeZoneInfo.check(zone)
                var now = timespec()
                clock_gettime(CLOCK_REALTIME, &now)
                return try fromMoment(type, now.tv_sec, now.tv_nsec / 1000, zone)
            }
        }, DateTimeDocs.datetime_now.signature, doc: DateTimeDocs.datetime_now.doc)
        type.classMethod("utcnow", .noArguments { (type) throws(Raised) -> Ref in
            var now = timespec()
            clock_gettime(CLOCK_REALTIME, &now)
            return try Timestamps.utc(type, now.tv_sec, now.tv_nsec / 1000, .none)
        }, nil, doc: DateTimeDocs.datetime_utcnow.doc)
        type.classMethod("fromtimestamp", .raw { (type, arguments) throws(Raised) -> Ref in try fromTimestamp(type, arguments) }, nil, doc: DateTimeDocs.datetime_fromtimestamp.doc)
        type.classMethod("utcfromtimestamp", .one { (type, timestamp) throws(Raised) -> Ref in
            let (seconds, microseconds) = try Timestamps.split(timestamp)
            return try Timestamps.utc(type, seconds, microseconds, .none)
        }, nil, doc: DateTimeDocs.datetime_utcfromtimestamp.doc)
        type.classMethod("strptime", .positional(minimum: 0, maximum: Int(UInt8.max)) { (type, a) throws(Raised) -> Ref in
            if a.count != 2 { throw raise(.typeError, "strptime() takes exactly 2 arguments (\(a.count) given)") }
            for index in 0..<2 where !StrObject.isInstance(a[index]) {
                throw raise(.typeError, "strptime() argument \(index + 1) must be str, not \(a[index].isNone ? "None" : a[index].type.name)")
            }
            let module = try PickleGlobals.module("_strptime")
            let function = try Attributes.get(module.value, "_strptime_datetime")
            return try Call.call(function.value, type, a[0], a[1])
        }, nil, doc: DateTimeDocs.datetime_strptime.doc)
        type.classMethod("combine", .raw { (type, arguments) throws(Raised) -> Ref in
            try combineParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
                guard DateObject.isInstance(a[0]) else {
                    throw raise(.typeError, "combine() argument 1 must be datetime.date, not \(a[0].isNone ? "None" : a[0].type.name)")
                }
                guard TimeObject.isInstance(a[1]) else {
                    throw raise(.typeError, "combine() argument 2 must be datetime.time, not \(a[1].isNone ? "None" : a[1].type.name)")
                }
                var parts = DateTimeObject.Parts()
                (parts.year, parts.month, parts.day) = (DateObject.year(a[0]), DateObject.month(a[0]), DateObject.day(a[0]))
                (parts.hour, parts.minute, parts.second) = (TimeObject.hour(a[1]), TimeObject.minute(a[1]), TimeObject.second(a[1]))
                (parts.microsecond, parts.fold) = (TimeObject.microsecond(a[1]), TimeObject.fold(a[1]))
                return try DateTimeObject.construct(type, parts, a[2].isNull ? TimeObject.zone(a[1]) : a[2])
            }
        }, nil, doc: DateTimeDocs.datetime_combine.doc)
        type.classMethod("fromisoformat", .one { (type, string) throws(Raised) -> Ref in
            guard StrObject.isInstance(string) else { throw raise(.typeError, "fromisoformat: argument must be str") }
            let parser = IsoParser(string)
            var parts = DateTimeObject.Parts()
            var time = IsoParser.Time()
            do throws(IsoParser.Malformed) {
                let separator = try parser.separator()
                (parts.year, parts.month, parts.day) = try parser.date(min(separator, parser.count))
                if parser.count > separator { time = try parser.time(separator + 1) }
            } catch { throw try IsoParser.fail(string) }
            (parts.hour, parts.minute, parts.second, parts.microsecond) = (time.hour, time.minute, time.second, time.microsecond)
            let zone = try IsoParser.zone(time)
            return try DateTimeObject.construct(type, parts, zone.value)
        }, nil, doc: DateTimeDocs.datetime_fromisoformat.doc)
    }

    static func fromTimestamp(_ type: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try timestampParameters.withBound(arguments) { (a) throws(Raised) -> Ref in
            let zone = a[1].isNull ? Value.none : a[1]
            try TimeZoneInfo.check(zone)
            let (seconds, microseconds) = try Timestamps.split(a[0])
            return try fromMoment(type, seconds, microseconds, zone)
        }
    }
    /// The time of a moment in a zone, or as the clock on the wall shows it.
    private static func fromMoment(_ type: Value, _ seconds: Int, _ microseconds: Int, _ zone: Value) throws(Raised) -> Ref {
        if zone.isNone { return try Timestamps.wall(type, seconds, microseconds) }
        let utc = try Timestamps.utc(type, seconds, microseconds, zone)
        return try Call.method(zone, TimeZoneInfo.fromUTCName, utc.value)
    }
}
