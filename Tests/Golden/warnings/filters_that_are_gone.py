"""Bad actions, and a module `warnings` without its list of filters."""

import warnings


def warn():
    try:
        warnings.warn_explicit("text", Warning, "file", 1)
        print("silent")
    except Exception as error:
        print(repr(error))


saved = warnings.filters
for action in (None, 3, "nonsense"):
    warnings.filters = []
    warnings.defaultaction = action
    warn()
warnings.defaultaction = "ignore"
warn()
warnings.filters = [("nonsense", None, Warning, None, 0)]
warn()
warnings.filters = [(None, None, Warning, None, 0)]
warn()
warnings.filters = [("error", None, Warning, None, 0)]
warn()
del warnings.filters
warn()
warnings.filters = saved
