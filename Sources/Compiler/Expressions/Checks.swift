// SyntaxWarnings about expressions that cannot be meant.

import Syntax

extension CodeGenerator {
    private func isLiteral(_ expression: Expression) -> Bool {
        guard case .constant(let value) = expression.kind else { return false }
        switch value {
        case .none, .true, .false, .ellipsis: return false
        default: return true
        }
    }

    /// `x is 1`
    func checkComparison(_ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression]) {
        var isLeftLiteral = isLiteral(left)
        for (op, right) in zip(operators, comparators) {
            let isRightLiteral = isLiteral(right)
            if op == .is || op == .isNot, isLeftLiteral || isRightLiteral {
                let message = op == .is
                    ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?"
                warn(message, u.location)
                return
            }
            isLeftLiteral = isRightLiteral
        }
    }

    func checkAssertion(_ test: Expression) {
        switch test.kind {
        case .tuple(let elements, _) where !elements.isEmpty: break
        case .constant(.tuple(let values)) where !values.isEmpty: break
        default: return
        }
        warn("assertion is always true, perhaps remove parentheses?", u.location)
    }

    /// The type of an expression that is certain, by its name.
    private func typeName(_ expression: Expression) -> String? {
        switch expression.kind {
        case .tuple: return "tuple"
        case .list, .listComp: return "list"
        case .dict, .dictComp: return "dict"
        case .set, .setComp: return "set"
        case .generatorExp: return "generator"
        case .lambda: return "function"
        case .joinedStr, .formattedValue: return "str"
        case .constant(let value):
            switch value {
            case .none: return "NoneType"
            case .true, .false: return "bool"
            case .ellipsis: return "ellipsis"
            case .int, .bigInt, .negativeBigInt: return "int"
            case .float: return "float"
            case .complex: return "complex"
            case .string: return "str"
            case .bytes: return "bytes"
            case .tuple: return "tuple"
            case .frozenset: return "frozenset"
            }
        default: return nil
        }
    }

    /// `1(x)`
    func checkCaller(_ function: Expression) {
        switch function.kind {
        case .constant, .tuple, .list, .listComp, .dict, .dictComp, .set, .setComp, .generatorExp, .joinedStr, .formattedValue:
            if let name = typeName(function) { warn("'\(name)' object is not callable; perhaps you missed a comma?", u.location) }
        default: break
        }
    }

    /// `1[x]`, `[1]["x"]`
    func checkSubscript(_ value: Expression, _ index: Expression) {
        switch value.kind {
        case .constant(let constant):
            switch constant {
            case .none, .ellipsis, .int, .bigInt, .negativeBigInt, .float, .complex, .frozenset, .true, .false:
                if let name = typeName(value) { warn("'\(name)' object is not subscriptable; perhaps you missed a comma?", u.location) }
                return
            default: checkIndex(value, index)
            }
        case .set, .setComp, .generatorExp, .lambda:
            if let name = typeName(value) { warn("'\(name)' object is not subscriptable; perhaps you missed a comma?", u.location) }
        case .tuple, .list, .listComp, .joinedStr, .formattedValue: checkIndex(value, index)
        default: break
        }
    }

    private func checkIndex(_ value: Expression, _ index: Expression) {
        guard let indexType = typeName(index), let name = typeName(value) else { return }
        if indexType == "int" || indexType == "bool" { return }
        warn("\(name) indices must be integers or slices, not \(indexType); perhaps you missed a comma?", u.location)
    }
}
