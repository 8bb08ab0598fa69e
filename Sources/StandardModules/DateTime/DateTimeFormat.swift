// strftime, ctime and time tuples.

import CPythonABI
import Glibc
import Runtime

enum DateTimeFormat {
    static let parameters = DateTimeParameters("strftime", ["format"], required: 1)

    /// format(date, spec): str() for an empty one.
    static func dunder(_ self: Value, _ spec: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(spec) else {
            throw raise(.typeError, "__format__() argument 1 must be str, not \(spec.isNone ? "None" : spec.type.name)")
        }
        if StrObject.length(spec) == 0 { return try Repr.str(self) }
        return try Call.method(self, DateTimeNames.strftime, spec)
    }

    static func ctime(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int) throws(Raised) -> Ref {
        let days: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months: [StaticString] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        var builder = StrBuilder()
        try builder.append(days[(CivilCalendar.weekday(year, month, day) + 7) % 7])
        try builder.append(32)
        try builder.append(months[month - 1])
        try builder.append(32)
        if day < 10 { try builder.append(32) }
        try IsoText.number(day, 1, &builder)
        try builder.append(32)
        try IsoText.time(hour, minute, second, 0, .seconds, &builder)
        try builder.append(32)
        try IsoText.number(year, 4, &builder)
        return try builder.finish()
    }

    static func timeTuple(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, _ saving: Int) -> Ref {
        let result = StructSequence.make(Calendar.type)
        let numbers = [
            year, month, day, hour, minute, second, CivilCalendar.weekday(year, month, day),
            CivilCalendar.daysBefore(year, month: month) + day, saving,
        ]
        for (index, number) in numbers.enumerated() { StructSequence.setInt(result.value, index, number) }
        StructSequence.set(result.value, 9, .none)
        StructSequence.set(result.value, 10, .none)
        StructSequence.finish(result.value)
        return result
    }

    // MARK: strftime

    static func format(_ self: Value, _ format: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(format) else {
            throw raise(.typeError, "strftime() argument 1 must be str, not \(format.isNone ? "None" : format.type.name)")
        }
        // C gets it as UTF-8.
        if !StrObject.isASCII(format) { _ = try Codecs.encode(format, .utf8, .null).isNull }
        var parts = DateTimeObject.Parts()
        parts.year = 1900
        let isTime = TimeObject.isInstance(self)
        let isMoment = DateTimeObject.isInstance(self)
        if isTime {
            (parts.hour, parts.minute, parts.second) = (TimeObject.hour(self), TimeObject.minute(self), TimeObject.second(self))
            parts.microsecond = TimeObject.microsecond(self)
        } else {
            (parts.year, parts.month, parts.day) = (DateObject.year(self), DateObject.month(self), DateObject.day(self))
            if isMoment { parts = DateTimeObject.Parts(self) }
        }
        let isPlain = self.type == DateObject.type || self.type == DateTimeObject.type || isTime
        // The zone is asked for its saving of daylight before its name.
        let saved = isPlain && isMoment ? try saving(self) : -1
        // Directives that no locale changes are written here; the others are left to the C library, in one go.
        var result = StrBuilder()
        var rest = StrBuilder()
        var needsLibrary = !isPlain
        let count = StrObject.length(format)
        var index = 0
        while index < count {
            let code = StrObject.character(format, index)
            index += 1
            if code == 0 { break }
            guard code == 37 && index < count else {
                try result.append(code)
                if code == 37 { needsLibrary = true }
                try rest.append(code)
                continue
            }
            let directive = StrObject.character(format, index)
            index += 1
            switch directive {
            case 102:  // f: microseconds, which C does not know
                try IsoText.number(parts.microsecond, 6, &result)
                try IsoText.number(parts.microsecond, 6, &rest)
                continue
            case 122, 90:  // z and Z ask the zone
                let text = try zoneText(self, directive == 90, isTime || isMoment)
                try result.append(text.value)
                // What a zone calls itself is no format.
                for position in 0..<StrObject.length(text.value) {
                    let character = StrObject.character(text.value, position)
                    if character == 37 { try rest.append(37) }
                    try rest.append(character)
                }
                continue
            default: break
            }
            try rest.append(37)
            try rest.append(directive)
            switch directive {
            case 89 where parts.year >= 1000: try IsoText.number(parts.year, 4, &result)
            case 109: try IsoText.number(parts.month, 2, &result)
            case 100: try IsoText.number(parts.day, 2, &result)
            case 72: try IsoText.number(parts.hour, 2, &result)
            case 73: try IsoText.number((parts.hour + 11) % 12 + 1, 2, &result)
            case 77: try IsoText.number(parts.minute, 2, &result)
            case 83: try IsoText.number(parts.second, 2, &result)
            case 121: try IsoText.number(parts.year % 100, 2, &result)
            case 106: try IsoText.number(CivilCalendar.daysBefore(parts.year, month: parts.month) + parts.day, 3, &result)
            case 37: try result.append(37)
            default: needsLibrary = true
            }
        }
        if !needsLibrary { return try result.finish() }
        let libraryFormat = try rest.finish()
        let tuple: Ref
        if isPlain {
            tuple = timeTuple(parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second, saved)
        } else {
            tuple = try Call.method(self, DateTimeNames.timeTuple)
        }
        let module = try PickleGlobals.module("time")
        let function = try Attributes.get(module.value, "strftime")
        return try Call.call(function.value, libraryFormat.value, tuple.value)
    }
    private static func saving(_ self: Value) throws(Raised) -> Int {
        if !DateTimeObject.hasZone(self) { return -1 }
        let delta = try DateTimeObject.saving(self)
        if delta.isNull { return -1 }
        return try Truth.of(delta.value) ? 1 : 0
    }
    nonisolated(unsafe) private static let (replace, percent, twoPercents) = (Names.make("replace"), Names.make("%"), Names.make("%%"))
    /// The offset (+HHMM) or the name of the zone; empty where there is none.
    private static func zoneText(_ self: Value, _ wantsName: Bool, _ hasZone: Bool) throws(Raised) -> Ref {
        guard hasZone else { return StrObject.empty }
        let isTime = TimeObject.isInstance(self)
        let zone = isTime ? TimeObject.zone(self) : DateTimeObject.zone(self)
        if zone.isNone { return StrObject.empty }
        if wantsName {
            let name = try TimeZoneInfo.name(zone, isTime ? .none : self)
            if name.value.isNone { return StrObject.empty }
            if !StrObject.isExact(name.value) {
                // A class of its own may say what stands for its percent signs.
                let doubled = try Call.method(name.value, replace, percent, twoPercents)
                guard StrObject.isInstance(doubled.value) else { throw raise(.typeError, "tzname.replace() did not return a string") }
            }
            _ = try UTF8Codec.encode(name.value, .null).isNull
            return name
        }
        let offset = try TimeZoneInfo.delta(zone, TimeZoneInfo.utcOffsetName, isTime ? .none : self)
        if offset.isNull { return StrObject.empty }
        var builder = StrBuilder()
        try IsoText.offset(offset.value, separator: false, &builder)
        return try builder.finish()
    }
}
