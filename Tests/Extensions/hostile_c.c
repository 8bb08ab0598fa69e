// Types and slots that break the rules: sizes, flags and slots that do not fit, results without exceptions and exceptions with results, in
// every kind of slot; functions of the API given the wrong kinds.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

// 1. Types that cannot be made.
typedef struct { PyObject_HEAD char room[80]; } Roomy;
static int bad_traverse(PyObject *self, visitproc visit, void *argument) { return 0; }
#define SPEC(name, size, itemsize, flags, ...) \
    static PyType_Slot name##_slots[] = {__VA_ARGS__}; \
    static PyType_Spec name##_spec = {"hostile_c." #name, size, itemsize, flags, name##_slots}
static PyMemberDef wrong_offset[] = {{"__weaklistoffset__", T_PYSSIZET, -1, READONLY}, {NULL}};
static PyMemberDef wrong_type[] = {{"__dictoffset__", T_INT, 16, READONLY}, {NULL}};
static PyMemberDef wrong_flags[] = {{"__vectorcalloffset__", T_PYSSIZET, 16, 0}, {NULL}};
static PyMemberDef unknown_kind[] = {{"strange", 77, 16, 0}, {NULL}};
SPEC(SmallerThanBase, 8, 0, Py_TPFLAGS_DEFAULT, {0});
SPEC(SmallerThanList, sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, {0});
SPEC(NegativeSlot, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {-1, bad_traverse}, {0});
SPEC(UnknownSlot, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {99, bad_traverse}, {0});
SPEC(TraverseWithoutFlag, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {Py_tp_traverse, bad_traverse}, {0});
SPEC(FlagWithoutTraverse, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, {0});
SPEC(WrongOffset, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {Py_tp_members, wrong_offset}, {0});
SPEC(UnknownKind, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {Py_tp_members, unknown_kind}, {0});
SPEC(Finished, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {0});
SPEC(ItemsOfVariable, sizeof(PyVarObject), 4, Py_TPFLAGS_DEFAULT, {0});
SPEC(FinalBase, sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, {Py_tp_base, NULL}, {0});
static PyObject *nothing(PyObject *self, PyObject *unused) { Py_RETURN_NONE; }
static PyMethodDef bad_flags[] = {{"no_flags", nothing, 0x4000}, {NULL}};
static PyMethodDef both_flags[] = {{"both", nothing, METH_O | METH_NOARGS}, {NULL}};
static PyMethodDef class_and_static[] = {{"both", nothing, METH_NOARGS | METH_CLASS | METH_STATIC}, {NULL}};
static PyMethodDef only_method[] = {{"both", nothing, METH_METHOD | METH_NOARGS}, {NULL}};
SPEC(BadFlags, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {Py_tp_methods, bad_flags}, {0});
SPEC(BothFlags, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {Py_tp_methods, both_flags}, {0});
SPEC(ClassAndStatic, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {Py_tp_methods, class_and_static}, {0});
SPEC(OnlyMethod, sizeof(Roomy), 0, Py_TPFLAGS_DEFAULT, {Py_tp_methods, only_method}, {0});
static PyType_Spec *specs[] = {
    &SmallerThanBase_spec, &SmallerThanList_spec, &NegativeSlot_spec, &UnknownSlot_spec, &TraverseWithoutFlag_spec, &FlagWithoutTraverse_spec,
    &WrongOffset_spec, &UnknownKind_spec, &Finished_spec, &ItemsOfVariable_spec, &BadFlags_spec, &BothFlags_spec, &ClassAndStatic_spec, &OnlyMethod_spec,
};
static PyObject *make(PyObject *module, PyObject *args) {
    int index;
    PyObject *bases = NULL;
    if (!PyArg_ParseTuple(args, "i|O", &index, &bases)) return NULL;
    return bases == Py_None ? PyType_FromSpec(specs[index]) : PyType_FromSpecWithBases(specs[index], bases);
}
static PyTypeObject small_static = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "hostile_c.SmallStatic", .tp_basicsize = sizeof(PyObject), .tp_base = &PyList_Type};
static PyTypeObject no_base_type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "hostile_c.OfFinal", .tp_basicsize = sizeof(PyObject) + 8, .tp_base = &PyBool_Type};
static PyTypeObject gc_static = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "hostile_c.GCStatic", .tp_basicsize = sizeof(Roomy), .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC};
static PyTypeObject no_name = {PyVarObject_HEAD_INIT(NULL, 0).tp_basicsize = sizeof(Roomy)};
static PyObject *ready(PyObject *module, PyObject *number) {
    PyTypeObject *types[] = {&small_static, &no_base_type, &gc_static, &no_name};
    PyTypeObject *type = types[PyLong_AsLong(number)];
    if (PyType_Ready(type) < 0) return NULL;
    return Py_NewRef(type);
}

// 2. An object whose slots answer as `mode` says: 0 fails without an exception, 1 leaves one behind a good result, 2 gives an object of a wrong kind.
typedef struct { PyObject_HEAD int mode; } Broken;
static int mode_of(PyObject *self) { return ((Broken *)self)->mode; }
static PyObject *answer(PyObject *self) {
    switch (mode_of(self)) {
    case 0: return NULL;
    case 1: PyErr_SetString(PyExc_ValueError, "left"); return PyLong_FromLong(5);
    default: return PyUnicode_FromString("wrong kind");
    }
}
static PyObject *binary(PyObject *self, PyObject *other);
static int number_answer(PyObject *self) {
    switch (mode_of(self)) {
    case 0: return -1;
    case 1: PyErr_SetString(PyExc_ValueError, "left"); return 1;
    default: return -2;
    }
}
static PyObject *unary(PyObject *self) { return answer(self); }
static PyObject *binary(PyObject *self, PyObject *other) { return answer(Py_TYPE(self)->tp_init == Py_TYPE(other)->tp_init || Py_TYPE(self)->tp_as_number && Py_TYPE(self)->tp_as_number->nb_add == binary ? self : other); }
static PyObject *ternary(PyObject *self, PyObject *a, PyObject *b) { return answer(self); }
static PyObject *compare(PyObject *self, PyObject *other, int operation) { return answer(self); }
static Py_ssize_t length(PyObject *self) { return number_answer(self); }
static int contains(PyObject *self, PyObject *item) { return number_answer(self); }
static int boolean(PyObject *self) { return number_answer(self); }
static Py_hash_t hash(PyObject *self) { return number_answer(self); }
static int store(PyObject *self, PyObject *key, PyObject *value) { return number_answer(self); }
static int set_attribute(PyObject *self, PyObject *key, PyObject *value) { return number_answer(self); }
static PyObject *item(PyObject *self, Py_ssize_t index) { return answer(self); }
static int buffer(PyObject *self, Py_buffer *view, int flags) { view->obj = NULL; return number_answer(self); }
static PyObject *get_broken(PyObject *self, void *closure) { return answer(self); }
static int set_broken(PyObject *self, PyObject *value, void *closure) { return number_answer(self); }
static PyObject *method(PyObject *self, PyObject *unused) { return answer(self); }
static PyObject *get_attribute(PyObject *self, PyObject *name) {
    const char *text = PyUnicode_AsUTF8(name);
    if (text && strcmp(text, "broken") == 0) return answer(self);
    return PyObject_GenericGetAttr(self, name);
}
static int init(PyObject *self, PyObject *args, PyObject *keywords) { return PyArg_ParseTuple(args, "i", &((Broken *)self)->mode) ? 0 : -1; }
static PyMethodDef broken_methods[] = {{"method", method, METH_NOARGS}, {"method_o", binary, METH_O}, {"method_v", binary, METH_VARARGS}, {NULL}};
static PyGetSetDef broken_getset[] = {{"got", get_broken, set_broken}, {"no_functions"}, {NULL}};
static PyType_Slot broken_slots[] = {
    {Py_tp_init, init}, {Py_tp_repr, unary}, {Py_tp_str, unary}, {Py_tp_hash, hash}, {Py_tp_call, ternary}, {Py_tp_iter, unary}, {Py_tp_iternext, unary},
    {Py_tp_richcompare, compare}, {Py_tp_getattro, get_attribute}, {Py_tp_setattro, set_attribute}, {Py_tp_descr_get, ternary}, {Py_tp_methods, broken_methods}, {Py_tp_getset, broken_getset},
    {Py_nb_add, binary}, {Py_nb_negative, unary}, {Py_nb_int, unary}, {Py_nb_float, unary}, {Py_nb_index, unary}, {Py_nb_bool, boolean}, {Py_nb_power, ternary}, {Py_nb_inplace_add, binary}, {Py_nb_divmod, binary},
    {Py_mp_length, length}, {Py_mp_subscript, binary}, {Py_mp_ass_subscript, store}, {Py_sq_contains, contains}, {Py_sq_item, item}, {Py_sq_length, length},
    {Py_bf_getbuffer, buffer}, {Py_am_await, unary}, {Py_am_aiter, unary}, {Py_am_anext, unary}, {0},
};
static PyType_Spec broken_spec = {"hostile_c.Broken", sizeof(Broken), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, broken_slots};

// A type whose tp_new breaks the rules, and one whose tp_alloc does.
static PyObject *new_null(PyTypeObject *type, PyObject *args, PyObject *keywords) {
    switch (PyTuple_GET_SIZE(args)) {
    case 0: return NULL;
    case 1: PyErr_SetString(PyExc_ValueError, "left"); return PyLong_FromLong(5);
    case 2: return PyLong_FromLong(7);
    default: return type->tp_alloc(type, 0);
    }
}
static int init_silent(PyObject *self, PyObject *args, PyObject *keywords) {
    if (PyTuple_GET_SIZE(args) == 3) return -1;
    if (PyTuple_GET_SIZE(args) == 4) PyErr_SetString(PyExc_ValueError, "left by init");
    return 0;
}
static PyType_Slot maker_slots[] = {{Py_tp_new, new_null}, {Py_tp_init, init_silent}, {0}};
static PyType_Spec maker_spec = {"hostile_c.Maker", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, maker_slots};

// 3. Functions of the API with the wrong kinds: the n-th alone, or how many there are.
static int counter, wanted;
#define TRY(expression) if (counter++ == wanted) do { PyObject *made = (PyObject *)(expression); note(list, #expression, made != NULL); if (made) Py_DECREF(made); } while (0)
#define TRY_BORROWED(expression) if (counter++ == wanted) do { note(list, #expression, (expression) != NULL); } while (0)
#define TRY_INT(expression) if (counter++ == wanted) do { note(list, #expression, (long)(expression) != -1); } while (0)
static void note(PyObject *list, const char *what, int worked) {
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    PyObject *line = PyUnicode_FromFormat("%s: %s %S %S", what, worked ? "worked" : "failed", type ? ((PyTypeObject *)type)->tp_name ? PyObject_GetAttrString(type, "__name__") : Py_None : Py_None, value ? value : Py_None);
    PyList_Append(list, line);
    Py_XDECREF(line); Py_XDECREF(type); Py_XDECREF(value); Py_XDECREF(traceback);
}
static PyObject *wrong_kinds(PyObject *module, PyObject *which) {
    counter = 0, wanted = PyLong_AsLong(which);
    PyObject *list = PyList_New(0), *number = PyLong_FromLong(300), *text = PyUnicode_FromString("text"), *tuple = PyTuple_New(2), *dict = PyDict_New(), *bytes = PyBytes_FromString("b"), *set = PySet_New(NULL);
    PyTuple_SET_ITEM(tuple, 0, Py_NewRef(Py_None)); PyTuple_SET_ITEM(tuple, 1, Py_NewRef(Py_None));
    TRY_BORROWED(PyList_GetItem(tuple, 0)); TRY_BORROWED(PyList_GetItem(list, 1000)); TRY_BORROWED(PyList_GetItem(list, -1)); TRY_BORROWED(PyTuple_GetItem(list, 0)); TRY_BORROWED(PyTuple_GetItem(tuple, 2)); TRY_BORROWED(PyTuple_GetItem(tuple, -1));
    TRY_INT(PyList_Size(tuple)); TRY_INT(PyTuple_Size(list)); TRY_INT(PyDict_Size(list)); TRY_INT(PySet_Size(dict)); TRY_INT(PyBytes_Size(text)); TRY_INT(PyUnicode_GetLength(bytes));
    TRY_INT(PyList_Append(tuple, number)); TRY_INT(PyList_Append(list, NULL)); TRY_INT(PyList_Insert(tuple, 0, number)); TRY_INT(PyList_SetItem(tuple, 0, Py_NewRef(number))); TRY_INT(PyList_SetItem(list, 1000, Py_NewRef(number))); TRY_INT(PyTuple_SetItem(list, 0, Py_NewRef(number)));
    TRY_INT(PyTuple_SetItem(tuple, 5, Py_NewRef(number))); TRY_INT(PyList_Sort(tuple)); TRY_INT(PyList_Reverse(tuple)); TRY(PyList_AsTuple(tuple)); TRY(PyList_GetSlice(tuple, 0, 1)); TRY(PyTuple_GetSlice(list, 0, 1)); TRY_INT(PyList_SetSlice(tuple, 0, 1, NULL));
    TRY(PyList_New(-1)); TRY(PyTuple_New(-1)); TRY(PyBytes_FromStringAndSize(NULL, -1)); TRY(PyUnicode_New(-1, 127)); TRY(PyUnicode_FromStringAndSize("x", -1)); TRY(PyByteArray_FromStringAndSize(NULL, -1));
    TRY_INT(PyDict_SetItem(list, text, number)); TRY_INT(PyDict_SetItem(dict, list, number)); TRY_INT(PyDict_DelItem(dict, text)); TRY_INT(PyDict_DelItem(list, text)); TRY_BORROWED(PyDict_GetItem(list, text)); TRY_BORROWED(PyDict_GetItemWithError(list, text)); TRY_BORROWED(PyDict_GetItemWithError(dict, list));
    TRY_INT(PyDict_Contains(dict, list)); TRY(PyDict_Keys(list)); TRY(PyDict_Copy(list)); TRY_INT(PyDict_Merge(dict, number, 1)); TRY_INT(PyDict_Update(dict, list)); TRY_INT(PyDict_MergeFromSeq2(dict, tuple, 1)); TRY_INT(PyDict_DelItemString(dict, "nope"));
    TRY_INT(PySet_Add(dict, text)); TRY_INT(PySet_Add(set, list)); TRY_INT(PySet_Contains(list, text)); TRY_INT(PySet_Contains(set, list)); TRY_INT(PySet_Discard(list, text)); TRY(PySet_Pop(set)); TRY(PySet_Pop(list)); TRY_INT(PySet_Clear(list));
    TRY_INT(PyLong_AsLong(text)); TRY_INT(PyLong_AsLong(NULL)); TRY_INT(PyLong_AsLongLong(list)); TRY_INT(PyLong_AsUnsignedLong(text)); TRY_INT(PyLong_AsSize_t(text)); TRY_INT(PyLong_AsSsize_t(Py_None)); TRY_INT(PyFloat_AsDouble(text)); TRY_INT(PyLong_AsDouble(text)); TRY_INT(PyNumber_AsSsize_t(text, NULL));
    TRY(PyNumber_Add(text, number)); TRY(PyNumber_Index(text)); TRY(PyNumber_Long(list)); TRY(PyNumber_Float(list)); TRY(PyNumber_Power(text, number, Py_None)); TRY(PyNumber_ToBase(number, 7)); TRY(PyNumber_Add(NULL, number)); TRY(PyLong_FromString("zz", NULL, 10)); TRY(PyLong_FromString("5", NULL, 99)); TRY(PyFloat_FromString(list));
    TRY_INT(PySequence_Size(number)); TRY_INT(PySequence_Size(dict)); TRY_INT(PyMapping_Size(number)); TRY_INT(PyObject_Size(number)); TRY(PySequence_GetItem(number, 0)); TRY(PySequence_GetItem(dict, 0)); TRY(PySequence_Concat(number, number)); TRY(PySequence_Repeat(number, 2)); TRY(PySequence_Fast(number, "my message"));
    TRY(PySequence_List(number)); TRY(PySequence_Tuple(number)); TRY_INT(PySequence_Contains(number, text)); TRY_INT(PySequence_Index(list, dict)); TRY_INT(PySequence_Count(number, text)); TRY_INT(PySequence_SetItem(tuple, 0, number)); TRY_INT(PySequence_DelItem(tuple, 0)); TRY(PySequence_GetSlice(number, 0, 1)); TRY(PyMapping_Keys(number)); TRY(PyMapping_GetItemString(list, "key"));
    TRY(PyObject_GetAttr(number, list)); TRY(PyObject_GetAttrString(number, "nope")); TRY_INT(PyObject_SetAttr(number, text, text)); TRY_INT(PyObject_SetAttr(number, list, text)); TRY(PyObject_GetItem(number, number)); TRY(PyObject_GetItem(NULL, number)); TRY_INT(PyObject_SetItem(number, number, number)); TRY_INT(PyObject_DelItem(number, number)); TRY_INT(PyObject_DelItemString(number, "x"));
    TRY(PyObject_CallNoArgs(number)); TRY(PyObject_CallObject(number, NULL)); TRY(PyObject_Call((PyObject *)&PyLong_Type, tuple, NULL)); TRY(PyObject_CallObject((PyObject *)&PyLong_Type, list)); TRY(PyObject_CallMethod(number, "nope", NULL)); TRY(PyObject_CallFunction(number, "i", 5)); TRY(PyObject_Vectorcall(number, NULL, 0, NULL));
    TRY_INT(PyObject_Hash(list)); TRY_INT(PyObject_IsInstance(number, number)); TRY_INT(PyObject_IsSubclass(number, (PyObject *)&PyLong_Type)); TRY_INT(PyObject_RichCompareBool(number, text, Py_LT)); TRY(PyObject_RichCompare(number, text, 77)); TRY(PyObject_GetIter(number)); TRY(PyIter_Next(list)); TRY(PyObject_Format(number, number)); TRY(PyObject_Bytes(number)); TRY(PyObject_Dir(number)); TRY_INT(PyObject_AsFileDescriptor(text)); TRY_INT(PyObject_LengthHint(number, 0));
    TRY(PyUnicode_Concat(text, number)); TRY(PyUnicode_Join(text, number)); TRY(PyUnicode_Split(number, text, 1)); TRY(PyUnicode_Replace(text, number, text, 1)); TRY_BORROWED(PyUnicode_AsUTF8(number)); TRY(PyUnicode_AsEncodedString(text, "nope", NULL)); TRY(PyUnicode_AsEncodedString(number, "utf-8", NULL)); TRY(PyUnicode_Decode("\xff", 1, "utf-8", NULL)); TRY(PyUnicode_DecodeUTF8("\xff", 1, "nope"));
    TRY(PyUnicode_FromObject(number)); TRY_INT(PyUnicode_ReadChar(text, 99)); TRY_INT(PyUnicode_ReadChar(number, 0)); TRY_INT(PyUnicode_WriteChar(text, 99, 'x')); TRY_INT(PyUnicode_Find(text, number, 0, 4, 1) == -2 ? -1 : 0); TRY_INT(PyUnicode_Compare(text, number)); TRY_INT(PyUnicode_Contains(text, number)); TRY(PyUnicode_Format(number, tuple)); TRY(PyUnicode_FromOrdinal(0x110000)); TRY(PyUnicode_FromOrdinal(-1)); TRY_INT(PyUnicode_Tailmatch(text, number, 0, 4, 1));
    TRY_BORROWED(PyBytes_AsString(text)); TRY(PyBytes_FromObject(number)); TRY(PyBytes_FromObject(text)); TRY(PyByteArray_FromObject(text)); TRY_BORROWED(PyCapsule_GetPointer(number, "x")); TRY(PyCapsule_New(NULL, "x", NULL)); TRY_BORROWED(PyCapsule_Import("nope.nope", 0)); TRY_BORROWED(PyCapsule_Import("sys.path", 0)); TRY(PyMemoryView_FromObject(number)); TRY(PyMemoryView_GetContiguous(number, PyBUF_READ, 'C'));
    TRY(PyImport_ImportModule("nope_at_all")); TRY(PyImport_ImportModule("")); TRY(PyImport_ReloadModule(number)); TRY_INT(PyModule_AddObject(number, "x", text)); TRY_BORROWED(PyModule_GetDict(number)); TRY_BORROWED(PyModule_GetName(number)); TRY_BORROWED(PyModule_GetState(number)); TRY_INT(PyModule_AddFunctions(number, NULL)); TRY_INT(PyModule_AddIntConstant(number, "x", 5)); TRY_BORROWED(PyModule_GetFilename(module));
    TRY(PyWeakref_NewRef(number, NULL)); TRY_BORROWED(PyWeakref_GetObject(number)); TRY(PyFunction_New(number, dict)); TRY(PyMethod_New(NULL, number)); TRY(PyMethod_New(number, NULL)); TRY_INT(PyFunction_SetDefaults(number, tuple)); TRY(PyCell_Get(number)); TRY_INT(PyCell_Set(number, text)); TRY(PySeqIter_New(number)); TRY(PyEval_EvalCode(number, dict, dict)); TRY(PyRun_String("1 +", Py_eval_input, dict, dict)); TRY(PyRun_String("1", 77, dict, dict)); TRY(Py_CompileString("x =", "file", Py_file_input)); TRY(PyMarshal_ReadObjectFromString("\x00", 1)); TRY(PyMarshal_ReadObjectFromString("", 0));
    TRY(PyErr_NewException("nodot", NULL, NULL)); TRY(PyErr_Format(number, "x")); TRY_INT((PyErr_SetNone(Py_None), -1)); TRY(PyStructSequence_NewType(&(PyStructSequence_Desc){"x.y", NULL, (PyStructSequence_Field[]){{NULL}}, 0})); TRY(PySlice_New(NULL, NULL, NULL)); TRY_INT(PySlice_Unpack(PySlice_New(text, NULL, NULL), &(Py_ssize_t){0}, &(Py_ssize_t){0}, &(Py_ssize_t){0})); TRY(PyType_GenericNew(&PyBaseObject_Type, NULL, NULL)); TRY(PyObject_Init(NULL, &PyBaseObject_Type)); TRY_BORROWED(PyType_GetModule(&PyLong_Type)); TRY_BORROWED(PyType_GetModuleState(&PyLong_Type)); TRY_BORROWED(PyState_FindModule(NULL) ? NULL : NULL);
    if (wanted < 0) { Py_DECREF(list); return PyLong_FromLong(counter); }
    return list;
}
// Formats that break the rules.
static PyObject *formats(PyObject *module, PyObject *which) {
    counter = 0, wanted = PyLong_AsLong(which);
    PyObject *list = PyList_New(0), *tuple = PyTuple_Pack(1, Py_None);
    int number; void *pointer; char letter;
    TRY_INT(PyArg_ParseTuple(Py_None, "O", &pointer) - 1); TRY_INT(PyArg_ParseTuple(tuple, "Q!", &pointer) - 1); TRY_INT(PyArg_ParseTuple(tuple, "(i", &number) - 1); TRY_INT(PyArg_ParseTuple(tuple, "i)", &number) - 1); TRY_INT(PyArg_ParseTuple(tuple, "|i|i", &number, &number) - 1); TRY_INT(PyArg_ParseTuple(tuple, "es", NULL, &pointer) - 1);
    TRY_INT(PyArg_ParseTuple(tuple, "i", &number) - 1); TRY_INT(PyArg_ParseTuple(tuple, "c", &letter) - 1); TRY_INT(PyArg_ParseTuple(tuple, "(ii)", &number, &number) - 1); TRY_INT(PyArg_ParseTuple(tuple, "y#", &pointer, &number) - 1); TRY_INT(PyArg_ParseTuple(tuple, "O!", &PyList_Type, &pointer) - 1); TRY_INT(PyArg_ParseTuple(tuple, ":name") - 1); TRY_INT(PyArg_ParseTuple(tuple, ";message") - 1); TRY_INT(PyArg_ParseTuple(tuple, "OO:name", &pointer, &pointer) - 1); TRY_INT(PyArg_Parse(NULL, "i", &number) - 1);
    TRY_INT(PyArg_UnpackTuple(Py_None, "name", 1, 1, &pointer) - 1); TRY_INT(PyArg_UnpackTuple(tuple, "name", 2, 3, &pointer, &pointer, &pointer) - 1);
    TRY_INT(PyArg_ParseTupleAndKeywords(tuple, Py_None, "O", (char *[]){"a", NULL}, &pointer) - 1); TRY_INT(PyArg_ParseTupleAndKeywords(tuple, NULL, "O", (char *[]){"a", "b", NULL}, &pointer) - 1); TRY_INT(PyArg_ParseTupleAndKeywords(tuple, NULL, "OO", (char *[]){"a", NULL}, &pointer, &pointer) - 1); TRY_INT(PyArg_ParseTupleAndKeywords(tuple, NULL, "O|$|O", (char *[]){"a", "b", NULL}, &pointer, &pointer) - 1);
    TRY(Py_BuildValue("(i", 1)); TRY(Py_BuildValue("{i}", 1)); TRY(Py_BuildValue("{i:i,i}", 1, 2, 3)); TRY(Py_BuildValue("?", 1)); TRY(Py_BuildValue("O", NULL)); TRY(Py_BuildValue("N", NULL)); TRY(Py_BuildValue("O&", NULL, NULL) == NULL ? NULL : NULL); TRY(Py_BuildValue("")); TRY(Py_BuildValue("{Oi}", list, 1)); TRY(Py_BuildValue("C", 0x110000)); TRY(Py_BuildValue("[ii", 1, 2)); TRY(Py_BuildValue("s#", "x", (Py_ssize_t)-5));
    if (wanted < 0) { Py_DECREF(list); return PyLong_FromLong(counter); }
    return list;
}
static PyObject *deep(PyObject *module, PyObject *which) {
    counter = 0, wanted = PyLong_AsLong(which);
    // A structure a hundred thousand deep, made and freed by C, compared and shown.
    PyObject *inner = PyList_New(0);
    for (int i = 0; i < 100000; i++) { PyObject *outer = PyTuple_Pack(1, inner); Py_DECREF(inner); inner = outer; }
    PyObject *list = PyList_New(0);
    TRY(PyObject_Repr(inner)); TRY_INT(PyObject_RichCompareBool(inner, inner, Py_EQ));
    Py_DECREF(inner);
    if (wanted < 0) { Py_DECREF(list); return PyLong_FromLong(counter); }
    return list;
}
static PyMethodDef functions[] = {{"make", make, METH_VARARGS}, {"ready", ready, METH_O}, {"wrong_kinds", wrong_kinds, METH_O}, {"formats", formats, METH_O}, {"deep", deep, METH_O}, {NULL}};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "hostile_c", NULL, -1, functions};
PyMODINIT_FUNC PyInit_hostile_c(void) {
    PyObject *module = PyModule_Create(&definition);
    PyModule_AddObject(module, "Broken", PyType_FromSpec(&broken_spec));
    PyModule_AddObject(module, "Maker", PyType_FromSpec(&maker_spec));
    return module;
}
