/* The system's expat, below the modules pyexpat and _elementtree. */
#include <expat.h>
