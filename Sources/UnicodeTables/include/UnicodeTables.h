#ifndef UNICODE_TABLES_H
#define UNICODE_TABLES_H

#include <stdint.h>

/* Properties of Unicode 14.0 characters, in tables that Scripts/generate_unicode_data.py writes.

   Characters that share all their properties share a record. Which record a character has, two stages of tables tell:

       ucd_record_index[c >> 7] -> number of a block of 128 entries
       ucd_record_blocks[block * 128 + (c & 127)] -> number of the record

   Case mappings are kept as differences, so that whole alphabets share a record, too.

   Tables live in C because the Swift compiler takes minutes over large array literals and builds them at run time. Swift does
   not import arrays, hence the accessors. */

#define UCD_TABLE extern __attribute__((visibility("hidden"))) const

/* ORDER: as FLAGS in Scripts/generate_unicode_data.py and UnicodeData.Flags. */
struct ucd_record {
    uint32_t flags;
    int32_t lower, upper, title; /* simple mappings, relative */
    int32_t fold;                /* full case folding if it is one character, relative */
    uint16_t special;            /* entry of ucd_cases, if any full mapping has several characters */
    uint16_t numeric;            /* entry of ucd_numeric_values; 0 for none */
    uint8_t category, bidirectional, combining, width;
    uint8_t decimal, digit;      /* 255 for none */
};

/* Full mappings: lower, upper, title, fold. */
struct ucd_case {
    uint8_t counts[4];
    uint32_t characters[4][3];
};

/* What characters were in Unicode 3.2, if they were different; sorted. */
struct ucd_change {
    uint32_t character;
    uint8_t category, bidirectional, width, mirrored, decimal;
};

struct ucd_pair {
    uint32_t first, second, composite;
};

struct ucd_name_range {
    uint32_t first, last;
};

/* An alias (count 0: value is the character) or a named sequence (value is its start in ucd_name_sequences). */
struct ucd_extra_name {
    uint32_t name, value, count;
};

UCD_TABLE uint16_t ucd_record_index[];
UCD_TABLE uint16_t ucd_record_blocks[];
UCD_TABLE struct ucd_record ucd_records[];
UCD_TABLE uint32_t ucd_latin1_flags[];
UCD_TABLE double ucd_numeric_values[];
UCD_TABLE struct ucd_case ucd_cases[];
UCD_TABLE struct ucd_change ucd_changes[];
UCD_TABLE uint32_t ucd_change_count;
UCD_TABLE char ucd_category_names[][3];
UCD_TABLE char ucd_bidirectional_names[][4];
UCD_TABLE char ucd_width_names[][3];
UCD_TABLE char ucd_decomposition_tags[][12];
UCD_TABLE uint16_t ucd_decomposition_index[];
UCD_TABLE uint16_t ucd_decomposition_blocks[];
UCD_TABLE uint32_t ucd_decompositions[];
UCD_TABLE struct ucd_pair ucd_pairs[];
UCD_TABLE uint32_t ucd_corrections[];
UCD_TABLE char ucd_name_text[];
UCD_TABLE uint32_t ucd_name_word_starts[];
UCD_TABLE uint8_t ucd_name_stream[];
UCD_TABLE uint16_t ucd_name_index[];
UCD_TABLE uint32_t ucd_name_blocks[];
UCD_TABLE struct ucd_name_range ucd_name_ranges[];
UCD_TABLE struct ucd_extra_name ucd_extra_names[];
UCD_TABLE uint16_t ucd_name_sequences[];
UCD_TABLE uint16_t ucd_name_displacements[];
UCD_TABLE uint32_t ucd_name_slots[];
UCD_TABLE uint32_t ucd_name_range_count, ucd_name_bucket_count, ucd_name_slot_count, ucd_extra_name_count;

/* Record 0 is that of unassigned characters. */
static inline const struct ucd_record *ucd_record_of(uint32_t c) {
    if (c >= 0x110000) return ucd_records;
    return ucd_records + ucd_record_blocks[(uint32_t)ucd_record_index[c >> 7] << 7 | (c & 127)];
}

static inline uint32_t ucd_flags_of(uint32_t c) {
    return c < 256 ? ucd_latin1_flags[c] : ucd_record_of(c)->flags;
}

static inline double ucd_numeric_value(uint32_t index) { return ucd_numeric_values[index]; }

/* The characters of full mapping `kind` (0 lower, 1 upper, 2 title, 3 fold). */
static inline uint32_t ucd_case_count(uint32_t entry, uint32_t kind) { return ucd_cases[entry].counts[kind]; }
static inline const uint32_t *ucd_case_characters(uint32_t entry, uint32_t kind) { return ucd_cases[entry].characters[kind]; }

static inline const char *ucd_category_name(uint32_t i) { return ucd_category_names[i]; }
static inline const char *ucd_bidirectional_name(uint32_t i) { return ucd_bidirectional_names[i]; }
static inline const char *ucd_width_name(uint32_t i) { return ucd_width_names[i]; }
static inline const char *ucd_decomposition_tag(uint32_t i) { return ucd_decomposition_tags[i]; }

/* What a character was in Unicode 3.2, or NULL if that is what it is. */
static inline const struct ucd_change *ucd_change_of(uint32_t c) {
    uint32_t low = 0, high = ucd_change_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (ucd_changes[middle].character < c) low = middle + 1; else high = middle;
    }
    return low < ucd_change_count && ucd_changes[low].character == c ? ucd_changes + low : 0;
}

/* tag << 8 | count, then the characters; the entry 0 for a character without decomposition. */
static inline const uint32_t *ucd_decomposition_of(uint32_t c) {
    if (c >= 0x110000) return ucd_decompositions;
    return ucd_decompositions + ucd_decomposition_blocks[(uint32_t)ucd_decomposition_index[c >> 6] << 6 | (c & 63)];
}

/* The primary composite of two characters, or 0. ORDER: the hash is that of the generator. */
static inline uint32_t ucd_composition(uint32_t first, uint32_t second) {
    uint32_t slot = (first * 0x9E3779B1u + second * 0x85EBCA6Bu) >> 20;
    while (ucd_pairs[slot].first != 0) {
        if (ucd_pairs[slot].first == first && ucd_pairs[slot].second == second) return ucd_pairs[slot].composite;
        slot = (slot + 1) & 4095;
    }
    return 0;
}

/* The i-th (0...4) character whose decomposition was corrected after Unicode 3.2, and what it was. */
static inline uint32_t ucd_correction(uint32_t i, uint32_t old) { return ucd_corrections[2 * i + old]; }

static inline const char *ucd_name_words(void) { return ucd_name_text; }
static inline const uint32_t *ucd_name_starts(void) { return ucd_name_word_starts; }
static inline const uint8_t *ucd_name_codes(void) { return ucd_name_stream; }

/* Where in the stream the names of the 64 characters around c begin, or ~0. */
static inline uint32_t ucd_name_block_of(uint32_t c) {
    return ucd_name_blocks[(uint32_t)ucd_name_index[c >> 10] << 4 | (c >> 6 & 15)];
}

static inline const struct ucd_name_range *ucd_name_range_at(uint32_t i) { return ucd_name_ranges + i; }
static inline const struct ucd_extra_name *ucd_extra_name_at(uint32_t i) { return ucd_extra_names + i; }
static inline const uint16_t *ucd_name_sequence(uint32_t i) { return ucd_name_sequences + i; }
static inline uint32_t ucd_name_displacement(uint32_t i) { return ucd_name_displacements[i]; }
static inline uint32_t ucd_name_slot(uint32_t i) { return ucd_name_slots[i]; }

#endif
