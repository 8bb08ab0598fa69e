/* The system's expat, below the modules pyexpat and _elementtree. */
#include <expat.h>

/* A macro that Swift does not see: the first word of a parser is its user data. */
static inline void *XML_GetUserData_(XML_Parser parser) { return *(void **)parser; }
