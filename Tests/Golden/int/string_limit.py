def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


import sys

print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold, sys.int_info.bits_per_digit, sys.int_info.sizeof_digit)
n = 10 ** 4300
show(str, n)
show(repr, n)
show(lambda: f"{n}")
show(lambda: "%d" % n)
show(lambda: format(n, "d"))
show(int, "1" * 4301)
show(int, "1" * 4301, 7)
print(len(str(10 ** 4299)), len(hex(n)), int("1" * 5000, 16) > 0, len("%x" % n), int("_".join("1" * 4300)) > 0)
sys.set_int_max_str_digits(0)
print(len(str(n)))
show(sys.set_int_max_str_digits, 100)
show(sys.set_int_max_str_digits, -1)
sys.set_int_max_str_digits(640)
show(str, 10 ** 640)
