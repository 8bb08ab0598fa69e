// PyEval_SetTrace, PyEval_SetProfile: functions of C that see what runs. `_lsprof` and coverage tools use them.

import CPythonABI
import Runtime

@c public func PyEval_SetTrace(_ function: Py_tracefunc?, _ object: Object?) {
    Tracing.setTrace(function, value(object))
}
@c public func PyEval_SetProfile(_ function: Py_tracefunc?, _ object: Object?) {
    Tracing.setProfile(function, value(object))
}
/// The same with CPython's audit event. The thread is the current one.
@c public func _PyEval_SetProfile(_ thread: UnsafeMutablePointer<PyThreadState>?, _ function: Py_tracefunc?, _ object: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        try Audit.event("sys.setprofile")
        Tracing.setProfile(function, value(object))
    }
}
@c public func _PyEval_SetTrace(_ thread: UnsafeMutablePointer<PyThreadState>?, _ function: Py_tracefunc?, _ object: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        try Audit.event("sys.settrace")
        Tracing.setTrace(function, value(object))
    }
}
