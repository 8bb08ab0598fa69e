// The module _opcode: stack effects of CPython 3.11's instructions, by their numbers in the library's `opcode` module.
//
// Code of this runtime has registers and no stack; its code objects show themselves in CPython's instructions (see docs/bytecode.md), and
// programs that read those ask for their effects.

import Runtime

enum OpcodeModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Opcode support module.")
        module.function(
            "stack_effect",
            .bound { (_, a) throws(Raised) -> Ref in
                let opcode = try Index.int32(a[0])
                let hasArgument = opcode >= firstWithArgument
                let given = a[1].isNull || a[1].isNone ? nil : try Index.int32(a[1])
                if hasArgument && given == nil {
                    throw raise(.valueError, "stack_effect: opcode requires oparg but oparg was not specified")
                }
                if !hasArgument && given != nil {
                    throw raise(.valueError, "stack_effect: opcode does not permit oparg but oparg was specified")
                }
                let jump: Bool?
                if a[2].isNull || a[2].isNone {
                    jump = nil
                } else if a[2].isBool {
                    jump = a[2].isTrue
                } else {
                    throw raise(.valueError, "stack_effect: jump must be False, True or None")
                }
                guard let effect = effect(opcode, given ?? 0, jump: jump) else { throw raise(.valueError, "invalid opcode or oparg") }
                return IntObject.make(effect)
            }, "($module, opcode, oparg=None, /, *, jump=None)", doc: "Compute the stack effect of the opcode.")
        module.function(
            "get_specialization_stats", .noArguments { (_) throws(Raised) -> Ref in .none }, "($module, /)", doc: "Return the specialization stats")
    }

    private static let firstWithArgument = 90

    /// What an instruction adds to the depth of the stack; without `jump` the larger of both ways.
    private static func effect(_ opcode: Int, _ argument: Int, jump: Bool?) -> Int? {
        switch opcode {
        case 92: return argument - 1
        case 93: return jump == true ? -1 : 1
        case 94: return (argument & 0xFF) + (argument >> 8)
        case 102, 103, 104, 157: return 1 - argument
        case 105: return 1 - 2 * argument
        case 111, 112: return jump == false ? -1 : 0
        case 116: return 1 + (argument & 1)
        case 123: return jump == true ? -1 : 0
        case 130, 156, 166: return -argument
        case 132: return -[1, 2, 4, 8].reduce(0) { $0 + (argument & $1 != 0 ? 1 : 0) }
        case 133: return argument == 3 ? -2 : -1
        case 142: return -2 - (argument & 1)
        case 155: return argument & 4 != 0 ? -1 : 0
        default: break
        }
        for (effect, opcodes) in fixed where opcodes.contains(opcode) { return effect }
        return nil
    }

    /// Instructions whose effect is always the same.
    private static let fixed: [(Int, [Int])] = [
        (-3, [60]),
        (-2, [54, 61, 95, 147, 152]),
        (-1, [
            1, 25, 70, 83, 84, 88, 89, 90, 96, 97, 107, 108, 114, 115, 117, 118, 119, 122, 125, 128, 129, 138, 145, 146, 162, 163, 164, 165,
            171, 173, 174, 175, 176,
        ]),
        (0, [
            0, 9, 10, 11, 12, 15, 36, 37, 50, 68, 69, 75, 82, 85, 86, 87, 91, 98, 99, 106, 110, 126, 131, 134, 135, 139, 140, 144, 149, 151,
            172,
        ]),
        (1, [2, 30, 31, 32, 33, 35, 49, 51, 52, 53, 71, 74, 100, 101, 109, 120, 124, 136, 137, 148, 160]),
    ]
}
