// Every way in which functions and methods made in C are called: what arrives, what comes back, and whether the counts balance.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

// What arrived: the receiver's type name, the arguments as they are, the names and values of keywords.
static PyObject *receiver(PyObject *self) { return PyUnicode_FromString(self == NULL ? "NULL" : PyType_Check(self) ? ((PyTypeObject *)self)->tp_name : Py_TYPE(self)->tp_name); }
static PyObject *told(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names) {
    Py_ssize_t extra = names ? PyTuple_GET_SIZE(names) : 0;
    PyObject *given = PyTuple_New(count), *keywords = PyDict_New();
    for (Py_ssize_t i = 0; i < count; i++) PyTuple_SET_ITEM(given, i, Py_NewRef(arguments[i]));
    for (Py_ssize_t i = 0; i < extra; i++) PyDict_SetItem(keywords, PyTuple_GET_ITEM(names, i), arguments[count + i]);
    return Py_BuildValue("(NNN)", receiver(self), given, keywords);
}
static PyObject *none(PyObject *self, PyObject *unused) { return Py_BuildValue("(Nii)", receiver(self), unused == NULL, 0); }
static PyObject *one(PyObject *self, PyObject *argument) { return told(self, &argument, 1, NULL); }
static PyObject *fast(PyObject *self, PyObject *const *arguments, Py_ssize_t count) { return told(self, arguments, count, NULL); }
static PyObject *fast_keywords(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names) { return told(self, arguments, count, names); }
static PyObject *tuple(PyObject *self, PyObject *arguments) { return told(self, &PyTuple_GET_ITEM(arguments, 0), PyTuple_GET_SIZE(arguments), NULL); }
static PyObject *tuple_keywords(PyObject *self, PyObject *arguments, PyObject *keywords) {
    return Py_BuildValue("(NOO)", receiver(self), arguments, keywords && PyDict_GET_SIZE(keywords) ? keywords : Py_None);
}
static PyObject *defining(PyObject *self, PyTypeObject *type, PyObject *const *arguments, Py_ssize_t count, PyObject *names) {
    return Py_BuildValue("(sN)", type->tp_name, told(self, arguments, count, names));
}
// The argument itself, its count seen from inside, and what C code makes of its fields.
static PyObject *same(PyObject *self, PyObject *argument) { return Py_NewRef(argument); }
static PyObject *count_of(PyObject *self, PyObject *argument) { return PyLong_FromSsize_t(Py_REFCNT(argument)); }
static PyObject *count_first(PyObject *self, PyObject *arguments) {
    if (PyTuple_GET_SIZE(arguments) == 0) Py_RETURN_NONE;
    return Py_BuildValue("(nn)", Py_REFCNT(arguments), Py_REFCNT(PyTuple_GET_ITEM(arguments, 0)));
}
static PyObject *identical(PyObject *self, PyObject *const *arguments, Py_ssize_t count) {
    if (count != 2) return PyErr_Format(PyExc_TypeError, "two, not %zd", count);
    return PyBool_FromLong(arguments[0] == arguments[1]);
}
static PyObject *fields(PyObject *self, PyObject *argument) {
    if (PyTuple_Check(argument)) { PyObject *sum = PyLong_FromLong(0); for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(argument); i++) { PyObject *next = PyNumber_Add(sum, PyTuple_GET_ITEM(argument, i)); Py_DECREF(sum); if (next == NULL) return NULL; sum = next; } return sum; }
    if (PyList_Check(argument)) { PyObject *sum = PyLong_FromLong(0); for (Py_ssize_t i = 0; i < PyList_GET_SIZE(argument); i++) { PyObject *next = PyNumber_Add(sum, PyList_GET_ITEM(argument, i)); Py_DECREF(sum); if (next == NULL) return NULL; sum = next; } return sum; }
    if (PyLong_Check(argument)) return Py_BuildValue("(ni)", Py_SIZE(argument), ((PyLongObject *)argument)->ob_digit[0]);
    if (PyFloat_Check(argument)) return PyFloat_FromDouble(PyFloat_AS_DOUBLE(argument) * 2);
    return Py_NewRef(Py_TYPE(argument));
}
// Keeps what it gets, or its tuple of arguments, until asked for it.
static PyObject *kept;
static PyObject *keep(PyObject *self, PyObject *argument) { Py_XSETREF(kept, Py_NewRef(argument)); Py_RETURN_NONE; }
static PyObject *keep_tuple(PyObject *self, PyObject *arguments) { Py_XSETREF(kept, Py_NewRef(arguments)); Py_RETURN_NONE; }
static PyObject *keep_fast(PyObject *self, PyObject *const *arguments, Py_ssize_t count) {
    PyObject *list = PyList_New(0);
    for (Py_ssize_t i = 0; i < count; i++) PyList_Append(list, arguments[i]);
    Py_XSETREF(kept, list);
    Py_RETURN_NONE;
}
static PyObject *give(PyObject *self, PyObject *unused) { PyObject *result = kept ? kept : Py_NewRef(Py_None); kept = NULL; return result; }
// Calls its first argument with the rest, while its own tuple is in use.
static PyObject *through(PyObject *self, PyObject *arguments) {
    PyObject *rest = PyTuple_GetSlice(arguments, 1, PyTuple_GET_SIZE(arguments)), *result = PyObject_Call(PyTuple_GET_ITEM(arguments, 0), rest, NULL);
    Py_DECREF(rest);
    if (result == NULL) return NULL;
    return Py_BuildValue("(nN)", PyTuple_GET_SIZE(arguments), result);
}
// Results of every kind.
static PyObject *result(PyObject *self, PyObject *which) {
    switch (PyLong_AsLong(which)) {
    case 0: return PyLong_FromLong(5);
    case 1: return PyLong_FromLong(-5);
    case 2: return PyLong_FromLong(1000);
    case 3: return PyLong_FromLong(-(1L << 29));
    case 4: return PyLong_FromLong(1L << 30);
    case 5: return PyLong_FromLong(-(1L << 48));
    case 6: return PyLong_FromLong((1L << 48) - 1);
    case 7: return PyLong_FromLong(1L << 48);
    case 8: return PyLong_FromLong(-(1L << 48) - 1);
    case 9: return PyLong_FromUnsignedLong(-1L);
    case 10: return PyLong_FromLong(0);
    case 11: return PyFloat_FromDouble(0.5);
    case 12: return PyFloat_FromDouble(-Py_HUGE_VAL);
    case 13: return PyFloat_FromDouble(Py_NAN);
    case 14: Py_RETURN_TRUE;
    case 15: Py_RETURN_FALSE;
    case 16: Py_RETURN_NONE;
    case 17: return Py_NewRef(Py_Ellipsis);
    case 18: return Py_NewRef(Py_NotImplemented);
    case 19: return PyUnicode_FromString("text");
    case 20: return PyTuple_Pack(2, which, Py_None);
    case 21: return NULL;
    case 22: PyErr_SetString(PyExc_ValueError, "left"); return PyLong_FromLong(7);
    case 23: PyErr_SetString(PyExc_ValueError, "raised"); return NULL;
    default: return Py_NewRef(which);
    }
}
typedef struct { PyObject_HEAD } Object;
#define KINDS \
    {"none", none, METH_NOARGS}, {"one", one, METH_O}, {"fast", (PyCFunction)fast, METH_FASTCALL}, \
    {"fast_keywords", (PyCFunction)fast_keywords, METH_FASTCALL | METH_KEYWORDS}, {"tuple", tuple, METH_VARARGS}, \
    {"tuple_keywords", (PyCFunction)tuple_keywords, METH_VARARGS | METH_KEYWORDS}
#define KINDS_AS(prefix, flag) \
    {prefix "none", none, METH_NOARGS | flag}, {prefix "one", one, METH_O | flag}, {prefix "fast", (PyCFunction)fast, METH_FASTCALL | flag}, \
    {prefix "fast_keywords", (PyCFunction)fast_keywords, METH_FASTCALL | METH_KEYWORDS | flag}, {prefix "tuple", tuple, METH_VARARGS | flag}, \
    {prefix "tuple_keywords", (PyCFunction)tuple_keywords, METH_VARARGS | METH_KEYWORDS | flag}
static PyMethodDef methods[] = {
    KINDS, KINDS_AS("static_", METH_STATIC), KINDS_AS("class_", METH_CLASS), {"coexist", one, METH_O | METH_COEXIST},
    {"defining", (PyCFunction)defining, METH_METHOD | METH_FASTCALL | METH_KEYWORDS}, {"result", result, METH_O}, {NULL},
};
static PyType_Slot slots[] = {{Py_tp_methods, methods}, {0}};
static PyType_Spec spec = {"calls_c.Object", sizeof(Object), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
static PyMethodDef functions[] = {
    KINDS, {"same", same, METH_O}, {"count_of", count_of, METH_O}, {"count_first", count_first, METH_VARARGS},
    {"identical", (PyCFunction)identical, METH_FASTCALL}, {"fields", fields, METH_O}, {"keep", keep, METH_O}, {"keep_tuple", keep_tuple, METH_VARARGS},
    {"keep_fast", (PyCFunction)keep_fast, METH_FASTCALL}, {"give", give, METH_NOARGS}, {"through", through, METH_VARARGS}, {"result", result, METH_O}, {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "calls_c", NULL, -1, functions};
PyMODINIT_FUNC PyInit_calls_c(void) {
    PyObject *module = PyModule_Create(&definition);
    if (module) PyModule_AddObject(module, "Object", PyType_FromSpec(&spec));
    return module;
}
