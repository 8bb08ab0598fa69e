# The module spwd: the kind of its entries, and what it says to wrong arguments.
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import spwd
    print([(w.category.__name__, str(w.message)) for w in caught])

def show(function, *arguments):
    try: print(function(*arguments))
    except Exception as error: print(type(error).__name__, error)

print(spwd.__doc__)
kind = spwd.struct_spwd
print(kind, kind.__doc__, kind.n_fields, kind.n_sequence_fields, kind.n_unnamed_fields, kind.__match_args__)
for name in sorted(vars(kind)):
    if name.startswith("sp_"): print(name, getattr(kind, name).__doc__)
entry = kind(range(9))
print(entry, entry.sp_namp, entry.sp_flag, entry.sp_nam, len(entry))
print(spwd.getspnam.__doc__, spwd.getspnam.__text_signature__, spwd.getspall.__doc__, spwd.getspall.__text_signature__)
show(spwd.getspnam, 5); show(spwd.getspnam, "a\0b"); show(spwd.getspnam); show(spwd.getspnam, None); show(spwd.getspall, 1)
