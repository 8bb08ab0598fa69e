// A number with operators, subscripts and computed attributes, all made in C, for loops that are compiled: what is called, with what, how often.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct { PyObject_HEAD long value; } Number;
static PyTypeObject Number_Type, Other_Type;
static long calls;
static PyObject *callback;  // Called before each operation, if there is one.
static int called(void) {
    calls++;
    if (callback == NULL) return 0;
    PyObject *result = PyObject_CallNoArgs(callback);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}
static PyObject *make(PyTypeObject *type, long value) {
    Number *number = PyObject_New(Number, type);
    if (number) number->value = value;
    return (PyObject *)number;
}
// The value of an operand; what is no number of this module, no int and no float is declined.
static int value_of(PyObject *object, long *value) {
    if (Py_TYPE(object) == &Number_Type || Py_TYPE(object) == &Other_Type) { *value = ((Number *)object)->value; return 1; }
    if (PyLong_Check(object)) {
        *value = PyLong_AsLong(object);
        if (*value == 99999) return 0;
        return *value == -1 && PyErr_Occurred() ? -1 : 1;
    }
    if (PyFloat_Check(object)) { *value = (long)(PyFloat_AS_DOUBLE(object) * 10); return *value == 99999 ? 0 : 1; }
    return 0;
}
#define OPERATOR(name, expression)                                                  \
    static PyObject *name(PyObject *a, PyObject *b) {                               \
        long x, y;                                                                  \
        if (called() < 0) return NULL;                                              \
        int first = value_of(a, &x), second = value_of(b, &y);                      \
        if (first < 0 || second < 0) return NULL;                                   \
        if (!first || !second) Py_RETURN_NOTIMPLEMENTED;                            \
        return expression;                                                          \
    }
OPERATOR(add, make(&Number_Type, x + y))
OPERATOR(subtract, PyLong_FromLong(x - y))
OPERATOR(multiply, PyFloat_FromDouble(x * (double)y))
OPERATOR(divide, y ? Py_BuildValue("(ll)", x, y) : (PyErr_SetString(PyExc_ZeroDivisionError, "by nothing"), NULL))
OPERATOR(and, Py_NewRef(x && y ? Py_True : Py_None))
OPERATOR(shift, Py_NewRef(a))
OPERATOR(in_place_subtract, make(&Number_Type, x - y - 1000))
static PyObject *subscript(PyObject *self, PyObject *key) {
    if (called() < 0) return NULL;
    if (PyLong_Check(key)) {
        long index = PyLong_AsLong(key);
        if (index == -1 && PyErr_Occurred()) return NULL;
        if (index > 1000000) return PyErr_Format(PyExc_IndexError, "no %ld", index);
        return PyLong_FromLong(((Number *)self)->value + index);
    }
    if (PySlice_Check(key)) { PySliceObject *slice = (PySliceObject *)key; return PyTuple_Pack(3, slice->start, slice->stop, slice->step); }
    if (PyTuple_Check(key)) return PyLong_FromSsize_t(PyTuple_GET_SIZE(key));
    return Py_NewRef(key);
}
static int store(PyObject *self, PyObject *key, PyObject *value) {
    if (called() < 0) return -1;
    if (value == NULL) { PyErr_SetString(PyExc_TypeError, "nothing is deleted"); return -1; }
    if (!PyLong_Check(key)) { PyErr_SetObject(PyExc_KeyError, key); return -1; }
    ((Number *)self)->value = PyLong_AsLong(key) * 1000 + (PyLong_Check(value) ? PyLong_AsLong(value) : Py_REFCNT(value) > 0);
    return PyErr_Occurred() ? -1 : 0;
}
static Py_ssize_t length(PyObject *self) {
    if (called() < 0) return -1;
    if (((Number *)self)->value < 0) PyErr_SetString(PyExc_ValueError, "less than nothing");
    return ((Number *)self)->value < 0 ? -1 : ((Number *)self)->value;
}
static PyObject *get(PyObject *self, void *closure) {
    if (called() < 0) return NULL;
    switch ((long)closure) {
    case 0: return PyLong_FromLong(((Number *)self)->value);
    case 1: return PyFloat_FromDouble(((Number *)self)->value / 2.0);
    case 2: Py_RETURN_NONE;
    case 3: PyErr_SetString(PyExc_AttributeError, "hidden"); return NULL;
    default: return Py_NewRef(self);
    }
}
static PyObject *number_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords) {
    long value = 0;
    if (!PyArg_ParseTuple(arguments, "|l", &value)) return NULL;
    Number *number = (Number *)type->tp_alloc(type, 0);
    if (number) number->value = value;
    return (PyObject *)number;
}
static PyObject *number_repr(PyObject *self) { return PyUnicode_FromFormat("%s(%ld)", Py_TYPE(self)->tp_name, ((Number *)self)->value); }
static PyObject *compare(PyObject *a, PyObject *b, int operation) {
    if (Py_TYPE(b) != Py_TYPE(a)) Py_RETURN_NOTIMPLEMENTED;
    Py_RETURN_RICHCOMPARE(((Number *)a)->value, ((Number *)b)->value, operation);
}
static PyNumberMethods numbers = {
    .nb_add = add, .nb_subtract = subtract, .nb_multiply = multiply, .nb_true_divide = divide, .nb_and = and, .nb_lshift = shift,
    .nb_inplace_subtract = in_place_subtract,
};
static PyMappingMethods mapping = {.mp_subscript = subscript, .mp_ass_subscript = store, .mp_length = length};
static PyGetSetDef getset[] = {{"value", get, NULL, NULL, (void *)0}, {"half", get, NULL, NULL, (void *)1}, {"nothing", get, NULL, NULL, (void *)2},
    {"hidden", get, NULL, NULL, (void *)3}, {"itself", get, NULL, NULL, (void *)4}, {NULL}};
#define TYPE(name)                                                                                                          \
    static PyTypeObject name##_Type = {                                                                                     \
        PyVarObject_HEAD_INIT(NULL, 0).tp_name = "operands_c." #name, .tp_basicsize = sizeof(Number), .tp_new = number_new, \
        .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, .tp_as_number = &numbers, .tp_as_mapping = &mapping,          \
        .tp_getset = getset, .tp_repr = number_repr, .tp_richcompare = compare,                                             \
    }
TYPE(Number);
TYPE(Other);
static PyObject *count(PyObject *module, PyObject *unused) { long now = calls; calls = 0; return PyLong_FromLong(now); }
static PyObject *before(PyObject *module, PyObject *function) { Py_XSETREF(callback, function == Py_None ? NULL : Py_NewRef(function)); Py_RETURN_NONE; }
static PyMethodDef functions[] = {{"count", count, METH_NOARGS}, {"before", before, METH_O}, {NULL}};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "operands_c", NULL, -1, functions};
PyMODINIT_FUNC PyInit_operands_c(void) {
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyType_Ready(&Number_Type) < 0 || PyType_Ready(&Other_Type) < 0) return NULL;
    PyModule_AddType(module, &Number_Type);
    PyModule_AddType(module, &Other_Type);
    return module;
}
