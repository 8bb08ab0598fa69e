// The capsule `datetime.datetime_CAPI`: the types of `datetime` and functions that make their objects, as a table for C. It is made when
// an extension first asks for it, from whatever the module `datetime` holds.

import CPythonABI
import Glibc
import Runtime

enum DateTimeCapsule {
    nonisolated(unsafe) static let name = UnsafePointer(strdup("datetime.datetime_CAPI"))

    /// Makes the capsule and hangs it on the module, unless the module has one.
    static func provide() throws(Raised) {
        let module = try InterpreterHooks.importModule("datetime")
        let key = StrObject.intern("datetime_CAPI")
        let found = try Attributes.getIfPresent(module.value, key.value)
        if !found.isNull { return }
        let table = UnsafeMutablePointer<PyDateTime_CAPI>.allocate(capacity: 1)
        table.initialize(to: PyDateTime_CAPI())
        table.pointee.DateType = try type(module.value, "date")
        table.pointee.DateTimeType = try type(module.value, "datetime")
        table.pointee.TimeType = try type(module.value, "time")
        table.pointee.DeltaType = try type(module.value, "timedelta")
        table.pointee.TZInfoType = try type(module.value, "tzinfo")
        let zone = try Attributes.get(module.value, "timezone")
        timezone = zone.value
        let utc = try Attributes.get(zone.value, "utc")
        table.pointee.TimeZone_UTC = Border.toC(utc.value)
        // They stay for as long as the process.
        _ = zone.take()
        fill(&table.pointee)
        guard let capsule = PyCapsule_New(table, name, nil) else { throw Raised() }
        let held = Ref(owned: Value(capsule))
        try Attributes.set(module.value, key.value, held.value)
    }
    private static func type(_ module: Value, _ name: StaticString) throws(Raised) -> TypePointer {
        let found = try Attributes.get(module, name)
        guard Classes.isType(found.value) else { throw raise(.systemError, "datetime.\(name) is not a type") }
        let type = Classes.type(found.value)
        _ = found.take()
        return type
    }
    nonisolated(unsafe) private static var timezone = Value.null

    private static func make(_ type: TypePointer?, _ numbers: [Int32], zone: Object? = nil, fold: Int32 = 0) -> Object? {
        guard let type else { return nil }
        return newReference { () throws(Raised) -> Ref in
            var arguments = numbers.map { Value(smallInt: Int($0)) }
            if let zone { arguments.append(Border.constant(zone)) }
            let tuple = TupleObject.make(array: arguments)
            if fold == 0 { return try call(type.value, tuple.value, .null) }
            let keywords = DictObject.make()
            let key = StrObject.intern("fold")
            try DictObject.set(keywords.value, key.value, Value(smallInt: Int(fold)))
            return try call(type.value, tuple.value, keywords.value)
        }
    }
    private static func fill(_ table: inout PyDateTime_CAPI) {
        table.Date_FromDate = { year, month, day, type in DateTimeCapsule.make(type, [year, month, day]) }
        table.DateTime_FromDateAndTime = { year, month, day, hour, minute, second, microsecond, zone, type in
            DateTimeCapsule.make(type, [year, month, day, hour, minute, second, microsecond], zone: zone)
        }
        table.Time_FromTime = { hour, minute, second, microsecond, zone, type in
            DateTimeCapsule.make(type, [hour, minute, second, microsecond], zone: zone)
        }
        table.Delta_FromDelta = { days, seconds, microseconds, _, type in DateTimeCapsule.make(type, [days, seconds, microseconds]) }
        table.TimeZone_FromTimeZone = { offset, name in
            newReference { () throws(Raised) -> Ref in
                name == nil ? try Call.call(DateTimeCapsule.timezone, value(offset)) : try Call.call(DateTimeCapsule.timezone, value(offset), value(name))
            }
        }
        table.DateTime_FromTimestamp = { type, arguments, keywords in
            guard let method = PyObject_GetAttrString(type, "fromtimestamp") else { return nil }
            defer { release(method) }
            return PyObject_Call(method, arguments, keywords)
        }
        table.Date_FromTimestamp = { type, arguments in
            guard let method = PyObject_GetAttrString(type, "fromtimestamp") else { return nil }
            defer { release(method) }
            return PyObject_CallObject(method, arguments)
        }
        table.DateTime_FromDateAndTimeAndFold = { year, month, day, hour, minute, second, microsecond, zone, fold, type in
            DateTimeCapsule.make(type, [year, month, day, hour, minute, second, microsecond], zone: zone, fold: fold)
        }
        table.Time_FromTimeAndFold = { hour, minute, second, microsecond, zone, fold, type in
            DateTimeCapsule.make(type, [hour, minute, second, microsecond], zone: zone, fold: fold)
        }
    }
}
