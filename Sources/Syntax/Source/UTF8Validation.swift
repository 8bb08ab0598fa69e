// UTF-8 as Python's codec checks it: no surrogates, no overlong forms, nothing beyond U+10FFFF, with the codec's own words.

/// Offset of the first byte that is not UTF-8, or -1.
func firstInvalidUTF8(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var index = 0
    while index < count {
        // Eight ASCII bytes at a time.
        if index &+ 8 <= count {
            let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
            if word & 0x8080_8080_8080_8080 == 0 { index &+= 8; continue }
        }
        let byte = bytes[index]
        if byte < 0x80 { index &+= 1; continue }
        let length = sequenceLength(bytes, index, count)
        if length <= 0 { return index }
        index &+= length
    }
    return -1
}

/// Length of the valid sequence at `index`; 0 for a bad start byte, -n when n bytes could begin one but what follows does not fit, and
/// `Int.min` + n when the text ends inside it.
private func sequenceLength(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Int {
    let byte = bytes[index]
    let needed: Int
    var low: UInt8 = 0x80, high: UInt8 = 0xBF
    switch byte {
    case 0xC2...0xDF: needed = 1
    case 0xE0: needed = 2; low = 0xA0
    case 0xED: needed = 2; high = 0x9F
    case 0xE1...0xEF: needed = 2
    case 0xF0: needed = 3; low = 0x90
    case 0xF4: needed = 3; high = 0x8F
    case 0xF1...0xF3: needed = 3
    default: return 0
    }
    for step in 1...needed {
        if index + step >= count { return Int.min + step }
        let next = bytes[index + step]
        if next < low || next > high { return -step }
        low = 0x80
        high = 0xBF
    }
    return needed + 1
}

/// What `bytes.decode()` says about bytes that are not UTF-8, or nil when they are.
func utf8Failure(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String? {
    let index = firstInvalidUTF8(bytes, count)
    if index < 0 { return nil }
    let length = sequenceLength(bytes, index, count)
    let byte = hexadecimal(UInt32(bytes[index]), width: 2).lowercased()
    if length == 0 { return "'utf-8' codec can't decode byte 0x\(byte) in position \(index): invalid start byte" }
    if length < -8 {
        let present = length &- Int.min
        if present > 1 { return "'utf-8' codec can't decode bytes in position \(index)-\(index + present - 1): unexpected end of data" }
        return "'utf-8' codec can't decode byte 0x\(byte) in position \(index): unexpected end of data"
    }
    if length < -1 {
        return "'utf-8' codec can't decode bytes in position \(index)-\(index - length - 1): invalid continuation byte"
    }
    return "'utf-8' codec can't decode byte 0x\(byte) in position \(index): invalid continuation byte"
}
