class Custom(Exception):
    def __str__(self):
        return "custom text"


def level_three():
    try:
        int("not a number")
    except ValueError as error:
        raise Custom("args") from error


def level_two():
    try:
        level_three()
    finally:
        print("cleanup")


level_two()
