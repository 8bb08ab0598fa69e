from .. import name_in_init
from . import deep
