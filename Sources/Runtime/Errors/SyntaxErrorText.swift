// Where a SyntaxError is, as the interpreter shows it: file, line, text, carets.

import CPythonABI

enum SyntaxErrorText {
    /// Appends the place of a SyntaxError that has one; the answer is its `msg`, which is shown in place of its str. nil for other
    /// exceptions.
    static func append(_ exception: Value, to out: inout TextBuffer, margin: String) -> Shown? {
        do throws(Raised) {
            guard !(try Attributes.getIfPresent(exception, Names.plain("print_file_and_line"))).isNull else { return nil }
            let message = try Attributes.get(exception, "msg")
            let filename = try Attributes.get(exception, "filename")
            let lineValue = try Attributes.get(exception, "lineno")
            let line = try Index.size(lineValue.value)
            let offset = try number(exception, "offset")
            // Only of SyntaxError itself the end is shown.
            let isExact = exception.type == PyExc_SyntaxErrorPointer()
            let endLine = isExact ? try number(exception, "end_lineno") : nil
            let endOffset = isExact ? try number(exception, "end_offset") : nil
            let source = try Attributes.get(exception, "text")
            out.append("\(margin)  File \"")
            if filename.value.isNone { out.append("<string>") } else { try out.append(strOf: filename.value) }
            out.append("\", line \(line)\n")
            if StrObject.isInstance(source.value) {
                appendSource(source.value, line, offset, endLine ?? line, endOffset, &out)
            }
            return Shown(message)
        } catch {
            PendingException.clear()
            return nil
        }
    }
    /// An owned value that an Optional can hold.
    final class Shown {
        let value: Value
        init(_ owned: consuming Ref) { value = owned.take() }
        deinit { value.release() }
    }

    /// A number attribute; nil for None.
    private static func number(_ exception: Value, _ name: StaticString) throws(Raised) -> Int? {
        let value = try Attributes.get(exception, name)
        if value.value.isNone { return nil }
        return try Index.size(value.value)
    }

    /// The line that the error is in, and carets from `offset` to `endOffset` (both count characters from 1).
    private static func appendSource(_ source: Value, _ line: Int, _ offset: Int?, _ endLine: Int, _ endOffset: Int?, _ out: inout TextBuffer) {
        // Offsets are characters, and are treated as bytes, as CPython does.
        var buffer = TextBuffer()
        buffer.append(str: source)
        var characters = buffer.bytes
        let hasNewline = characters.last == 10
        if hasNewline { characters.removeLast() }
        let hasOffset = offset != nil
        var start = (offset ?? 0) &- 1
        var end = endLine != line ? characters.count : (endOffset ?? 0) <= 0 ? start : (endOffset ?? 0) &- 1
        if !hasOffset { start = -1 }
        // Of several lines, the one that the offset is in.
        var first = 0
        while let newline = characters[first...].firstIndex(of: 10), newline - first < start {
            start -= newline + 1 - first
            end -= newline + 1 - first
            first = newline + 1
        }
        var text = characters[first...]
        while let character = text.first, character == 32 || character == 9 || character == 12 {
            text = text.dropFirst()
            start -= 1
            end -= 1
        }
        out.append("    ")
        out.bytes.append(contentsOf: text)
        out.append("\n")
        if start < 0 { return }
        start = min(start, text.count)
        end = max(min(end, text.count + (hasNewline ? 1 : 0)), start + 1)
        out.append("    ")
        out.append(repeating: 32, count: start)
        out.append(repeating: UInt8(ascii: "^"), count: end - start)
        out.append("\n")
    }
}
