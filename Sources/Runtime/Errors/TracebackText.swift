// A traceback as text: the frames with their source lines and carets.

import CPythonABI
import Syntax

struct TracebackText {
    /// Repetitions of one line beyond this many are counted, not shown.
    static let shownRepetitions = 3

    var out: TextBuffer
    /// What stands in front of each line: inside groups, blanks and a bar.
    var margin = ""
    private var sources = SourceLines()

    init(_ out: consuming TextBuffer = TextBuffer(), margin: String = "") {
        self.out = out
        self.margin = margin
    }

    /// Appends header and frames; nothing if `sys.tracebacklimit` says so.
    mutating func append(_ traceback: Value, header: String) {
        let limit = TracebackText.limit()
        if limit <= 0 { return }
        out.append(header)
        var depth = 0
        var current: Value? = traceback
        while let this = current {
            depth += 1
            current = Tracebacks.next(this)
        }
        current = traceback
        while depth > limit, let this = current {
            depth -= 1
            current = Tracebacks.next(this)
        }
        var last: (file: Value, line: Int, name: Value)?
        var repetitions = 0
        while let this = current {
            let code = FrameObject.code(Tracebacks.frame(this))
            let file = Value(pointer: code.pointee.object.pointee.co_filename)
            let name = CodeObject.name(code)
            let line = Tracebacks.line(this)
            if let known = last, known.file === file, known.line == line, known.name === name {
            } else {
                appendRepetitions(repetitions)
                last = (file, line, name)
                repetitions = 0
            }
            repetitions += 1
            if repetitions <= TracebackText.shownRepetitions { appendFrame(this, code, file, line, name) }
            current = Tracebacks.next(this)
        }
        appendRepetitions(repetitions)
    }

    private mutating func appendRepetitions(_ count: Int) {
        let more = count - TracebackText.shownRepetitions
        if more > 0 { out.append("\(margin)  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]\n") }
    }

    private mutating func appendFrame(_ traceback: Value, _ code: CodePointer, _ file: Value, _ line: Int, _ name: Value) {
        out.append("\(margin)  File \"")
        out.append(str: file)
        out.append("\", line \(line), in ")
        out.append(str: name)
        out.append("\n")
        guard let source = sources.line(text(file), line) else { return }
        appendSource(source, CodeObject.position(code, at: Tracebacks.word(traceback)), line)
    }

    /// Appends a source line, indented by four, and the carets under the part that a position (in bytes) names.
    mutating func appendSource(_ source: [UInt8], _ position: SourceRange?, _ line: Int) {
        let leading = source.prefix { $0 == 32 || $0 == 9 || $0 == 12 }.count
        out.append("\(margin)    ")
        out.bytes.append(contentsOf: source[leading...])
        out.append("\n")
        guard let position, position.line >= 0, position.endLine >= 0, position.column >= 0, position.endColumn >= 0,
            Int(position.line) == line
        else { return }
        let start = min(Int(position.column), source.count)
        var end = min(Int(position.endColumn), source.count)
        var anchors: CaretAnchors?
        if position.endLine == position.line {
            if start < end { anchors = CaretAnchors.find(Array(source[start..<end])) }
        } else {
            // An expression of several lines is marked to the end of the first.
            end = source.count
            while end > 0, [32, 9, 12].contains(source[end - 1]) { end -= 1 }
        }
        let first = characters(source[..<start])
        let last = characters(source[..<max(start, end)])
        if anchors == nil && last - first == characters(source[leading...]) { return }
        let low = anchors.map { first + characters(source[start..<start + $0.start]) } ?? 0
        let high = anchors.map { first + characters(source[start..<start + $0.end]) } ?? 0
        out.append("\(margin)    ")
        var column = leading
        while column < last {
            if column < first {
                out.bytes.append(32)
            } else if anchors != nil && !(low <= column && column < high) {
                out.bytes.append(UInt8(ascii: "~"))
            } else {
                out.bytes.append(UInt8(ascii: "^"))
            }
            column += 1
        }
        out.append("\n")
    }
    private func characters(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// `sys.tracebacklimit`, or 1000.
    static func limit() -> Int {
        let value = SysModule.attribute("tracebacklimit")
        if value.isNull || !IntObject.isInstance(value.value) { return 1000 }
        let view = IntView(value.value)
        return view.int ?? (view.isNegative ? 0 : Int.max)
    }
}

extension Tracebacks {
    static func next(_ traceback: Value) -> Value? { head(traceback).pointee.tb_next.map { Value(pointer: $0) } }
    static func isTraceback(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyTraceBack_TypePointer() }
}

/// Which part of an expression is marked with carets, the rest with tildes: the operator of a binary operation, the brackets of a
/// subscript. In bytes from the start of the expression.
struct CaretAnchors {
    var start: Int
    var end: Int

    static func find(_ segment: [UInt8]) -> CaretAnchors? {
        guard segment.contains(where: { !($0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || isLetter($0)) }) else { return nil }
        var options = ParseOptions(mode: .exec)
        options.sourceIsUTF8 = true
        guard case .success(let parsed) = parse(source: segment, filename: "<traceback>", options: options),
            case .module(let body, _) = parsed.0, body.count == 1, case .expression(let expression) = body[0].kind
        else { return nil }
        switch expression.kind {
        case .binOp(let left, _, let right):
            guard left.range.endLine == 1, right.range.line == 1 else { return nil }
            // What follows the left operand is taken for the operator, be it a closing parenthesis, as 3.11.2 has it.
            let limit = min(Int(right.range.column), segment.count)
            var start = Int(left.range.endColumn)
            while start < limit, isBlank(segment[start]) { start += 1 }
            if start >= limit { return nil }
            let double = start + 1 < limit && !isBlank(segment[start + 1])
            return CaretAnchors(start: start, end: start + (double ? 2 : 1))
        case .subscript(let value, let slice, _):
            guard value.range.endLine == 1, slice.range.endLine == 1 else { return nil }
            let start = min(Int(value.range.endColumn), segment.count)
            return CaretAnchors(start: start, end: min(max(Int(slice.range.endColumn) + 1, start), segment.count))
        default: return nil
        }
    }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 12 }
}
