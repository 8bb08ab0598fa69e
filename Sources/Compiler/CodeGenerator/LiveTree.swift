// Sets of live temporaries, as paths in a tree.
//
// Temporaries come and go like a stack, so the set at an instruction is nearly always the set before it with one register more
// or less. A node is a set; its parent is the set without the register that was pushed last. Pushing and popping is a step in
// the tree, and two instructions have the same set if they have the same node.

struct LiveTree {
    private(set) var parents: [Int32] = [-1]
    private(set) var registers: [UInt16] = [0]
    private var children: [UInt64: Int32] = [:]

    /// The empty set.
    static let root: Int32 = 0

    mutating func push(_ register: Int, on node: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(UInt16(truncatingIfNeeded: register))
        if let child = children[key] { return child }
        let child = Int32(parents.count)
        parents.append(node)
        registers.append(UInt16(truncatingIfNeeded: register))
        children[key] = child
        return child
    }

    /// The set without `register`; the set itself if it is not in it.
    mutating func remove(_ register: Int, from node: Int32) -> Int32 {
        var above: [Int] = []
        var current = node
        while current != Self.root, registers[Int(current)] != UInt16(truncatingIfNeeded: register) {
            above.append(Int(registers[Int(current)]))
            current = parents[Int(current)]
        }
        if current == Self.root { return node }
        var result = parents[Int(current)]
        for kept in above.reversed() { result = push(kept, on: result) }
        return result
    }

    func contains(_ register: Int, in node: Int32) -> Bool {
        var current = node
        while current != Self.root {
            if Int(registers[Int(current)]) == register { return true }
            current = parents[Int(current)]
        }
        return false
    }

    /// How many registers a set has.
    func depth(of node: Int32) -> Int {
        var count = 0
        var current = node
        while current != Self.root {
            count += 1
            current = parents[Int(current)]
        }
        return count
    }

    func members(of node: Int32) -> [UInt16] {
        var result: [UInt16] = []
        var current = node
        while current != Self.root {
            result.append(registers[Int(current)])
            current = parents[Int(current)]
        }
        result.sort()
        return result
    }
}
