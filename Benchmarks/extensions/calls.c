// Functions of C that do nearly nothing: what a call costs.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *nothing(PyObject *self, PyObject *unused) { Py_RETURN_NONE; }
static PyObject *one(PyObject *self, PyObject *argument) { return Py_NewRef(argument); }
static PyObject *fast(PyObject *self, PyObject *const *arguments, Py_ssize_t count) { return Py_NewRef(arguments[count - 1]); }
static PyObject *tuple(PyObject *self, PyObject *arguments) { return Py_NewRef(PyTuple_GET_ITEM(arguments, 0)); }
static PyObject *keywords(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names) { return Py_NewRef(arguments[0]); }
static PyObject *sum(PyObject *self, PyObject *list) {
    long total = 0;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(list); i++) total += PyLong_AsLong(PyList_GET_ITEM(list, i));
    return PyLong_FromLong(total);
}
static PyMethodDef functions[] = {
    {"nothing", nothing, METH_NOARGS}, {"one", one, METH_O}, {"fast", (PyCFunction)fast, METH_FASTCALL}, {"tuple", tuple, METH_VARARGS},
    {"keywords", (PyCFunction)keywords, METH_FASTCALL | METH_KEYWORDS}, {"sum", sum, METH_O}, {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "calls", NULL, -1, functions};
PyMODINIT_FUNC PyInit_calls(void) { return PyModule_Create(&definition); }
