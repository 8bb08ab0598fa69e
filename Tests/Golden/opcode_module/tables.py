import _opcode
import opcode


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(_opcode.stack_effect(opcode.opmap["POP_TOP"]), _opcode.stack_effect(opcode.opmap["LOAD_CONST"], 0),
    _opcode.stack_effect(opcode.opmap["BUILD_LIST"], 3), _opcode.stack_effect(opcode.opmap["FOR_ITER"], 0, jump=True),
    _opcode.stack_effect(opcode.opmap["FOR_ITER"], 0, jump=False), _opcode.stack_effect(opcode.opmap["CALL"], 2))
show("missing argument", lambda: _opcode.stack_effect(opcode.opmap["LOAD_CONST"]))
show("superfluous", lambda: _opcode.stack_effect(opcode.opmap["POP_TOP"], 1))
show("invalid", lambda: _opcode.stack_effect(255))
show("jump", lambda: _opcode.stack_effect(opcode.opmap["FOR_ITER"], 0, jump=3))
print(len(opcode.opname), opcode.HAVE_ARGUMENT, opcode.cmp_op, opcode.hasconst)
