// What C reads and writes without a call: fields of lists, tuples, strs, ints, exceptions; borrowed references; reference counts; buffers;
// capsules; threads that come in from outside.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <frameobject.h>
#include <pthread.h>

// MARK: Fields

static PyObject *read_list(PyObject *self, PyObject *list) {
    PyObject *copy = PyList_New(PyList_GET_SIZE(list));
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(list); i++) {
        PyObject *item = ((PyListObject *)list)->ob_item[i];
        PyList_SET_ITEM(copy, i, Py_NewRef(item));
    }
    return copy;
}
// Appends as Cython does: into the room behind the items, without a call.
static PyObject *append_raw(PyObject *self, PyObject *args) {
    PyObject *list, *item;
    if (!PyArg_ParseTuple(args, "O!O", &PyList_Type, &list, &item)) return NULL;
    PyListObject *l = (PyListObject *)list;
    Py_ssize_t size = Py_SIZE(list);
    if (l->allocated > size && size > l->allocated / 2) {
        PyList_SET_ITEM(list, size, Py_NewRef(item));
        Py_SET_SIZE(list, size + 1);
    } else if (PyList_Append(list, item) < 0) return NULL;
    Py_RETURN_NONE;
}
static PyObject *fill_tuple(PyObject *self, PyObject *function) {
    PyObject *tuple = PyTuple_New(4);
    for (int i = 0; i < 4; i++) {
        PyObject *item = PyObject_CallFunction(function, "i", i);
        if (item == NULL) { Py_DECREF(tuple); return NULL; }
        PyTuple_SET_ITEM(tuple, i, item);
    }
    return tuple;
}
static PyObject *sorted_copy(PyObject *self, PyObject *iterable) {
    PyObject *list = PySequence_List(iterable);
    if (list == NULL || PyList_Sort(list) < 0 || PyList_Append(list, Py_None) < 0 || PyList_Reverse(list) < 0) { Py_XDECREF(list); return NULL; }
    return list;
}
// Tuples from an iterator, their items read without a call.
static PyObject *first_items(PyObject *self, PyObject *iterable) {
    PyObject *iterator = PyObject_GetIter(iterable), *item, *result = PyList_New(0);
    if (iterator == NULL) return NULL;
    while ((item = PyIter_Next(iterator))) {
        PyList_Append(result, PyTuple_GET_ITEM(item, 0));
        Py_DECREF(item);
    }
    Py_DECREF(iterator);
    return result;
}
static PyObject *digits(PyObject *self, PyObject *number) {
    if (!PyLong_Check(number)) return PyErr_Format(PyExc_TypeError, "an int, not %.50s", Py_TYPE(number)->tp_name);
    Py_ssize_t size = Py_SIZE(number), count = Py_ABS(size);
    PyObject *list = PyList_New(0);
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *digit = PyLong_FromLong(((PyLongObject *)number)->ob_digit[i]);
        PyList_Append(list, digit);
        Py_DECREF(digit);
    }
    return Py_BuildValue("nN", size, list);
}
static PyObject *text(PyObject *self, PyObject *string) {
    PyObject *hash = PyLong_FromSsize_t(PyObject_Hash(string));
    int same = PyLong_AsSsize_t(hash) == ((PyASCIIObject *)string)->hash;
    return Py_BuildValue("niiiCNi", PyUnicode_GET_LENGTH(string), PyUnicode_KIND(string), PyUnicode_IS_ASCII(string), PyUnicode_IS_READY(string),
        PyUnicode_GET_LENGTH(string) ? PyUnicode_READ_CHAR(string, 0) : 'x', PyUnicode_FromKindAndData(PyUnicode_KIND(string), PyUnicode_DATA(string), PyUnicode_GET_LENGTH(string)), same);
}
static PyObject *write_text(PyObject *self, PyObject *character) {
    PyObject *made = PyUnicode_New(5, PyUnicode_READ_CHAR(character, 0));
    for (int i = 0; i < 5; i++) PyUnicode_WRITE(PyUnicode_KIND(made), PyUnicode_DATA(made), i, i == 2 ? PyUnicode_READ_CHAR(character, 0) : 'a' + i);
    return made;
}
static PyObject *numbers(PyObject *self, PyObject *object) {
    if (PyFloat_Check(object)) return Py_BuildValue("sd", "float", PyFloat_AS_DOUBLE(object));
    if (PyComplex_Check(object)) return Py_BuildValue("sdd", "complex", ((PyComplexObject *)object)->cval.real, ((PyComplexObject *)object)->cval.imag);
    if (PyBytes_Check(object)) return Py_BuildValue("sny", "bytes", PyBytes_GET_SIZE(object), PyBytes_AS_STRING(object));
    if (PyByteArray_Check(object)) return Py_BuildValue("sny", "bytearray", PyByteArray_GET_SIZE(object), PyByteArray_AS_STRING(object));
    if (PySlice_Check(object)) { PySliceObject *s = (PySliceObject *)object; return Py_BuildValue("sOOO", "slice", s->start, s->stop, s->step); }
    if (PyMethod_Check(object)) return Py_BuildValue("sOO", "method", PyMethod_GET_FUNCTION(object), PyMethod_GET_SELF(object));
    if (PyCell_Check(object)) return Py_BuildValue("sO", "cell", PyCell_GET(object) ? PyCell_GET(object) : Py_None);
    if (PyDict_Check(object)) return Py_BuildValue("sni", "dict", ((PyDictObject *)object)->ma_used, ((PyDictObject *)object)->ma_version_tag != 0);
    if (PyAnySet_Check(object)) return Py_BuildValue("sn", "set", PySet_GET_SIZE(object));
    if (PyCFunction_Check(object)) return Py_BuildValue("ss", "builtin", ((PyCFunctionObject *)object)->m_ml->ml_name);
    if (PyExceptionInstance_Check(object)) return Py_BuildValue("sO", "exception", ((PyBaseExceptionObject *)object)->args);
    if (PyTuple_Check(object)) return Py_BuildValue("snO", "tuple", PyTuple_GET_SIZE(object), PyTuple_GET_SIZE(object) ? PyTuple_GET_ITEM(object, 0) : Py_None);
    if (PyModule_Check(object)) return Py_BuildValue("ss", "module", PyModule_GetName(object));
    return Py_BuildValue("ss", "other", Py_TYPE(object)->tp_name);
}
// Slots called straight from the type.
static PyObject *slots(PyObject *self, PyObject *object) {
    PyTypeObject *t = Py_TYPE(object);
    PyObject *shown = t->tp_repr(object);
    PyObject *name = PyUnicode_InternFromString("__class__");
    PyObject *kind = t->tp_getattro(object, name);
    PyObject *same = t->tp_richcompare ? t->tp_richcompare(object, object, Py_EQ) : Py_NewRef(Py_None);
    PyObject *sum = t->tp_as_number && t->tp_as_number->nb_add ? t->tp_as_number->nb_add(object, object) : Py_NewRef(Py_NotImplemented);
    Py_ssize_t length = t->tp_as_sequence && t->tp_as_sequence->sq_length ? t->tp_as_sequence->sq_length(object) : -1;
    PyObject *items = PyList_New(0);
    if (t->tp_iter) {
        PyObject *iterator = t->tp_iter(object), *item;
        while ((item = Py_TYPE(iterator)->tp_iternext(iterator))) { PyList_Append(items, item); Py_DECREF(item); }
        Py_DECREF(iterator);
        if (PyErr_Occurred()) return NULL;
    }
    Py_DECREF(name);
    return Py_BuildValue("NNNNnNi", shown, kind, same, sum, length, items, t->tp_getattro == PyObject_GenericGetAttr);
}

// MARK: Borrowed references

static PyObject *borrow(PyObject *self, PyObject *dict) {
    PyObject *first = PyDict_GetItemString(dict, "a");
    PyObject *again = PyDict_GetItemString(dict, "a");
    int same = first == again;
    PyObject *number = PyFloat_FromDouble(2.5);
    PyDict_SetItemString(dict, "new", number);
    int kept = PyDict_GetItemString(dict, "new") == number;
    Py_DECREF(number);
    PyObject *key, *value, *pairs = PyList_New(0);
    Py_ssize_t position = 0;
    while (PyDict_Next(dict, &position, &key, &value)) { PyObject *pair = PyTuple_Pack(2, key, value); PyList_Append(pairs, pair); Py_DECREF(pair); }
    return Py_BuildValue("iiN", same, kept, pairs);
}
static PyObject *versions(PyObject *self, PyObject *dict) {
    uint64_t a = ((PyDictObject *)dict)->ma_version_tag;
    PyDict_SetItemString(dict, "v", Py_None);
    uint64_t b = ((PyDictObject *)dict)->ma_version_tag;
    PyDict_DelItemString(dict, "v");
    uint64_t c = ((PyDictObject *)dict)->ma_version_tag;
    return Py_BuildValue("ii", a != b, b != c);
}
static PyObject *keep_list(PyObject *self, PyObject *list) {
    PyObject *item = PyFloat_FromDouble(1.25);
    PyList_Append(list, item);
    Py_ssize_t last = PyList_GET_SIZE(list) - 1;
    int same = PyList_GET_ITEM(list, last) == item && PyList_GetItem(list, last) == item;
    Py_DECREF(item);
    return Py_BuildValue("id", same, PyFloat_AS_DOUBLE(PyList_GET_ITEM(list, last)));
}

// MARK: Reference counts

static PyObject *count(PyObject *self, PyObject *object) { return PyLong_FromSsize_t(Py_REFCNT(object)); }
static PyObject *balance(PyObject *self, PyObject *object) {
    Py_ssize_t before = Py_REFCNT(object);
    for (int i = 0; i < 1000; i++) {
        PyObject *tuple = PyTuple_Pack(3, object, object, object), *list = PySequence_List(tuple), *dict = PyDict_New();
        PyDict_SetItem(dict, object, list);
        PyDict_SetItemString(dict, "k", object);
        PyObject *copy = PyDict_Copy(dict), *items = PyDict_Items(dict), *text = PyObject_Repr(object), *built = Py_BuildValue("(O[O]{sO})", object, object, "x", object);
        PyObject *slice = PySequence_GetSlice(list, 0, 2), *iterator = PyObject_GetIter(list), *next = PyIter_Next(iterator);
        PySequence_SetItem(list, 1, object);
        PyList_Append(list, object);
        PyObject *call = PyObject_CallFunctionObjArgs((PyObject *)&PyTuple_Type, list, NULL);
        Py_DECREF(tuple); Py_DECREF(list); Py_DECREF(dict); Py_DECREF(copy); Py_DECREF(items); Py_DECREF(text); Py_DECREF(built);
        Py_DECREF(slice); Py_DECREF(iterator); Py_DECREF(next); Py_XDECREF(call);
    }
    return PyLong_FromSsize_t(Py_REFCNT(object) - before);
}

// MARK: Buffers and capsules

static PyObject *buffer(PyObject *self, PyObject *args) {
    PyObject *object;
    int flags;
    if (!PyArg_ParseTuple(args, "Oi", &object, &flags)) return NULL;
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, flags) < 0) return NULL;
    PyObject *result = Py_BuildValue("{s:n,s:n,s:i,s:i,s:z,s:N,s:N,s:i,s:i}", "len", view.len, "itemsize", view.itemsize, "readonly", view.readonly, "ndim", view.ndim,
        "format", view.format, "shape", view.shape ? PyLong_FromSsize_t(view.shape[0]) : Py_NewRef(Py_None), "strides",
        view.strides ? PyLong_FromSsize_t(view.strides[0]) : Py_NewRef(Py_None), "C", PyBuffer_IsContiguous(&view, 'C'), "A", PyBuffer_IsContiguous(&view, 'A'));
    PyBuffer_Release(&view);
    return result;
}
static char memory[] = "some memory of C";
static PyObject *from_memory(PyObject *self, PyObject *flags) { return PyMemoryView_FromMemory(memory, 16, PyLong_AsLong(flags) ? PyBUF_WRITE : PyBUF_READ); }
static PyObject *contiguous(PyObject *self, PyObject *args) {
    PyObject *object;
    int order;
    if (!PyArg_ParseTuple(args, "OC", &object, &order)) return NULL;
    return PyMemoryView_GetContiguous(object, PyBUF_READ, order);
}
static PyObject *from_buffer(PyObject *self, PyObject *unused) {
    static int numbers[6] = {1, 2, 3, 4, 5, 6};
    static Py_ssize_t shape[2] = {2, 3}, strides[2] = {12, 4};
    Py_buffer view = {numbers, NULL, sizeof numbers, 4, 0, 2, "i", shape, strides, NULL, NULL};
    return PyMemoryView_FromBuffer(&view);
}
static int destroyed = 0;
static void destroy(PyObject *capsule) { destroyed += *(int *)PyCapsule_GetPointer(capsule, "border_c.value"); }
static int pointed = 5;
static PyObject *capsule(PyObject *self, PyObject *unused) { return PyCapsule_New(&pointed, "border_c.value", destroy); }
static PyObject *open_capsule(PyObject *self, PyObject *args) {
    PyObject *object;
    const char *name;
    if (!PyArg_ParseTuple(args, "Os", &object, &name)) return NULL;
    int *value = PyCapsule_GetPointer(object, name);
    return value ? PyLong_FromLong(*value) : NULL;
}
static PyObject *import_capsule(PyObject *self, PyObject *name) {
    int *value = PyCapsule_Import(PyUnicode_AsUTF8(name), 0);
    return value ? PyLong_FromLong(*value) : NULL;
}
static PyObject *how_many_destroyed(PyObject *self, PyObject *unused) { return PyLong_FromLong(destroyed); }

// MARK: Numbers and text

static PyObject *to_string(PyObject *self, PyObject *args) {
    double number;
    int code, precision, flags, kind;
    if (!PyArg_ParseTuple(args, "dCii", &number, &code, &precision, &flags)) return NULL;
    char *made = PyOS_double_to_string(number, code, precision, flags, &kind);
    if (made == NULL) return NULL;
    PyObject *result = Py_BuildValue("si", made, kind);
    PyMem_Free(made);
    return result;
}
static PyObject *to_double(PyObject *self, PyObject *args) {
    const char *string;
    int partly, strict;
    if (!PyArg_ParseTuple(args, "spp", &string, &partly, &strict)) return NULL;
    char *end = NULL;
    double number = PyOS_string_to_double(string, partly ? &end : NULL, strict ? PyExc_OverflowError : NULL);
    if (number == -1.0 && PyErr_Occurred()) return NULL;
    return Py_BuildValue("dn", number, partly ? (Py_ssize_t)(end - string) : -1);
}
static PyObject *run(PyObject *self, PyObject *source) {
    PyObject *globals = PyDict_New();
    PyDict_SetItemString(globals, "__builtins__", PyEval_GetBuiltins());
    PyObject *result = PyRun_String(PyUnicode_AsUTF8(source), Py_eval_input, globals, globals);
    Py_DECREF(globals);
    return result;
}
static PyObject *compile(PyObject *self, PyObject *source) {
    PyObject *code = Py_CompileString(PyUnicode_AsUTF8(source), "made.py", Py_file_input);
    if (code == NULL) return NULL;
    PyObject *globals = PyDict_New();
    PyDict_SetItemString(globals, "__builtins__", PyEval_GetBuiltins());
    PyObject *result = PyEval_EvalCode(code, globals, globals);
    Py_DECREF(code);
    Py_XDECREF(result);
    if (result == NULL) { Py_DECREF(globals); return NULL; }
    PyDict_DelItemString(globals, "__builtins__");
    return globals;
}

// MARK: Struct sequences

static PyStructSequence_Field pair_fields[] = {{"left", "the left"}, {"right", NULL}, {"hidden", "not seen"}, {NULL}};
static PyStructSequence_Desc pair_description = {"border_c.pair", "A pair.", pair_fields, 2};
static PyTypeObject static_pair;
static PyObject *pair(PyObject *self, PyObject *use_static) {
    static PyTypeObject *heap_pair;
    if (heap_pair == NULL) {
        heap_pair = PyStructSequence_NewType(&pair_description);
        PyStructSequence_InitType(&static_pair, &pair_description);
    }
    PyObject *made = PyStructSequence_New(PyObject_IsTrue(use_static) ? &static_pair : heap_pair);
    PyStructSequence_SET_ITEM(made, 0, PyLong_FromLong(1));
    PyStructSequence_SetItem(made, 1, PyFloat_FromDouble(2.5));
    PyStructSequence_SET_ITEM(made, 2, PyUnicode_FromString("secret"));
    return made;
}

// MARK: A thread of C

static PyObject *callback;
static void *thread_body(void *unused) {
    for (int i = 0; i < 100; i++) {
        PyGILState_STATE state = PyGILState_Ensure();
        PyObject *result = PyObject_CallFunction(callback, "i", i);
        if (result == NULL) PyErr_WriteUnraisable(callback);
        Py_XDECREF(result);
        PyGILState_Release(state);
    }
    return NULL;
}
static PyObject *thread(PyObject *self, PyObject *function) {
    pthread_t handle;
    callback = function;
    pthread_create(&handle, NULL, thread_body, NULL);
    Py_BEGIN_ALLOW_THREADS
    pthread_join(handle, NULL);
    Py_END_ALLOW_THREADS
    return PyBool_FromLong(PyGILState_Check());
}
static PyObject *frame(PyObject *self, PyObject *unused) {
    PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
    PyCodeObject *code = PyFrame_GetCode(frame);
    PyFrameObject *back = PyFrame_GetBack(frame);
    PyObject *result = Py_BuildValue("OiOi", code->co_name, PyFrame_GetLineNumber(frame) > 0, Py_None, back != NULL);
    Py_DECREF(frame); Py_DECREF(code); Py_XDECREF(back);
    return result;
}

#define NOARGS(name) {#name, name, METH_NOARGS}
#define ONE(name) {#name, name, METH_O}
#define ANY(name) {#name, name, METH_VARARGS}
static PyMethodDef functions[] = {
    ONE(read_list), ANY(append_raw), ONE(fill_tuple), ONE(first_items), ONE(sorted_copy), ONE(digits), ONE(text), ONE(write_text), ONE(numbers), ONE(slots), ONE(borrow), ONE(versions),
    ONE(keep_list), ONE(count), ONE(balance), ANY(buffer), ONE(from_memory), ANY(contiguous), NOARGS(from_buffer), NOARGS(capsule), ANY(open_capsule),
    ONE(import_capsule), {"destroyed", how_many_destroyed, METH_NOARGS}, ANY(to_string), ANY(to_double), ONE(run), ONE(compile), ONE(pair), ONE(thread),
    NOARGS(frame), {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "border_c", NULL, -1, functions};
PyMODINIT_FUNC PyInit_border_c(void) {
    PyObject *module = PyModule_Create(&definition);
    PyModule_AddObject(module, "value", PyCapsule_New(&pointed, "border_c.value", NULL));
    return module;
}
