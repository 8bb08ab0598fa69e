// Parsing of arguments that are plainly right.
//
// Most calls give what the format asks for: objects, small ints, floats, ASCII text. Those are stored here as the format is read. Anything
// else (another code, a wrong kind, too few or too many) is for the general way, which begins anew, writes the same places again and
// knows all messages.

#include "VariadicSupport.h"

#if PYSWIFT_SWIFT_ENTRY_POINTS

#include <string.h>

static inline int is_end(char code) { return code == 0 || code == ':' || code == ';'; }

/// An int object of at most two digits.
static inline int small_int(PyObject *object, long *number) {
    if (object->ob_type != &PyLong_Type) return 0;
    PyLongObject *value = (PyLongObject *)object;
    Py_ssize_t size = value->ob_base.ob_size;
    if (size < -2 || size > 2) return 0;
    long magnitude = size == 0 ? 0 : value->ob_digit[0];
    if (size == 2 || size == -2) magnitude |= (long)value->ob_digit[1] << PyLong_SHIFT;
    *number = size < 0 ? -magnitude : magnitude;
    return 1;
}

int _pyswift_quick_parse(PyObject *const *items, Py_ssize_t count, const char *format, char *const *names, va_list list) {
    Py_ssize_t index = 0;
    int optional = 0;
    for (;; format++) {
        char code = *format;
        if (is_end(code)) return index == count && (names == NULL || names[index] == NULL);
        if (code == '|') { optional = 1; continue; }
        if (code == '$') {
            if (index < count) return 0;
            continue;
        }
        if (index == count) return optional;
        if (names != NULL && names[index] == NULL) return 0;
        PyObject *object = items[index++];
        if (object == NULL) return 0;
        long number;
        switch (code) {
        case 'O':
            if (format[1] == '&') return 0;
            if (format[1] == '!') {
                PyTypeObject *type = va_arg(list, PyTypeObject *);
                if (object->ob_type != type) return 0;
                format++;
            }
            *va_arg(list, PyObject **) = object;
            break;
        case 'i':
            if (!small_int(object, &number) || number != (int)number) return 0;
            *va_arg(list, int *) = (int)number;
            break;
        case 'l': case 'n': case 'L':
            if (!small_int(object, &number)) return 0;
            *va_arg(list, long *) = number;
            break;
        case 'p':
            if (object == Py_TruePointer()) number = 1;
            else if (object == Py_FalsePointer() || object == Py_NonePointer()) number = 0;
            else return 0;
            *va_arg(list, int *) = (int)number;
            break;
        case 'd':
            if (object->ob_type != &PyFloat_Type) return 0;
            *va_arg(list, double *) = ((PyFloatObject *)object)->ob_fval;
            break;
        case 's': case 'z': {
            if (format[1] == '#' || format[1] == '*') return 0;
            PyASCIIObject *text = (PyASCIIObject *)object;
            if (object->ob_type != &PyUnicode_Type || !(text->state & PyUnicode_STATE_ASCII) || !(text->state & PyUnicode_STATE_COMPACT)) return 0;
            const char *characters = (const char *)(text + 1);
            if (strlen(characters) != (size_t)text->length) return 0;
            *va_arg(list, const char **) = characters;
            break;
        }
        case 'U':
            if (object->ob_type != &PyUnicode_Type || !(((PyASCIIObject *)object)->state & PyUnicode_STATE_READY)) return 0;
            *va_arg(list, PyObject **) = object;
            break;
        default: return 0;
        }
    }
}

int _pyswift_quick_parse_tuple(PyObject *tuple, const char *format, char *const *names, va_list list) {
    if (tuple == NULL || tuple->ob_type != &PyTuple_Type) return 0;
    Py_ssize_t count = ((PyVarObject *)tuple)->ob_size;
    // The words of a tuple that never crossed are no pointers.
    if (count != 0 && !(((PyGC_Head *)tuple - 1)->_gc_next & 1)) return 0;
    return _pyswift_quick_parse((PyObject *const *)((PyVarObject *)tuple + 1), count, format, names, list);
}

#endif
