// What programs that embed an interpreter use, and functions of the C API that few extensions call.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *text(PyObject *module, PyObject *unused) { return PyUnicode_FromString("from the table"); }
static PyMethodDef table_functions[] = {{"text", text, METH_NOARGS}, {NULL}};
static PyModuleDef table_module = {PyModuleDef_HEAD_INIT, "in_table", "Appended.", -1, table_functions};
static PyObject *init_table(void) { return PyModule_Create(&table_module); }
static PyObject *init_failing(void) { PyErr_SetString(PyExc_ZeroDivisionError, "at init"); return NULL; }
static int execute(PyObject *module) { return PyModule_AddIntConstant(module, "number", 5); }
static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0}};
static PyModuleDef multi_module = {PyModuleDef_HEAD_INIT, "in_table_multi", NULL, 0, table_functions, slots};
static PyObject *init_multi(void) { return PyModuleDef_Init(&multi_module); }
static PyObject *append(PyObject *module, PyObject *unused) {
    struct _inittab more[] = {{"in_table_multi", init_multi}, {"in_table_failing", init_failing}, {NULL}};
    int first = PyImport_AppendInittab("in_table", init_table), second = PyImport_ExtendInittab(more), count = 0, mine = 0;
    for (struct _inittab *entry = PyImport_Inittab; entry->name; entry++) { count++; mine += strncmp(entry->name, "in_table", 8) == 0; }
    return Py_BuildValue("(iiii)", first, second, count > 20, mine);
}

// A wrapper descriptor of a table of one's own.
static PyObject *twice(PyObject *self, PyObject *args, void *wrapped) {
    return Py_BuildValue("(sOOs)", "wrapped", self, args, (const char *)wrapped);
}
static PyObject *with_keywords(PyObject *self, PyObject *args, void *wrapped, PyObject *keywords) {
    return Py_BuildValue("(sOOO)", (const char *)wrapped, self, args, keywords && PyDict_GET_SIZE(keywords) ? keywords : Py_None);
}
static PyObject *failing(PyObject *self, PyObject *args, void *wrapped) { return NULL; }
static struct wrapperbase bases[] = {
    {"__twice__", 0, NULL, twice, "Says twice."},
    {"__kw__", 0, NULL, (wrapperfunc)(void (*)(void))with_keywords, "__kw__($self, a)\n--\n\nWith keywords.", PyWrapperFlag_KEYWORDS},
    {"__failing__", 0, NULL, failing, NULL},
};
static PyObject *wrapper(PyObject *module, PyObject *args) {
    PyTypeObject *type;
    int index;
    if (!PyArg_ParseTuple(args, "O!i", &PyType_Type, &type, &index)) return NULL;
    bases[index].name_strobj = PyUnicode_InternFromString(bases[index].name);
    return PyDescr_NewWrapper(type, &bases[index], "data");
}
static PyObject *method_wrapper(PyObject *module, PyObject *args) {
    PyObject *descriptor, *self;
    if (!PyArg_ParseTuple(args, "OO", &descriptor, &self)) return NULL;
    return PyWrapper_New(descriptor, self);
}
static PyObject *printer(PyObject *module, PyObject *number) { return PyFile_NewStdPrinter(PyLong_AsLong(number)); }
static PyObject *hash_function(PyObject *module, PyObject *unused) {
    PyHash_FuncDef *function = PyHash_GetFuncDef();
    return Py_BuildValue("(siiN)", function->name, function->hash_bits, function->seed_bits,
        PyBool_FromLong(function->hash("abcdefgh", 8) == _Py_HashBytes("abcdefgh", 8)));
}

// The interactive loop over a file.
static PyObject *interactive(PyObject *module, PyObject *args) {
    const char *source, *kind;
    if (!PyArg_ParseTuple(args, "ss", &kind, &source)) return NULL;
    FILE *file = tmpfile();
    fputs(source, file);
    rewind(file);
    int status = 0;
    PyCompilerFlags flags = {0, PY_MINOR_VERSION};
    if (strcmp(kind, "one") == 0) status = PyRun_InteractiveOne(file, "<given>");
    else if (strcmp(kind, "loop") == 0) status = PyRun_InteractiveLoop(file, "<given>");
    else if (strcmp(kind, "object") == 0) {
        PyObject *name = PyUnicode_FromString("<obj\xC3\xA9>");
        status = PyRun_InteractiveOneObject(file, name, &flags);
        Py_DECREF(name);
    } else if (strcmp(kind, "any") == 0) { fclose(file); return PyLong_FromLong(PyRun_AnyFile(NULL, "x") ); }
    long place = ftell(file);
    fclose(file);
    if (PyErr_Occurred()) { PyErr_Print(); status += 100; }
    return Py_BuildValue("(il)", status, place);
}
static PyMethodDef functions[] = {
    {"append", append, METH_NOARGS}, {"wrapper", wrapper, METH_VARARGS}, {"method_wrapper", method_wrapper, METH_VARARGS}, {"printer", printer, METH_O},
    {"hash_function", hash_function, METH_NOARGS}, {"interactive", interactive, METH_VARARGS}, {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "program_c", NULL, -1, functions};
PyMODINIT_FUNC PyInit_program_c(void) { return PyModule_Create(&definition); }
