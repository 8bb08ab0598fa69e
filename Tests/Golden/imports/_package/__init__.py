print("package init")
__all__ = ["in_all", "late"]
in_all = "in all"
not_in_all = "x"
name_in_init = __name__
