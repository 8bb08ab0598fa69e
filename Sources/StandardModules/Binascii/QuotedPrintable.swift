// Quoted-printable text (RFC 1521).

import CPythonABI
import Runtime

enum QuotedPrintable {
    private static let longestLine = 76
    private static func hex(_ byte: UInt8) -> UInt8? {
        let number = byte &- 48
        if number < 10 { return number }
        let letter = (byte | 32) &- 97
        return letter < 6 ? letter &+ 10 : nil
    }

    static func decode(_ text: Value, header: Bool) throws(Raised) -> Ref {
        try BinasciiModule.withText(text) { (source, count) throws(Raised) -> Ref in
            var result = ByteBuilder(capacity: count)
            var index = 0
            while index < count {
                let byte = source[index]
                if byte == 61 {
                    index += 1
                    if index >= count { break }
                    if source[index] == 10 || source[index] == 13 {
                        // A soft line break: everything up to the newline.
                        if source[index] != 10 { while index < count && source[index] != 10 { index += 1 } }
                        if index < count { index += 1 }
                    } else if source[index] == 61 {
                        // A broken case that some encoders make.
                        try result.append(61)
                        index += 1
                    } else if index + 1 < count, let high = hex(source[index]), let low = hex(source[index + 1]) {
                        try result.append(high << 4 | low)
                        index += 2
                    } else {
                        try result.append(61)
                    }
                } else {
                    try result.append(header && byte == 95 ? 32 : byte)
                    index += 1
                }
            }
            return try result.finish()
        }
    }

    static func encode(_ data: Value, quoteTabs: Bool, isText: Bool, header: Bool) throws(Raised) -> Ref {
        let view = try BytesView(data)
        let (source, count) = (view.bytes, view.count)
        var result = ByteBuilder(capacity: count + count / 2)
        // Lines end as the first line of the input does.
        var hasReturn = false
        for index in 0..<count where source[index] == 10 {
            hasReturn = index > 0 && source[index - 1] == 13
            break
        }
        func mustQuote(_ index: Int, _ column: Int) -> Bool {
            let byte = source[index]
            if byte > 126 || byte == 61 || (header && byte == 95) { return true }
            if byte == 46 && column == 0 {
                return index + 1 == count || source[index + 1] == 10 || source[index + 1] == 13 || source[index + 1] == 0
            }
            if !isText && (byte == 13 || byte == 10) { return true }
            if (byte == 9 || byte == 32) && index + 1 == count { return true }
            if byte < 33 && byte != 13 && byte != 10 && (quoteTabs || (byte != 9 && byte != 32)) { return true }
            return false
        }
        func escape(_ byte: UInt8, _ result: inout ByteBuilder) throws(Raised) {
            let (high, low) = (byte >> 4, byte & 15)
            try result.append(61)
            try result.append(high < 10 ? 48 + high : 55 + high)
            try result.append(low < 10 ? 48 + low : 55 + low)
        }
        func softBreak(_ result: inout ByteBuilder) throws(Raised) {
            try result.append(61)
            if hasReturn { try result.append(13) }
            try result.append(10)
        }
        var column = 0
        var index = 0
        while index < count {
            let byte = source[index]
            if mustQuote(index, column) {
                if column + 3 >= longestLine {
                    try softBreak(&result)
                    column = 0
                }
                try escape(byte, &result)
                column += 3
                index += 1
                continue
            }
            if isText && (byte == 10 || (byte == 13 && index + 1 < count && source[index + 1] == 10)) {
                column = 0
                // White space in front of the end of a line would be lost.
                if result.count > 0 {
                    let last = result.data[result.count - 1]
                    if last == 32 || last == 9 {
                        result.truncate(to: result.count - 1)
                        try escape(last, &result)
                    }
                }
                if hasReturn { try result.append(13) }
                try result.append(10)
                index += byte == 13 ? 2 : 1
                continue
            }
            if index + 1 != count && source[index + 1] != 10 && column + 1 >= longestLine {
                try softBreak(&result)
                column = 0
            }
            try result.append(header && byte == 32 ? 95 : byte)
            column += 1
            index += 1
        }
        return try result.finish()
    }
}
