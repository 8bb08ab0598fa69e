#ifndef NUMERIC_TABLES_H
#define NUMERIC_TABLES_H

#include <stdint.h>

/* Tables live in C because the Swift compiler takes minutes over large array literals, and builds them at run time.
   Swift does not import arrays without a length, so each table has an accessor. */

/* ceil(10^k / 2^e) as a high and a low word, with e such that the high word has its top bit set, for k = -343...325. */
extern const uint64_t PyDecimalPowers[];

static inline const uint64_t *PyDecimalPowers_Start(void) { return PyDecimalPowers; }

#endif
