// Arguments parsed by every format, and values built by every format.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int convert(PyObject *object, void *result) {
    if (object == NULL) return 1;  // clean up
    if (!PyLong_Check(object)) {
        PyErr_SetString(PyExc_TypeError, "converter wants an int");
        return 0;
    }
    *(long *)result = PyLong_AsLong(object) * 10;
    return 1;
}

#define PARSE(format, ...) if (!PyArg_ParseTuple(args, format, __VA_ARGS__)) return NULL
#define CASE(name) if (strcmp(code, name) == 0)

// parse(code, args): the values that the format of that name gives.
static PyObject *parse(PyObject *self, PyObject *both) {
    const char *code;
    PyObject *args;
    if (!PyArg_ParseTuple(both, "sO!:parse", &code, &PyTuple_Type, &args)) return NULL;
    CASE("s") { const char *s; PARSE("s", &s); return Py_BuildValue("s", s); }
    CASE("s#") { const char *s; Py_ssize_t n; PARSE("s#", &s, &n); return Py_BuildValue("y#n", s, n, n); }
    CASE("s*") { Py_buffer b; PARSE("s*", &b); PyObject *r = Py_BuildValue("y#", b.buf, b.len); PyBuffer_Release(&b); return r; }
    CASE("z") { const char *s; PARSE("z", &s); return Py_BuildValue("z", s); }
    CASE("z#") { const char *s; Py_ssize_t n; PARSE("z#", &s, &n); return Py_BuildValue("z#n", s, n, n); }
    CASE("z*") { Py_buffer b; PARSE("z*", &b); PyObject *r = Py_BuildValue("y#i", b.buf, b.len, b.obj == NULL); PyBuffer_Release(&b); return r; }
    CASE("y") { const char *s; PARSE("y", &s); return Py_BuildValue("y", s); }
    CASE("y#") { const char *s; Py_ssize_t n; PARSE("y#", &s, &n); return Py_BuildValue("y#", s, n); }
    CASE("y*") { Py_buffer b; PARSE("y*", &b); PyObject *r = Py_BuildValue("y#", b.buf, b.len); PyBuffer_Release(&b); return r; }
    CASE("w*") { Py_buffer b; PARSE("w*", &b); if (b.len) ((char *)b.buf)[0] = '!'; PyObject *r = Py_BuildValue("y#", b.buf, b.len); PyBuffer_Release(&b); return r; }
    CASE("S") { PyObject *o; PARSE("S", &o); return Py_NewRef(o); }
    CASE("Y") { PyObject *o; PARSE("Y", &o); return Py_NewRef(o); }
    CASE("U") { PyObject *o; PARSE("U", &o); return Py_NewRef(o); }
    CASE("es") { char *s = NULL; PARSE("es", "latin-1", &s); PyObject *r = Py_BuildValue("y", s); PyMem_Free(s); return r; }
    CASE("et") { char *s = NULL; PARSE("et", "latin-1", &s); PyObject *r = Py_BuildValue("y", s); PyMem_Free(s); return r; }
    CASE("es#") { char *s = NULL; Py_ssize_t n; PARSE("es#", "utf-8", &s, &n); PyObject *r = Py_BuildValue("y#", s, n); PyMem_Free(s); return r; }
    CASE("es#fixed") { char room[6]; char *s = room; Py_ssize_t n = sizeof room; PARSE("es#", "utf-8", &s, &n); return Py_BuildValue("y#", s, n); }
    CASE("b") { unsigned char v; PARSE("b", &v); return Py_BuildValue("b", v); }
    CASE("B") { unsigned char v; PARSE("B", &v); return Py_BuildValue("B", v); }
    CASE("h") { short v; PARSE("h", &v); return Py_BuildValue("h", v); }
    CASE("H") { unsigned short v; PARSE("H", &v); return Py_BuildValue("H", v); }
    CASE("i") { int v; PARSE("i", &v); return Py_BuildValue("i", v); }
    CASE("I") { unsigned v; PARSE("I", &v); return Py_BuildValue("I", v); }
    CASE("l") { long v; PARSE("l", &v); return Py_BuildValue("l", v); }
    CASE("k") { unsigned long v; PARSE("k", &v); return Py_BuildValue("k", v); }
    CASE("L") { long long v; PARSE("L", &v); return Py_BuildValue("L", v); }
    CASE("K") { unsigned long long v; PARSE("K", &v); return Py_BuildValue("K", v); }
    CASE("n") { Py_ssize_t v; PARSE("n", &v); return Py_BuildValue("n", v); }
    CASE("c") { char v; PARSE("c", &v); return Py_BuildValue("c", v); }
    CASE("C") { int v; PARSE("C", &v); return Py_BuildValue("C", v); }
    CASE("f") { float v; PARSE("f", &v); return Py_BuildValue("f", v); }
    CASE("d") { double v; PARSE("d", &v); return Py_BuildValue("d", v); }
    CASE("D") { Py_complex v; PARSE("D", &v); return Py_BuildValue("D", &v); }
    CASE("O") { PyObject *o; PARSE("O", &o); return Py_NewRef(o); }
    CASE("O!") { PyObject *o; PARSE("O!", &PyList_Type, &o); return Py_NewRef(o); }
    CASE("O&") { long v; PARSE("O&", convert, &v); return PyLong_FromLong(v); }
    CASE("p") { int v; PARSE("p", &v); return PyBool_FromLong(v); }
    CASE("(ii)") { int a, b; PARSE("(ii)", &a, &b); return Py_BuildValue("[ii]", a, b); }
    CASE("(i(is))O") { int a, b; const char *s; PyObject *o; PARSE("(i(is))O", &a, &b, &s, &o); return Py_BuildValue("iisO", a, b, s, o); }
    CASE("i|i") { int a, b = -1; PARSE("i|i", &a, &b); return Py_BuildValue("ii", a, b); }
    CASE("|ii:name") { int a = -1, b = -1; PARSE("|ii:name", &a, &b); return Py_BuildValue("ii", a, b); }
    CASE("ii;text") { int a, b; PARSE("ii;this takes two numbers", &a, &b); return Py_BuildValue("ii", a, b); }
    CASE(":none") { if (!PyArg_ParseTuple(args, ":none")) return NULL; Py_RETURN_NONE; }
    CASE("bad") { int a; PARSE("q", &a); Py_RETURN_NONE; }
    return PyErr_Format(PyExc_LookupError, "no format %s", code);
}

static PyObject *keywords(PyObject *self, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"", "b", "c", "d", NULL};
    int a, b = 2, d = 4;
    PyObject *c = Py_None;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "i|iO$i:keywords", names, &a, &b, &c, &d)) return NULL;
    return Py_BuildValue("iiOi", a, b, c, d);
}
static PyObject *required(PyObject *self, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"x", "y", NULL};
    PyObject *x, *y;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "OO", names, &x, &y)) return NULL;
    return PyTuple_Pack(2, x, y);
}
static PyObject *unpack(PyObject *self, PyObject *args) {
    PyObject *a = NULL, *b = NULL, *c = NULL;
    if (!PyArg_UnpackTuple(args, "unpack", 1, 3, &a, &b, &c)) return NULL;
    return Py_BuildValue("iii", a != NULL, b != NULL, c != NULL);
}
static PyObject *old_style(PyObject *self, PyObject *arg) {
    int a;
    if (!PyArg_Parse(arg, "i", &a)) return NULL;
    return PyLong_FromLong(a);
}
static PyObject *build(PyObject *self, PyObject *unused) {
    Py_complex z = {1, -2};
    PyObject *held = PyList_New(0);
    wchar_t wide[] = {0x41, 0x20AC, 0};
    return Py_BuildValue(
        "(sz#y#U u{s:i,s:(dd)}[Oc]C b h i I l k L K n D () [] {} N O& z)", "text", "three", (Py_ssize_t)3, "by\0te", (Py_ssize_t)5, "uni", wide, "a", 1,
        "b", 1.5, 2.5, Py_None, 'c', 0x1F600, 7, -8, -9, 9u, -10L, 10UL, -11LL, 11ULL, (Py_ssize_t)12, &z, held,
        PyLong_FromLong, 13L, (char *)NULL);
}
static PyObject *build_few(PyObject *self, PyObject *unused) {
    return Py_BuildValue("NNNN", Py_BuildValue(""), Py_BuildValue("i", 1), Py_BuildValue("(i)", 1), Py_BuildValue("ii", 1, 2));
}
static PyObject *build_bad(PyObject *self, PyObject *which) {
    switch (PyLong_AsLong(which)) {
    case 0: return Py_BuildValue("q", 1);
    case 1: return Py_BuildValue("(i", 1);
    case 2: return Py_BuildValue("O", NULL);
    default: return Py_BuildValue("{i}", 1);
    }
}
// format(code, object): what PyUnicode_FromFormat makes of the object by each conversion.
static PyObject *format(PyObject *self, PyObject *object) {
    return PyUnicode_FromFormat(
        "%s|%.2s|%c|%d|%5d|%-5d|%05d|%ld|%lld|%zd|%u|%lu|%zu|%x|%04x|%i|%%|%R|%S|%A|%.3R|%U|%V|%V", "text", "text", 'x', -3, 42, 42, 42,
        -4L, -5LL, (Py_ssize_t)-6, 7u, 8ul, (size_t)9, 255, 255, -1, object, object, object, object, PyUnicode_FromString("u"), NULL, "fallback",
        PyUnicode_FromString("given"), "not used");
}
static PyObject *bytes_format(PyObject *self, PyObject *unused) {
    return PyBytes_FromFormat("%s|%c|%d|%zd|%x|%lu|%.3s|%%", "text", 'y', -1, (Py_ssize_t)5, 255, 7ul, "abcdef");
}

static PyMethodDef methods[] = {
    {"parse", parse, METH_VARARGS},
    {"keywords", (PyCFunction)keywords, METH_VARARGS | METH_KEYWORDS},
    {"required", (PyCFunction)required, METH_VARARGS | METH_KEYWORDS},
    {"unpack", unpack, METH_VARARGS},
    {"old_style", old_style, METH_O},
    {"build", build, METH_NOARGS},
    {"build_few", build_few, METH_NOARGS},
    {"build_bad", build_bad, METH_O},
    {"format", format, METH_O},
    {"bytes_format", bytes_format, METH_NOARGS},
    {NULL},
};
static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "parsing", NULL, -1, methods};
PyMODINIT_FUNC PyInit_parsing(void) { return PyModule_Create(&definition); }
