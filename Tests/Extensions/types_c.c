// Static and heap types of C: inheritance of slots, several bases, members of every kind, metaclasses, vectorcall, offsets.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

// MARK: A static type with members of every kind

typedef struct {
    PyObject_HEAD
    short a_short;
    unsigned short a_ushort;
    int an_int;
    unsigned an_uint;
    long a_long;
    unsigned long an_ulong;
    long long a_longlong;
    unsigned long long an_ulonglong;
    Py_ssize_t a_size;
    float a_float;
    double a_double;
    char a_char;
    signed char a_byte;
    unsigned char a_ubyte;
    char a_bool;
    const char *a_string;
    char in_place[8];
    PyObject *an_object;
    PyObject *an_object_ex;
    PyObject *read_only;
} Members;
#define MEMBER(name, type) {#name, type, offsetof(Members, name), 0, "doc of " #name}
static PyMemberDef members_members[] = {
    MEMBER(a_short, T_SHORT), MEMBER(a_ushort, T_USHORT), MEMBER(an_int, T_INT), MEMBER(an_uint, T_UINT), MEMBER(a_long, T_LONG),
    MEMBER(an_ulong, T_ULONG), MEMBER(a_longlong, T_LONGLONG), MEMBER(an_ulonglong, T_ULONGLONG), MEMBER(a_size, T_PYSSIZET),
    MEMBER(a_float, T_FLOAT), MEMBER(a_double, T_DOUBLE), MEMBER(a_char, T_CHAR), MEMBER(a_byte, T_BYTE), MEMBER(a_ubyte, T_UBYTE),
    MEMBER(a_bool, T_BOOL), MEMBER(a_string, T_STRING), MEMBER(in_place, T_STRING_INPLACE), MEMBER(an_object, T_OBJECT),
    MEMBER(an_object_ex, T_OBJECT_EX), {"read_only", T_OBJECT, offsetof(Members, read_only), READONLY}, {"nothing", T_NONE, 0, 0}, {NULL},
};
static void members_dealloc(Members *self) {
    Py_XDECREF(self->an_object);
    Py_XDECREF(self->an_object_ex);
    Py_XDECREF(self->read_only);
    Py_TYPE(self)->tp_free((PyObject *)self);
}
static PyTypeObject Members_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Members", .tp_basicsize = sizeof(Members), .tp_members = members_members,
    .tp_new = PyType_GenericNew, .tp_dealloc = (destructor)members_dealloc, .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};

// MARK: A hierarchy of static types: slots go down, several bases

typedef struct { PyObject_HEAD long number; } Base;
static PyObject *base_repr(PyObject *self) { return PyUnicode_FromFormat("<base %ld>", ((Base *)self)->number); }
static Py_hash_t base_hash(PyObject *self) { return ((Base *)self)->number; }
static PyObject *base_compare(PyObject *a, PyObject *b, int op) {
    if (!PyLong_Check(b)) Py_RETURN_NOTIMPLEMENTED;
    long x = ((Base *)a)->number, y = PyLong_AsLong(b);
    Py_RETURN_RICHCOMPARE(x, y, op);
}
static PyObject *base_add(PyObject *a, PyObject *b) {
    if (!PyLong_Check(b)) Py_RETURN_NOTIMPLEMENTED;
    return PyLong_FromLong(((Base *)a)->number + PyLong_AsLong(b));
}
static PyObject *base_power(PyObject *a, PyObject *b, PyObject *c) { return Py_BuildValue("(sO)", "power", c); }
static PyObject *base_divmod(PyObject *a, PyObject *b) { return PyUnicode_FromString("divmod"); }
static PyObject *base_in_place(PyObject *a, PyObject *b) { ((Base *)a)->number += PyLong_AsLong(b); return Py_NewRef(a); }
static PyObject *base_int(PyObject *a) { return PyLong_FromLong(((Base *)a)->number); }
static int base_bool(PyObject *a) { return ((Base *)a)->number != 0; }
static PyObject *base_call(PyObject *self, PyObject *args, PyObject *kwargs) { return PyTuple_Pack(3, self, args, kwargs ? kwargs : Py_None); }
static int base_init(PyObject *self, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"number", NULL};
    return PyArg_ParseTupleAndKeywords(args, kwargs, "|l", names, &((Base *)self)->number) ? 0 : -1;
}
static PyNumberMethods base_number = {
    .nb_add = base_add, .nb_power = base_power, .nb_divmod = base_divmod, .nb_inplace_add = base_in_place, .nb_int = base_int,
    .nb_index = base_int, .nb_bool = base_bool,
};
static PyTypeObject Base_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Base", .tp_basicsize = sizeof(Base), .tp_repr = base_repr, .tp_hash = base_hash,
    .tp_richcompare = base_compare, .tp_as_number = &base_number, .tp_call = base_call, .tp_init = base_init, .tp_new = PyType_GenericNew,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, .tp_doc = "Base(number)\n--\n\nThe base.",
};
static PyTypeObject Derived_Type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Derived", .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE};
static PyObject *mixin_str(PyObject *self) { return PyUnicode_FromString("mixed in"); }
static PyObject *mixin_method(PyObject *self, PyObject *unused) { return PyUnicode_FromFormat("method of %s", Py_TYPE(self)->tp_name); }
static Py_ssize_t mixin_length(PyObject *self) { return 4; }
static PyObject *mixin_item(PyObject *self, Py_ssize_t index) {
    if (index < 0 || index >= 4) return PyErr_Format(PyExc_IndexError, "item %zd", index);
    return PyLong_FromSsize_t(index * index);
}
static int mixin_contains(PyObject *self, PyObject *item) { return PyLong_Check(item) && PyLong_AsLong(item) == 9; }
static PySequenceMethods mixin_sequence = {.sq_length = mixin_length, .sq_item = mixin_item, .sq_contains = mixin_contains};
static PyMethodDef mixin_methods[] = {{"method", mixin_method, METH_NOARGS, "method()\n--\n\nA method."}, {NULL}};
static PyTypeObject Mixin_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Mixin", .tp_basicsize = sizeof(PyObject), .tp_str = mixin_str,
    .tp_as_sequence = &mixin_sequence, .tp_methods = mixin_methods, .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};
static PySequenceMethods both_sequence;
static PyTypeObject Both_Type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Both", .tp_as_sequence = &both_sequence, .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE};

// MARK: A metaclass with fields of its own, and a type that has it before it is ready

typedef struct { PyHeapTypeObject head; long extra; } Meta;
static PyObject *meta_extra(PyObject *self, void *unused) { return PyLong_FromLong(((Meta *)self)->extra); }
static PyGetSetDef meta_getset[] = {{"extra", meta_extra}, {NULL}};
static PyTypeObject Meta_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Meta", .tp_basicsize = sizeof(Meta), .tp_getset = meta_getset,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};
static Meta WithMeta = {{{PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.WithMeta", .tp_basicsize = sizeof(PyObject), .tp_new = PyType_GenericNew,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE}}, 77};

// MARK: Vectorcall by offset, weak references and a dict

typedef struct { PyObject_HEAD vectorcallfunc call; PyObject *weak; PyObject *dict; } Caller;
static PyObject *caller_vectorcall(PyObject *self, PyObject *const *args, size_t flags, PyObject *names) {
    return Py_BuildValue("(snO)", "vector", PyVectorcall_NARGS(flags), names ? names : Py_None);
}
static PyObject *caller_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    Caller *self = (Caller *)type->tp_alloc(type, 0);
    if (self) self->call = caller_vectorcall;
    return (PyObject *)self;
}
static int caller_traverse(Caller *self, visitproc visit, void *arg) { Py_VISIT(self->dict); return 0; }
static int caller_clear(Caller *self) { Py_CLEAR(self->dict); return 0; }
static void caller_dealloc(Caller *self) {
    PyObject_GC_UnTrack(self);
    if (self->weak) PyObject_ClearWeakRefs((PyObject *)self);
    Py_CLEAR(self->dict);
    Py_TYPE(self)->tp_free((PyObject *)self);
}
static PyGetSetDef caller_getset[] = {{"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict}, {NULL}};
static PyTypeObject Caller_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Caller", .tp_basicsize = sizeof(Caller), .tp_new = caller_new,
    .tp_vectorcall_offset = offsetof(Caller, call), .tp_call = PyVectorcall_Call, .tp_weaklistoffset = offsetof(Caller, weak),
    .tp_dictoffset = offsetof(Caller, dict), .tp_traverse = (traverseproc)caller_traverse, .tp_clear = (inquiry)caller_clear,
    .tp_dealloc = (destructor)caller_dealloc, .tp_getset = caller_getset,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
};

// MARK: A variable-sized type with a dict behind its items (a negative offset)

typedef struct { PyObject_VAR_HEAD long items[1]; } Row;
static PyObject *row_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    Py_ssize_t count = PyTuple_GET_SIZE(args);
    Row *self = (Row *)type->tp_alloc(type, count);
    if (self == NULL) return NULL;
    for (Py_ssize_t i = 0; i < count; i++) {
        self->items[i] = PyLong_AsLong(PyTuple_GET_ITEM(args, i));
        if (self->items[i] == -1 && PyErr_Occurred()) { Py_DECREF(self); return NULL; }
    }
    return (PyObject *)self;
}
static Py_ssize_t row_length(PyObject *self) { return Py_SIZE(self); }
static PyObject *row_item(PyObject *self, Py_ssize_t i) {
    if (i < 0 || i >= Py_SIZE(self)) { PyErr_SetString(PyExc_IndexError, "row index"); return NULL; }
    return PyLong_FromLong(((Row *)self)->items[i]);
}
static PySequenceMethods row_sequence = {.sq_length = row_length, .sq_item = row_item};
static PyTypeObject Row_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Row", .tp_basicsize = offsetof(Row, items), .tp_itemsize = sizeof(long), .tp_new = row_new,
    .tp_as_sequence = &row_sequence, .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};

// MARK: Iterators, descriptors, finalizers, async

static long finalized = 0;
static void life_finalize(PyObject *self) { finalized++; }
static int life_traverse(PyObject *self, visitproc visit, void *arg) { return 0; }
static PyObject *life_next(PyObject *self) { return NULL; }
static PyObject *life_get(PyObject *self, PyObject *object, PyObject *type) { return PyTuple_Pack(2, object ? object : Py_None, type ? type : Py_None); }
static int life_set(PyObject *self, PyObject *object, PyObject *value) {
    PyErr_Format(PyExc_AttributeError, "cannot %s", value ? "set" : "delete");
    return -1;
}
static PyObject *life_await(PyObject *self) { return PyObject_GetIter(PyTuple_New(0)); }
static PyAsyncMethods life_async = {.am_await = life_await};
static PyObject *life_missing(PyObject *self, PyObject *name) {
    PyObject *found = PyObject_GenericGetAttr(self, name);
    if (found || !PyErr_ExceptionMatches(PyExc_AttributeError)) return found;
    PyErr_Clear();
    return PyUnicode_FromFormat("no %U", name);
}
static PyTypeObject Life_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.Life", .tp_basicsize = sizeof(PyObject), .tp_new = PyType_GenericNew,
    .tp_finalize = life_finalize, .tp_traverse = life_traverse, .tp_iter = PyObject_SelfIter, .tp_iternext = life_next, .tp_descr_get = life_get,
    .tp_descr_set = life_set, .tp_as_async = &life_async, .tp_getattro = life_missing,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
};
static PyObject *count_finalized(PyObject *self, PyObject *unused) { return PyLong_FromLong(finalized); }

// MARK: Subclasses in C of built-in types

typedef struct { PyListObject list; long state; } SubList;
static PyObject *sublist_state(PyObject *self, PyObject *unused) { return PyLong_FromLong(((SubList *)self)->state++); }
static PyMethodDef sublist_methods[] = {{"next_state", sublist_state, METH_NOARGS}, {NULL}};
static PyTypeObject SubList_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.SubList", .tp_basicsize = sizeof(SubList), .tp_methods = sublist_methods,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};
typedef struct { PyFloatObject number; } SubFloat;
static PyTypeObject SubFloat_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.SubFloat", .tp_basicsize = sizeof(SubFloat), .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};
typedef struct { PyUnicodeObject text; PyObject *extra; } SubStr;
static PyObject *substr_data(PyObject *self, PyObject *unused) {
    return Py_BuildValue("(iiiC)", PyUnicode_IS_COMPACT(self), PyUnicode_KIND(self), PyUnicode_IS_ASCII(self), PyUnicode_READ_CHAR(self, 0));
}
static PyMethodDef substr_methods[] = {{"data", substr_data, METH_NOARGS}, {NULL}};
static PyTypeObject SubStr_Type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.SubStr", .tp_basicsize = sizeof(SubStr), .tp_methods = substr_methods,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
};

// MARK: Slots changed after a type is ready

static PyObject *patched_getattro(PyObject *self, PyObject *name) {
    if (PyUnicode_CompareWithASCIIString(name, "patched") == 0) return PyUnicode_FromString("by C");
    return PyObject_GenericGetAttr(self, name);
}
static PyObject *patched_negative(PyObject *self) { return PyUnicode_FromString("negative"); }
static PyObject *patch(PyObject *self, PyObject *type) {
    PyTypeObject *target = (PyTypeObject *)type;
    target->tp_getattro = patched_getattro;
    if (target->tp_as_number) target->tp_as_number->nb_negative = patched_negative;
    PyObject *doc = PyUnicode_FromString("written late");
    PyDict_SetItemString(target->tp_dict, "late", doc);
    Py_DECREF(doc);
    PyType_Modified(target);
    Py_RETURN_NONE;
}
static PyObject *flags(PyObject *self, PyObject *type) {
    PyTypeObject *t = (PyTypeObject *)type;
    return Py_BuildValue("{s:n,s:n,s:n,s:n,s:i,s:i,s:i,s:i,s:i}", "basicsize", t->tp_basicsize, "itemsize", t->tp_itemsize, "dict", t->tp_dictoffset, "weak",
        t->tp_weaklistoffset, "gc", PyType_IS_GC(t) != 0, "heap", PyType_HasFeature(t, Py_TPFLAGS_HEAPTYPE) != 0, "base",
        PyType_HasFeature(t, Py_TPFLAGS_BASETYPE) != 0, "vector", PyType_HasFeature(t, Py_TPFLAGS_HAVE_VECTORCALL) != 0, "ready",
        PyType_HasFeature(t, Py_TPFLAGS_READY) != 0);
}
static PyObject *inherited(PyObject *self, PyObject *unused) {
    return Py_BuildValue("(iiiiii)", Derived_Type.tp_repr == base_repr, Derived_Type.tp_as_number->nb_add == base_add, Both_Type.tp_str == mixin_str,
        Both_Type.tp_as_sequence->sq_length == mixin_length, Both_Type.tp_hash == base_hash, SubFloat_Type.tp_as_number->nb_add == PyFloat_Type.tp_as_number->nb_add);
}

// MARK: Types that cannot be

static PyTypeObject bad_gc = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.BadGC", .tp_basicsize = sizeof(PyObject), .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC};
static PyTypeObject no_name = {PyVarObject_HEAD_INIT(NULL, 0).tp_basicsize = sizeof(PyObject), .tp_flags = Py_TPFLAGS_DEFAULT};
static PyTypeObject no_base = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "types_c.NoBase", .tp_basicsize = sizeof(PyObject), .tp_flags = Py_TPFLAGS_DEFAULT};
static PyType_Slot no_slots[] = {{0}};
static PyType_Slot bad_slots[] = {{9999, no_slots}, {0}};
static PyType_Spec bad_spec = {"types_c.BadSpec", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, bad_slots};
static PyType_Spec nameless_spec = {NULL, sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, no_slots};
static PyType_Spec final_base_spec = {"types_c.FromBool", 0, 0, Py_TPFLAGS_DEFAULT, no_slots};
static PyType_Spec dotless_spec = {"Dotless", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, no_slots};
static PyObject *bad(PyObject *self, PyObject *which) {
    switch (PyLong_AsLong(which)) {
    case 0: return PyType_Ready(&bad_gc) < 0 ? NULL : PyLong_FromLong(0);
    case 1: return PyType_Ready(&no_name) < 0 ? NULL : PyLong_FromLong(0);
    case 2: return PyType_FromSpec(&bad_spec);
    case 3: return PyType_FromSpec(&nameless_spec);
    case 4: return PyType_FromSpecWithBases(&final_base_spec, (PyObject *)&PyBool_Type);
    case 5: return PyType_FromSpec(&dotless_spec);
    case 6: return PyType_GenericAlloc(&PyLong_Type, 0) ? PyLong_FromLong(1) : NULL;
    default: Py_RETURN_NONE;
    }
}

static PyMethodDef functions[] = {
    {"finalized", count_finalized, METH_NOARGS}, {"patch", patch, METH_O}, {"flags", flags, METH_O}, {"inherited", inherited, METH_NOARGS},
    {"bad", bad, METH_O}, {NULL},
};
#define ADD(type) if (PyType_Ready(type) < 0 || PyModule_AddType(module, type) < 0) return -1
static int execute(PyObject *module) {
    ADD(&Members_Type);
    ADD(&Base_Type);
    Derived_Type.tp_base = &Base_Type;
    ADD(&Derived_Type);
    ADD(&Mixin_Type);
    Both_Type.tp_base = &Base_Type;
    Both_Type.tp_bases = PyTuple_Pack(2, &Base_Type, &Mixin_Type);
    Both_Type.tp_dict = PyDict_New();
    PyDict_SetItemString(Both_Type.tp_dict, "preset", Py_True);
    ADD(&Both_Type);
    Meta_Type.tp_base = &PyType_Type;
    ADD(&Meta_Type);
    Py_SET_TYPE(&WithMeta, &Meta_Type);
    ADD((PyTypeObject *)&WithMeta);
    ADD(&Caller_Type);
    ADD(&Row_Type);
    ADD(&Life_Type);
    SubList_Type.tp_base = &PyList_Type;
    ADD(&SubList_Type);
    SubFloat_Type.tp_base = &PyFloat_Type;
    ADD(&SubFloat_Type);
    SubStr_Type.tp_base = &PyUnicode_Type;
    ADD(&SubStr_Type);
    return PyModule_AddObjectRef(module, "NoBase", PyType_Ready(&no_base) < 0 ? NULL : (PyObject *)&no_base);
}
static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0}};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "types_c", "Types.", 0, functions, slots};
PyMODINIT_FUNC PyInit_types_c(void) { return PyModuleDef_Init(&definition); }
