// Modules that do not start as they should: one library, several entry points.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyMethodDef no_methods[] = {{NULL}};
#define DEFINITION(name, size, slots) {PyModuleDef_HEAD_INIT, name, NULL, size, no_methods, slots}

// Fails with an exception, fails without, and leaves one behind.
PyMODINIT_FUNC PyInit_bad_raises(void) { PyErr_SetString(PyExc_ZeroDivisionError, "at init"); return NULL; }
PyMODINIT_FUNC PyInit_bad_silent(void) { return NULL; }
static PyModuleDef left = DEFINITION("bad_left", -1, NULL);
PyMODINIT_FUNC PyInit_bad_left(void) { PyObject *module = PyModule_Create(&left); PyErr_SetString(PyExc_ValueError, "left"); return module; }
// No module at all.
PyMODINIT_FUNC PyInit_bad_object(void) { return PyLong_FromLong(300000); }
static PyObject untyped = {1, NULL};
PyMODINIT_FUNC PyInit_bad_untyped(void) { return &untyped; }

// Multi-phase: a create slot that fails, an execute slot that fails in each way, bad slots.
static PyObject *create_fails(PyObject *spec, PyModuleDef *definition) { PyErr_SetString(PyExc_KeyError, "create"); return NULL; }
static PyObject *create_silent(PyObject *spec, PyModuleDef *definition) { return NULL; }
static PyObject *create_left(PyObject *spec, PyModuleDef *definition) { PyErr_SetString(PyExc_KeyError, "left"); return PyModule_New("x"); }
static PyObject *create_other(PyObject *spec, PyModuleDef *definition) { return PyObject_GetAttrString(spec, "name"); }
static int execute_fails(PyObject *module) { PyErr_SetString(PyExc_KeyError, "execute"); return -1; }
static int execute_silent(PyObject *module) { return -1; }
static int execute_left(PyObject *module) { PyErr_SetString(PyExc_KeyError, "left"); return 0; }
#define MULTI(name, size, ...) \
    static PyModuleDef_Slot name##_slots[] = {__VA_ARGS__, {0}}; \
    static PyModuleDef name##_definition = DEFINITION(#name, size, name##_slots); \
    PyMODINIT_FUNC PyInit_##name(void) { return PyModuleDef_Init(&name##_definition); }
MULTI(bad_create, 0, {Py_mod_create, create_fails})
MULTI(bad_create_silent, 0, {Py_mod_create, create_silent})
MULTI(bad_create_left, 0, {Py_mod_create, create_left})
MULTI(bad_create_other, 0, {Py_mod_create, create_other})
MULTI(bad_create_state, 8, {Py_mod_create, create_other})
MULTI(bad_create_twice, 0, {Py_mod_create, create_other}, {Py_mod_create, create_other})
MULTI(bad_execute, 0, {Py_mod_exec, execute_fails})
MULTI(bad_execute_silent, 0, {Py_mod_exec, execute_silent})
MULTI(bad_execute_left, 0, {Py_mod_exec, execute_left})
MULTI(bad_slot, 0, {77, create_other})
MULTI(bad_size, -1, {Py_mod_exec, execute_left})

// Good ones: with state, in single phase, and with a name that is not ASCII.
typedef struct { int number; } State;
static PyObject *next_number(PyObject *module, PyObject *unused) { return PyLong_FromLong(++((State *)PyModule_GetState(module))->number); }
static PyMethodDef good_methods[] = {{"next", next_number, METH_NOARGS, "next()\n--\n\nThe next number."}, {NULL}};
static int good_execute(PyObject *module) { ((State *)PyModule_GetState(module))->number = 10; return PyModule_AddStringConstant(module, "text", "good"); }
static PyModuleDef_Slot good_slots[] = {{Py_mod_exec, good_execute}, {0}};
static PyModuleDef good = {PyModuleDef_HEAD_INIT, "good_multi", "Good.", sizeof(State), good_methods, good_slots};
PyMODINIT_FUNC PyInit_good_multi(void) { return PyModuleDef_Init(&good); }
static PyModuleDef single = {PyModuleDef_HEAD_INIT, "good_single", NULL, sizeof(State), good_methods};
PyMODINIT_FUNC PyInit_good_single(void) {
    PyObject *module = PyModule_Create(&single);
    ((State *)PyModule_GetState(module))->number = 20;
    return module;
}
static PyModuleDef unicode = DEFINITION("\xC3\xA9t\xC3\xA9", 0, NULL);
PyMODINIT_FUNC PyInitU_t_9fab(void) { return PyModuleDef_Init(&unicode); }
