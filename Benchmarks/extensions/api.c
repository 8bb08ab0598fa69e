// Functions of the C API as C code uses them in loops: nanoseconds a call, or an item, the best of several loops.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <time.h>

enum { ROUNDS = 20000, TIMES = 15 };
static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}
// A function of that name: `items` is counted up by bodies that do more than one thing a round.
#define BENCHMARK(name, rounds, ...)                                                                       \
    static PyObject *name(PyObject *self, PyObject *const *a, Py_ssize_t count) {                          \
        double best = 1e18;                                                                                \
        for (int time = 0; time < TIMES; time++) {                                                         \
            long items = 0;                                                                                \
            double start = now();                                                                          \
            for (int i = 0; i < (rounds); i++) { __VA_ARGS__ }                                             \
            double each = (now() - start) / (items ? items : (rounds));                                    \
            if (each < best) best = each;                                                                  \
        }                                                                                                  \
        return PyFloat_FromDouble(best);                                                                   \
    }
BENCHMARK(dict_next, 100, Py_ssize_t p = 0; PyObject *k, *v; while (PyDict_Next(a[0], &p, &k, &v)) items++;)
BENCHMARK(dict_get, ROUNDS, PyDict_GetItemWithError(a[0], a[1]);)
BENCHMARK(dict_contains, ROUNDS, PyDict_Contains(a[0], a[1]);)
BENCHMARK(dict_set, ROUNDS, PyDict_SetItem(a[0], a[1], a[2]);)
BENCHMARK(set_contains, ROUNDS, PySet_Contains(a[0], a[1]);)
BENCHMARK(get_item, ROUNDS, Py_XDECREF(PyObject_GetItem(a[0], a[1]));)
BENCHMARK(get_attribute, ROUNDS, Py_XDECREF(PyObject_GetAttr(a[0], a[1]));)
BENCHMARK(iterate, 100, PyObject *iterator = PyObject_GetIter(a[0]), *x; while ((x = PyIter_Next(iterator))) { items++; Py_DECREF(x); } Py_DECREF(iterator);)
BENCHMARK(equal, ROUNDS, PyObject_RichCompareBool(a[0], a[1], Py_EQ);)
BENCHMARK(hash_of, ROUNDS, PyObject_Hash(a[0]);)
BENCHMARK(make_int, ROUNDS, Py_DECREF(PyLong_FromLong(100000 + i));)
BENCHMARK(make_float, ROUNDS, Py_DECREF(PyFloat_FromDouble(i));)
BENCHMARK(make_tuple, ROUNDS, Py_DECREF(PyTuple_Pack(2, a[0], a[1]));)
BENCHMARK(call_one, ROUNDS, Py_XDECREF(PyObject_CallOneArg(a[0], a[1]));)
BENCHMARK(call_method, ROUNDS, Py_XDECREF(PyObject_CallMethodOneArg(a[0], a[1], a[2]));)

#define FUNCTION(name) {#name, (PyCFunction)name, METH_FASTCALL}
static PyMethodDef functions[] = {
    FUNCTION(dict_next), FUNCTION(dict_get), FUNCTION(dict_contains), FUNCTION(dict_set), FUNCTION(set_contains), FUNCTION(get_item),
    FUNCTION(get_attribute), FUNCTION(iterate), FUNCTION(equal), FUNCTION(hash_of), FUNCTION(make_int), FUNCTION(make_float),
    FUNCTION(make_tuple), FUNCTION(call_one), FUNCTION(call_method), {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "api", NULL, -1, functions};
PyMODINIT_FUNC PyInit_api(void) { return PyModule_Create(&definition); }
