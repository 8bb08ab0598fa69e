// Broken-down times as text, by the C library.

import CPythonABI
import Glibc

public enum CalendarText {
    /// strftime() of a format in UTF-8; nil when memory is exhausted. A format without NUL.
    public static func format(_ format: String, _ time: tm) -> String? {
        if format.isEmpty { return "" }
        var time = time
        // An empty result cannot be told from a full buffer: a buffer of 256 times the format is taken as large enough for all.
        var room = 1024
        while true {
            guard let buffer = malloc(room) else { return nil }
            defer { free(buffer) }
            let text = buffer.assumingMemoryBound(to: CChar.self)
            let length = strftime(text, room, format, &time)
            if length > 0 || room >= 256 * format.utf8.count {
                return String(decoding: UnsafeRawBufferPointer(start: buffer, count: length), as: UTF8.self)
            }
            room *= 2
        }
    }
    /// The name of the time zone that a broken-down time is in.
    public static func zone(_ time: tm) -> String { time.tm_zone.map { String(cString: $0) } ?? "" }
    /// Names the time zone of a broken-down time, which reads the text of the str as long as that lives.
    public static func setZone(_ time: inout tm, _ name: Value) {
        if StrObject.isASCII(name) { time.tm_zone = UnsafePointer(StrObject.data(name).assumingMemoryBound(to: CChar.self)) }
    }
    /// The message of an error number.
    public static func message(_ number: Int32) -> String { strerror(number).map { String(cString: $0) } ?? "Unknown error \(number)" }
}
