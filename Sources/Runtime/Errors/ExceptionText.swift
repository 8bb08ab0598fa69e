// An exception as text, the way the interpreter reports it: chains, groups, notes, suggestions.

import CPythonABI

final class ExceptionText {
    /// Groups show this many members, nested this deep.
    static let maximumWidth = 15
    static let maximumDepth = 10
    static let causeMessage = "The above exception was the direct cause of the following exception:"
    static let contextMessage = "During handling of the above exception, another exception occurred:"

    private var out = TextBuffer()
    private var depth = 0
    /// Whether the frame around a group's members is still open.
    private var needsClose = false
    /// Exceptions on the way, so that chains that bite their tail end.
    private var seen: Set<UInt64> = []

    /// The whole report.
    static func render(_ exception: Value) -> TextBuffer {
        let text = ExceptionText()
        text.appendChained(exception)
        return text.out
    }

    private var indentation: String { String(repeating: " ", count: 2 * depth) }
    private var margin: String { depth == 0 ? "" : indentation + "| " }

    // MARK: Chains

    private enum Link { case none, cause, context }

    /// Appends an exception after those that led to it.
    private func appendChained(_ exception: Value) {
        // Outermost last. The exceptions are kept alive: printing one runs code that may change the chain.
        var chain: [(exception: Value, link: Link)] = []
        var current = exception
        while true {
            current.retain()
            seen.insert(current.bits)
            var next = Value.null
            var link = Link.none
            let (cause, context) = (ExceptionMemory.field(current, 56), ExceptionMemory.field(current, 48))
            if !cause.isNull {
                if !seen.contains(cause.bits) { (next, link) = (cause, .cause) }
            } else if !context.isNull, ExceptionObject.head(current).pointee.suppress_context == 0, !seen.contains(context.bits) {
                (next, link) = (context, .context)
            }
            chain.append((current, link))
            if link == .none { break }
            current = next
        }
        for (index, entry) in chain.enumerated().reversed() {
            if entry.link != .none {
                let message = entry.link == .cause ? ExceptionText.causeMessage : ExceptionText.contextMessage
                out.append("\(margin)\n\(margin)\(message)\n\(margin)\n")
            }
            // The frame of the group around is closed after the last exception of the chain.
            let close = needsClose
            if index > 0 { needsClose = false }
            if ExceptionGroupType.isGroup(entry.exception) { appendGroup(entry.exception) } else { appendOne(entry.exception) }
            if index > 0 { needsClose = close }
            entry.exception.release()
        }
    }

    // MARK: Groups

    private func appendGroup(_ group: Value) {
        if depth > ExceptionText.maximumDepth {
            out.append("\(margin)... (max_group_depth is \(ExceptionText.maximumDepth))\n")
            return
        }
        if depth == 0 { depth = 1 }
        appendOne(group)
        let nested = Ref(ExceptionGroupType.nested(group))
        let count = TupleObject.count(nested.value)
        let shown = count <= ExceptionText.maximumWidth ? count : ExceptionText.maximumWidth + 1
        needsClose = false
        for index in 0..<shown {
            let isLast = index == shown - 1
            if isLast { needsClose = true }
            let isTruncated = index >= ExceptionText.maximumWidth
            let title = isTruncated ? "..." : "\(index + 1)"
            out.append("\(indentation)\(index == 0 ? "+-" : "  ")+---------------- \(title) ----------------\n")
            depth += 1
            if isTruncated {
                let more = count - ExceptionText.maximumWidth
                out.append("\(margin)and \(more) more exception\(more > 1 ? "s" : "")\n")
            } else {
                appendChained(TupleObject.item(nested.value, index))
            }
            if isLast && needsClose {
                out.append("\(indentation)+------------------------------------\n")
                needsClose = false
            }
            depth -= 1
        }
        if depth == 1 { depth = 0 }
    }

    // MARK: One exception

    private func appendOne(_ exception: Value) {
        let traceback = Ref(ExceptionMemory.field(exception, 40))
        if !traceback.isNull && Tracebacks.isTraceback(traceback.value) {
            var lines = TracebackText(out, margin: margin)
            let isGroup = ExceptionGroupType.isGroup(exception)
            let head = isGroup && depth == 1 ? "\(indentation)+ " : margin
            lines.append(traceback.value, header: "\(head)\(isGroup ? "Exception Group " : "")Traceback (most recent call last):\n")
            out = lines.out
        }
        var shown = Ref(exception)
        if let message = SyntaxErrorText.append(exception, to: &out, margin: margin) { shown = Ref(message.value) }
        out.append(margin)
        ExceptionText.appendClass(exception.type, to: &out)
        appendMessage(shown.value)
        if let suggestion = Suggestions.of(exception) {
            out.append(". Did you mean: '")
            out.append(suggestion)
            out.append("'?")
        }
        out.append("\n")
        // 3.11.2 forgets the notes of SyntaxErrors.
        if shown.value === exception { appendNotes(exception) }
    }

    /// "module.Class", without the module of built-in classes and those of the main program.
    static func appendClass(_ type: TypePointer, to out: inout TextBuffer, omitMain: Bool = true) {
        var module = Ref.null
        do throws(Raised) { module = try Attributes.get(type.value, Names.module) } catch { PendingException.clear() }
        if module.isNull || !StrObject.isInstance(module.value) {
            out.append("<unknown>.")
        } else if !StrObject.equals(module.value, "builtins") && !(omitMain && StrObject.equals(module.value, "__main__")) {
            out.append(str: module.value)
            out.append(".")
        }
        let name = Classes.qualifiedName(type)
        out.append(str: name.value)
    }

    private func appendMessage(_ value: Value) {
        do throws(Raised) {
            let message = try Repr.str(value)
            if StrObject.length(message.value) == 0 { return }
            out.append(": ")
            out.append(str: message.value)
        } catch {
            PendingException.clear()
            out.append(": <exception str() failed>")
        }
    }

    // MARK: Notes

    private func appendNotes(_ exception: Value) {
        var notes = Ref.null
        do throws(Raised) { notes = try Attributes.getIfPresent(exception, Names.notes) } catch { PendingException.clear() }
        if notes.isNull { return }
        guard Sequences.isSequence(notes.value) else {
            out.append(margin)
            do throws(Raised) { try out.append(reprOf: notes.value) } catch {
                PendingException.clear()
                out.append("<__notes__ repr() failed>")
            }
            // No end of line, as CPython has it.
            return
        }
        var items = Ref.null
        do throws(Raised) { items = try Iteration.tuple(notes.value) } catch { PendingException.clear() }
        if items.isNull { return }
        for index in 0..<TupleObject.count(items.value) {
            var note = TextBuffer()
            do throws(Raised) { try note.append(strOf: TupleObject.item(items.value, index)) } catch {
                PendingException.clear()
                note = TextBuffer()
                note.append("<note str() failed>")
            }
            appendLines(note)
        }
    }
    private func appendLines(_ text: TextBuffer) {
        for line in text.bytes.split(separator: 10, omittingEmptySubsequences: false) {
            out.append(margin)
            out.bytes.append(contentsOf: line)
            out.append("\n")
        }
    }
}
