// Errors from C and through C, results that break the rules, and recursion through callbacks.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <frameobject.h>

static PyObject *module_error;

static PyObject *null_result(PyObject *self, PyObject *unused) { return NULL; }
static PyObject *result_and_error(PyObject *self, PyObject *unused) { PyErr_SetString(PyExc_ValueError, "left behind"); Py_RETURN_NONE; }
static PyObject *set(PyObject *self, PyObject *args) {
    PyObject *type, *value;
    if (!PyArg_ParseTuple(args, "OO", &type, &value)) return NULL;
    PyErr_SetObject(type, value);
    return NULL;
}
static PyObject *set_none(PyObject *self, PyObject *type) { PyErr_SetNone(type); return NULL; }
static PyObject *own(PyObject *self, PyObject *unused) { PyErr_SetString(module_error, "own error"); return NULL; }
static PyObject *from_errno(PyObject *self, PyObject *args) {
    int number;
    PyObject *path = NULL;
    if (!PyArg_ParseTuple(args, "i|O", &number, &path)) return NULL;
    errno = number;
    return path ? PyErr_SetFromErrnoWithFilenameObject(PyExc_OSError, path) : PyErr_SetFromErrno(PyExc_OSError);
}
static PyObject *import_error(PyObject *self, PyObject *unused) {
    PyObject *text = PyUnicode_FromString("text"), *name = PyUnicode_FromString("name"), *path = PyUnicode_FromString("path");
    PyErr_SetImportError(text, name, path);
    Py_DECREF(text); Py_DECREF(name); Py_DECREF(path);
    return NULL;
}
static PyObject *no_memory(PyObject *self, PyObject *unused) { return PyErr_NoMemory(); }
static PyObject *bad_call(PyObject *self, PyObject *unused) { PyErr_BadInternalCall(); return NULL; }
static PyObject *bad_argument(PyObject *self, PyObject *unused) { PyErr_BadArgument(); return NULL; }
// Calls and tells what was raised: type, value, whether there is a traceback; then raises it again if asked to.
static PyObject *fetch(PyObject *self, PyObject *args) {
    PyObject *function;
    int again = 0;
    if (!PyArg_ParseTuple(args, "O|p", &function, &again)) return NULL;
    PyObject *result = PyObject_CallNoArgs(function);
    if (result) return result;
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (again) { PyErr_Restore(type, value, traceback); return NULL; }
    PyObject *told = Py_BuildValue("(OOiO)", type, value, traceback != NULL, ((PyBaseExceptionObject *)value)->args);
    Py_XDECREF(type); Py_XDECREF(value); Py_XDECREF(traceback);
    return told;
}
static PyObject *matches(PyObject *self, PyObject *args) {
    PyObject *function, *classes;
    if (!PyArg_ParseTuple(args, "OO", &function, &classes)) return NULL;
    PyObject *result = PyObject_CallNoArgs(function);
    if (result) return result;
    if (!PyErr_ExceptionMatches(classes)) return NULL;
    PyErr_Clear();
    return PyUnicode_FromString("matched");
}
static PyObject *chain(PyObject *self, PyObject *function) {
    PyObject *result = PyObject_CallNoArgs(function);
    if (result) return result;
    PyObject *type, *cause, *traceback;
    PyErr_Fetch(&type, &cause, &traceback);
    PyErr_NormalizeException(&type, &cause, &traceback);
    PyException_SetTraceback(cause, traceback ? traceback : Py_None);
    Py_XDECREF(type); Py_XDECREF(traceback);
    PyErr_Format(PyExc_RuntimeError, "because of %R", cause);
    PyObject *type2, *value2, *traceback2;
    PyErr_Fetch(&type2, &value2, &traceback2);
    PyErr_NormalizeException(&type2, &value2, &traceback2);
    PyException_SetCause(value2, cause);
    PyErr_Restore(type2, value2, traceback2);
    return NULL;
}
static PyObject *handled(PyObject *self, PyObject *unused) {
    PyObject *type, *value, *traceback;
    PyErr_GetExcInfo(&type, &value, &traceback);
    PyObject *told = Py_BuildValue("(OO)", type ? type : Py_None, value ? value : Py_None);
    Py_XDECREF(type); Py_XDECREF(value); Py_XDECREF(traceback);
    return told;
}
static PyObject *warn(PyObject *self, PyObject *level) {
    if (PyErr_WarnEx(PyExc_UserWarning, "a warning of C", PyLong_AsLong(level)) < 0) return NULL;
    if (PyErr_WarnFormat(PyExc_DeprecationWarning, 1, "number %d", 7) < 0) return NULL;
    Py_RETURN_NONE;
}
static PyObject *unraisable(PyObject *self, PyObject *object) {
    PyErr_SetString(PyExc_ValueError, "nobody can catch this");
    PyErr_WriteUnraisable(object);
    Py_RETURN_NONE;
}
static PyObject *new_exception(PyObject *self, PyObject *base) {
    PyObject *dict = Py_BuildValue("{s:i}", "code", 5);
    PyObject *type = PyErr_NewExceptionWithDoc("errors_c.Made", "Made by C.", base == Py_None ? NULL : base, dict);
    Py_DECREF(dict);
    return type;
}
// A traceback entry of C's own, as Cython makes them.
static PyObject *traced(PyObject *self, PyObject *function) {
    PyObject *result = PyObject_CallNoArgs(function);
    if (result) return result;
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyCodeObject *code = PyCode_NewEmpty("made.pyx", "made_function", 10);
    PyObject *globals = PyDict_New();
    PyFrameObject *frame = PyFrame_New(PyThreadState_Get(), code, globals, NULL);
    PyErr_Restore(type, value, traceback);
    ((struct { PyObject_HEAD PyFrameObject *back; void *frame; PyObject *trace; int line; } *)frame)->line = 42;
    PyTraceBack_Here(frame);
    Py_DECREF(code); Py_DECREF(globals); Py_DECREF(frame);
    return NULL;
}
static PyObject *recurse(PyObject *self, PyObject *function) { return PyObject_CallOneArg(function, function); }
static PyObject *guarded(PyObject *self, PyObject *function) {
    if (Py_EnterRecursiveCall(" in C")) return NULL;
    PyObject *result = PyObject_CallOneArg(function, function);
    Py_LeaveRecursiveCall();
    return result;
}
static PyObject *call_method(PyObject *self, PyObject *args) {
    PyObject *object;
    const char *name;
    if (!PyArg_ParseTuple(args, "Os", &object, &name)) return NULL;
    return PyObject_CallMethod(object, name, "(is)", 1, "two");
}
// The pending exception read and written in the thread state itself, as Cython does it.
static PyObject *thread_state(PyObject *self, PyObject *function) {
    PyThreadState *state = PyThreadState_Get();
    PyObject *result = PyObject_CallNoArgs(function);
    if (result) return result;
    PyObject *type = state->curexc_type, *value = state->curexc_value, *traceback = state->curexc_traceback;
    state->curexc_type = state->curexc_value = state->curexc_traceback = NULL;
    int clean = PyErr_Occurred() == NULL;
    PyObject *told = Py_BuildValue("(OiO)", type, clean, state->exc_info->exc_value ? state->exc_info->exc_value : Py_None);
    Py_XDECREF(type); Py_XDECREF(value); Py_XDECREF(traceback);
    return told;
}

static PyMethodDef functions[] = {
    {"null_result", null_result, METH_NOARGS}, {"result_and_error", result_and_error, METH_NOARGS}, {"set", set, METH_VARARGS},
    {"set_none", set_none, METH_O}, {"own", own, METH_NOARGS}, {"from_errno", from_errno, METH_VARARGS}, {"import_error", import_error, METH_NOARGS},
    {"no_memory", no_memory, METH_NOARGS}, {"bad_call", bad_call, METH_NOARGS}, {"bad_argument", bad_argument, METH_NOARGS},
    {"fetch", fetch, METH_VARARGS}, {"matches", matches, METH_VARARGS}, {"chain", chain, METH_O}, {"handled", handled, METH_NOARGS},
    {"warn", warn, METH_O}, {"unraisable", unraisable, METH_O}, {"new_exception", new_exception, METH_O}, {"traced", traced, METH_O},
    {"recurse", recurse, METH_O}, {"guarded", guarded, METH_O}, {"call_method", call_method, METH_VARARGS}, {"thread_state", thread_state, METH_O},
    {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "errors_c", NULL, -1, functions};
PyMODINIT_FUNC PyInit_errors_c(void) {
    PyObject *module = PyModule_Create(&definition);
    module_error = PyErr_NewException("errors_c.Error", PyExc_LookupError, NULL);
    Py_INCREF(module_error);
    PyModule_AddObject(module, "Error", module_error);
    return module;
}
