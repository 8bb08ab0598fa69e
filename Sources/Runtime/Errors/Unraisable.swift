// Exceptions that cannot be raised, since nobody could catch them: in `__del__`, callbacks of weak references, at exit.

import CPythonABI

public enum Unraisable {
    /// Reports the pending exception through `sys.unraisablehook` and clears it. `object` is where it happened, or null; `message`
    /// is what stands in front of it ("Exception ignored in").
    public static func report(_ object: Value, message: String? = nil) {
        guard PendingException.isSet else { return }
        if PendingException.state.pointee.curexc_traceback == nil, let frame = CurrentFrame.fp {
            Tracebacks.add(frame, frame.currentWord)
        }
        let exception = ExceptionObject.take()
        guard ExceptionObject.isInstance(exception.value) else { return }
        let hook = SysModule.attribute("unraisablehook")
        do throws(Raised) {
            if Audit.isWatched {
                let arguments = try UnraisableArguments.make(exception.value, object, message)
                try Audit.event("sys.unraisablehook", hook.isNull ? .none : hook.value, arguments.value)
            }
        } catch {
            let failure = ExceptionObject.take()
            return write(failure.value, .null, "Exception ignored in audit hook")
        }
        if hook.isNull || SysModule.isBuiltin(hook.value, "unraisablehook") {
            write(exception.value, object, message)
            return
        }
        do throws(Raised) {
            let arguments = try UnraisableArguments.make(exception.value, object, message)
            let result = try Call.call(hook.value, arguments.value)
            _ = result.isNull
        } catch {
            let failure = ExceptionObject.take()
            write(failure.value, hook.value, "Exception ignored in sys.unraisablehook")
        }
    }

    /// CPython's report on sys.stderr.
    static func write(_ exception: Value, _ object: Value, _ message: String?) {
        var out = TextBuffer()
        if !object.isNull && !object.isNone {
            out.append("\(message ?? "Exception ignored in"): ")
            do throws(Raised) { try out.append(reprOf: object) } catch {
                PendingException.clear()
                out.append("<object repr() failed>")
            }
            out.append("\n")
        } else if let message {
            out.append("\(message):\n")
        }
        let traceback = Ref(ExceptionMemory.field(exception, 40))
        if !traceback.isNull && Tracebacks.isTraceback(traceback.value) {
            var lines = TracebackText(out)
            lines.append(traceback.value, header: "Traceback (most recent call last):\n")
            out = lines.out
        }
        ExceptionText.appendClass(exception.type, to: &out)
        if !exception.isNone {
            out.append(": ")
            do throws(Raised) { try out.append(strOf: exception) } catch {
                PendingException.clear()
                out.append("<exception str() failed>")
            }
        }
        out.append("\n")
        StandardError.write(out)
    }
}

/// `sys.UnraisableHookArgs`.
enum UnraisableArguments {
    nonisolated(unsafe) static let type = StructSequence.type(
        "UnraisableHookArgs", doc: "UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.",
        fields: [
            StructSequence.Field("exc_type", "Exception type"), StructSequence.Field("exc_value", "Exception value"),
            StructSequence.Field("exc_traceback", "Exception traceback"), StructSequence.Field("err_msg", "Error message"),
            StructSequence.Field("object", "Object causing the exception"),
        ], visible: 5)

    static func make(_ exception: Value, _ object: Value, _ message: String?) throws(Raised) -> Ref {
        let made = StructSequence.make(type)
        StructSequence.set(made.value, 0, Ref(exception.type.value))
        StructSequence.set(made.value, 1, Ref(exception))
        let traceback = ExceptionMemory.field(exception, 40)
        StructSequence.set(made.value, 2, traceback.isNull ? .none : Ref(traceback))
        StructSequence.set(made.value, 3, message.map { StrObject.make($0) } ?? .none)
        StructSequence.set(made.value, 4, object.isNull ? .none : Ref(object))
        StructSequence.finish(made.value)
        return made
    }
}
