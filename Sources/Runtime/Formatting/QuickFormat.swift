// The usual formats of small ints: a width, perhaps with zeros, perhaps with "d".

import CPythonABI

enum QuickFormat {
    /// format(number, spec), owned; null: the spec is another.
    static func int(_ number: Int, _ spec: Value) -> Value {
        guard StrObject.isExact(spec), StrObject.isASCII(spec) else { return .null }
        let count = StrObject.length(spec)
        guard count > 0, count <= 4 else { return .null }
        let text = StrObject.data(spec).assumingMemoryBound(to: UInt8.self)
        var end = count
        if text[end - 1] == 0x64 { end -= 1 }
        let zeros = end > 0 && text[0] == 0x30
        var width = 0
        var index = zeros ? 1 : 0
        while index < end {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return .null }
            width = width * 10 + Int(digit)
            index += 1
        }
        var magnitude = number.magnitude
        let sign = number < 0 ? 1 : 0
        var digits = 0
        var probe = magnitude
        repeat {
            digits += 1
            probe /= 10
        } while probe != 0
        let length = max(width, digits + sign)
        if length == 1 { return StrObject.character(UInt32(0x30 + magnitude)).take() }
        guard let block = Allocator.allocate(49 + length) else { return .null }
        let result = StrObject.initialize(block, length: length, kind: .one, ascii: true)
        let characters = (block + 48).assumingMemoryBound(to: UInt8.self)
        var position = length
        repeat {
            position -= 1
            characters[position] = 0x30 &+ UInt8(truncatingIfNeeded: magnitude % 10)
            magnitude /= 10
        } while magnitude != 0
        // The sign stands before zeros, and after spaces.
        if zeros {
            while position > sign {
                position -= 1
                characters[position] = 0x30
            }
        }
        if sign == 1 {
            position -= 1
            characters[position] = 0x2D
        }
        while position > 0 {
            position -= 1
            characters[position] = 0x20
        }
        return result.take()
    }
}
