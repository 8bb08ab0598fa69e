import resource


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(soft > 0, resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 500), hard)), resource.getrlimit(resource.RLIMIT_NOFILE)[0],
    resource.RLIM_INFINITY, resource.getpagesize())
usage = resource.getrusage(resource.RUSAGE_SELF)
print(type(usage), usage.ru_utime >= 0, usage[2] == usage.ru_maxrss, len(usage), usage.n_fields, usage.ru_maxrss > 1000,
    isinstance(usage.ru_stime, float), resource.struct_rusage.__match_args__)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_nswap, resource.error is OSError)
show("bad resource", lambda: resource.getrlimit(999))
show("set bad", lambda: resource.setrlimit(999, (1, 1)))
show("above", lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (hard + 1, hard)) if hard != -1 else "current limit exceeds maximum limit")
show("not pair", lambda: resource.setrlimit(resource.RLIMIT_CORE, (1,)))
show("not numbers", lambda: resource.setrlimit(resource.RLIMIT_CORE, ("a", 1)))
show("who", lambda: resource.getrusage(77))
show("prlimit", lambda: resource.prlimit(0, resource.RLIMIT_CORE)[0] >= -1)
show("no process", lambda: resource.prlimit(99999999, resource.RLIMIT_CORE))
