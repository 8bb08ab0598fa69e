// Iterators made in C whose end has a value, and C code that steps iterators of Python: tp_iternext, am_send, PyIter_Send.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct { PyObject_HEAD int left; PyObject *value; } Countdown;

// Counts down; the end is a StopIteration with a value, or NULL alone if there is none.
static PyObject *countdown_next(Countdown *self) {
    if (self->left > 0) return PyLong_FromLong(self->left--);
    if (self->value == NULL) return NULL;
    _PyGen_SetStopIterationValue(self->value);
    return NULL;
}
static PyObject *countdown_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    int left;
    PyObject *value = NULL;
    if (!PyArg_ParseTuple(args, "i|O", &left, &value)) return NULL;
    Countdown *self = (Countdown *)type->tp_alloc(type, 0);
    if (self == NULL) return NULL;
    self->left = left;
    self->value = Py_XNewRef(value);
    return (PyObject *)self;
}
static void countdown_dealloc(Countdown *self) {
    Py_XDECREF(self->value);
    Py_TYPE(self)->tp_free(self);
}
static PyAsyncMethods countdown_async = {.am_await = PyObject_SelfIter};
static PyTypeObject Countdown_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "iterators_c.Countdown", .tp_basicsize = sizeof(Countdown), .tp_new = countdown_new,
    .tp_dealloc = (destructor)countdown_dealloc, .tp_iter = PyObject_SelfIter, .tp_iternext = (iternextfunc)countdown_next,
    .tp_as_async = &countdown_async, .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};

// The same with am_send, which takes what is sent and gives it back; None counts.
static PySendResult sender_send(PyObject *object, PyObject *sent, PyObject **result) {
    Countdown *self = (Countdown *)object;
    if (self->left-- > 0) {
        *result = Py_BuildValue("(sO)", "sent", sent);
        return *result ? PYGEN_NEXT : PYGEN_ERROR;
    }
    if (self->value == NULL) {
        *result = NULL;
        PyErr_SetString(PyExc_ZeroDivisionError, "no value");
        return PYGEN_ERROR;
    }
    *result = Py_NewRef(self->value);
    return PYGEN_RETURN;
}
static PyAsyncMethods sender_async = {.am_await = PyObject_SelfIter, .am_send = sender_send};
static PyTypeObject Sender_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "iterators_c.Sender", .tp_basicsize = sizeof(Countdown), .tp_new = countdown_new,
    .tp_dealloc = (destructor)countdown_dealloc, .tp_iter = PyObject_SelfIter, .tp_iternext = (iternextfunc)countdown_next,
    .tp_as_async = &sender_async, .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};

// PyIter_Send until the end: what was yielded, then what was returned.
static PyObject *drive(PyObject *module, PyObject *args) {
    PyObject *iterator, *sent = Py_None;
    if (!PyArg_ParseTuple(args, "O|O", &iterator, &sent)) return NULL;
    PyObject *list = PyList_New(0), *result;
    for (int i = 0; i < 20; i++) {
        PySendResult status = PyIter_Send(iterator, i == 0 ? Py_None : sent, &result);
        if (status == PYGEN_ERROR) { Py_DECREF(list); return NULL; }
        PyObject *pair = Py_BuildValue("(iN)", status, result);
        PyList_Append(list, pair);
        Py_DECREF(pair);
        if (status == PYGEN_RETURN) break;
    }
    return list;
}
// tp_iternext itself, and what it leaves behind at the end.
static PyObject *step(PyObject *module, PyObject *iterator) {
    PyObject *list = PyList_New(0);
    for (int i = 0; i < 20; i++) {
        PyObject *item = Py_TYPE(iterator)->tp_iternext(iterator);
        if (item == NULL) break;
        PyList_Append(list, item);
        Py_DECREF(item);
    }
    PyObject *value = NULL;
    if (_PyGen_FetchStopIterationValue(&value) < 0) { Py_DECREF(list); return NULL; }
    return Py_BuildValue("(NN)", list, value);
}
static PyObject *has_send(PyObject *module, PyObject *object) {
    PyAsyncMethods *table = Py_TYPE(object)->tp_as_async;
    return PyBool_FromLong(table && table->am_send);
}
// A string whose characters are written after it is made.
static PyObject *late_text(PyObject *module, PyObject *args) {
    const char *text;
    Py_ssize_t count;
    if (!PyArg_ParseTuple(args, "s#", &text, &count)) return NULL;
    PyObject *string = PyUnicode_FromUnicode(NULL, count);
    if (string == NULL) return NULL;
    Py_UNICODE *characters = PyUnicode_AS_UNICODE(string);
    for (Py_ssize_t i = 0; i < count; i++) characters[i] = (unsigned char)text[i] == '?' ? 0x20AC : (unsigned char)text[i];
    return string;
}
static PyMethodDef functions[] = {
    {"drive", drive, METH_VARARGS}, {"step", step, METH_O}, {"has_send", has_send, METH_O}, {"late_text", late_text, METH_VARARGS}, {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "iterators_c", NULL, -1, functions};
PyMODINIT_FUNC PyInit_iterators_c(void) {
    if (PyType_Ready(&Countdown_Type) < 0 || PyType_Ready(&Sender_Type) < 0) return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL) return NULL;
    PyModule_AddObjectRef(module, "Countdown", (PyObject *)&Countdown_Type);
    PyModule_AddObjectRef(module, "Sender", (PyObject *)&Sender_Type);
    return module;
}
