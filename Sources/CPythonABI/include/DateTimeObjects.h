#pragma once
// The objects of `datetime` and the table behind the capsule `datetime.datetime_CAPI`. Extensions subclass these
// structs and read their fields. Multi-byte fields in `data` are big-endian, as in pickles.

#include "ObjectHeader.h"

typedef struct PyDateTime_Delta {
    PyObject ob_base;
    Py_hash_t hashcode;
    int days;
    int seconds;
    int microseconds;
} PyDateTime_Delta;

typedef struct PyDateTime_TZInfo {
    PyObject ob_base;
} PyDateTime_TZInfo;

#define PyDateTime_HEAD \
    PyObject ob_base;   \
    Py_hash_t hashcode; \
    char hastzinfo;

typedef struct _PyDateTime_BaseTZInfo {
    PyDateTime_HEAD
} _PyDateTime_BaseTZInfo;

/// data: hour, minute, second, microsecond (3 bytes).
typedef struct _PyDateTime_BaseTime {
    PyDateTime_HEAD
    unsigned char data[6];
} _PyDateTime_BaseTime;

typedef struct PyDateTime_Time {
    PyDateTime_HEAD
    unsigned char data[6];
    unsigned char fold;
    PyObject *tzinfo;
} PyDateTime_Time;

/// data: year (2 bytes), month, day.
typedef struct PyDateTime_Date {
    PyDateTime_HEAD
    unsigned char data[4];
} PyDateTime_Date;

/// data: year (2 bytes), month, day, hour, minute, second, microsecond (3 bytes).
typedef struct _PyDateTime_BaseDateTime {
    PyDateTime_HEAD
    unsigned char data[10];
} _PyDateTime_BaseDateTime;

typedef struct PyDateTime_DateTime {
    PyDateTime_HEAD
    unsigned char data[10];
    unsigned char fold;
    PyObject *tzinfo;
} PyDateTime_DateTime;

typedef struct PyDateTime_CAPI {
    PyTypeObject *DateType;
    PyTypeObject *DateTimeType;
    PyTypeObject *TimeType;
    PyTypeObject *DeltaType;
    PyTypeObject *TZInfoType;
    PyObject *TimeZone_UTC;
    PyObject *(*Date_FromDate)(int, int, int, PyTypeObject *);
    PyObject *(*DateTime_FromDateAndTime)(int, int, int, int, int, int, int, PyObject *, PyTypeObject *);
    PyObject *(*Time_FromTime)(int, int, int, int, PyObject *, PyTypeObject *);
    PyObject *(*Delta_FromDelta)(int, int, int, int, PyTypeObject *);
    PyObject *(*TimeZone_FromTimeZone)(PyObject *offset, PyObject *name);
    PyObject *(*DateTime_FromTimestamp)(PyObject *, PyObject *, PyObject *);
    PyObject *(*Date_FromTimestamp)(PyObject *, PyObject *);
    PyObject *(*DateTime_FromDateAndTimeAndFold)(int, int, int, int, int, int, int, PyObject *, int, PyTypeObject *);
    PyObject *(*Time_FromTimeAndFold)(int, int, int, int, PyObject *, int, PyTypeObject *);
} PyDateTime_CAPI;
