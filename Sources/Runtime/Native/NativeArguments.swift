// Arguments of calls of Python functions, arranged when the call is compiled: which parameter each keyword is for, and which ones take their
// defaults. (The names of a call and the parameters of a code are what they are; defaults are read when the call is made.)

import CPythonABI
import Compiler

/// Where the parameters of a function come from.
struct CallArguments {
    /// For each parameter the number of the argument, or -1 less the number of the default.
    private(set) var sources: [Int] = []
    private(set) var defaultCount = 0
    var total: Int { sources.count }
    var usesDefaults: Bool { sources.contains { $0 < 0 } }

    /// Most keywords that have to be moved: each is in a machine register meanwhile.
    static let mostMoved = 5
    private static let mostParameters = 24

    /// Nil: the arguments do not fit, or are arranged in the general way.
    init?(_ function: Value, _ code: CodePointer, count: Int, names: Value) {
        let keywords = names.isNull ? 0 : TupleObject.count(names)
        let parameters = code.pointee.argumentCount
        let all = parameters + code.pointee.keywordOnlyCount
        let given = count - keywords
        guard !code.pointee.isPending, code.pointee.flags & (CodeFlags.varArgs | CodeFlags.varKeywords) == 0, given >= 0, given <= parameters,
            all <= CallArguments.mostParameters
        else { return nil }
        let defaults = FunctionObject.defaults(function)
        defaultCount = defaults.isNull ? 0 : TupleObject.count(defaults)
        var moved = 0
        for index in 0..<all {
            if index < given {
                sources.append(index)
                continue
            }
            let name = code.pointee.variableNames[index]
            var found: Int?
            for keyword in 0..<keywords where index >= code.pointee.positionalOnlyCount && TupleObject.items(names)[keyword] === name {
                if found != nil { return nil }
                found = given + keyword
            }
            if let found {
                sources.append(found)
                if found != index { moved += 1 }
            } else if index < parameters && index >= parameters - defaultCount {
                sources.append(-1 - (index - (parameters - defaultCount)))
            } else {
                return nil
            }
        }
        // Each keyword has its parameter.
        guard moved <= CallArguments.mostMoved, sources.filter({ $0 >= given }).count == keywords else { return nil }
    }
}

extension NativeTemplates {
    /// Leaves unless the defaults of the function in rax are as many as they were, and can be handed out as they are.
    mutating func requireDefaults(_ arguments: CallArguments) {
        if !arguments.usesDefaults { return }
        assembler.load(.rcx, .rax, 56)
        assembler.test(.rcx, .rcx)
        leave(.equal)
        assembler.operate(.cmp, .rcx, 16, number: Int32(arguments.defaultCount))
        leave(.notEqual)
        for source in arguments.sources where source < 0 {
            assembler.load(.rdx, .rcx, 24 + (-1 - source) * 8)
            requireNoConstant(.rdx, .r8)
        }
    }
    /// Moves keywords to where their parameters are, and fills in the defaults of the function in rax. The arguments stand from the register
    /// `first` of the frame on. Changes rcx, rdx, r8 to r10.
    mutating func arrange(_ arguments: CallArguments, _ first: Int) {
        var free: [Register] = [.rcx, .rdx, .r8, .r9, .r10]
        var moves: [(register: Register, parameter: Int)] = []
        for (parameter, source) in arguments.sources.enumerated() where source >= 0 && source != parameter {
            let register = free.removeLast()
            assembler.load(register, .rdi, (first + source) * 8)
            moves.append((register, parameter))
        }
        for move in moves { assembler.store(.rdi, (first + move.parameter) * 8, move.register) }
        if !arguments.usesDefaults { return }
        assembler.load(.rcx, .rax, 56)
        for (parameter, source) in arguments.sources.enumerated() where source < 0 {
            assembler.load(.rdx, .rcx, 24 + (-1 - source) * 8)
            retain(.rdx, .unknown, .r8)
            assembler.store(.rdi, (first + parameter) * 8, .rdx)
        }
    }
}
