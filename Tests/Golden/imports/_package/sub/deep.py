here = __name__
from .. import name_in_init as parent_name
from ..sub import __name__ as sub_name
