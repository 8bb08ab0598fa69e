// Where each slot id of PyType_Slot goes.

#include "CPythonABI.h"

#define TYPE(slot) [Py_##slot] = offsetof(PyHeapTypeObject, ht_type.slot)
#define TABLE(table, slot) [Py_##slot] = offsetof(PyHeapTypeObject, table.slot)

const short _PySwift_slot_offsets[_PySwift_slot_count] = {
    TABLE(as_buffer, bf_getbuffer), TABLE(as_buffer, bf_releasebuffer),
    TABLE(as_mapping, mp_ass_subscript), TABLE(as_mapping, mp_length), TABLE(as_mapping, mp_subscript),
    TABLE(as_number, nb_absolute), TABLE(as_number, nb_add), TABLE(as_number, nb_and), TABLE(as_number, nb_bool),
    TABLE(as_number, nb_divmod), TABLE(as_number, nb_float), TABLE(as_number, nb_floor_divide),
    TABLE(as_number, nb_index), TABLE(as_number, nb_inplace_add), TABLE(as_number, nb_inplace_and),
    TABLE(as_number, nb_inplace_floor_divide), TABLE(as_number, nb_inplace_lshift),
    TABLE(as_number, nb_inplace_multiply), TABLE(as_number, nb_inplace_or), TABLE(as_number, nb_inplace_power),
    TABLE(as_number, nb_inplace_remainder), TABLE(as_number, nb_inplace_rshift),
    TABLE(as_number, nb_inplace_subtract), TABLE(as_number, nb_inplace_true_divide),
    TABLE(as_number, nb_inplace_xor), TABLE(as_number, nb_int), TABLE(as_number, nb_invert),
    TABLE(as_number, nb_lshift), TABLE(as_number, nb_multiply), TABLE(as_number, nb_negative),
    TABLE(as_number, nb_or), TABLE(as_number, nb_positive), TABLE(as_number, nb_power),
    TABLE(as_number, nb_remainder), TABLE(as_number, nb_rshift), TABLE(as_number, nb_subtract),
    TABLE(as_number, nb_true_divide), TABLE(as_number, nb_xor), TABLE(as_number, nb_matrix_multiply),
    TABLE(as_number, nb_inplace_matrix_multiply),
    TABLE(as_sequence, sq_ass_item), TABLE(as_sequence, sq_concat), TABLE(as_sequence, sq_contains),
    TABLE(as_sequence, sq_inplace_concat), TABLE(as_sequence, sq_inplace_repeat), TABLE(as_sequence, sq_item),
    TABLE(as_sequence, sq_length), TABLE(as_sequence, sq_repeat),
    TABLE(as_async, am_await), TABLE(as_async, am_aiter), TABLE(as_async, am_anext), TABLE(as_async, am_send),
    TYPE(tp_alloc), TYPE(tp_base), TYPE(tp_bases), TYPE(tp_call), TYPE(tp_clear), TYPE(tp_dealloc), TYPE(tp_del),
    TYPE(tp_descr_get), TYPE(tp_descr_set), TYPE(tp_doc), TYPE(tp_getattr), TYPE(tp_getattro), TYPE(tp_hash),
    TYPE(tp_init), TYPE(tp_is_gc), TYPE(tp_iter), TYPE(tp_iternext), TYPE(tp_methods), TYPE(tp_new), TYPE(tp_repr),
    TYPE(tp_richcompare), TYPE(tp_setattr), TYPE(tp_setattro), TYPE(tp_str), TYPE(tp_traverse), TYPE(tp_members),
    TYPE(tp_getset), TYPE(tp_free), TYPE(tp_finalize),
};
