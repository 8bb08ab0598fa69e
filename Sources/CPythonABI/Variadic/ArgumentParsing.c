// PyArg_*. The names ending in `_SizeT` are what the plain ones become when an extension defines PY_SSIZE_T_CLEAN.

#include "VariadicSupport.h"

#if PYSWIFT_SWIFT_ENTRY_POINTS

int PyArg_Parse(PyObject *object, const char *format, ...) {
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_arg_parse_object(object, format, 0, &arguments));
    return result;
}

int _PyArg_Parse_SizeT(PyObject *object, const char *format, ...) {
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_arg_parse_object(object, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int PyArg_ParseTuple(PyObject *args, const char *format, ...) {
    PY_TRY_QUICKLY(format, _pyswift_quick_parse_tuple(args, format, NULL, quickly));
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_arg_parse_tuple(args, format, 0, &arguments));
    return result;
}

int _PyArg_ParseTuple_SizeT(PyObject *args, const char *format, ...) {
    PY_TRY_QUICKLY(format, _pyswift_quick_parse_tuple(args, format, NULL, quickly));
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_arg_parse_tuple(args, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int PyArg_VaParse(PyObject *args, const char *format, va_list list) {
    int result;
    PY_WITH_LIST(list, result = _PySwift_arg_parse_tuple(args, format, 0, &arguments));
    return result;
}

int _PyArg_VaParse_SizeT(PyObject *args, const char *format, va_list list) {
    int result;
    PY_WITH_LIST(list, result = _PySwift_arg_parse_tuple(args, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int PyArg_ParseTupleAndKeywords(PyObject *args, PyObject *kwargs, const char *format, char **keywords, ...) {
    if (PY_NO_KEYWORDS(kwargs)) PY_TRY_QUICKLY(keywords, _pyswift_quick_parse_tuple(args, format, keywords, quickly));
    int result;
    PY_WITH_ARGUMENTS(keywords,
        result = _PySwift_arg_parse_tuple_and_keywords(args, kwargs, format, keywords, 0, &arguments));
    return result;
}

int _PyArg_ParseTupleAndKeywords_SizeT(PyObject *args, PyObject *kwargs, const char *format, char **keywords, ...) {
    if (PY_NO_KEYWORDS(kwargs)) PY_TRY_QUICKLY(keywords, _pyswift_quick_parse_tuple(args, format, keywords, quickly));
    int result;
    PY_WITH_ARGUMENTS(keywords,
        result = _PySwift_arg_parse_tuple_and_keywords(args, kwargs, format, keywords, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int PyArg_VaParseTupleAndKeywords(PyObject *args, PyObject *kwargs, const char *format, char **keywords, va_list list) {
    int result;
    PY_WITH_LIST(list, result = _PySwift_arg_parse_tuple_and_keywords(args, kwargs, format, keywords, 0, &arguments));
    return result;
}

int _PyArg_VaParseTupleAndKeywords_SizeT(
    PyObject *args, PyObject *kwargs, const char *format, char **keywords, va_list list) {
    int result;
    PY_WITH_LIST(list,
        result = _PySwift_arg_parse_tuple_and_keywords(args, kwargs, format, keywords, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int _PyArg_ParseStack(PyObject *const *args, Py_ssize_t nargs, const char *format, ...) {
    PY_TRY_QUICKLY(format, _pyswift_quick_parse(args, nargs, format, NULL, quickly));
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_arg_parse_stack(args, nargs, format, 0, &arguments));
    return result;
}

int _PyArg_ParseStack_SizeT(PyObject *const *args, Py_ssize_t nargs, const char *format, ...) {
    PY_TRY_QUICKLY(format, _pyswift_quick_parse(args, nargs, format, NULL, quickly));
    int result;
    PY_WITH_ARGUMENTS(format, result = _PySwift_arg_parse_stack(args, nargs, format, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int _PyArg_ParseStackAndKeywords(
    PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames, _PyArg_Parser *parser, ...) {
    if (PY_NO_NAMES(kwnames)) PY_TRY_QUICKLY(parser, _pyswift_quick_parse(args, nargs, parser->format, (char *const *)parser->keywords, quickly));
    int result;
    PY_WITH_ARGUMENTS(parser,
        result = _PySwift_arg_parse_stack_and_keywords_fast(args, nargs, kwnames, parser, 0, &arguments));
    return result;
}

int _PyArg_ParseStackAndKeywords_SizeT(
    PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames, _PyArg_Parser *parser, ...) {
    if (PY_NO_NAMES(kwnames)) PY_TRY_QUICKLY(parser, _pyswift_quick_parse(args, nargs, parser->format, (char *const *)parser->keywords, quickly));
    int result;
    PY_WITH_ARGUMENTS(parser,
        result = _PySwift_arg_parse_stack_and_keywords_fast(args, nargs, kwnames, parser, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int _PyArg_ParseTupleAndKeywordsFast(PyObject *args, PyObject *kwargs, _PyArg_Parser *parser, ...) {
    int result;
    PY_WITH_ARGUMENTS(parser, result = _PySwift_arg_parse_tuple_and_keywords_fast(args, kwargs, parser, 0, &arguments));
    return result;
}

int _PyArg_ParseTupleAndKeywordsFast_SizeT(PyObject *args, PyObject *kwargs, _PyArg_Parser *parser, ...) {
    int result;
    PY_WITH_ARGUMENTS(parser,
        result = _PySwift_arg_parse_tuple_and_keywords_fast(args, kwargs, parser, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int _PyArg_VaParseTupleAndKeywordsFast(PyObject *args, PyObject *kwargs, _PyArg_Parser *parser, va_list list) {
    int result;
    PY_WITH_LIST(list, result = _PySwift_arg_parse_tuple_and_keywords_fast(args, kwargs, parser, 0, &arguments));
    return result;
}

int _PyArg_VaParseTupleAndKeywordsFast_SizeT(PyObject *args, PyObject *kwargs, _PyArg_Parser *parser, va_list list) {
    int result;
    PY_WITH_LIST(list,
        result = _PySwift_arg_parse_tuple_and_keywords_fast(args, kwargs, parser, PY_FORMAT_SSIZE_T, &arguments));
    return result;
}

int PyArg_UnpackTuple(PyObject *args, const char *name, Py_ssize_t min, Py_ssize_t max, ...) {
    int result;
    PY_WITH_ARGUMENTS(max, result = _PySwift_arg_unpack_tuple(args, name, min, max, &arguments));
    return result;
}

int _PyArg_UnpackStack(PyObject *const *args, Py_ssize_t nargs, const char *name, Py_ssize_t min, Py_ssize_t max, ...) {
    int result;
    PY_WITH_ARGUMENTS(max, result = _PySwift_arg_unpack_stack(args, nargs, name, min, max, &arguments));
    return result;
}

#endif
