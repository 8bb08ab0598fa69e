class AppError(Exception):
    """Base of the program's errors."""

    code = 1

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details


class ConfigError(AppError):
    code = 2


class MissingKey(ConfigError, KeyError):
    code = 3

    def __str__(self):
        return f"missing {self.args[0]}"


def load(config, key):
    try:
        return config[key]
    except KeyError as error:
        raise MissingKey(key, available=sorted(config)) from error


for key in "a", "b":
    try:
        print(load({"a": 1, "z": 2}, key))
    except ConfigError as error:
        print(type(error).__name__, error, error.code, error.details, repr(error.__cause__), isinstance(error, KeyError))
    else:
        print("no error")
    finally:
        print("done", key)
try:
    raise AppError("plain", x=1)
except (TypeError, AppError) as error:
    print(repr(error), error.details, AppError.__doc__)
