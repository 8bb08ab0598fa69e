import grp
import os
import pwd


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


root = pwd.getpwuid(0)
print(root.pw_name, root[2], root.pw_gid, root.pw_dir, len(root), type(root).__name__, pwd.getpwnam("root") == root, pwd.struct_passwd.n_fields,
    pwd.struct_passwd.__match_args__)
print(repr(pwd.struct_passwd(("n", "p", 1, 2, "g", "d", "s"))), any(u.pw_uid == 0 for u in pwd.getpwall()))
group = grp.getgrgid(0)
print(group.gr_name, group.gr_gid, isinstance(group.gr_mem, list), grp.getgrnam("root") == group, type(group), len(grp.getgrall()) > 5,
    grp.struct_group.__match_args__)
show("no name", lambda: pwd.getpwnam("no such user"))
show("no uid", lambda: pwd.getpwuid(987654))
show("negative", lambda: pwd.getpwuid(-2))
show("huge", lambda: pwd.getpwuid(2**70))
show("float", lambda: pwd.getpwuid(1.5))
show("bytes", lambda: pwd.getpwnam(b"root"))
show("null", lambda: pwd.getpwnam("a\0b"))
show("no group", lambda: grp.getgrnam("no such group"))
show("no gid", lambda: grp.getgrgid(987654))
show("str gid", lambda: grp.getgrgid("0"))
show("struct", lambda: pwd.struct_passwd((1, 2)))
show("index", lambda: root[7])
